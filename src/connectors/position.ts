import { compareKeys } from '../model/order.ts'
import { compareValues } from './compareValues.ts'
import type { NativeQuery, NativeRow, NativeScalar } from './connector.ts'
import { at } from './http/parseJson.ts'

/** Where a row stands in a query's order. */
export interface Place {
  readonly value: NativeScalar
  readonly key: string
}

/** The scalar at a path of a row: a column of that name first. An empty text, an object or a list is no value. */
export function scalarAt(row: NativeRow, path: string): NativeScalar {
  const value = Object.hasOwn(row, path) ? row[path] : at(row, path)
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return typeof value === 'string' && value !== '' ? value : null
}

/** The text of a row's key; null when it has none. */
export function keyOf(row: NativeRow, path: string): string | null {
  const key = scalarAt(row, path)
  return key === null ? null : String(key)
}

/** Compares places in the order of a query: nulls last in both directions, ties by key ascending; or all of it from the end. */
export function comparePlaces(a: Place, b: Place, query: Pick<NativeQuery, 'orderBy' | 'key' | 'keyOrder'>): number {
  return query.orderBy?.reversed === true ? compareForwards(b, a, query) : compareForwards(a, b, query)
}

function compareForwards(a: Place, b: Place, query: Pick<NativeQuery, 'orderBy' | 'key' | 'keyOrder'>): number {
  const { orderBy } = query
  if (orderBy !== null && orderBy.path === query.key) {
    const difference = compareKeys(a.key, b.key, query.keyOrder)
    return orderBy.direction === 'ASC' ? difference : -difference
  }
  if (orderBy !== null && (a.value !== null || b.value !== null)) {
    if (a.value === null) return 1
    if (b.value === null) return -1
    const difference = compareValues(a.value, b.value)
    if (difference !== 0) return orderBy.direction === 'ASC' ? difference : -difference
  }
  return compareKeys(a.key, b.key, query.keyOrder)
}

/** Rows strictly after the query's `after`: for systems that start a page at the value, or at the beginning. */
export function rowsAfter(rows: readonly NativeRow[], query: NativeQuery): readonly NativeRow[] {
  const { after, orderBy } = query
  if (after === null || orderBy === null) return rows
  const start: Place = { value: after.value === '' ? null : after.value, key: after.key }
  return rows.filter((row) => comparePlaces({ value: scalarAt(row, orderBy.path), key: keyOf(row, query.key) ?? '' }, start, query) > 0)
}
