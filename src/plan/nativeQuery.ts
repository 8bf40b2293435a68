import type { Guarded, NativePredicate, NativeQuery, NativeScalar } from '../connectors/connector.ts'
import type { NativeFilters } from '../mapping/typeMapping.ts'
import type { FieldKind } from '../model/catalogue.ts'
import { compareText } from '../model/order.ts'
import type { Predicate } from '../model/predicate.ts'
import type { RecordRef } from '../model/record.ts'
import { conjunction, filtersOf, listedOf, type RowReader, restrictionOf } from '../records/bureauSource.ts'
import { daysFrom } from './pace.ts'
import type { Ordering, Position, SortValue } from './position.ts'
import { weaken } from './weaken.ts'

/** How a bureau's part of a page is read. */
export interface Access {
  /** The query for the first page; `page` and `limit` are filled in later. */
  readonly query: NativeQuery
  /** Whether rows arrive in the query's order; otherwise the hub reads them all and orders them itself. */
  readonly ordered: boolean
  /** The value of the sort key up to which, and with which, rows are asked for; null: all. */
  readonly reach: SortValue
}

/** The part of a bureau's records in the query's order that is asked for. */
export interface Stretch {
  /** Only records strictly after it. Null: from the beginning. */
  readonly start: Position | null
  /** Only records up to this value of the sort key, where the bureau's system can be told so. Null: all. */
  readonly reach: SortValue
}

/**
 * The native query for one bureau. Only fields that this caller learns in full, whatever the record, are named to the bureau's system in
 * filters and orders: anything else would make its answer, its log and its timing depend on what is withheld. A field that some records show in full is named
 * only together with the exact condition that they do.
 */
export function accessFor(reader: RowReader, where: Predicate | null, ordering: Ordering, { start, reach }: Stretch): Access {
  const { mapping, source, plan } = reader
  const can = filtersOf(reader)
  const isOpen = (field: string) => field === 'id' || plan.fixedLevel(field) === 'full'
  const weaker = where === null ? null : weaken(where, isOpen)
  const pushed = weaker === null ? null : pushDown(reader, weaker, can)
  const guarded = where === null ? [] : conjunctsOf(where).flatMap((term) => guardedTerm(reader, term, can) ?? [])
  const order = nativeOrder(reader, ordering)
  const resume = order === null || start === null ? { after: null, bound: null } : resumeFrom(reader, order, start, can)
  const end = order === null ? null : reachTo(reader, order, reach, can)
  return {
    ordered: order !== null,
    reach: end === null ? null : reach,
    query: {
      source: mapping.source,
      key: mapping.key,
      keyOrder: mapping.keyOrder,
      ...mapping.reads(reader.fields),
      where: conjunction([restrictionOf(reader), pushed, listedOf(reader), resume.bound, end]),
      ...(guarded.length === 0 ? {} : { guarded }),
      orderBy: order === null ? null : { path: order.path, direction: order.direction, ...(order.reversed ? { reversed: true } : {}) },
      after: resume.after,
      limit: source.limits.pageRows,
      page: null,
    },
  }
}

/** The terms that all have to be true. */
function conjunctsOf(predicate: Predicate): readonly Predicate[] {
  return predicate.kind === 'and' ? predicate.terms.flatMap(conjunctsOf) : [predicate]
}

/**
 * A comparison on a field that is full on some records only, together with what makes it full there. A comparison is never true of a value that is unknown, so records that
 * withhold the field are none that it could have found.
 */
function guardedTerm(reader: RowReader, term: Predicate, can: NativeFilters): Guarded | null {
  const { mapping, plan, source } = reader
  if ((term.kind !== 'compare' && term.kind !== 'some') || plan.fixedLevel(term.field) !== null) return null
  if (source.link.capabilities(mapping.source).guards !== true) return null
  const full = plan.fullWhere(term.field, mapping.mapped)
  const guard = full === null ? null : mapping.toNativeExactly(full)
  const where = guard === null ? null : mapping.toNative(term, can)
  return guard === null || where === null ? null : { guard, where }
}

/** Ids become keys here; everything else is the mapping's. */
function pushDown(reader: RowReader, predicate: Predicate, can: NativeFilters): NativePredicate | null {
  if (predicate.kind === 'and' || predicate.kind === 'or') {
    const terms = predicate.terms.map((term) => pushDown(reader, term, can))
    if (predicate.kind === 'or') return terms.every((term) => term !== null) ? { kind: 'or', terms } : null
    return conjunction(terms)
  }
  if (predicate.kind === 'compare' && predicate.field === 'id') {
    const keys = (predicate.value as readonly RecordRef[]).map((ref) => ref.key)
    return can(reader.mapping.key, 'in') ? { kind: 'compare', path: reader.mapping.key, op: 'in', value: keys } : null
  }
  return reader.mapping.toNative(predicate, can)
}

interface PushedOrder {
  readonly path: string
  readonly direction: 'ASC' | 'DESC'
  readonly reversed: boolean
  /** The canonical field, or null when every view value is null and the key alone orders. */
  readonly field: string | null
  readonly kind: FieldKind | undefined
}

function nativeOrder(reader: RowReader, ordering: Ordering): PushedOrder | null {
  const [order] = ordering.orderBy
  if (order === undefined || ordering.orderBy.length > 1) return null
  const { mapping, plan, source } = reader
  const powers = source.link.capabilities(mapping.source)
  const reversed = ordering.from === 'END'
  if (reversed && powers.reverses !== true) return null
  const level = plan.fixedLevel(order.field)
  if (level === 'none' || !mapping.mapped.has(order.field)) {
    return powers.orders(mapping.key, 'ASC') ? { path: mapping.key, direction: 'ASC', reversed, field: null, kind: undefined } : null
  }
  const path = level === 'full' ? mapping.orderPath(order.field) : null
  if (path === null || !powers.orders(path, order.direction)) return null
  return { path, direction: order.direction, reversed, field: order.field, kind: ordering.kinds[0] }
}

/**
 * Where to go on. After a record of this bureau: strictly after it. After a record of another bureau: with the same sort value, or beyond it, since the total order has the owner's code
 * between value and key. The hub leaves out what it is past all the same.
 */
function resumeFrom(
  reader: RowReader,
  order: PushedOrder,
  start: Position,
  can: NativeFilters,
): { after: NativeQuery['after']; bound: NativePredicate | null } {
  const own = start.bureau === reader.source.profile.code
  const value = start.values[0] ?? null
  if (order.field === null) return { after: own ? { value: start.key, key: start.key } : null, bound: null }
  const native = value === null ? null : reader.mapping.orderValue(order.field, value)
  if (own) return { after: { value: native, key: start.key }, bound: null }
  const isBehind = compareText(reader.source.profile.code, start.bureau) * (order.reversed ? -1 : 1) > 0
  // Past a day is at the next one, and that can be said to a system that knows where to start and no more.
  const next = isBehind || order.kind !== 'date' ? null : daysFrom(value, rises(order) ? 1 : -1)
  if (next !== null) return { after: null, bound: boundFrom(order, reader.mapping.orderValue(order.field, next), can, true) }
  return { after: null, bound: boundFrom(order, native, can, isBehind) }
}

/** `isBehind`: records with the same sort value come after the start. Those of a bureau that comes before its own are all past it. */
function boundFrom(order: PushedOrder, value: NativeScalar, can: NativeFilters, isBehind: boolean): NativePredicate | null {
  const known = value === null ? null : ((isBehind ? null : beyond(order, value, can)) ?? upTo(order, value, can, 'from'))
  if (order.reversed) return known
  if (!can(order.path, 'isNull')) return null
  const unknown: NativePredicate = { kind: 'compare', path: order.path, op: 'isNull', value: null }
  if (value === null) return unknown
  return known === null ? null : { kind: 'or', terms: [known, unknown] }
}

/** Rows with a value beyond one, in the order as it is read. */
function beyond(order: PushedOrder, value: NativeScalar, can: NativeFilters): NativePredicate | null {
  const op = rises(order) ? 'gt' : 'lt'
  return can(order.path, op) ? { kind: 'compare', path: order.path, op, value } : null
}

/** Rows with a value up to the end of a stretch. Unknown values stand behind all others, so that a stretch that ends at one of those has none of them. */
function reachTo(reader: RowReader, order: PushedOrder, reach: SortValue, can: NativeFilters): NativePredicate | null {
  if (reach === null || order.field === null) return null
  const value = reader.mapping.orderValue(order.field, reach)
  if (value === null) return null
  if (!order.reversed) return upTo(order, value, can, 'to')
  const known = upTo(order, value, can, 'to')
  if (known === null || !can(order.path, 'isNull')) return null
  return { kind: 'or', terms: [known, { kind: 'compare', path: order.path, op: 'isNull', value: null }] }
}

/** Rows with a value at or beyond one (`from`), or at or before it (`to`), in the order as it is read. */
function upTo(order: PushedOrder, value: NativeScalar, can: NativeFilters, end: 'from' | 'to'): NativePredicate | null {
  const op = rises(order) === (end === 'from') ? 'gte' : 'lte'
  return can(order.path, op) ? { kind: 'compare', path: order.path, op, value } : null
}

/** Whether values rise in the order as it is read. */
function rises({ direction, reversed }: PushedOrder): boolean {
  return (direction === 'ASC') !== reversed
}
