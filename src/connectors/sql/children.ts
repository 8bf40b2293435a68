import { sql } from 'kysely'
import type { NativeScalar } from '../connector.ts'
import { columnOf } from './catalogue.ts'
import type { Column, Table } from './column.ts'
import { comparison, isText, textOf } from './comparison.ts'
import type { DriverRow, Fragment, Source, SqlDialect } from './dialect.ts'
import { orderTerm } from './keyset.ts'
import { type Child, columnsOf, from, readColumns, ref, selection, whereClause } from './reading.ts'

/** What reading one child table needs. */
export interface ChildRead {
  readonly dialect: SqlDialect
  readonly child: Child
  /** The parents; each gets an array under the child's name. */
  readonly rows: readonly Record<string, unknown>[]
  readonly isDocument: (table: Table, column: Column) => boolean
  readonly run: (statement: Fragment) => Promise<readonly DriverRow[]>
}

/** More parents than this are read in several statements: a page never has as many. */
const parentsAtOnce = 5000

/** Reads the children of all parents in one statement. */
export async function readChildren({ dialect, child, rows, isDocument, run }: ChildRead): Promise<void> {
  const { fetch, table, on } = child
  const byParent = new Map<string, unknown[]>()
  for (const row of rows) {
    const value = parentValue(child, row)
    const children = byParent.get(String(value)) ?? []
    if (value !== null) byParent.set(String(value), children)
    Object.defineProperty(row, fetch.name, { value: children, enumerable: true, configurable: true, writable: true })
  }
  const columns = columnsOf(table, [fetch.on, ...fetch.fields])
  const values = [...byParent.keys()]
  for (let start = 0; start < values.length; start += parentsAtOnce) {
    const statement = childStatement(dialect, child, columns, values.slice(start, start + parentsAtOnce))
    if (statement === null) continue
    for (const found of await run(statement)) {
      const row = readColumns(dialect, columns, found, (column) => isDocument(table, column))
      byParent.get(String(row[nameOf(columns, on)]))?.push(row)
    }
  }
}

function childStatement(
  dialect: SqlDialect,
  { fetch, table, on }: Child,
  columns: ReadonlyMap<string, Column>,
  values: readonly string[],
): Fragment | null {
  const source: Source = { table, alias: 't' }
  const chosen = comparison(dialect, ref(source, on), on, 'in', values)
  if (chosen === false) return null
  const order = fetch.orderBy === null ? sql`` : sql`order by ${childOrder(dialect, source, columnOf(table, fetch.orderBy))}`
  return sql`select ${selection(dialect, source, columns)} from ${from(source)} ${whereClause(chosen)} ${order}`
}

function childOrder(dialect: SqlDialect, source: Source, column: Column): Fragment {
  const name = ref(source, column)
  return orderTerm(dialect, {
    expression: isText(column) ? dialect.byCodePoint(textOf(dialect, name, column)) : name,
    descending: false,
    nullable: column.nullable,
    nullsFirst: false,
  })
}

function parentValue({ parent, fetch }: Child, row: Record<string, unknown>): NativeScalar {
  const value = row[fetch.parent] ?? row[parent.name] ?? null
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function nameOf(columns: ReadonlyMap<string, Column>, wanted: Column): string {
  for (const [name, column] of columns) if (column.name === wanted.name) return name
  return wanted.name
}
