import type { FieldKind } from '../model/catalogue.ts'
import type { Ordering, Position, SortValue } from './position.ts'

/** Milliseconds of a day. */
const day = 86_400_000
/** Fewer records tell nothing of how far apart they lie. */
const fewest = 8
/** How much further than expected a page is looked for: bureaus enter records in bursts. */
const slack = 1.5

/**
 * How far apart the records of a page lie, in milliseconds of the sort key for each; null when that cannot be said. The next page is looked for within
 * what follows from it, so that a bureau is not asked for records that no page would show yet.
 */
export function paceOf(positions: readonly Position[], ordering: Ordering): number | null {
  const kind = timeKind(ordering)
  const [first, last] = [positions[0], positions.at(-1)]
  if (kind === null || first === undefined || last === undefined || positions.length < fewest) return null
  const [from, to] = [instantOf(first.values[0] ?? null), instantOf(last.values[0] ?? null)]
  if (from === null || to === null || from === to) return null
  return Math.ceil(Math.abs(to - from) / (positions.length - 1))
}

/** How far the next `count` records probably reach, as a value of the sort key; null when that cannot be said. */
export function reachOf(start: Position, pace: number, count: number, ordering: Ordering): SortValue {
  const kind = timeKind(ordering)
  const from = instantOf(start.values[0] ?? null)
  if (kind === null || from === null) return null
  const rises = (ordering.orderBy[0]?.direction === 'ASC') === (ordering.from === 'START')
  const distance = Math.ceil(pace * count * slack)
  return writtenAs(kind, from + (rises ? distance : -distance))
}

/** The kind of the only sort key, if it is one that days and instants can be told of exactly. */
function timeKind({ orderBy, kinds }: Ordering): 'date' | 'dateTime' | null {
  const [kind] = kinds
  return orderBy.length === 1 && (kind === 'date' || kind === 'dateTime') ? kind : null
}

function instantOf(value: SortValue): number | null {
  const instant = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(instant) ? null : instant
}

function writtenAs(kind: Extract<FieldKind, 'date' | 'dateTime'>, instant: number): SortValue {
  // Beyond the years of four digits there is nothing to look for.
  if (instant < -62_135_596_800_000 || instant > 253_402_300_799_000) return null
  if (kind === 'date') return new Date(Math.floor(instant / day) * day).toISOString().slice(0, 10)
  return `${new Date(instant).toISOString().slice(0, 19)}Z`
}
