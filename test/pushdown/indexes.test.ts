import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Statement } from '../../src/connectors/sql/dialect.ts'
import type { Predicate } from '../../src/model/predicate.ts'
import { type LargeTable, mariadbLargeTable, postgresLargeTable } from './largeTable.ts'

const compare = (field: string, op: 'eq' | 'in' | 'gte' | 'lte', value: string | readonly string[]): Predicate => ({
  kind: 'compare',
  field,
  op,
  value,
})
const questions: readonly (readonly [string, string, Predicate])[] = [
  ['a text', 'label', compare('label', 'eq', 'Name 17')],
  ['a text that has two spellings', 'label', compare('label', 'eq', 'Zo\u00eb')],
  ['one of several texts', 'label', compare('label', 'in', ['Name 17', 'Name 18', 'Name 19'])],
  ['a day in a column of days', 'opened', compare('opened', 'eq', '2003-04-05')],
  ['a span of days', 'opened', { kind: 'and', terms: [compare('opened', 'gte', '2003-04-05'), compare('opened', 'lte', '2003-04-06')] }],
  ['a day in a column of texts', 'born', compare('born', 'eq', '1980-01-02')],
  ['a text that only some records show', 'home', { kind: 'some', field: 'home', term: compare('name', 'eq', 'Town 17') }],
]

/** The columns whose indexes a statement is answered by. */
const systems = {
  PostgreSQL: {
    open: postgresLargeTable,
    indexes: async (table: LargeTable, { sql, parameters }: Statement) => {
      const lines = await table.run({ sql: `explain ${sql}`, parameters })
      return lines.flatMap((line) => /Index Scan (?:using|on) dossiers_(\w+)_idx/.exec(String(line['QUERY PLAN']))?.[1] ?? [])
    },
  },
  MariaDB: {
    open: mariadbLargeTable,
    indexes: async (table: LargeTable, { sql, parameters }: Statement) => {
      const lines = await table.run({ sql: `explain ${sql}`, parameters })
      return lines.flatMap((line) => (line['key'] === null ? [] : [String(line['key'])]))
    },
  },
}

for (const [name, { open, indexes }] of Object.entries(systems)) {
  describe(`a filter on an indexed column of ${name}`, () => {
    let opened: LargeTable | undefined
    const table = (): LargeTable => {
      if (opened === undefined) throw new Error('the table is not there')
      return opened
    }
    beforeAll(async () => {
      opened = await open()
    }, 60_000)
    afterAll(() => opened?.stop())

    it.each(questions)('is answered by the index: %s', async (_what, column, where) => {
      const statement = await table().statementFor(where)
      // What all listed records have in common stands in the same statement.
      expect(statement.sql).toMatch(/where .*colour/)
      expect(await indexes(table(), statement)).toEqual([column])
    })

    it('is told from one that no index serves', async () => {
      const { sql, parameters } = await table().statementFor(compare('colour', 'in', ['RED', 'BLUE']))
      expect(await indexes(table(), { sql: sql.replace(/order by[\s\S]*$/, ''), parameters })).toEqual([])
    })
  })
}
