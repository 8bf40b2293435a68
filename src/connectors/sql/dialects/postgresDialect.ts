import { PostgresAdapter, PostgresQueryCompiler, sql } from 'kysely'
import type { Column, ColumnKind } from '../column.ts'
import type { DriverRow, Fragment, SqlDialect } from '../dialect.ts'
import { compilerFor } from './compiler.ts'
import { likePattern } from './likePattern.ts'

const kinds: Readonly<Record<string, ColumnKind>> = {
  int2: 'integer',
  int4: 'integer',
  int8: 'bigint',
  numeric: 'decimal',
  float4: 'float',
  float8: 'float',
  bool: 'boolean',
  text: 'text',
  varchar: 'text',
  bpchar: 'text',
  name: 'text',
  citext: 'text',
  date: 'date',
  timestamp: 'timestamp',
  timestamptz: 'instant',
  uuid: 'uuid',
  json: 'json',
  jsonb: 'json',
  bytea: 'binary',
}

/** Types that parameters are cast to; the parameter itself is always text, so that no driver has to know types. */
const casts: Partial<Record<ColumnKind, Fragment>> = {
  integer: sql`bigint`,
  bigint: sql`bigint`,
  decimal: sql`numeric`,
  float: sql`float8`,
  boolean: sql`boolean`,
  date: sql`date`,
  timestamp: sql`timestamp`,
  instant: sql`timestamptz`,
  uuid: sql`uuid`,
}

/** Up to so many values of an array, statistics say best how many rows have one. */
const fewMembers = 16

const compiler = compilerFor(new PostgresAdapter(), new PostgresQueryCompiler())
const text = (value: string) => sql`cast(${value} as text)`
const cast = (kind: ColumnKind, value: string) => sql`cast(${text(value)} as ${casts[kind] ?? sql`text`})`
/** In the forms that rows have, which are the texts of the session's settings. */
const asText = (ref: Fragment) => sql`cast(${ref} as text) collate "C"`

/** PostgreSQL and PGlite. Everything is read as text, so that dates, decimals and large integers arrive as they are stored. */
export const postgresDialect: SqlDialect = {
  compiler,
  holdsNul: false,
  loose: false,
  saysNullsLast: true,
  fence: sql`offset 0`,
  captures: ['slot', 'outbox', 'xmin'],
  seesTransactions: true,
  tables: (schemas) => sql`
    select n.nspname as "schema", c.relname as "name", cast(c.oid as text) as "handle",
      cast(array_position(${schemas === null ? sql`current_schemas(false)` : sql`cast(${sql`array[${sql.join(schemas.map(text))}]`} as name[])`}, n.nspname) as text) as "rank"
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'`,
  columns: (table) => sql`
    select a.attname as "name", b.typname as "type", format_type(a.atttypid, a.atttypmod) as "shown", b.typcategory as "category", e.typname as "element",
      cast(a.attnotnull as text) as "required", l.collname as "collation", cast(coalesce(l.collisdeterministic, true) as text) as "deterministic",
      (select case when coalesce(to_jsonb(d) ->> 'datlocprovider', 'c') in ('c', 'b') then coalesce(to_jsonb(d) ->> 'datlocale', d.datcollate) end
        from pg_catalog.pg_database d where d.datname = current_database()) as "locale"
    from pg_catalog.pg_attribute a
      join pg_catalog.pg_type t on t.oid = a.atttypid
      join pg_catalog.pg_type b on b.oid = coalesce(nullif(t.typbasetype, 0), t.oid)
      left join pg_catalog.pg_type e on e.oid = b.typelem and b.typcategory = 'A'
      left join pg_catalog.pg_collation l on l.oid = a.attcollation
    where a.attrelid = cast(${text(table.handle)} as oid) and a.attnum > 0 and not a.attisdropped
    order by a.attnum`,
  column: (row) => {
    const type = String(row['type'])
    const isArray = row['category'] === 'A'
    const element = isArray ? (kinds[String(row['element'])] ?? 'other') : null
    return {
      name: String(row['name']),
      kind: isArray ? 'array' : (kinds[type] ?? 'other'),
      type: String(row['shown']),
      nullable: row['required'] !== 'true',
      element,
      plain: (type === 'text' || type === 'varchar') && row['deterministic'] === 'true',
      codePointOrder: (type === 'text' || type === 'varchar') && inCodePointOrder(row),
      collation: null,
    }
  },
  selected: (ref, column) => {
    if (column.kind === 'array') return sql`cast(to_json(cast(${ref} as text[])) as text)`
    if (column.kind === 'binary') return sql`encode(${ref}, 'hex')`
    return column.kind === 'float' ? sql`cast(cast(${ref} as float8) as text)` : sql`cast(${ref} as text)`
  },
  decode: (value, column) => {
    if (column.kind === 'array') return decodeArray(JSON.parse(String(value)), column)
    return decodeText(String(value), column.kind)
  },
  asText,
  byCodePoint: (value) => sql`${value} collate "C"`,
  asNumber: (value) => sql`case when ${value} ~ '^-?[0-9]{1,60}([.][0-9]{1,40})?$' then cast(${value} as numeric) end`,
  typed: (column, value) => {
    if (column.kind === 'instant') return cast('instant', `${value.text}+00`)
    if ((column.kind === 'integer' || column.kind === 'bigint') && !value.integer) return cast('decimal', value.text)
    return cast(column.kind, value.text)
  },
  text,
  startsWith: (value, prefix) => sql`${value} like ${text(likePattern(prefix))} escape '|'`,
  contains: (ref, values) => {
    const members = sql`array[${sql.join(values.map(text))}]`
    // What the planner guesses of each of many rare values adds up to a large part of the table, which it then reads; of a subquery it makes one guess.
    return sql`cast(${ref} as text[]) && ${values.length > fewMembers ? sql`(select ${members})` : members}`
  },
  isEmpty: (ref) => sql`cardinality(${ref}) = 0`,
  binary: (hex) => sql`decode(${text(hex)}, 'hex')`,
  ordered: (ref, column) => (column.kind === 'float' ? sql`cast(${ref} as float8)` : ref),
  marked: (expression) => sql`cast(${expression} as text)`,
  again: (column, value) => cast(column.kind, String(value)),
  joins: (left, leftColumn, right, rightColumn) => {
    const alike =
      leftColumn.type === rightColumn.type || (isNumeric(leftColumn) && isNumeric(rightColumn)) || (leftColumn.plain && rightColumn.plain)
    return alike && leftColumn.kind !== 'json' ? sql`${left} = ${right}` : sql`${asText(left)} = ${asText(right)}`
  },
}

function isNumeric({ kind }: Column): boolean {
  return kind === 'integer' || kind === 'bigint' || kind === 'decimal'
}

function inCodePointOrder(row: DriverRow): boolean {
  const collation = row['collation'] === 'default' ? row['locale'] : row['collation']
  return /^(C|POSIX|ucs_basic|C\.utf-?8)$/i.test(String(collation ?? ''))
}

function decodeText(value: string, kind: ColumnKind): unknown {
  if (kind === 'integer' || kind === 'float') return Number.isFinite(Number(value)) ? Number(value) : value
  if (kind === 'boolean') return value === 'true'
  if (kind === 'instant') return value.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)\+00$/, '$1T$2Z')
  return value
}

function decodeArray(members: unknown, column: Column): unknown {
  if (Array.isArray(members)) return members.map((member) => decodeArray(member, column))
  const element = column.element ?? 'other'
  return typeof members === 'string' ? decodeText(element === 'boolean' && members === 't' ? 'true' : members, element) : members
}
