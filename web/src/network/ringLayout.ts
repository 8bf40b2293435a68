/** A place on the drawing, in its own units. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** Between one ring and the next. */
export const ring = 170

/**
 * Places what hangs together in rings around where it begins: each thing on the ring of its distance, as near as may be to what it hangs on (a radial drawing after Eades, 1992). Each thing is
 * given a sector in proportion to what hangs on it, so that lines seldom cross; the same network is always drawn alike.
 */
export function ringLayout(
  seed: string,
  ids: readonly string[],
  edges: readonly { readonly from: string; readonly to: string }[],
): ReadonlyMap<string, Place> {
  const near = new Map<string, string[]>(ids.map((id) => [id, []]))
  for (const { from, to } of edges) {
    near.get(from)?.push(to)
    near.get(to)?.push(from)
  }
  const children = new Map<string, string[]>()
  const seen = new Set([seed])
  const order = [seed]
  for (const id of order) {
    const own = (near.get(id) ?? []).filter((other) => near.has(other) && !seen.has(other) && seen.add(other))
    children.set(id, own)
    order.push(...own)
  }
  const weight = new Map<string, number>()
  for (const id of order.toReversed())
    weight.set(
      id,
      Math.max(
        1,
        (children.get(id) ?? []).reduce((sum, child) => sum + (weight.get(child) ?? 1), 0),
      ),
    )
  const places = new Map<string, Place>()
  const place = (id: string, depth: number, from: number, to: number): void => {
    const angle = (from + to) / 2
    places.set(id, { x: Math.cos(angle) * depth * ring, y: Math.sin(angle) * depth * ring })
    let at = from
    const total = weight.get(id) ?? 1
    for (const child of children.get(id) ?? []) {
      const width = ((to - from) * (weight.get(child) ?? 1)) / total
      place(child, depth + 1, at, at + width)
      at += width
    }
  }
  place(seed, 0, -Math.PI / 2, (Math.PI * 3) / 2)
  // What no line leads to stands in a row below: it is shown, never dropped.
  const lowest = Math.max(0, ...[...places.values()].map(({ y }) => y))
  for (const [index, id] of ids.filter((one) => !places.has(one)).entries()) places.set(id, { x: (index - 2) * ring, y: lowest + ring })
  return places
}
