import { describe, expect, it } from 'vitest'
import type { ContractFixture } from '../../../support/connectors/contractFixture.ts'
import { counters, type Thing, things } from '../../../support/connectors/contractRows.ts'
import { byCodePoint, byValue } from '../../../support/connectors/referenceOrder.ts'
import { countersQuery, rowsOf, thingsQuery } from './reading.ts'

type Direction = 'ASC' | 'DESC'

/** Orders are total, by code point, nulls last, and can be gone on with from any place. */
export function orderSuite(fixture: () => ContractFixture): void {
  const offered = (path: string, direction: Direction) => fixture().connector.capabilities(fixture().sources.things).orders(path, direction)
  const valueOf = (path: 'name' | 'born' | 'n') => (thing: Thing) => {
    const value = thing[path]
    return value === '' ? null : fixture().typed || value === null ? value : String(value)
  }
  const expected = (path: 'name' | 'born' | 'n', direction: Direction) => things.toSorted(byValue(valueOf(path), direction, ({ id }) => id))
  const idsOf = async (
    path: string,
    direction: Direction,
    limit: number,
    after: { value: string | number | null; key: string } | null = null,
    reversed = false,
  ) => (await rowsOf(fixture(), thingsQuery(fixture(), { orderBy: { path, direction, reversed }, limit, after }))).map((row) => row['id'])

  describe('order', () => {
    it('offers what it is expected to', () => {
      const { orders } = fixture()
      const all = ['name', 'born', 'n'].flatMap((path): [string, Direction][] => [
        [path, 'ASC'],
        [path, 'DESC'],
      ])
      for (const [path, direction] of orders === 'all' ? all : orders)
        expect([path, direction, offered(path, direction)]).toEqual([path, direction, true])
      expect(offered('id', 'ASC')).toBe(true)
    })

    for (const path of ['name', 'born', 'n'] as const) {
      for (const direction of ['ASC', 'DESC'] as const) {
        it(`by ${path} ${direction}, where offered, is total with nulls last`, async () => {
          if (!offered(path, direction)) return expect(fixture().orders).not.toBe('all')
          expect(await idsOf(path, direction, 9)).toEqual(expected(path, direction).map(({ id }) => id))
        })

        it(`by ${path} ${direction}, where offered, goes on strictly after any row`, async () => {
          if (!offered(path, direction)) return expect(fixture().orders).not.toBe('all')
          const order = expected(path, direction)
          for (const at of [0, 1, 5, 23, 48, 60, 71, 78, 80, 82]) {
            const row = order[at] as Thing
            const found = await idsOf(path, direction, 50, { value: valueOf(path)(row), key: row.id })
            expect(found).toEqual(order.slice(at + 1).map(({ id }) => id))
          }
        })

        it(`by ${path} ${direction}, where offered from its end, is the same order the other way round`, async () => {
          const reverses = fixture().connector.capabilities(fixture().sources.things).reverses === true
          if (!reverses || !offered(path, direction)) return expect(fixture().orders).not.toBe('all')
          const order = expected(path, direction).toReversed()
          expect(await idsOf(path, direction, 9, null, true)).toEqual(order.map(({ id }) => id))
          for (const at of [0, 1, 5, 23, 48, 60, 71, 78, 80, 82]) {
            const row = order[at] as Thing
            const found = await idsOf(path, direction, 7, { value: valueOf(path)(row), key: row.id }, true)
            expect(found).toEqual(order.slice(at + 1).map(({ id }) => id))
          }
        })
      }
    }

    it('by key goes on after any key', async () => {
      const order = things.map(({ id }) => id).sort(byCodePoint)
      for (const at of [0, 2, 40, order.length - 1]) {
        const key = order[at] as string
        expect(await idsOf('id', 'ASC', 50, { value: key, key })).toEqual(order.slice(at + 1))
      }
    })

    it('by number key orders as numbers', async () => {
      const { connector, sources } = fixture()
      if (!connector.capabilities(sources.counters).orders('no', 'ASC')) return expect(fixture().orders).not.toBe('all')
      const order = counters.map(({ no }) => no).sort((a, b) => a - b)
      const numbers = async (after: number | null) => {
        const place = after === null ? null : { value: after, key: String(after) }
        const rows = await rowsOf(
          fixture(),
          countersQuery(fixture(), { orderBy: { path: 'no', direction: 'ASC' }, limit: 2, after: place }),
        )
        return rows.map((row) => Number(row['no']))
      }
      expect(await numbers(null)).toEqual(order)
      expect(await numbers(9)).toEqual(order.filter((no) => no > 9))
    })
  })
}
