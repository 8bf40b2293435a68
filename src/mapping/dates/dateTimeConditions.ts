import type { Operator } from '../../model/predicate.ts'
import type { CanonicalValue } from '../../model/record.ts'
import { all, allOf, anyOf, leaf, none } from '../condition.ts'
import type { RawCondition } from '../fields/interpretation.ts'
import type { DatePattern } from './datePattern.ts'
import { endOf, format, keepsOrder, longestOf, type Moment, midnight } from './formatDate.ts'
import { addDays } from './zonedTime.ts'

/** How instants are held in a column. */
export interface InstantColumn {
  /** Null: ISO 8601 text or the system's own type. */
  readonly patterns: readonly DatePattern[] | null
  /** IANA zone of texts without an offset. */
  readonly zone: string
  /** Milliseconds of one unit, for numbers that count from the epoch. */
  readonly epochMs: number | null
}

const timeTokens = ['yyyy', 'MM', 'dd', 'HH', 'mm', 'ss'] as const

/** What holds of a column when a comparison with an instant holds of what it means. */
export function instantCondition(op: Operator, value: CanonicalValue, column: InstantColumn): RawCondition {
  if (op === 'in') return Array.isArray(value) ? anyOf(value.map((one: CanonicalValue) => instantCondition('eq', one, column))) : all
  if (op === 'startsWith') return all
  const epochMs = Date.parse(String(value))
  if (Number.isNaN(epochMs)) return none
  const from = op === 'lte' ? all : fromBound(epochMs, column)
  const to = op === 'gte' ? all : toBound(epochMs, column)
  return allOf([from, to])
}

/** The one pattern of a column whose texts order as their instants do, or null. */
export function exactPattern({ patterns, zone }: InstantColumn): DatePattern | null {
  const [only] = patterns ?? []
  return patterns?.length === 1 && only !== undefined && zone === 'UTC' && keepsOrder(only) ? only : null
}

function fromBound(epochMs: number, column: InstantColumn): RawCondition {
  if (column.epochMs !== null) return leaf({ op: 'gte', value: (epochMs - 1) / column.epochMs })
  const exact = exactPattern(column)
  if (exact !== null) return leaf({ op: 'gte', value: format(exact, momentOf(epochMs), endOf(exact, timeTokens)) })
  return dayBound('gte', epochMs, column)
}

function toBound(epochMs: number, column: InstantColumn): RawCondition {
  if (column.epochMs !== null) return leaf({ op: 'lte', value: (epochMs + 1) / column.epochMs })
  const exact = exactPattern(column)
  if (exact === null) return dayBound('lte', epochMs, column)
  const end = endOf(exact, timeTokens)
  const goesOn = end < exact.tokens.length
  const last = goesOn ? nextMoment(exact, epochMs) : momentOf(epochMs)
  return last === null ? all : leaf({ op: 'lte', value: format(exact, last, end) })
}

/** Where the text goes on after its last whole part, it stands before the next one: a second on, or a day where it has no time. */
function nextMoment(pattern: DatePattern, epochMs: number): Moment | null {
  const step = pattern.tokens.some((token) => token.kind === 'ss') ? 1000 : 86_400_000
  return epochMs + step > Date.parse('9999-12-31T23:59:59Z') ? null : momentOf(epochMs + step)
}

/**
 * Of texts in several forms only the day is sure, and of that only to within the widest offset: a real day before and behind, which a typed column understands as well.
 */
function dayBound(op: 'gte' | 'lte', epochMs: number, { patterns }: InstantColumn): RawCondition {
  const day = addDays(momentOf(epochMs).day, op === 'gte' ? -2 : 2)
  if (day === null) return all
  if (patterns === null) return leaf({ op, value: day })
  const longest = longestOf(patterns.map(withoutOffset))
  return longest === null ? all : leaf({ op, value: format(longest, midnight(day), endOf(longest, ['yyyy', 'MM', 'dd'])) })
}

function withoutOffset(pattern: DatePattern): DatePattern {
  return { ...pattern, tokens: pattern.tokens.filter((token) => token.kind !== 'XXX') }
}

function momentOf(epochMs: number): Moment {
  const text = new Date(epochMs).toISOString()
  return { day: text.slice(0, 10), time: text.slice(11, 19), fraction: text.slice(20, -1) }
}
