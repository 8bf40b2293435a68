/** Days and whole numbers between which a condition is looked at; wide enough for every stored value that decides anything. */
export interface Axis {
  readonly low: number
  readonly high: number
  /** Ends beyond which no value lies. */
  readonly first: number
  readonly last: number
  /** A place as the value stored there. */
  valueAt(place: number): string | number
}

/** Where a condition on one value turns from true to not true, or the other way. */
export interface Turn {
  readonly op: 'gte' | 'lte'
  /** The last place at which it is true, in the direction of `op`. */
  readonly place: number
  /** Whether it is true at every place on that side; beyond the years 1 to 9999 a day counted on from another is unknown. */
  readonly exact: boolean
}

/**
 * Finds by bisection where a condition that turns at most once does so. It is asked of the very code that decides records, so that leap days and ends of
 * months cannot be understood in two ways. Null: it does not turn between `low` and `high`.
 */
export function turningPoint(axis: Axis, isTrue: (value: string | number) => boolean): Turn | null {
  const at = (place: number): boolean => isTrue(axis.valueAt(place))
  const rising = at(axis.high)
  if (at(axis.low) === rising) return null
  let [no, yes] = rising ? [axis.low, axis.high] : [axis.high, axis.low]
  while (Math.abs(yes - no) > 1) {
    const middle = Math.floor((yes + no) / 2)
    if (at(middle)) yes = middle
    else no = middle
  }
  return { op: rising ? 'gte' : 'lte', place: yes, exact: at(rising ? axis.last : axis.first) }
}

const dayMs = 86_400_000
const place = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs

/** All calendar days. Between `low` and `high` a hundred years can be added or taken away. */
export const days: Axis = {
  low: place('0101-01-01'),
  high: place('9899-12-31'),
  first: place('0001-01-01'),
  last: place('9999-12-31'),
  valueAt: (at) => new Date(at * dayMs).toISOString().slice(0, 10),
}

/** All whole numbers that a record holds. */
export const wholeNumbers: Axis = {
  low: -(2 ** 31),
  high: 2 ** 31,
  first: -(2 ** 31),
  last: 2 ** 31,
  valueAt: (at) => at,
}
