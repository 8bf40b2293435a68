import type { Arrival } from './subscriber.ts'

/** A change as the log has it, and who is to be told of it what. */
export interface Truth {
  /** The record that moved, as clients know it. A record may move again as long as nobody is told the same of it twice. */
  readonly record: string
  /** Epoch milliseconds, with fractions: the first moment at which anybody knew that it is committed. */
  readonly committedAt: number
  /** What is told of it to those with a clearance; absent: nothing. */
  readonly kinds: Readonly<Record<number, string>>
}

/** What one subscriber has to show. */
export interface History {
  readonly clearance: number
  readonly arrivals: readonly Arrival[]
}

/** What came of all subscribers. */
export interface Verdict {
  /** Alerts that arrived, repeats not counted. */
  readonly deliveries: number
  /** What a subscriber was to be told and was not. */
  readonly lost: number
  /** Runs of what was lost, with something that arrived on both sides or at the end of it. */
  readonly gaps: number
  /** Changes of which a subscriber was told more than once. */
  readonly duplicated: number
  /** Alerts that came after one of a later change. */
  readonly reordered: number
  /** Alerts of what the subscriber was to be told nothing of, or something else. */
  readonly wrong: number
  /** From commit to client, in milliseconds; in order. */
  readonly latencies: Float64Array
}

/** Holds what arrived against what was committed. Latencies are of what was committed from `measuredFrom` on (epoch milliseconds). */
export function verdictOf(truth: readonly Truth[], histories: readonly History[], measuredFrom = 0): Verdict {
  const byClearance = new Map([...new Set(histories.map(({ clearance }) => clearance))].map((one) => [one, placesFor(truth, one)]))
  const total = { deliveries: 0, lost: 0, gaps: 0, duplicated: 0, reordered: 0, wrong: 0 }
  const latencies: number[] = []
  for (const { clearance, arrivals } of histories) {
    const got = new Set<number>()
    const places = byClearance.get(clearance)
    let last = -1
    for (const { record, kind, at } of arrivals) {
      total.deliveries++
      const place = places?.get(`${record} ${kind}`)
      const one = place === undefined ? undefined : truth[place]
      if (place === undefined || one === undefined) {
        total.wrong++
        continue
      }
      if (got.has(place)) total.duplicated++
      else if (place < last) total.reordered++
      got.add(place)
      last = Math.max(last, place)
      if (one.committedAt >= measuredFrom) latencies.push(at - one.committedAt)
    }
    const missing = missed(truth, clearance, got)
    total.lost += missing.lost
    total.gaps += missing.gaps
  }
  return { ...total, latencies: Float64Array.from(latencies).sort() }
}

/** Where in the log stands what somebody with a clearance is told, by record and kind. */
function placesFor(truth: readonly Truth[], clearance: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [place, { record, kinds }] of truth.entries()) {
    const kind = kinds[clearance]
    if (kind === undefined) continue
    if (places.has(`${record} ${kind}`)) throw new RangeError('two changes of a record are told alike: which one arrived cannot be said')
    places.set(`${record} ${kind}`, place)
  }
  return places
}

function missed(truth: readonly Truth[], clearance: number, got: ReadonlySet<number>): { readonly lost: number; readonly gaps: number } {
  let [lost, gaps, within] = [0, 0, false]
  for (const [place, { kinds }] of truth.entries()) {
    if (kinds[clearance] === undefined) continue
    const missing = !got.has(place)
    if (missing) lost++
    if (missing && !within) gaps++
    within = missing
  }
  return { lost, gaps }
}

/** The value below which a share of them lies; null when there are none. */
export function quantile(sorted: ArrayLike<number>, share: number): number | null {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null
}
