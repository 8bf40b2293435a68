import { describe, expect, it } from 'vitest'
import { type ContractFixture, callWithin } from '../../../support/connectors/contractFixture.ts'
import { counters, things } from '../../../support/connectors/contractRows.ts'
import { countersQuery, pagesOf, rowsOf, thingsQuery } from './reading.ts'

/** Pages complete a question. */
export function pagingSuite(fixture: () => ContractFixture): void {
  describe('paging', () => {
    const allIds = things.map(({ id }) => id).sort()

    for (const limit of [1, 7, 8, 16, 1000]) {
      it(`gives every row once in pages of ${limit}`, async () => {
        const pages = await pagesOf(fixture(), thingsQuery(fixture(), { limit }))
        expect(pages.flatMap(({ rows }) => rows.map((row) => row['id'])).sort()).toEqual(allIds)
        expect(pages.every(({ rows, capped }) => rows.length <= limit && !capped)).toBe(true)
      })
    }

    it('gives every row once when the pages grow', async () => {
      const ids: unknown[] = []
      let limit = 8
      for (let page: string | null = null, first = true; first || page !== null; first = false) {
        const found = await fixture().connector.find(thingsQuery(fixture(), { limit, page }), callWithin(10_000))
        ids.push(...found.rows.map((row) => row['id']))
        page = found.next
        limit = Math.min(48, limit * 2)
      }
      expect(ids.sort()).toEqual(allIds)
    })

    it('gives what the system holds, character for character', async () => {
      const rows = await rowsOf(fixture(), thingsQuery(fixture()))
      const { typed, tellsNull } = fixture()
      const text = (value: unknown) => (value === null || (value === '' && !tellsNull) ? null : typed ? value : String(value))
      const byId = new Map(rows.map((row) => [row['id'], row]))
      for (const { id, name, born, n } of things) {
        const { name: gotName, born: gotBorn, n: gotN } = byId.get(id) as Record<string, unknown>
        expect({ id, name: text(gotName), born: text(gotBorn), n: text(gotN) }).toEqual({
          id,
          name: text(name),
          born: text(born),
          n: text(n),
        })
      }
    })

    it('gives rows with number keys once', async () => {
      const rows = await rowsOf(fixture(), countersQuery(fixture(), { limit: 2 }))
      expect(rows.map((row) => Number(row['no'])).sort((a, b) => a - b)).toEqual(counters.map(({ no }) => no).sort((a, b) => a - b))
    })

    it('refuses a page that it did not give', async () => {
      await expect(fixture().connector.find(thingsQuery(fixture(), { page: 'nonsense' }), callWithin(5000))).rejects.toMatchObject({
        name: 'ConnectorError',
        reason: 'REFUSED',
      })
    })
  })
}
