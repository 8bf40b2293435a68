import { describe, expect, it } from 'vitest'
import { type ContractFixture, callWithin } from '../../../support/connectors/contractFixture.ts'
import { things } from '../../../support/connectors/contractRows.ts'
import { rowsOf, thingsQuery } from './reading.ts'

/** Deadlines, absence, and the end. */
export function lifeSuite(fixture: () => ContractFixture): void {
  const slowQuery = () => {
    const { slow } = fixture()
    return slow === null
      ? null
      : thingsQuery(fixture(), {
          source: slow.source,
          key: slow.key,
          fields: slow.source === 'slow' && slow.key === 'id' ? ['id'] : ['no'],
        })
  }

  describe('life', () => {
    it('is healthy', async () => {
      await expect(fixture().connector.health(callWithin(5000))).resolves.toBeUndefined()
    })

    it('describes what it can', async () => {
      const { described, connector, sources } = fixture()
      const fields = await connector.describe(sources.things, callWithin(5000))
      expect(fields === null ? null : Object.fromEntries(fields.map(({ path, type }) => [path, { type }]))).toEqual(described)
    })

    it('stops at the deadline, and so does the system', async () => {
      const query = slowQuery()
      if (query === null) return expect(Object.keys(fixture().sources)).toContain('things')
      const started = Date.now()
      await expect(fixture().connector.find(query, callWithin(400))).rejects.toMatchObject({ name: 'ConnectorError', reason: 'TIMEOUT' })
      expect(Date.now() - started).toBeLessThan(900)
      await fixture().slow?.stopped()
    }, 20_000)

    it('stops when the caller goes away, and so does the system', async () => {
      const query = slowQuery()
      if (query === null) return expect(Object.keys(fixture().sources)).toContain('things')
      const caller = new AbortController()
      const started = Date.now()
      const asked = fixture().connector.find(query, callWithin(30_000, caller.signal))
      setTimeout(() => caller.abort(), 300)
      await expect(asked).rejects.toMatchObject({ reason: 'TIMEOUT' })
      expect(Date.now() - started).toBeLessThan(900)
      await fixture().slow?.stopped()
    }, 20_000)

    it('answers others while and after it was stopped', async () => {
      const query = slowQuery()
      const slow =
        query === null
          ? null
          : fixture()
              .connector.find(query, callWithin(300))
              .catch((error: unknown) => error)
      await slow
      expect((await rowsOf(fixture(), thingsQuery(fixture()))).length).toBe(things.length)
    }, 20_000)

    it('asks nothing once the deadline has passed', async () => {
      await expect(fixture().connector.find(thingsQuery(fixture()), callWithin(-1))).rejects.toMatchObject({ reason: 'TIMEOUT' })
    })

    it('says that a system is not there', async () => {
      const absent = await fixture().absent()
      await expect(absent.find(thingsQuery(fixture()), callWithin(5000))).rejects.toMatchObject({
        name: 'ConnectorError',
        reason: 'UNREACHABLE',
      })
      await expect(absent.health(callWithin(5000))).rejects.toMatchObject({ reason: 'UNREACHABLE' })
      await absent.close()
    })

    it('closes more than once, and answers nothing afterwards', async () => {
      await fixture().connector.close()
      await fixture().connector.close()
      await expect(fixture().connector.find(thingsQuery(fixture()), callWithin(5000))).rejects.toMatchObject({
        name: 'ConnectorError',
        reason: 'UNREACHABLE',
      })
    })
  })
}
