import { openConnector } from '../../../src/connectors/open.ts'
import { query, startMariadb } from '../mariadb.ts'
import { filled, freePort } from '../privateServer.ts'
import type { ContractFixture } from './contractFixture.ts'
import { eventually } from './eventually.ts'
import { commonTables, sqlFixture } from './sqlRows.ts'

const writing = {
  text: 'varchar(100)',
  date: 'date',
  integer: 'int',
  tail: '',
  quote: (value: string) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`,
}

/** A real MariaDB server. Its keys are compared case by case; its names, as usual there, are not. */
export async function mariadbFixture(): Promise<ContractFixture> {
  const [things = '', ...rest] = commonTables(writing)
  const exact = (statement: string) => statement.replace(/\b(id|thing_id) varchar\(100\)/, '$1 varchar(100) collate utf8mb4_bin')
  const server = await filled(await startMariadb(), async (url) => {
    for (const statement of [exact(things), ...rest.map(exact)]) await query(url, `set names utf8mb4; ${statement}`)
    await query(url, 'create view slow as select id from things where sleep(10) = 0')
  })
  const connector = await openConnector({ kind: 'mysql', url: server.url }, { folder: '/' })
  return {
    ...sqlFixture,
    connector,
    slow: {
      source: 'slow',
      key: 'id',
      stopped: () =>
        eventually(
          async () =>
            (await query(server.url, "select 1 from information_schema.processlist where info like '%slow%' and id <> connection_id()"))
              .length === 0,
        ),
    },
    described: { id: { type: 'varchar(100)' }, name: { type: 'varchar(100)' }, born: { type: 'date' }, n: { type: 'int(11)' } },
    absent: async () => openConnector({ kind: 'mysql', url: `mysql://tester:tester@127.0.0.1:${await freePort()}/cases` }, { folder: '/' }),
    stop: async () => {
      await connector.close()
      await server.stop()
    },
  }
}
