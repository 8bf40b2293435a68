import { sql } from 'kysely'
import { ConnectorError, type NativeQuery, type NativeRead, type NativeScalar } from '../connector.ts'
import type { Column } from './column.ts'
import { allOf, anyOf, type Condition, isText, textOf } from './comparison.ts'
import type { Fragment, SqlDialect } from './dialect.ts'
import { literal, numeral } from './literal.ts'
import { storable } from './storable.ts'

/** One component of a total order. */
export interface SortPart {
  readonly expression: Fragment
  readonly descending: boolean
  readonly nullable: boolean
  /** Nulls come last in both directions, and first where an order is read from its end. */
  readonly nullsFirst: boolean
  /** Reads a row's place back without loss. */
  readonly mark: Fragment
  /** A place that `mark` gave, as a parameter. */
  readonly again: (value: string | number) => Fragment
  /** A place that the hub names. */
  readonly place: (value: Exclude<NativeScalar, null>) => Fragment | null
}

/** Where a row stands: one entry for each part. */
export type Place = readonly (Fragment | null)[]

/** The parts of a query's order: its path, then the key. Without an order, the key alone. */
export function sortParts(dialect: SqlDialect, query: NativeQuery, refOf: (path: string) => { ref: Fragment; column: Column }): SortPart[] {
  const parts = forwards(dialect, query, refOf)
  return query.orderBy?.reversed === true ? parts.map((part) => ({ ...part, descending: !part.descending, nullsFirst: true })) : parts
}

function forwards(dialect: SqlDialect, query: NativeQuery, refOf: (path: string) => { ref: Fragment; column: Column }): SortPart[] {
  const key = refOf(query.key)
  const keyParts = keyOrder(dialect, key.ref, key.column, query.keyOrder)
  if (query.orderBy === null) return keyParts
  const { ref, column } = refOf(query.orderBy.path)
  const descending = query.orderBy.direction === 'DESC'
  if (column.name === key.column.name) return keyParts.map((part) => ({ ...part, descending }))
  if (isText(column) || column.kind === 'json' || column.kind === 'binary' || column.kind === 'array')
    return [textPart(dialect, ref, column, descending), ...keyParts]
  const expression = dialect.ordered(ref, column)
  const part: SortPart = {
    expression,
    descending,
    nullable: column.nullable,
    nullsFirst: false,
    mark: dialect.marked(expression, column),
    again: (value) => dialect.again(column, value),
    place: (value) => {
      const found = literal(column.kind, value)
      return found.mode === 'typed' ? dialect.typed(column, found) : null
    },
  }
  return [part, ...keyParts]
}

function textPart(dialect: SqlDialect, ref: Fragment, column: Column, descending: boolean): SortPart {
  const text = sql`nullif(${textOf(dialect, ref, column)}, '')`
  const place = (value: string | number | boolean) => dialect.byCodePoint(dialect.text(storable(String(value), dialect.holdsNul).text))
  return { expression: dialect.byCodePoint(text), descending, nullable: true, nullsFirst: false, mark: text, again: place, place }
}

function keyOrder(dialect: SqlDialect, ref: Fragment, column: Column, order: NativeRead['keyOrder']): SortPart[] {
  const isNumber = column.kind === 'integer' || column.kind === 'bigint' || column.kind === 'decimal' || column.kind === 'float'
  const common = { descending: false, nullable: false, nullsFirst: false }
  const number = (value: string | number | boolean) => {
    const found = numeral(String(value))
    return found.mode === 'typed' ? found : null
  }
  if (order === 'number' && isNumber) {
    const expression = dialect.ordered(ref, column)
    const place = (value: string | number | boolean) => {
      const found = number(value)
      return found === null ? null : dialect.typed(column, found)
    }
    return [{ ...common, expression, mark: dialect.marked(expression, column), again: (value) => dialect.again(column, value), place }]
  }
  const text = textOf(dialect, ref, column)
  // A column that orders by code point itself is left as it stands, and so is what it is compared with: its index serves.
  const ordered = (fragment: Fragment) => (column.codePointOrder ? fragment : dialect.byCodePoint(fragment))
  const textPlace = (value: string | number | boolean) => ordered(dialect.text(storable(String(value), dialect.holdsNul).text))
  const expression = ordered(text)
  const byText: SortPart = { ...common, expression, mark: text, again: textPlace, place: textPlace }
  if (order === 'text') return [byText]
  const asNumber = (value: Fragment) => dialect.asNumber(value)
  const place = (value: string | number | boolean) => (/^-?\d+(\.\d+)?$/.test(String(value)) ? asNumber(dialect.text(String(value))) : null)
  const numeric: SortPart = {
    ...common,
    nullable: true,
    expression: asNumber(text),
    mark: text,
    again: (value) => asNumber(dialect.text(String(value))),
    place,
  }
  return [numeric, byText]
}

/** ORDER BY of the parts. */
export function orderBy(dialect: SqlDialect, parts: readonly SortPart[]): Fragment {
  return sql.join(parts.map((part) => orderTerm(dialect, part)))
}

/** One term of ORDER BY. */
export function orderTerm(
  dialect: SqlDialect,
  { expression, descending, nullable, nullsFirst }: Pick<SortPart, 'expression' | 'descending' | 'nullable' | 'nullsFirst'>,
): Fragment {
  const direction = descending ? sql`desc` : sql`asc`
  if (!nullable) return sql`${expression} ${direction}`
  // An index serves an order that says it this way; where it cannot be said, false comes before true.
  if (dialect.saysNullsLast) return sql`${expression} ${direction} ${nullsFirst ? sql`nulls first` : sql`nulls last`}`
  return sql`(${expression}) is null ${nullsFirst ? sql`desc` : sql`asc`}, ${expression} ${direction}`
}

/** Only rows strictly after a place. */
export function strictlyAfter(parts: readonly SortPart[], place: Place): Condition {
  const alternatives = parts.map((part, i) =>
    allOf([...parts.slice(0, i).map((earlier, j) => atPlace(earlier, place[j] ?? null)), beyond(part, place[i] ?? null)]),
  )
  return allOf([notBefore(parts[0], place[0] ?? null), anyOf(alternatives)])
}

/** Implied by the rest, and said for the index: it starts at the place, where alternatives alone would have it read everything that comes before. */
function notBefore(part: SortPart | undefined, place: Fragment | null): Condition {
  if (part === undefined || part.nullable || place === null) return true
  return part.descending ? sql`${part.expression} <= ${place}` : sql`${part.expression} >= ${place}`
}

/** The place of the hub's `after`. Throws REFUSED when the column cannot hold its value. */
export function placeOf(parts: readonly SortPart[], after: NonNullable<NativeQuery['after']>, ordersByKey: boolean): Place {
  return parts.map((part, i) => {
    const value = i === 0 && !ordersByKey ? after.value : after.key
    if (value === null || value === '') return null
    const place = part.place(value)
    if (place === null && !part.nullable)
      throw new ConnectorError('REFUSED', 'the position to go on from does not fit the column ordered by')
    return place
  })
}

function atPlace({ expression, nullable }: SortPart, place: Fragment | null): Condition {
  if (place !== null) return sql`${expression} = ${place}`
  return nullable ? sql`(${expression}) is null` : false
}

function beyond({ expression, descending, nullable, nullsFirst }: SortPart, place: Fragment | null): Condition {
  if (place === null) return nullsFirst && nullable ? sql`(${expression}) is not null` : false
  const further = descending ? sql`${expression} < ${place}` : sql`${expression} > ${place}`
  return nullable && !nullsFirst ? anyOf([further, sql`(${expression}) is null`]) : further
}
