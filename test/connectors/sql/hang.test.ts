import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connector, NativeQuery } from '../../../src/connectors/connector.ts'
import { openConnector } from '../../../src/connectors/open.ts'
import { callWithin } from '../../support/connectors/contractFixture.ts'
import { query as mariadbQuery, startMariadb } from '../../support/mariadb.ts'
import { query as postgresQuery, startPostgres } from '../../support/postgres.ts'
import type { PrivateServer } from '../../support/privateServer.ts'

const query: NativeQuery = {
  source: 't',
  key: 'id',
  keyOrder: 'number',
  fields: ['id'],
  children: [],
  where: null,
  orderBy: null,
  after: null,
  limit: 5,
  page: null,
}
const servers = { postgres: { start: startPostgres, query: postgresQuery }, mysql: { start: startMariadb, query: mariadbQuery } }

for (const [kind, { start, query: run }] of Object.entries(servers)) {
  describe(`a ${kind} server that hangs`, () => {
    let server: PrivateServer
    let connector: Connector
    const find = (ms: number) => connector.find(query, callWithin(ms))
    beforeAll(async () => {
      server = await start()
      await run(server.url, 'create table t (id int primary key)')
      connector = await openConnector({ kind, url: server.url, connections: 2 }, { folder: '/' })
      await find(5000)
    }, 30_000)
    afterAll(() => server.stop())

    it('lets every caller go at the deadline, and answers once it is back', async () => {
      server.freeze()
      const started = Date.now()
      const reasons = await Promise.all(Array.from({ length: 8 }, () => find(300).catch((error: { reason: string }) => error.reason)))
      expect(Date.now() - started).toBeLessThan(900)
      expect(new Set(reasons)).toEqual(new Set(['TIMEOUT']))
      server.thaw()
      await expect(find(5000)).resolves.toMatchObject({ rows: [] })
    }, 15_000)

    it('does not hold up the end', async () => {
      server.freeze()
      const asked = find(500).catch((error: { reason: string }) => error.reason)
      const started = Date.now()
      await connector.close()
      expect(Date.now() - started).toBeLessThan(4000)
      expect(await asked).not.toHaveProperty('rows')
      server.thaw()
    }, 15_000)
  })
}
