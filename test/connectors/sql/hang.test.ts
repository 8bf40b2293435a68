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
/** What a session is told of the time of its statements, as a view. */
const told = {
  postgres: "create view told as select name as id, setting::int as ms from pg_settings where name = 'statement_timeout'",
  mysql: `create view told as select variable_name as id, variable_value * 1000 as ms
    from information_schema.session_variables where variable_name = 'max_statement_time'`,
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
      await run(server.url, told[kind as keyof typeof told])
      connector = await openConnector({ kind, url: server.url, connections: 2 }, { folder: '/' })
      await find(5000)
    }, 30_000)
    afterAll(() => server.stop())

    it.each([
      [700, 750],
      [2500, 3000],
      [60_000, 10_000],
    ])('is told to end a statement of a call that has %s ms after %s ms, whatever the hub does', async (ms, expected) => {
      const asked = { ...query, source: 'told', keyOrder: 'text', fields: ['ms'] } as const
      const { rows } = await connector.find(asked, callWithin(ms))
      expect(Number(rows[0]?.['ms'])).toBe(expected)
    })

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
