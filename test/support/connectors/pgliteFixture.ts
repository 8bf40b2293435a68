import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { openConnector } from '../../../src/connectors/open.ts'
import type { ContractFixture } from './contractFixture.ts'
import { postgresDescribed, postgresWriting } from './postgresFixture.ts'
import { commonTables, sqlFixture } from './sqlRows.ts'

/** An embedded PGlite database, read through the options of kind `postgres`. */
export async function pgliteFixture(): Promise<ContractFixture> {
  const folder = await mkdtemp(join(tmpdir(), 'comity-pglite-'))
  const database = await PGlite.create({ dataDir: join(folder, 'data') })
  for (const statement of commonTables(postgresWriting)) await database.exec(statement)
  await database.exec(
    'create view slow as select cast(a as text) as id from generate_series(1, 100000) a, generate_series(1, 100000) b where (a * 7 + b) % 1000003 = -1',
  )
  await database.close()
  const connector = await openConnector({ kind: 'postgres', folder: 'data' }, { folder })
  return {
    ...sqlFixture,
    connector,
    // Its thread ends with it: the next statement gets a new one.
    slow: { source: 'slow', key: 'id', stopped: async () => {} },
    described: postgresDescribed,
    absent: () => openConnector({ kind: 'postgres', folder: 'absent' }, { folder }),
    stop: async () => {
      await connector.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
