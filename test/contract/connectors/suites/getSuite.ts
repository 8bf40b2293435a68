import { describe, expect, it } from 'vitest'
import { type ContractFixture, callWithin } from '../../../support/connectors/contractFixture.ts'
import { counters, things } from '../../../support/connectors/contractRows.ts'
import { countersQuery, thingsGet } from './reading.ts'

/** Rows by key. */
export function getSuite(fixture: () => ContractFixture): void {
  describe('get', () => {
    it('gives the rows of all keys, odd ones too', async () => {
      const keys = things.map(({ id }) => id)
      const found = await fixture().connector.get(thingsGet(fixture(), keys), callWithin(10_000))
      // A REST path cannot name a row "..".
      const reachable = keys.filter((key) => found.has(key) || key !== '..')
      expect([...found.keys()].sort()).toEqual(reachable.sort())
      for (const [key, row] of found) expect(row['id']).toBe(key)
    })

    it('leaves absent keys out', async () => {
      const keys = ['a', 'A', 'a ', ' a', 'absent', '', '%', '_', "' or '1'='1", '\u0000', 'a\u0000', '\ud83d', '9'.repeat(400)]
      const found = await fixture().connector.get(thingsGet(fixture(), keys), callWithin(10_000))
      expect([...found.keys()]).toEqual(['a'])
    })

    it('takes no key for another that a collation calls equal', async () => {
      for (const keys of [['A'], ['a '], ['K1'], ['k1 '], ['Sl/ash']]) {
        expect([keys, (await fixture().connector.get(thingsGet(fixture(), keys), callWithin(5000))).size]).toEqual([keys, 0])
      }
    })

    it('gives nothing for no keys, and each key once', async () => {
      expect((await fixture().connector.get(thingsGet(fixture(), []), callWithin(5000))).size).toBe(0)
      expect((await fixture().connector.get(thingsGet(fixture(), ['b', 'b']), callWithin(5000))).size).toBe(1)
    })

    it('gives rows by number keys, and only by numbers', async () => {
      const { source, key, keyOrder, fields, children } = countersQuery(fixture())
      const keys = [...counters.map(({ no }) => String(no)), '01', '1.0', 'one', '12345678901234567890', '-1']
      const found = await fixture().connector.get({ source, key, keyOrder, fields, children, keys }, callWithin(10_000))
      expect([...found.keys()].sort()).toEqual(counters.map(({ no }) => String(no)).sort())
      expect(found.get('100')?.['word']).toBe('w1')
    })

    it('gives many keys', async () => {
      const keys = [...Array.from({ length: 2000 }, (_, i) => `absent${i}`), 'k1', 'k2']
      expect([...(await fixture().connector.get(thingsGet(fixture(), keys), callWithin(20_000))).keys()].sort()).toEqual(['k1', 'k2'])
    }, 30_000)
  })
}
