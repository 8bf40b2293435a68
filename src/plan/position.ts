import { levelOf } from '../disclosure/policy.ts'
import type { FieldKind, RecordType } from '../model/catalogue.ts'
import { compareKeys, compareText } from '../model/order.ts'
import { interval } from '../model/partialDate.ts'
import type { Order, PageEnd } from '../model/predicate.ts'
import type { CanonicalValue, ViewRecord } from '../model/record.ts'

/** A scalar of the view that records are ordered by. */
export type SortValue = string | number | boolean | null

/** Where a record stands in a total order: the sort keys, then the owner's code, then the record's key in the owner's own order. */
export interface Position {
  /** Canonical values of the sort keys, as the caller sees them. */
  readonly values: readonly SortValue[]
  readonly bureau: string
  readonly key: string
}

/** How keys of a bureau compare; see `TypeMapping.keyOrder`. */
export type KeyOrder = 'number' | 'text'

/** The total order of one query, from its start or, all of it the other way round, from its end. */
export class Ordering {
  readonly orderBy: readonly Order[]
  readonly from: PageEnd
  /** Of the sort keys. */
  readonly kinds: readonly FieldKind[]

  constructor(orderBy: readonly Order[], type: RecordType, from: PageEnd = 'START') {
    // A key that comes again decides nothing.
    this.orderBy = orderBy.filter(({ field }, at) => orderBy.findIndex((other) => other.field === field) === at)
    this.from = from
    this.kinds = this.orderBy.map((order) => type.fields.get(order.field)?.kind ?? 'string')
  }

  /** The position of a view. A masked value is no value to order by; a coarser one is. */
  positionOf(view: ViewRecord): Position {
    const values = this.orderBy.map(({ field }) => (levelOf(view, field) === 'masked' ? null : scalar(view.values[field] ?? null)))
    return { values, bureau: view.ref.bureau, key: view.ref.key }
  }

  /** After every record with this value of the only sort key. */
  after(value: SortValue): Position {
    return { values: [value], bureau: this.from === 'START' ? '\u{10ffff}' : '', key: '' }
  }

  /**
   * Negative when `a` comes before `b`, read from `from`. Unknown and withheld values stand at the end, whether a key ascends or descends. `keyOrder` serves for two records
   * of one bureau.
   */
  compare(a: Position, b: Position, keyOrder: KeyOrder): number {
    return this.from === 'START' ? this.#compare(a, b, keyOrder) : this.#compare(b, a, keyOrder)
  }

  #compare(a: Position, b: Position, keyOrder: KeyOrder): number {
    for (let i = 0; i < this.orderBy.length; i++) {
      const kind = this.kinds[i] ?? 'string'
      const difference = compareSortKeys(sortKey(a.values[i] ?? null, kind), sortKey(b.values[i] ?? null, kind), this.orderBy[i]?.direction)
      if (difference !== 0) return difference
    }
    return compareText(a.bureau, b.bureau) || compareKeys(a.key, b.key, keyOrder)
  }
}

/** A value in a form that compares as the field's kind orders: instants to the nanosecond, partial dates by their first day. */
export function sortKey(value: SortValue, kind: FieldKind): SortValue {
  if (typeof value !== 'string') return value
  if (kind === 'partialDate') return interval(value)?.first ?? null
  if (kind === 'dateTime') return `${value.slice(0, 19)}${value.slice(20, -1).padEnd(9, '0')}`
  // Of the other kinds every value is of ASCII.
  return kind === 'string' ? value.normalize('NFC') : value
}

/** Ascending comparison of two sort keys that are known. */
export function compareKnown(a: string | number | boolean, b: string | number | boolean): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  return a < b ? -1 : a > b ? 1 : 0
}

function compareSortKeys(a: SortValue, b: SortValue, direction: 'ASC' | 'DESC' = 'ASC'): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return direction === 'ASC' ? compareKnown(a, b) : -compareKnown(a, b)
}

function scalar(value: CanonicalValue): SortValue {
  return typeof value === 'object' ? null : value
}
