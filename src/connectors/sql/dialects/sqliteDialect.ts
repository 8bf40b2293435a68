import { SqliteAdapter, SqliteQueryCompiler, sql } from 'kysely'
import type { Column, ColumnKind } from '../column.ts'
import type { Fragment, SqlDialect } from '../dialect.ts'
import { compilerFor } from './compiler.ts'

const compiler = compilerFor(new SqliteAdapter(), new SqliteQueryCompiler())
/** In the forms that rows have: binary as hex. */
const asText = (ref: Fragment) => sql`case typeof(${ref}) when 'blob' then lower(hex(${ref})) else cast(${ref} as text) end`
const byCodePoint = (text: Fragment) => sql`${text} collate binary`

/** SQLite, where a column's declared type is a hint: dates are compared as texts, numbers as SQLite compares them. */
export const sqliteDialect: SqlDialect = {
  compiler,
  holdsNul: true,
  loose: true,
  saysNullsLast: true,
  fence: sql`limit -1`,
  captures: ['outbox'],
  seesTransactions: false,
  tables: () =>
    sql`select null as "schema", name as "name", name as "handle", 1 as "rank" from sqlite_master where type in ('table', 'view') and name not like 'sqlite|_%' escape '|'`,
  columns: (table) =>
    sql`select name as "name", type as "type", "notnull" as "required", pk as "pk" from pragma_table_xinfo(${table.handle}) where hidden <> 1 order by cid`,
  column: (row) => {
    const type = String(row['type'])
    const kind = kindOf(type)
    return {
      name: String(row['name']),
      kind,
      type,
      nullable: Number(row['required']) === 0,
      element: null,
      plain: kind === 'text',
      codePointOrder: false,
      collation: null,
    }
  },
  selected: (ref) => ref,
  decode: (value) => {
    if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
    return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value
  },
  asText,
  byCodePoint,
  asNumber: (text) => sql`case when ${text} glob '[0-9-]*' and substr(${text}, 2) not glob '*[^0-9.]*' then cast(${text} as numeric) end`,
  typed: (column, value) => again(column, value.text),
  text: (value) => sql`${value}`,
  startsWith: (text, prefix) => {
    const end = successor(prefix)
    const from = sql`${byCodePoint(text)} >= ${prefix}`
    return end === null ? from : sql`(${from} and ${byCodePoint(text)} < ${end})`
  },
  contains: () => null,
  isEmpty: () => null,
  binary: (hex) => sql`${Buffer.from(hex, 'hex')}`,
  ordered: (ref) => ref,
  marked: (expression) => expression,
  again,
  joins: (left, _leftColumn, right) => sql`${left} = ${right}`,
}

/** By the rules of SQLite's own type affinity, with dates apart. */
function kindOf(declared: string): ColumnKind {
  const type = declared.toUpperCase()
  if (type.includes('DATE') || type.includes('TIME') || type === '') return 'other'
  if (type.includes('INT')) return 'integer'
  if (/CHAR|CLOB|TEXT/.test(type)) return 'text'
  if (type.includes('BLOB')) return 'other'
  if (/REAL|FLOA|DOUB|NUM|DEC|BOOL/.test(type)) return 'float'
  return 'other'
}

function again(column: Column, value: string | number): Fragment {
  if (typeof value === 'string' && (column.kind === 'integer' || column.kind === 'float')) {
    if (/^[+-]?\d{1,18}$/.test(value)) return sql`${BigInt(value)}`
    return sql`${Number.isNaN(Number(value)) ? value : Number(value)}`
  }
  return sql`${value}`
}

/** The least text greater than all that start with this one; null when there is none. */
function successor(prefix: string): string | null {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0)
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    if (last < 0x10ffff) return String.fromCodePoint(...points, last === 0xd7ff ? 0xe000 : last + 1)
  }
  return null
}
