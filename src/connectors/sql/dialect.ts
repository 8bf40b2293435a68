import type { Kysely, RawBuilder } from 'kysely'
import type { NativeCapture } from '../nativeChange.ts'
import type { Column, Table } from './column.ts'
import type { Literal } from './literal.ts'

/** A piece of SQL with its parameters. */
export type Fragment = RawBuilder<unknown>

/** A statement ready to be sent. */
export interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** A row as the driver gives it. */
export type DriverRow = Readonly<Record<string, unknown>>

/** A name in the catalogue. */
export interface TableName {
  readonly schema: string | null
  readonly name: string
  /** Position of its schema in the search path; null when it is not on it. */
  readonly rank: number | null
  /** What `columnsOf` needs to know it by. */
  readonly handle: string
}

/** How one database differs from the others. Everything here is about SQL text; sending it is the session's. */
export interface SqlDialect {
  /** Compiles and quotes; never runs anything. */
  readonly compiler: Kysely<Record<string, never>>
  /** Whether texts can contain NUL. */
  readonly holdsNul: boolean
  /** Whether a column can hold values that are not of its type. */
  readonly loose: boolean
  /** Whether ORDER BY knows NULLS LAST. */
  readonly saysNullsLast: boolean

  /** Put at the end of a subquery, it makes the database work the subquery out by itself. */
  readonly fence: Fragment

  /** Ways in which the database tells of changes. */
  readonly captures: readonly NativeCapture['mode'][]
  /** Whether a statement can tell which transactions are over (`pg_snapshot`). */
  readonly seesTransactions: boolean

  /** Lists tables and views. Columns: schema, name, rank, handle. */
  tables(schemas: readonly string[] | null): Fragment
  /** Lists columns of one table. */
  columns(table: TableName): Fragment
  /** A row of `columns` understood. */
  column(row: DriverRow): Column

  /** How a column is read, so that `decode` gets what it needs. */
  selected(ref: Fragment, column: Column): Fragment
  /** A read value in the form that rows have. Never null. */
  decode(value: unknown, column: Column): unknown

  /** The column as text, in the form that rows have where that is a text. */
  asText(ref: Fragment, column: Column): Fragment
  /** A text that compares and orders by code point. */
  byCodePoint(text: Fragment): Fragment
  /** The number that a text writes, or null. */
  asNumber(text: Fragment): Fragment
  /** A parameter of the column's type. */
  typed(column: Column, value: Literal & { readonly mode: 'typed' }): Fragment
  /** A text parameter. */
  text(value: string): Fragment
  /** Whether a text starts with this one; may be weaker. */
  startsWith(text: Fragment, prefix: string): Fragment
  /** Whether an array has one of these elements; null where there are no arrays. */
  contains(ref: Fragment, values: readonly string[]): Fragment | null
  /** Whether an array has no element. */
  isEmpty(ref: Fragment): Fragment | null
  /** Binary of a hex text. */
  binary(hex: string): Fragment
  /** How a column's values are ordered when text is not the question: the column, or what makes floating point exact. */
  ordered(ref: Fragment, column: Column): Fragment
  /** Reads the value of an `ordered` expression so that `again` gives exactly it back. */
  marked(expression: Fragment, column: Column): Fragment
  /** A value that `marked` read, as a parameter. */
  again(column: Column, value: string | number): Fragment
  /** Whether two columns are equal, whatever their types. */
  joins(left: Fragment, leftColumn: Column, right: Fragment, rightColumn: Column): Fragment
}

/** A table as it stands in a statement. */
export interface Source {
  readonly table: Table
  /** Its name in the statement. */
  readonly alias: string
}
