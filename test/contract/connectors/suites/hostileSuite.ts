import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConnectorError, type NativeQuery } from '../../../../src/connectors/connector.ts'
import { type ContractFixture, callWithin } from '../../../support/connectors/contractFixture.ts'
import { things } from '../../../support/connectors/contractRows.ts'
import { rowsOf, thingsGet, thingsQuery } from './reading.ts'

const injections = [
  "'",
  '"',
  '`',
  '";--',
  "'; drop table things; --",
  '`; drop table things; #',
  '*',
  '1=1',
  'id) or (1=1',
  '$1',
  '?',
  '${x}',
  '{id}',
  '../../etc',
  '\u0000',
  '\\',
  'pg_sleep(9)',
  'constructor',
  '__proto__',
  'hasOwnProperty',
]
const hostile = fc.oneof(
  fc.constantFrom(...injections),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(...injections).map((text) => `id${text}`),
)

/** Names and values from outside never become statements. */
export function hostileSuite(fixture: () => ContractFixture): void {
  const read = async (query: NativeQuery) => {
    try {
      return (await fixture().connector.find(query, callWithin(5000))).rows
    } catch (error) {
      expect(error).toBeInstanceOf(ConnectorError)
      return []
    }
  }

  describe('hostile input', () => {
    it('is a source that does not exist', async () => {
      await fc.assert(
        fc.asyncProperty(hostile, async (source) => {
          await expect(fixture().connector.find(thingsQuery(fixture(), { source }), callWithin(5000))).rejects.toMatchObject({
            reason: 'NO_SOURCE',
          })
        }),
        { numRuns: 40 },
      )
    })

    it('as a name gives no row more and does no harm', async () => {
      await fc.assert(
        fc.asyncProperty(hostile, fc.constantFrom('key', 'field', 'path', 'order', 'child'), async (name, place) => {
          const base = thingsQuery(fixture(), { limit: 5 })
          if (place === 'key') await read({ ...base, key: name })
          if (place === 'field') await read({ ...base, fields: ['id', name] })
          if (place === 'path') await read({ ...base, where: { kind: 'compare', path: name, op: 'eq', value: 'x' } })
          if (place === 'order') await read({ ...base, orderBy: { path: name, direction: 'ASC' } })
          if (place === 'child')
            await read({ ...base, children: [{ name, source: name, on: name, parent: name, fields: [name], orderBy: name }] })
        }),
        { numRuns: 60 },
      )
      expect((await rowsOf(fixture(), thingsQuery(fixture()))).length).toBe(things.length)
    }, 60_000)

    it('as a value selects nothing and does no harm', async () => {
      const ids = new Set(things.map(({ id }) => id))
      await fc.assert(
        fc.asyncProperty(hostile, async (value) => {
          if (ids.has(value)) return
          expect(
            (await read(thingsQuery(fixture(), { where: { kind: 'compare', path: 'id', op: 'in', value: [value, `${value}'`] } }))).filter(
              (row) => !ids.has(String(row['id'])),
            ),
          ).toEqual([])
          await expect(
            fixture()
              .connector.get(thingsGet(fixture(), [value]), callWithin(5000))
              .then((found) => found.size),
          ).resolves.toBe(0)
          if (fixture().connector.capabilities(fixture().sources.things).orders('born', 'ASC'))
            await read(thingsQuery(fixture(), { orderBy: { path: 'born', direction: 'ASC' }, after: { value, key: value } }))
        }),
        { numRuns: 40 },
      )
      expect((await rowsOf(fixture(), thingsQuery(fixture()))).length).toBe(things.length)
    }, 60_000)

    it('that nearly names a source is told the nearest', async () => {
      await expect(fixture().connector.find(thingsQuery(fixture(), { source: 'thinngs' }), callWithin(5000))).rejects.toThrow(/'things'/)
    })
  })
}
