import { counters, things } from './contractRows.ts'

/** What differs between databases in the statements below. */
export interface SqlWriting {
  readonly text: string
  readonly date: string
  readonly integer: string
  /** Written after the columns of a table. */
  readonly tail: string
  readonly quote: (value: string) => string
}

/** Statements that make and fill the common tables. */
export function commonTables(writing: SqlWriting): readonly string[] {
  const { text, date, integer, tail, quote } = writing
  const value = (one: string | number | null) => (one === null ? 'null' : typeof one === 'number' ? String(one) : quote(one))
  const insert = (table: string, rows: readonly (readonly (string | number | null)[])[]) =>
    `insert into ${table} values ${rows.map((row) => `(${row.map(value).join(', ')})`).join(', ')}`
  return [
    `create table things (id ${text} not null primary key, name ${text}, born ${date}, n ${integer})${tail}`,
    `create table aliases (thing_id ${text} not null, label ${text}, pos ${integer})${tail}`,
    `create table counters (no ${integer} not null primary key, word ${text})${tail}`,
    insert(
      'things',
      things.map(({ id, name, born, n }) => [id, name, born, n]),
    ),
    insert(
      'aliases',
      things.flatMap(({ id, aliases }) => aliases.map(({ label, pos }) => [id, label, pos])),
    ),
    insert(
      'counters',
      counters.map(({ no, word }) => [no, word]),
    ),
  ]
}

/** The part of a fixture that all databases share. */
export const sqlFixture = {
  sources: { things: 'things', counters: 'counters', aliases: 'aliases' },
  children: 'table',
  typed: true,
  tellsNull: true,
  filters: 'all',
  orders: 'all',
} as const
