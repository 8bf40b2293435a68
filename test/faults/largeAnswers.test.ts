import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import type { Connector, NativeQuery } from '../../src/connectors/connector.ts'
import { openConnector } from '../../src/connectors/open.ts'
import { callWithin } from '../support/connectors/contractFixture.ts'
import { query as mariadbQuery, startMariadb } from '../support/mariadb.ts'
import { query as postgresQuery, startPostgres } from '../support/postgres.ts'

const mega = 1024 * 1024
const question = (source: string): NativeQuery => ({
  source,
  key: 'id',
  keyOrder: 'number',
  fields: ['id', 'body'],
  children: [],
  where: null,
  orderBy: null,
  after: null,
  limit: 100,
  page: null,
})

/** A database with two sources: `small`, one row, and `large`, 20 rows of ten megabytes. */
interface Database {
  open(): Promise<Connector>
  stop(): Promise<void>
}

const kinds: Readonly<Record<string, () => Promise<Database>>> = {
  postgres: async () => {
    const server = await startPostgres()
    await postgresQuery(
      server.url,
      `create view small as select 1 as id, 'x' as body; create view large as select i as id, repeat('x', ${10 * mega}) as body from generate_series(1, 20) as n(i)`,
    )
    return { open: () => openConnector({ kind: 'postgres', url: server.url, connections: 1 }, { folder: '/' }), stop: server.stop }
  },
  mysql: async () => {
    const server = await startMariadb()
    await mariadbQuery(
      server.url,
      `create view small as select 1 as id, 'x' as body; create view large as select seq as id, repeat('x', ${10 * mega}) as body from seq_1_to_20`,
    )
    return { open: () => openConnector({ kind: 'mysql', url: server.url, connections: 1 }, { folder: '/' }), stop: server.stop }
  },
  sqlite: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'comity-large-'))
    const file = join(folder, 'large.sqlite')
    const database = new DatabaseSync(file)
    database.exec(`create view small as select 1 as id, 'x' as body;
      create view large as with recursive n(i) as (select 1 union all select i + 1 from n where i < 20) select i as id, hex(zeroblob(${5 * mega})) as body from n`)
    database.close()
    return { open: () => openConnector({ kind: 'sqlite', file }, { folder }), stop: async () => rmSync(folder, { recursive: true }) }
  },
}

describe.each(Object.entries(kinds))('a database of kind %s that answers with 200 MB', (_kind, start) => {
  it('is cut off at the bound, costs little memory, and answers the next question', { timeout: 60_000 }, async () => {
    const database = await start()
    const connector = await database.open()
    const before = process.memoryUsage().rss
    let peak = before
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss)
    }, 5)
    try {
      await expect(connector.find(question('large'), callWithin(30_000))).rejects.toMatchObject({ reason: 'BAD_ANSWER' })
      expect(peak - before).toBeLessThan(350 * mega)
      expect((await connector.find(question('small'), callWithin(30_000))).rows).toEqual([{ id: 1, body: 'x' }])
    } finally {
      clearInterval(watch)
      await connector.close()
      await database.stop()
    }
  })
})
