/** The name of `names` most like `wanted`, for an error message; null when none is alike. Case and separators count little. */
export function nearest(wanted: string, names: Iterable<string>): string | null {
  let best: string | null = null
  let least = Math.max(2, Math.floor(wanted.length / 2)) + 1
  for (const name of names) {
    const difference = distance(plain(wanted), plain(name))
    if (difference < least) {
      best = name
      least = difference
    }
  }
  return best
}

/** ` (is it 'x'?)`, or nothing. */
export function suggestion(wanted: string, names: Iterable<string>): string {
  const name = nearest(wanted, names)
  return name === null ? '' : ` (is it '${name}'?)`
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[_\-.\s]/g, '')
    .slice(0, 64)
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost))
    }
    row = next
  }
  return row[b.length] ?? 0
}
