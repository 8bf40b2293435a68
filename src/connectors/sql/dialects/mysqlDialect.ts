import { MysqlAdapter, MysqlQueryCompiler, sql } from 'kysely'
import type { Column, ColumnKind } from '../column.ts'
import type { Fragment, SqlDialect } from '../dialect.ts'
import { compilerFor } from './compiler.ts'
import { likePattern } from './likePattern.ts'

const kinds: Readonly<Record<string, ColumnKind>> = {
  tinyint: 'integer',
  smallint: 'integer',
  mediumint: 'integer',
  int: 'integer',
  year: 'integer',
  bit: 'bigint',
  bigint: 'bigint',
  decimal: 'decimal',
  float: 'float',
  double: 'float',
  char: 'text',
  varchar: 'text',
  tinytext: 'text',
  text: 'text',
  mediumtext: 'text',
  longtext: 'text',
  enum: 'text',
  set: 'text',
  date: 'date',
  datetime: 'timestamp',
  timestamp: 'instant',
  json: 'json',
  binary: 'binary',
  varbinary: 'binary',
  tinyblob: 'binary',
  blob: 'binary',
  mediumblob: 'binary',
  longblob: 'binary',
  geometry: 'binary',
  point: 'binary',
}

const compiler = compilerFor(new MysqlAdapter(), new MysqlQueryCompiler())
const asText = (ref: Fragment) => sql`cast(${ref} as char character set utf8mb4)`
/** The bytes of UTF-8 order as code points do, on every server and without padding. */
const byCodePoint = (text: Fragment) => sql`cast(convert(${text} using utf8mb4) as binary)`
const integers = sql`decimal(65, 0)`
const decimals = sql`decimal(65, 30)`

/** MySQL and MariaDB. */
export const mysqlDialect: SqlDialect = {
  compiler,
  holdsNul: true,
  loose: false,
  saysNullsLast: false,
  fence: sql`limit 18446744073709551615`,
  captures: ['outbox'],
  seesTransactions: false,
  tables: (schemas) => sql`
    select table_schema as \`schema\`, table_name as \`name\`, table_name as \`handle\`,
      case when table_schema = ${schemas?.[0] ?? sql`database()`} then 1 end as \`rank\`
    from information_schema.tables where table_schema not in ('information_schema', 'mysql', 'performance_schema', 'sys')`,
  columns: (table) => sql`
    select column_name as \`name\`, lower(data_type) as \`type\`, column_type as \`shown\`, is_nullable as \`nullable\`,
      character_set_name as \`charset\`, collation_name as \`collation\`
    from information_schema.columns where table_schema = ${table.schema} and table_name = ${table.name} order by ordinal_position`,
  column: (row) => {
    const type = String(row['type'])
    const collation = row['collation'] === null ? null : String(row['collation'])
    return {
      name: String(row['name']),
      kind: kinds[type] ?? 'other',
      type: String(row['shown']),
      nullable: row['nullable'] !== 'NO',
      element: null,
      plain: kinds[type] === 'text' && type !== 'enum' && type !== 'set' && /^utf8/.test(String(row['charset'])),
      codePointOrder: collation === 'utf8mb4_nopad_bin' || collation === 'utf8mb4_0900_bin',
      collation,
    }
  },
  selected: (ref, column) => {
    if (column.kind === 'float') return sql`${ref} + 0e0`
    if (isBit(column)) return sql`cast(${ref} + 0 as char)`
    if (column.kind === 'binary') return sql`lower(hex(${ref}))`
    return column.kind === 'json' || column.kind === 'other' ? asText(ref) : ref
  },
  decode: (value, { kind }) => {
    if (kind === 'instant') return String(value).replace(/^(\S+) (\S+)$/, '$1T$2Z')
    if (kind === 'integer' || kind === 'float') return Number(value)
    return String(value)
  },
  asText: (ref, column) => asText(isBit(column) ? sql`${ref} + 0` : ref),
  byCodePoint,
  asNumber: (text) => sql`case when ${text} regexp '^-?[0-9]{1,35}([.][0-9]{1,30})?$' then cast(${text} as ${decimals}) end`,
  typed: (column, value) => again(column, value.text, value.integer),
  text: (value) => sql`${value}`,
  startsWith: (text, prefix) => sql`${text} like ${likePattern(prefix)} escape '|'`,
  contains: () => null,
  isEmpty: () => null,
  binary: (hex) => sql`unhex(${hex})`,
  ordered: (ref, column) => (column.kind === 'float' ? sql`${ref} + 0e0` : isBit(column) ? sql`${ref} + 0` : ref),
  marked: (expression, column) =>
    column.kind === 'text' || column.kind === 'other' ? sql`convert(${expression} using utf8mb4)` : sql`cast(${expression} as char)`,
  again: (column, value) => again(column, String(value), false),
  joins: (left, leftColumn, right, rightColumn) => {
    const texts = [leftColumn, rightColumn].filter(({ kind }) => kind === 'text' || kind === 'other')
    const alike =
      texts.length === 0 || (texts.length === 2 && leftColumn.collation === rightColumn.collation && leftColumn.type === rightColumn.type)
    return alike ? sql`${left} = ${right}` : sql`${byCodePoint(asText(left))} = ${byCodePoint(asText(right))}`
  },
}

function isBit(column: Column): boolean {
  return column.type.startsWith('bit')
}

function again(column: Column, value: string, integer: boolean): Fragment {
  switch (column.kind) {
    case 'integer':
    case 'bigint':
      return integer || Math.abs(Number(value)) < 1e30 ? sql`cast(${value} as ${integer ? integers : decimals})` : sql`(${value} + 0e0)`
    case 'decimal':
      // Beyond what a decimal holds, a double is near enough: nothing stored is as large.
      return Math.abs(Number(value)) < 1e30 ? sql`cast(${value} as ${decimals})` : sql`(${value} + 0e0)`
    case 'float':
      return sql`(${value} + 0e0)`
    case 'date':
      return sql`cast(${value} as date)`
    case 'timestamp':
    case 'instant':
      return sql`cast(${value} as datetime(6))`
    default:
      return sql`${value}`
  }
}
