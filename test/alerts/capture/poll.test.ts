import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Connector, NativeRow } from '../../../src/connectors/connector.ts'
import { openConnector } from '../../../src/connectors/open.ts'
import { query, startPostgres } from '../../support/postgres.ts'
import type { PrivateServer } from '../../support/privateServer.ts'
import { bareThings, feedOf, ways } from './bureau.ts'

let server: PrivateServer
let connector: Connector
const run = (sql: string) => query(server.url, sql)
const bare = { mapping: bareThings }

beforeAll(async () => {
  server = await startPostgres()
  await run('create table things (id text primary key, title text, changed_at timestamptz)')
  connector = await openConnector({ kind: 'postgres', url: server.url }, { folder: '/' })
})
afterAll(async () => {
  await connector?.close()
  await server?.stop()
})
beforeEach(async () => void (await run('truncate things')))

/** What a reader without overlap sees: rows after the last moment, the keys as tie-break. */
class NaivePoll {
  readonly seen = new Set<string>()
  #after: { readonly value: string; readonly key: string } | null = null

  async look(): Promise<void> {
    const call = { signal: new AbortController().signal, deadline: Date.now() + 10_000, traceId: '0'.repeat(32) }
    const read = { source: 'things', key: 'id', keyOrder: 'text', fields: ['id', 'changed_at'], children: [] } as const
    const { rows } = await connector.find(
      { ...read, where: null, orderBy: { path: 'changed_at', direction: 'ASC' }, after: this.#after, limit: 10_000, page: null },
      call,
    )
    for (const row of rows) this.seen.add(String(row['id']))
    const last: NativeRow | undefined = rows.at(-1)
    if (last !== undefined) this.#after = { value: String(last['changed_at']), key: String(last['id']) }
  }
}

/** Writers that hold their transactions open for `rounds` looks, with clocks up to `skewSeconds` off, several of them in the same instant. */
async function lateWriters(look: () => Promise<void>, { rounds, skewSeconds }: { rounds: number; skewSeconds: number }): Promise<string[]> {
  const clients = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const client = new pg.Client({ connectionString: server.url })
      await client.connect()
      return client
    }),
  )
  const keys: string[] = []
  const start = Date.now()
  try {
    for (let round = 0; round < 24; round++) {
      const client = clients[round % clients.length]
      if (round >= rounds) await clients[(round - rounds) % clients.length]?.query('commit')
      const key = `w${round}`
      // A second a round; every third has the moment of the one before.
      const at = new Date(start - 60_000 + (round - (round % 3 === 2 ? 1 : 0)) * 1000 + ((round % 5) - 2) * skewSeconds * 500).toISOString()
      await client?.query('begin')
      await client?.query('insert into things (id, title, changed_at) values ($1, $1, $2)', [key, at])
      await run(`insert into things values ('n${round}', 'N', '${new Date(start - 60_000 + round * 1000).toISOString()}')`)
      keys.push(key, `n${round}`)
      await look()
    }
    for (const client of clients) await client.query('commit')
    await look()
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
  return keys
}

describe('polling', () => {
  it('misses late commits when it only goes on from the last moment', async () => {
    const naive = new NaivePoll()
    const keys = await lateWriters(() => naive.look(), { rounds: 5, skewSeconds: 0 })
    expect(keys.filter((key) => !naive.seen.has(key)).length).toBeGreaterThan(5)
  })

  it('misses none with an overlap longer than commits are late and clocks are off', async () => {
    const { feed, log } = feedOf(connector, ways.poll, bare)
    await feed.look()
    const keys = await lateWriters(() => feed.look(), { rounds: 5, skewSeconds: 20 })
    expect(log.changes.map(({ key }) => key).sort()).toEqual(keys.sort())
    expect(await feed.reconcile()).toBe(0)
  })

  it('misses some with an overlap that is too short, and comparing finds each of them, as late', async () => {
    const { feed, log } = feedOf(connector, { ...ways.poll, overlapSeconds: 1 }, bare)
    await feed.look()
    const keys = await lateWriters(() => feed.look(), { rounds: 5, skewSeconds: 0 })
    const missing = keys.length - log.changes.length
    expect(missing).toBeGreaterThan(5)
    expect(await feed.reconcile()).toBe(missing)
    expect(log.changes.filter(({ late }) => late)).toHaveLength(missing)
    expect(log.changes.map(({ key }) => key).sort()).toEqual(keys.sort())
    expect(feed.status()).toMatchObject({ missed: missing, gap: false })
    expect(await feed.reconcile()).toBe(0)
  })

  it('is not carried beyond now by a row from the future', async () => {
    const { feed, log } = feedOf(connector, { ...ways.poll, overlapSeconds: 60 }, bare)
    await run(`insert into things values ('future', 'F', now() + interval '1 year')`)
    await feed.look()
    await run("insert into things values ('a', 'A', now())")
    await feed.look()
    expect(log.told()).toEqual(['a CREATED'])
  })

  it('tells of a row once however often it reads it, and again when it differs', async () => {
    const { feed, log } = feedOf(connector, ways.poll, bare)
    await feed.look()
    await run("insert into things values ('a', 'A', now())")
    for (let i = 0; i < 3; i++) await feed.look()
    await run("update things set title = 'AA'")
    for (let i = 0; i < 3; i++) await feed.look()
    expect(log.told()).toEqual(['a CREATED', 'a CHANGED'])
  })
})

describe('comparing everything', () => {
  it('finds every change, creation and deletion that was planted behind the back of the feed', async () => {
    await run(
      "insert into things select 'k' || i, 'K', now() - interval '1 year' from generate_series(1, 300) i; insert into things values ('fresh', 'F', now())",
    )
    const { feed, log } = feedOf(connector, ways.poll, bare)
    await feed.look()
    await run(`update things set title = 'X' where id in (select 'k' || i from generate_series(10, 59) i);
      delete from things where id in (select 'k' || i from generate_series(100, 149) i);
      insert into things select 'new' || i, 'N', now() - interval '1 year' from generate_series(1, 50) i`)
    await feed.look()
    expect(log.told()).toEqual([])
    expect(await feed.reconcile()).toBe(150)
    const kinds = (kind: string) => log.changes.filter((change) => change.kind === kind && change.late).length
    expect([kinds('CHANGED'), kinds('DELETED'), kinds('CREATED')]).toEqual([50, 50, 50])
    expect(feed.status().lastReconcileAt).not.toBeNull()
  })

  it('takes a deletion and a creation in the same bucket apart', async () => {
    await run(
      "insert into things select 'k' || i, 'K', now() - interval '1 year' from generate_series(1, 40) i; insert into things values ('fresh', 'F', now())",
    )
    const { feed, log } = feedOf(connector, ways.poll, bare)
    await feed.look()
    await run("update things set id = 'z' || id where id <> 'fresh'")
    expect(await feed.reconcile()).toBe(80)
    expect(log.changes.filter(({ kind }) => kind === 'DELETED')).toHaveLength(40)
  })

  it('takes no change that is under way for a missed one', async () => {
    await run("insert into things select 'k' || i, 'K', now() from generate_series(1, 40) i")
    const { feed, log } = feedOf(connector, ways.xmin, bare)
    await feed.look()
    await run("update things set title = 'moving'")
    expect(await feed.reconcile()).toBe(0)
    expect(log.changes).toHaveLength(40)
    expect(log.changes.some(({ late }) => late)).toBe(false)
  })
})
