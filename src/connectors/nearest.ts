import { editDistance } from '../model/problem.ts'

/** The name of `names` most like `wanted`, for an error message; null when none is alike. Case and separators count little. */
export function nearest(wanted: string, names: Iterable<string>): string | null {
  let best: string | null = null
  let least = Math.max(2, Math.floor(wanted.length / 2)) + 1
  for (const name of names) {
    const difference = editDistance(plain(wanted), plain(name))
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
