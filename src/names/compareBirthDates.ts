import { interval, isDay } from '../model/partialDate.ts'

/** What two birth dates, each as exactly as it is known, say of two people being one. */
export type BirthDateOutcome =
  /** Both are the same day. */
  | 'agrees'
  /** The same day but for day and month, which somebody wrote in the other order: `1980-05-06` and `1980-06-05`. */
  | 'swapped'
  /** Both lie in the same month, and at least one says no more. */
  | 'monthAgrees'
  /** Both lie in the same year; the days differ or are not said. */
  | 'yearAgrees'
  /** They can be the same day, but that says little: a decade, two years of a recorded age, or "about" a year that is two years away at most. */
  | 'possible'
  /** They cannot be the same day, nor the same year. */
  | 'contradicts'
  /** At least one is not known, not shown, or no date. */
  | 'unknown'

/**
 * Compares two values of the scalar `PartialDate`, of which either may be missing. Both stand for every day they can mean, so a value that was made coarser for
 * the reader is compared as what the reader sees. Symmetric.
 */
export function compareBirthDates(a: string | null, b: string | null): BirthDateOutcome {
  const [one, other] = [a === null ? null : interval(a), b === null ? null : interval(b)]
  if (a === null || b === null || one === null || other === null) return 'unknown'
  if (isDay(a) && isDay(b)) {
    if (a === b) return 'agrees'
    if (swapped(a) === b) return 'swapped'
    return sameYear(a, b) ? 'yearAgrees' : 'contradicts'
  }
  const [first, last] = [one.first < other.first ? one.first : other.first, one.last > other.last ? one.last : other.last]
  const overlap = one.first <= other.last && other.first <= one.last
  if (overlap && first.slice(0, 7) === last.slice(0, 7)) return 'monthAgrees'
  if (sameYear(first, last)) return 'yearAgrees'
  if (overlap) return 'possible'
  const about = a.includes('~') || b.includes('~')
  return about && yearsApart(one, other) <= 2 ? 'possible' : 'contradicts'
}

function swapped(day: string): string {
  return `${day.slice(0, 4)}-${day.slice(8)}-${day.slice(5, 7)}`
}

function sameYear(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4)
}

function yearsApart(a: { first: string; last: string }, b: { first: string; last: string }): number {
  const year = (day: string) => Number(day.slice(0, 4))
  return Math.max(year(a.first) - year(b.last), year(b.first) - year(a.last))
}
