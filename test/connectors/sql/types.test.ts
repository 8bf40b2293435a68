import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NativeOperator, NativePredicate, NativeQuery, NativeScalar } from '../../../src/connectors/connector.ts'
import { callWithin } from '../../support/connectors/contractFixture.ts'
import { mariadbTypes, postgresTypes, sqliteTypes, type TypedTable } from '../../support/connectors/typedTables.ts'

const kinds = { postgres: postgresTypes, mysql: mariadbTypes, sqlite: sqliteTypes }
const operators: readonly NativeOperator[] = ['eq', 'in', 'startsWith', 'gt', 'gte', 'lt', 'lte', 'isNull']
const awkward: readonly NativeScalar[] = [
  'abc',
  '',
  ' ',
  '%',
  "'",
  '\u0000',
  '\ud800',
  '1985',
  '1985-03',
  '1985-13-45',
  '2020-02-30',
  '0000-00-00',
  '24:61',
  'true',
  'infinity',
  'NaN',
  '1e400',
  '9'.repeat(300),
  '99999999999999999999',
  '-5',
  '3.5',
  '0x10',
  '2020-01-02T03:04:05.1234567Z',
  '2020-01-02 03:04:05+02:00',
  'a0eebc99',
  'zz',
  '{}',
  '[1',
  0,
  -1,
  1.5,
  Number.MAX_VALUE,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  false,
]

for (const [kind, make] of Object.entries(kinds)) {
  describe(`columns of ${kind}`, () => {
    let table: TypedTable
    beforeAll(async () => {
      table = await make()
    }, 60_000)
    afterAll(() => table?.stop())

    const columns = () => Object.keys(table.rows['one'] ?? {})
    const query = (differences: Partial<NativeQuery>): NativeQuery => ({
      source: 'typed',
      key: 'id',
      keyOrder: 'text',
      fields: columns(),
      children: [],
      where: null,
      orderBy: null,
      after: null,
      limit: 100,
      page: null,
      ...differences,
    })
    const idsWhere = async (where: NativePredicate) =>
      (await table.connector.find(query({ where, fields: ['id'] }), callWithin(5000))).rows.map((row) => row['id'])

    it('arrive in the documented forms', async () => {
      const { rows } = await table.connector.find(query({}), callWithin(5000))
      expect(Object.fromEntries(rows.map((row) => [row['id'], row]))).toEqual(table.rows)
    })

    it('never fail, whatever they are compared with', async () => {
      for (const path of columns()) {
        for (const op of operators) {
          for (const value of awkward) await idsWhere({ kind: 'compare', path, op, value: op === 'in' ? [value, 'x', null] : value })
        }
      }
    }, 60_000)

    it('are found by the value that they arrived with', async () => {
      for (const [id, row] of Object.entries(table.rows)) {
        for (const [path, value] of Object.entries(row)) {
          if (value === null || typeof value === 'object') continue
          for (const op of ['eq', 'gte', 'lte', 'startsWith'] as const) {
            if (op === 'startsWith' && typeof value !== 'string') continue
            expect([path, op, await idsWhere({ kind: 'compare', path, op, value: value as NativeScalar })]).toEqual([
              path,
              op,
              expect.arrayContaining([id]),
            ])
          }
        }
      }
    }, 60_000)

    it('are told apart by value', async () => {
      for (const path of ['small', 'big', 'price', 'day', 'wall']) {
        expect([path, await idsWhere({ kind: 'compare', path, op: 'eq', value: table.rows['one']?.[path] as NativeScalar })]).toEqual([
          path,
          ['one'],
        ])
      }
      expect(await idsWhere({ kind: 'compare', path: 'big', op: 'gt', value: '9007199254740992' })).toEqual(['one'])
      expect(await idsWhere({ kind: 'compare', path: 'day', op: 'gte', value: '2019-03' })).toEqual(['one'])
      expect(await idsWhere({ kind: 'compare', path: 'small', op: 'eq', value: 'abc' })).toEqual([])
      expect((await idsWhere({ kind: 'compare', path: 'Odd "Name', op: 'isNull', value: null })).sort()).toEqual(['none', 'two'])
    })

    it('can all be ordered by, and paged through one row at a time', async () => {
      for (const path of columns()) {
        for (const direction of ['ASC', 'DESC'] as const) {
          const ids: unknown[] = []
          let page: string | null = null
          do {
            const found = await table.connector.find(query({ orderBy: { path, direction }, limit: 1, page }), callWithin(5000))
            ids.push(...found.rows.map((row) => row['id']))
            page = found.next
          } while (page !== null && ids.length < 10)
          expect([path, direction, ids.toSorted()]).toEqual([path, direction, ['none', 'one', 'two']])
        }
      }
    })

    it('of floating point and large numbers go on exactly after a row', async () => {
      for (const path of ['ratio', 'big', 'price', 'wall']) {
        const value = table.rows['two']?.[path] as NativeScalar
        const found = await table.connector.find(
          query({ orderBy: { path, direction: 'ASC' }, after: { value, key: 'two' } }),
          callWithin(5000),
        )
        expect([path, found.rows.some((row) => row['id'] === 'two')]).toEqual([path, false])
      }
    })

    it('are described', async () => {
      const described = await table.connector.describe('typed', callWithin(5000))
      expect(described?.map(({ path }) => path).sort()).toEqual(columns().sort())
      expect(described?.find(({ path }) => path === 'id')?.type).toMatch(/text|varchar/i)
    })

    it('are read-only', async () => {
      const written = table.session.run({ sql: `insert into ${table.table} (id) values ('x')`, parameters: [] }, callWithin(5000))
      await expect(written).rejects.toMatchObject({ name: 'ConnectorError', reason: 'REFUSED' })
    })

    it('that are missing are an error that tells the nearest', async () => {
      await expect(table.connector.find(query({ fields: ['id', 'dday'] }), callWithin(5000))).rejects.toThrow(
        "there is no column 'dday' in 'typed' (is it 'day'?)",
      )
    })
  })
}
