import { compareText } from '../model/order.ts'
import type { Ordering, Position, SortValue } from './position.ts'

/** Milliseconds of what sort keys are counted in. */
const units = { date: 86_400_000, dateTime: 1000 } as const
/** Fewer records tell nothing of how far apart they lie. */
const fewest = 8
/** How much further than expected a page is looked for: bureaus enter records in bursts. */
const slack = 1.5
/** How much further again where that was too near, and how often, before it is looked for anywhere. */
const [wider, mostWider] = [4, 3]
/** The years of four digits, in milliseconds. */
const [earliest, latest] = [-62_135_596_800_000, 253_402_300_799_999]

/**
 * The positions of one question as points of a line, in the direction in which they are read: days or seconds, and between two of them the bureaus in their order, since records with equal sort keys come bureau by
 * bureau. Of other sort keys nothing can be told.
 */
export class Line {
  readonly #ordering: Ordering
  readonly #kind: keyof typeof units | null
  /** By code, from 0 to just below 1. */
  readonly #shares: ReadonlyMap<string, number>
  readonly #sign: 1 | -1

  /** `bureaus` in the order of their codes. */
  constructor(ordering: Ordering, bureaus: readonly string[]) {
    const [kind] = ordering.kinds
    const isForwards = ordering.from === 'START'
    this.#ordering = ordering
    this.#kind = ordering.orderBy.length === 1 && (kind === 'date' || kind === 'dateTime') ? kind : null
    this.#shares = new Map(bureaus.map((bureau, at) => [bureau, (isForwards ? at : bureaus.length - 1 - at) / bureaus.length]))
    this.#sign = (ordering.orderBy[0]?.direction === 'ASC') === isForwards ? 1 : -1
  }

  /** How far apart the records of a page lie, as the line counts; null when that cannot be said. */
  paceOf(positions: readonly Position[]): number | null {
    const [first, last] = [positions[0], positions.at(-1)]
    if (first === undefined || last === undefined || positions.length < fewest) return null
    const [from, to] = [this.#pointOf(first), this.#pointOf(last)]
    return from === null || to === null ? null : Math.max(0, (to - from) / (positions.length - 1))
  }

  /** The stretch in which the next `count` records after a position probably lie, at a pace. */
  spanOf(start: Position | null, pace: number | null, count: number): Span {
    const from = start === null ? null : this.#pointOf(start)
    // At the least, the rest of this bureau's records of the day and the next one's.
    const length = pace === null ? 0 : Math.max(pace * count * slack, 2 / this.#shares.size)
    return new Span(pace === null ? null : from, length, (point, bureau) => this.#valueAt(point, bureau))
  }

  /** Whether a bureau's records come behind a position's own where their sort keys are equal. */
  isBehind(bureau: string, { bureau: own }: Position): boolean {
    return compareText(bureau, own) * (this.#ordering.from === 'START' ? 1 : -1) > 0
  }

  /** After all records of the days before that of a position; the position itself where the sort key is no day. */
  dayBefore(position: Position): Position {
    const before = this.#kind === 'date' ? daysFrom(position.values[0] ?? null, -this.#sign) : null
    return before === null ? position : this.#ordering.after(before)
  }

  #pointOf({ values, bureau }: Position): number | null {
    const time = this.#kind === null ? null : timeOf(values[0] ?? null)
    const share = this.#shares.get(bureau)
    return time === null || share === undefined || this.#kind === null ? null : (this.#sign * time) / units[this.#kind] + share
  }

  #valueAt(point: number, bureau: string): SortValue {
    const share = this.#shares.get(bureau)
    return this.#kind === null || share === undefined ? null : this.#written(this.#sign * Math.floor(point - share) * units[this.#kind])
  }

  #written(time: number): SortValue {
    return this.#kind === null ? null : written(time, this.#kind)
  }
}

/** A day so many days after another; null where there is none. */
export function daysFrom(day: SortValue, days: number): SortValue {
  const time = timeOf(day)
  return time === null ? null : written(time + days * units.date, 'date')
}

function written(time: number, kind: keyof typeof units): SortValue {
  if (time < earliest || time > latest) return null
  const text = new Date(time).toISOString()
  return kind === 'date' ? text.slice(0, 10) : `${text.slice(0, 19)}Z`
}

/** The stretch of a line in which the records of a page probably lie. */
export class Span {
  readonly #from: number | null
  readonly #valueAt: (point: number, bureau: string) => SortValue
  #length: number
  #widened = 0

  constructor(from: number | null, length: number, valueAt: (point: number, bureau: string) => SortValue) {
    this.#from = from
    this.#length = length
    this.#valueAt = valueAt
  }

  /** The last value of the sort key that records of a bureau have in it; null: it is not known where it ends. */
  reachOf(bureau: string): SortValue {
    return this.#from === null || this.#widened > mostWider ? null : this.#valueAt(this.#from + this.#length, bureau)
  }

  /** It was too short. */
  widen(): void {
    this.#widened++
    this.#length *= wider
  }
}

function timeOf(value: SortValue): number | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? null : time
}
