import { sql } from 'kysely'
import type { NativeOperator, NativeScalar } from '../connector.ts'
import type { Column, ColumnKind } from './column.ts'
import type { Fragment, SqlDialect } from './dialect.ts'
import { type Literal, literal } from './literal.ts'
import { storable, upperBound } from './storable.ts'

/** A condition, or its value where it is the same for every row. */
export type Condition = Fragment | boolean

type Bound = 'gt' | 'gte' | 'lt' | 'lte'
type Value = Exclude<NativeScalar, null>

/** More values than this are not sent in one `in`: the hub narrows by itself. */
const mostValues = 5000

/**
 * A comparison as SQL: true for every row that satisfies it, and perhaps for more. `true` means that the database cannot tell; `false`, that no row can
 * satisfy it. Never fails in the database, whatever the value.
 */
export function comparison(
  dialect: SqlDialect,
  ref: Fragment,
  column: Column,
  op: NativeOperator,
  value: NativeScalar | readonly NativeScalar[],
): Condition {
  if (op === 'isNull') return isNull(dialect, ref, column)
  const values = [value].flat().filter((one) => one !== null)
  if (values.length === 0) return false
  if (values.length > mostValues || column.kind === 'json') return true
  if (op === 'eq' || op === 'in') return equalsOne(dialect, ref, column, values)
  const [one] = values
  if (one === undefined || column.kind === 'array' || column.kind === 'binary') return true
  // The text of these is not the text that rows have.
  if (op === 'startsWith' && (column.kind === 'instant' || column.kind === 'timestamp' || column.kind === 'float')) return true
  if (op === 'startsWith') return dialect.startsWith(textOf(dialect, ref, column), storable(String(one), dialect.holdsNul).text)
  // A text that writes a number does not order as one.
  if (typeof one === 'number' && isText(column)) return true
  return bounded(dialect, ref, column, op, one)
}

/** A text that is empty counts as unknown, as it does to a mapping. */
function isNull(dialect: SqlDialect, ref: Fragment, column: Column): Condition {
  if (column.kind === 'json') return true
  const empty =
    column.kind === 'array' ? dialect.isEmpty(ref) : isText(column) ? sql`${textOf(dialect, ref, column)} = ${dialect.text('')}` : null
  if (empty === null) return column.nullable ? sql`${ref} is null` : false
  return sql`(${ref} is null or ${empty})`
}

function equalsOne(dialect: SqlDialect, ref: Fragment, column: Column, values: readonly Value[]): Condition {
  if (column.kind === 'array') {
    const members = values.map(String).filter((text) => storable(text, dialect.holdsNul).whole)
    return members.length === 0 ? false : (dialect.contains(ref, members) ?? true)
  }
  if (column.kind === 'binary') {
    const hex = values.map(String).filter((text) => /^([0-9a-f]{2})*$/i.test(text))
    return isOneOf(ref, hex.map(dialect.binary))
  }
  const typed: Fragment[] = []
  const texts: Fragment[] = []
  for (const value of values) {
    const found = place(dialect, column, value)
    if (found.mode === 'typed' && found.whole) typed.push(operand(dialect, column, found))
    if (found.mode === 'text' && storable(found.text, dialect.holdsNul).whole) texts.push(dialect.text(found.text))
  }
  return anyOf([isOneOf(operandOf(dialect, ref, column), typed), isOneOf(dialect.asText(ref, column), texts)])
}

/** Kinds of columns whose values equal the same values in every system. */
const plainlyEqual: readonly ColumnKind[] = ['text', 'other', 'integer', 'bigint', 'boolean', 'date', 'uuid']

/** Whether a column holds one of these values, code point by code point whatever its collation; null where the database cannot tell exactly. */
export function isExactly(dialect: SqlDialect, ref: Fragment, column: Column, values: readonly NativeScalar[]): Condition | null {
  if (!plainlyEqual.includes(column.kind) || values.length > mostValues) return null
  const found = comparison(dialect, ref, column, 'in', values)
  if (!isText(column) || typeof found === 'boolean') return found
  // The comparison as the column makes it stays beside the exact one: its index serves.
  const texts = values
    .filter((value) => value !== null)
    .map(String)
    .filter((text) => storable(text, dialect.holdsNul).whole)
  const text = dialect.byCodePoint(textOf(dialect, ref, column))
  return allOf([
    found,
    isOneOf(
      text,
      texts.map((one) => dialect.byCodePoint(dialect.text(one))),
    ),
  ])
}

function bounded(dialect: SqlDialect, ref: Fragment, column: Column, op: Bound, value: Value): Condition {
  const found = place(dialect, column, value)
  if (found.mode === 'never') return false
  if (found.mode === 'typed' && !isText(column)) {
    return sql`${dialect.ordered(ref, column)} ${operators[found.whole ? op : inclusive[op]]} ${dialect.typed(column, found)}`
  }
  const cut = storable(found.text, dialect.holdsNul)
  const bound = op === 'gt' || op === 'gte' ? cut.text : upperBound(cut)
  const text = dialect.byCodePoint(textOf(dialect, ref, column))
  return sql`${text} ${operators[cut.whole ? op : inclusive[op]]} ${dialect.byCodePoint(dialect.text(bound))}`
}

const operators = { gt: sql`>`, gte: sql`>=`, lt: sql`<`, lte: sql`<=` }
const inclusive = { gt: 'gte', gte: 'gte', lt: 'lte', lte: 'lte' } as const

/** The value among the column's values; a text that the database cannot hold equals none of them. */
function place(dialect: SqlDialect, column: Column, value: Value): Literal {
  const found = literal(column.kind, value)
  if (found.mode === 'never') return dialect.loose ? { mode: 'text', text: String(value) } : found
  if (found.mode === 'typed' && isText(column)) return { ...found, whole: storable(found.text, dialect.holdsNul).whole }
  return found
}

function operand(dialect: SqlDialect, column: Column, value: Literal & { readonly mode: 'typed' }): Fragment {
  return isText(column) ? dialect.text(value.text) : dialect.typed(column, value)
}

function operandOf(dialect: SqlDialect, ref: Fragment, column: Column): Fragment {
  return isText(column) ? textOf(dialect, ref, column) : dialect.ordered(ref, column)
}

/** Whether the column is compared as text. */
export function isText({ kind }: Column): boolean {
  return kind === 'text' || kind === 'other'
}

/** The column as a text: as it stands where it is one, so that its index serves. */
export function textOf(dialect: SqlDialect, ref: Fragment, column: Column): Fragment {
  return column.plain ? ref : dialect.asText(ref, column)
}

function isOneOf(ref: Fragment, values: readonly Fragment[]): Condition {
  if (values.length === 0) return false
  return values.length === 1 ? sql`${ref} = ${values[0]}` : sql`${ref} in (${sql.join(values)})`
}

/** All of these. */
export function allOf(conditions: readonly Condition[]): Condition {
  const open = conditions.filter((condition) => condition !== true)
  if (open.includes(false)) return false
  return open.length === 0 ? true : sql`(${sql.join(open, sql` and `)})`
}

/** One of these. */
export function anyOf(conditions: readonly Condition[]): Condition {
  const open = conditions.filter((condition) => condition !== false)
  if (open.includes(true)) return true
  return open.length === 0 ? false : sql`(${sql.join(open, sql` or `)})`
}
