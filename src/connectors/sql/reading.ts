import { sql } from 'kysely'
import { type Call, type ChildFetch, ConnectorError, type NativePredicate, type NativeRead } from '../connector.ts'
import { type Catalogue, columnOf, rowName } from './catalogue.ts'
import type { Column, Table } from './column.ts'
import { allOf, anyOf, type Condition, comparison, isExactly } from './comparison.ts'
import type { DriverRow, Fragment, Source, SqlDialect } from './dialect.ts'

/** A child table with its columns known. */
export interface Child {
  readonly fetch: ChildFetch
  readonly table: Table
  readonly on: Column
  /** The parent's column. */
  readonly parent: Column
}

/** A read with every name looked up. */
export interface Reading {
  readonly source: Source
  readonly key: Column
  readonly columns: ReadonlyMap<string, Column>
  readonly children: readonly Child[]
}

/** Looks up every name of a read. Throws NO_SOURCE. */
export async function resolveRead(catalogue: Catalogue, read: NativeRead, call: Call): Promise<Reading> {
  const table = await catalogue.table(read.source, call)
  const key = columnOf(table, read.key)
  const children = await Promise.all(
    read.children.map(async (fetch): Promise<Child> => {
      const child = await catalogue.table(fetch.source, call)
      for (const path of [...fetch.fields, ...(fetch.orderBy === null ? [] : [fetch.orderBy])]) columnOf(child, path)
      return { fetch, table: child, on: columnOf(child, fetch.on), parent: columnOf(table, fetch.parent) }
    }),
  )
  const paths = [read.key, ...read.fields, ...read.children.map((child) => child.parent)]
  return { source: { table, alias: 't' }, key, columns: columnsOf(table, paths), children }
}

/** Row name -> column, for these paths. */
export function columnsOf(table: Table, paths: readonly string[]): ReadonlyMap<string, Column> {
  return new Map(paths.map((path) => [rowName(table, path), columnOf(table, path)]))
}

/** A column of a source, quoted. */
export function ref(source: Source, column: Column): Fragment {
  return sql.id(source.alias, column.name)
}

/** `FROM` with the alias. */
export function from({ table, alias }: Source): Fragment {
  const name = table.schema === null ? sql.id(table.name) : sql.id(table.schema, table.name)
  return sql`${name} as ${sql.id(alias)}`
}

/** The columns under the names c0, c1, ..., whatever they are called. */
export function selection(dialect: SqlDialect, source: Source, columns: ReadonlyMap<string, Column>): Fragment {
  return sql.join([...columns.values()].map((column, i) => sql`${dialect.selected(ref(source, column), column)} as ${sql.id(`c${i}`)}`))
}

/** The row that `selection` read. */
export function readColumns(
  dialect: SqlDialect,
  columns: ReadonlyMap<string, Column>,
  row: DriverRow,
  isDocument: (column: Column) => boolean,
): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  let i = 0
  for (const [name, column] of columns) {
    const value = row[`c${i++}`] ?? null
    const decoded = value === null ? null : dialect.decode(value, column)
    Object.defineProperty(result, name, {
      value: isDocument(column) ? document(decoded) : decoded,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  }
  return result
}

/** A text that is not JSON stays as it is: the mapping will say so. */
function document(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}

/** A predicate as SQL: true for every row that satisfies it, and perhaps for more. */
export function condition(
  dialect: SqlDialect,
  reading: Reading,
  predicate: NativePredicate | null,
  isDocument: (table: Table, column: Column) => boolean,
): Condition {
  if (predicate === null) return true
  if (predicate.kind !== 'compare') {
    const terms = predicate.terms.map((term) => condition(dialect, reading, term, isDocument))
    return predicate.kind === 'and' ? allOf(terms) : anyOf(terms)
  }
  const { source } = reading
  if (predicate.child === undefined) {
    const column = columnOf(source.table, predicate.path)
    // A path inside a document is for the hub to look at.
    if (isDocument(source.table, column) || rowName(source.table, predicate.path) !== predicate.path) return true
    return comparison(dialect, ref(source, column), column, predicate.op, predicate.value)
  }
  const child = reading.children.find(({ fetch }) => fetch.name === predicate.child)
  // An array inside the row itself.
  if (child === undefined) return true
  return childCondition(dialect, source, child, predicate, isDocument)
}

/** A predicate as SQL that is true for exactly the rows that satisfy it; null where there is none. Children and documents are for the hub to look at. */
export function exactCondition(
  dialect: SqlDialect,
  reading: Reading,
  predicate: NativePredicate,
  isDocument: (table: Table, column: Column) => boolean,
): Condition | null {
  if (predicate.kind !== 'compare') {
    const terms = predicate.terms.map((term) => exactCondition(dialect, reading, term, isDocument))
    const said = terms.filter((term) => term !== null)
    if (said.length < terms.length) return null
    return predicate.kind === 'and' ? allOf(said) : anyOf(said)
  }
  const { child, path, op, value } = predicate
  const { table } = reading.source
  if (child !== undefined || rowName(table, path) !== path || (op !== 'eq' && op !== 'in')) return null
  const column = columnOf(table, path)
  return isDocument(table, column) ? null : isExactly(dialect, ref(reading.source, column), column, [value].flat())
}

function childCondition(
  dialect: SqlDialect,
  parent: Source,
  child: Child,
  predicate: NativePredicate & { readonly kind: 'compare' },
  isDocument: (table: Table, column: Column) => boolean,
): Condition {
  const column = columnOf(child.table, predicate.path)
  const source: Source = { table: child.table, alias: 'k' }
  const joined = dialect.joins(ref(source, child.on), child.on, ref(parent, child.parent), child.parent)
  const inner = isDocument(child.table, column) ? true : comparison(dialect, ref(source, column), column, predicate.op, predicate.value)
  if (inner === false && predicate.op !== 'isNull') return false
  const some = sql`exists (select 1 from ${from(source)} where ${allOf([joined, inner])})`
  // "No value" may also be said of a row without children.
  return predicate.op === 'isNull' ? sql`(${some} or not exists (select 1 from ${from(source)} where ${joined}))` : some
}

/** `WHERE` of a condition, or nothing. */
export function whereClause(found: Condition): Fragment {
  if (found === true) return sql``
  return found === false ? sql`where 1 = 0` : sql`where ${found}`
}

/** The page token that `SqlConnector` gave. */
export function readToken(token: string): readonly (string | number | null)[] {
  try {
    const place = JSON.parse(Buffer.from(token, 'base64url').toString()) as unknown
    if (Array.isArray(place) && place.every((part) => part === null || typeof part === 'string' || typeof part === 'number')) return place
  } catch {}
  throw new ConnectorError('REFUSED', 'this is no page of this source')
}

/** A token for the place of the last row of a page. */
export function writeToken(place: readonly unknown[]): string {
  const marks = place.map((mark) => (typeof mark === 'bigint' ? String(mark) : (mark ?? null)))
  return Buffer.from(JSON.stringify(marks)).toString('base64url')
}
