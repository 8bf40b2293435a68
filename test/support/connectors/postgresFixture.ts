import { openConnector } from '../../../src/connectors/open.ts'
import { query, startPostgres } from '../postgres.ts'
import { filled, freePort } from '../privateServer.ts'
import type { ContractFixture } from './contractFixture.ts'
import { eventually } from './eventually.ts'
import { commonTables, sqlFixture } from './sqlRows.ts'

/** How Postgres and PGlite write the common tables. */
export const postgresWriting = {
  text: 'text',
  date: 'date',
  integer: 'integer',
  tail: '',
  quote: (value: string) => `'${value.replaceAll("'", "''")}'`,
}

/** What Postgres and PGlite say of them. */
export const postgresDescribed = { id: { type: 'text' }, name: { type: 'text' }, born: { type: 'date' }, n: { type: 'integer' } }

/** A real PostgreSQL server. */
export async function postgresFixture(): Promise<ContractFixture> {
  const server = await filled(await startPostgres(), async (url) => {
    for (const statement of commonTables(postgresWriting)) await query(url, statement)
    await query(url, 'create view slow as select id, cast(pg_sleep(60) as text) as nap from things')
  })
  const connector = await openConnector({ kind: 'postgres', url: server.url }, { folder: '/' })
  return {
    ...sqlFixture,
    connector,
    slow: {
      source: 'slow',
      key: 'id',
      stopped: () =>
        eventually(
          async () =>
            (
              await query(
                server.url,
                "select 1 from pg_stat_activity where state = 'active' and query like '%slow%' and pid <> pg_backend_pid()",
              )
            ).length === 0,
        ),
    },
    described: postgresDescribed,
    absent: async () =>
      openConnector({ kind: 'postgres', url: `postgres://tester@127.0.0.1:${await freePort()}/postgres` }, { folder: '/' }),
    stop: async () => {
      await connector.close()
      await server.stop()
    },
  }
}
