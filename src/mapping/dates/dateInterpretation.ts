import { interval, isDay } from '../../model/partialDate.ts'
import type { CanonicalValue } from '../../model/record.ts'
import { type Interpretation, type RawCondition, Refusal } from '../fields/interpretation.ts'
import type { Scope } from '../nativeScope.ts'
import { dayCondition, epochBounds, textBounds } from './dateConditions.ts'
import type { DatePattern } from './datePattern.ts'
import { exactPattern, type InstantColumn, instantCondition } from './dateTimeConditions.ts'
import { format, keepsOrder, midnight } from './formatDate.ts'
import { dayIn, partialText, readEpoch, readInstant, readParts } from './readDate.ts'

/** How a column of days is read. */
export interface DayOptions {
  readonly patterns: readonly DatePattern[]
  /** Whether every known value is a whole day: always for kind `date`. */
  readonly whole: boolean
  readonly epochMs: number | null
  readonly zone: string
  /** Whether the value is approximate in this row. */
  readonly isApproximate: (scope: Scope) => boolean
}

/** Kinds `date` and `partialDate`. */
export function dayInterpretation(options: DayOptions): Interpretation {
  const { patterns, whole, epochMs } = options
  const bounds = epochMs === null ? textBounds(options) : epochBounds(epochMs)
  const usable = patterns.filter((pattern) => pattern.tokens.some((token) => token.kind === 'dd' || token.kind === 'd'))
  const [only] = usable
  const timed = only?.tokens.some((token) => token.kind === 'HH') ?? true
  const ordered = epochMs === null && whole && usable.length === 1 && only !== undefined && keepsOrder(only) && !timed
  return {
    read: (raw, scope) => readDay(raw, scope, options),
    toRaw: (op, value): RawCondition => dayCondition(op, value, bounds),
    ordered,
    orderValue: (value) => (only === undefined ? null : format(only, midnight(interval(String(value))?.first ?? ''))),
  }
}

function readDay(raw: unknown, scope: Scope, options: DayOptions): CanonicalValue | Refusal {
  const text = dayText(raw, options)
  return typeof text === 'string' && options.isApproximate(scope) ? `${text}~` : text
}

function dayText(raw: unknown, { patterns, whole, epochMs, zone }: DayOptions): string | null | Refusal {
  if (epochMs !== null) {
    const instant = readEpoch(raw, epochMs)
    return instant instanceof Refusal ? instant : dayIn(instant, zone)
  }
  // What most systems give is what the canonical value is.
  if (typeof raw === 'string' && patterns[0]?.text === 'yyyy-MM-dd' && isDay(raw)) return raw
  const parts = readParts(raw, patterns)
  if (parts === null || parts instanceof Refusal) return parts
  if (whole && parts.day === null) return new Refusal('is known only in part, and a whole day was expected')
  return partialText(parts)
}

/** Kind `dateTime`. */
export function instantInterpretation(column: InstantColumn): Interpretation {
  const exact = exactPattern(column)
  const { epochMs, patterns, zone } = column
  return {
    read: (raw) => (epochMs === null ? readInstant(raw, patterns, zone) : readEpoch(raw, epochMs)),
    toRaw: (op, value) => instantCondition(op, value, column),
    ordered: epochMs !== null || exact !== null || (patterns === null && zone === 'UTC'),
    orderValue: (value) => nativeInstant(String(value), column, exact),
  }
}

function nativeInstant(value: string, { epochMs }: InstantColumn, exact: DatePattern | null): string | number {
  if (epochMs !== null) return Date.parse(value) / epochMs
  if (exact === null) return value
  return format(exact, { day: value.slice(0, 10), time: value.slice(11, 19), fraction: value.slice(20, -1) })
}
