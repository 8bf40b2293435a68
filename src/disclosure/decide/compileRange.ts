import { addDays, firstDay, lastDay, yearsBetween } from '../days.ts'
import type { Range } from '../language/condition.ts'
import { type RawValues, readStored } from './readRecord.ts'

/** Bounds of an amount in one record; NaN when unknown. */
export interface Bounds {
  readonly low: (values: RawValues) => number
  readonly high: (values: RawValues) => number
}

/** The bounds of a number or day, as closures over a record's values. */
export function compileRange(range: Range): Bounds {
  switch (range.is) {
    case 'constant': {
      const { low, high } = range
      return low === high ? point(() => low) : { low: () => low, high: () => high }
    }
    case 'number': {
      const read = readStored(range.ref)
      return point((values) => {
        const value = read(values)
        return typeof value === 'number' ? value : Number.NaN
      })
    }
    case 'years': {
      const from = compileRange(range.from)
      const to = compileRange(range.to)
      // Fewest years: from the latest start to the earliest end.
      return {
        low: (values) => yearsBetween(from.high(values), to.low(values)),
        high: (values) => yearsBetween(from.low(values), to.high(values)),
      }
    }
    case 'shifted': {
      const day = compileRange(range.day)
      const by = compileRange(range.by)
      return {
        low: (values) => addDays(day.low(values), by.low(values)),
        high: (values) => addDays(day.high(values), by.high(values)),
      }
    }
    default: {
      const kind = range.is
      const read = readStored(range.ref)
      if (kind !== 'partialDate') return point((values) => firstDay(read(values), kind))
      return { low: (values) => firstDay(read(values), kind), high: (values) => lastDay(read(values), kind) }
    }
  }
}

/** An amount known exactly: one closure is both bounds, so that whoever compares can see it and read once. */
function point(value: (values: RawValues) => number): Bounds {
  return { low: value, high: value }
}
