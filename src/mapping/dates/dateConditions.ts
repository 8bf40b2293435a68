import { interval } from '../../model/partialDate.ts'
import type { Operator } from '../../model/predicate.ts'
import type { CanonicalValue } from '../../model/record.ts'
import { all, allOf, anyOf, leaf, none } from '../condition.ts'
import type { RawCondition } from '../fields/interpretation.ts'
import type { DatePattern } from './datePattern.ts'
import { endOf, format, longestOf, midnight, spellings } from './formatDate.ts'
import { addDays } from './zonedTime.ts'

/** How days are written in a column, and whether every known value is a whole day. */
export interface DayColumn {
  readonly patterns: readonly DatePattern[]
  readonly whole: boolean
}

const most = 1000

/** Builds conditions on days: `from` and `to` are what is known of the first and the last day of the stored value. */
interface DayBounds {
  from(day: string): RawCondition
  to(day: string): RawCondition
  on(day: string): RawCondition | null
}

/** What holds of a column when a comparison with a partial date (or a day) holds of what it means. */
export function dayCondition(op: Operator, value: CanonicalValue, bounds: DayBounds): RawCondition {
  if (op === 'in') return Array.isArray(value) ? anyOf(value.map((one: CanonicalValue) => dayCondition('eq', one, bounds))) : all
  const wanted = interval(String(value))
  if (wanted === null) return none
  if (op === 'gte') return bounds.from(wanted.first)
  if (op === 'lte') return bounds.to(wanted.last)
  if (op !== 'eq') return all
  const on = wanted.first === wanted.last ? bounds.on(wanted.first) : null
  return on ?? allOf([bounds.from(wanted.first), bounds.to(wanted.last)])
}

/** Bounds in a text column. */
export function textBounds({ patterns, whole }: DayColumn): DayBounds {
  const usable = whole ? patterns.filter((pattern) => pattern.tokens.some((token) => token.kind === 'dd' || token.kind === 'd')) : patterns
  const longest = longestOf(usable)
  const exact = whole && usable.length === 1
  return {
    from: (day) => (longest === null ? all : fromBound(longest, exact ? day : earlier(day, whole))),
    to: (day) => (longest === null ? all : toBound(longest, day)),
    on: (day) => onDay(usable, day),
  }
}

/**
 * A text of a shorter pattern stands before all longer ones that it begins (`1980` before `1980-01-01`), and so does one with `00` in it: the bound is the last day of the
 * year before, or of the day before where only whole days occur. A real day, because the column may be of a date type.
 */
function earlier(day: string, whole: boolean): string | null {
  if (whole) return addDays(day, -1)
  const year = Number(day.slice(0, 4)) - 1
  return year < 1 ? null : `${String(year).padStart(4, '0')}-12-31`
}

function fromBound(longest: DatePattern, day: string | null): RawCondition {
  if (day === null) return all
  return leaf({ op: 'gte', value: format(longest, midnight(day), endOf(longest, ['yyyy', 'MM', 'dd'])) })
}

/** Where a text goes on after the day, it stands behind the day alone, and before the next day. */
function toBound(longest: DatePattern, day: string): RawCondition {
  const end = endOf(longest, ['yyyy', 'MM', 'dd'])
  const last = end === longest.tokens.length ? day : addDays(day, 1)
  return last === null ? all : leaf({ op: 'lte', value: format(longest, midnight(last), end) })
}

function onDay(patterns: readonly DatePattern[], day: string): RawCondition | null {
  const days = patterns.filter((pattern) => pattern.tokens.some((token) => token.kind === 'dd' || token.kind === 'd'))
  const texts = new Set<string>()
  for (const pattern of days) {
    const found = spellings(pattern, day)
    if (found === null) return null
    for (const text of found) texts.add(text)
  }
  if (texts.size > most) return null
  const [only] = texts
  if (only === undefined) return none
  return texts.size === 1 ? leaf({ op: 'eq', value: only }) : leaf({ op: 'in', value: [...texts] })
}

/** Bounds in a column that counts from the epoch; a day to either side for the zone. */
export function epochBounds(unitMs: number): DayBounds {
  const at = (day: string, days: number) => (Date.parse(`${day}T00:00:00Z`) + days * 86_400_000) / unitMs
  return {
    from: (day) => leaf({ op: 'gte', value: at(day, -1) }),
    to: (day) => leaf({ op: 'lte', value: at(day, 2) }),
    on: () => null,
  }
}
