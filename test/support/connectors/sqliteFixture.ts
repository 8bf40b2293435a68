import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openConnector } from '../../../src/connectors/open.ts'
import type { ContractFixture } from './contractFixture.ts'
import { commonTables, sqlFixture } from './sqlRows.ts'

const writing = { text: 'TEXT', date: 'DATE', integer: 'INTEGER', tail: '', quote: (value: string) => `'${value.replaceAll("'", "''")}'` }

/** An SQLite file. */
export async function sqliteFixture(): Promise<ContractFixture> {
  const folder = await mkdtemp(join(tmpdir(), 'comity-sqlite-'))
  const database = new DatabaseSync(join(folder, 'cases.sqlite'))
  for (const statement of commonTables(writing)) database.exec(statement)
  database.exec(
    'create view slow as with recursive c(id) as (select 1 union all select id + 1 from c where id < 8000000) select id from c where id % 7999999 = 3',
  )
  database.close()
  const connector = await openConnector({ kind: 'sqlite', file: 'cases.sqlite' }, { folder })
  return {
    ...sqlFixture,
    connector,
    slow: { source: 'slow', key: 'id', stopped: async () => {} },
    described: { id: { type: 'TEXT' }, name: { type: 'TEXT' }, born: { type: 'DATE' }, n: { type: 'INTEGER' } },
    absent: () => openConnector({ kind: 'sqlite', file: 'absent.sqlite' }, { folder }),
    stop: async () => {
      await connector.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
