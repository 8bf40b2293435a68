import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Connector } from '../../../src/connectors/connector.ts'
import { openConnector } from '../../../src/connectors/open.ts'
import { outboxDdl, publicationDdl } from '../../../src/connectors/sql/capture/captureDdl.ts'
import { query, startPostgres } from '../../support/postgres.ts'
import type { PrivateServer } from '../../support/privateServer.ts'
import { feedOf, things, ways } from './bureau.ts'

let server: PrivateServer
let connector: Connector
const sources = [{ source: 'things', key: 'id', children: things.reads().children }]
// A slot tells what is flushed: the test server takes its time with that unless it is told not to.
const url = () => `${server.url}?options=-c%20synchronous_commit%3Don`
const run = (sql: string) => query(url(), sql)

beforeAll(async () => {
  server = await startPostgres()
  await run(`create table things (id text primary key, title text, case_no integer, changed_at timestamptz default clock_timestamp());
    create table notes (id serial primary key, case_no integer, note text);
    create table labels (id serial primary key, thing_id text references things on delete cascade, label text)`)
  await run(outboxDdl('postgres', 'comity_outbox', sources))
  await run(outboxDdl('postgres', 'comity_outbox', sources))
  await run(publicationDdl('comity', sources))
  connector = await openConnector({ kind: 'postgres', url: server.url }, { folder: '/' })
})
afterAll(async () => {
  await connector?.close()
  await server?.stop()
})
beforeEach(async () => {
  await run('truncate things, labels, notes')
  await run("select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = 'comity_things'")
})

/** A transaction that others do not see until it is told to end. */
async function held<T>(sql: string, work: (end: () => Promise<void>) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url() })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(sql)
    return await work(async () => void (await client.query('commit')))
  } finally {
    await client.end()
  }
}

const exact = ['slot', 'outbox', 'xmin'] as const

describe.each(exact)('capture by %s from PostgreSQL', (mode) => {
  it('tells of what is new and changed, not of what was there', async () => {
    await run("insert into things (id, title) values ('a', 'A'), ('b', 'B')")
    const { feed, log } = feedOf(connector, ways[mode])
    await feed.look()
    expect(log.told()).toEqual([])
    await run("update things set title = 'AA' where id = 'a'; insert into things (id, title) values ('c', 'C')")
    await feed.look()
    expect([...log.told()].sort()).toEqual(['a CHANGED', 'c CREATED'])
    await feed.look()
    expect(log.changes).toHaveLength(2)
    expect(JSON.stringify(log.changes)).not.toContain('AA')
  })

  it('misses no commit that comes late', async () => {
    const { feed, log } = feedOf(connector, ways[mode])
    await feed.look()
    await held("insert into things (id, title, changed_at) values ('late', 'L', now() - interval '10 minutes')", async (end) => {
      await run("insert into things (id, title) values ('early', 'E')")
      await feed.look()
      expect(log.told()).toEqual(['early CREATED'])
      await end()
    })
    await feed.look()
    expect(log.told()).toEqual(['early CREATED', 'late CREATED'])
    expect(await feed.reconcile()).toBe(0)
  })

  it('misses no commit that was open when it began', async () => {
    const { feed, log } = feedOf(connector, ways[mode])
    await held("insert into things (id, title) values ('open', 'O')", async (end) => {
      // A slot cannot be made while a transaction is open: it waits, and nothing is missed.
      const looking = feed.look()
      if (mode !== 'slot') await looking
      await end()
      await looking
    })
    await feed.look()
    // Once there is a slot, what was open has become what was there.
    expect(log.told()).toEqual(mode === 'slot' ? [] : ['open CREATED'])
    expect(await feed.reconcile()).toBe(0)
  })

  it('sees a change of a child row as one of its record', async () => {
    await run("insert into things (id, title) values ('a', 'A')")
    const { feed, log } = feedOf(connector, ways[mode])
    await feed.look()
    await run("insert into labels (thing_id, label) values ('a', 'x')")
    await feed.look()
    expect(log.told()).toEqual(['a CHANGED'])
    await run("update labels set label = 'y'")
    await feed.look()
    expect(log.told()).toEqual(['a CHANGED', 'a CHANGED'])
  })

  it('sees a change of a row that several records have by way of a case', async () => {
    await run("insert into things (id, case_no) values ('a', 1), ('b', 1), ('c', 2)")
    const { feed, log } = feedOf(connector, ways[mode])
    await feed.look()
    await run("insert into notes (case_no, note) values (1, 'x')")
    await feed.look()
    expect([...log.told()].sort()).toEqual(['a CHANGED', 'b CHANGED'])
    await run('update notes set case_no = 2')
    await feed.look()
    // By transactions, what a row no longer has is seen when everything is compared.
    const found = ['a CHANGED', 'a CHANGED', 'b CHANGED', 'b CHANGED', 'c CHANGED']
    expect([...log.told()].sort()).toEqual(mode === 'xmin' ? ['a CHANGED', 'b CHANGED', 'c CHANGED'] : found)
    expect(await feed.reconcile()).toBe(mode === 'xmin' ? 2 : 0)
  })

  it('reads many changes page by page', async () => {
    const { feed, log } = feedOf(connector, ways[mode])
    await feed.look()
    await run("insert into things (id, title) select 'n' || i, 'N' from generate_series(1, 2500) i")
    await run("insert into things (id, title) select 'm' || i, 'M' from generate_series(1, 30) i")
    await feed.look()
    expect(new Set(log.changes.map(({ key }) => key)).size).toBe(2530)
    expect(log.changes).toHaveLength(2530)
  })

  it('loses nothing and repeats nothing when it dies between the log and its own place', async () => {
    const { feed, log, again } = feedOf(connector, ways[mode])
    await feed.look()
    await run("insert into things (id, title) values ('a', 'A')")
    log.after = () => {
      throw new Error('killed')
    }
    await expect(feed.look()).rejects.toThrow('killed')
    log.after = () => {}
    log.before = () => {
      throw new Error('no disk')
    }
    await run("insert into things (id, title) values ('b', 'B')")
    await expect(again().look()).rejects.toThrow('no disk')
    log.before = () => {}
    await again().look()
    expect(log.told()).toEqual(['a CREATED', 'b CREATED'])
    expect(log.repeats).toBe(1)
  })

  it('finds a deletion, at once or when it compares', async () => {
    await run("insert into things (id, title) values ('a', 'A'), ('b', 'B')")
    const { feed, log } = feedOf(connector, ways[mode])
    await feed.look()
    await run("delete from things where id = 'a'")
    await feed.look()
    expect(log.told()).toEqual(mode === 'xmin' ? [] : ['a DELETED'])
    expect(await feed.reconcile()).toBe(mode === 'xmin' ? 1 : 0)
    expect(log.changes.map(({ key, kind }) => `${key} ${kind}`)).toEqual(['a DELETED'])
    await run("insert into things (id, title) values ('a', 'A')")
    await feed.look()
    expect(log.changes.at(-1)).toMatchObject({ key: 'a', kind: 'CREATED' })
  })
})

describe('a slot', () => {
  it('that is gone leaves a gap, which is told and closed by comparing', async () => {
    const { feed, log, records } = feedOf(connector, ways.slot)
    await feed.look()
    await run("select pg_drop_replication_slot('comity_things')")
    await run("insert into things (id, title) values ('a', 'A')")
    log.before = () => expect(feed.status().gap).toBe(true)
    await feed.look()
    expect(log.told()).toEqual(['a CREATED late'])
    expect(feed.status()).toMatchObject({ gap: false, lastError: null, mode: 'slot' })
    expect((await records.state(feed.id)).gap).toBe(false)
  })

  it('moves on when what it told is durable, and when nothing happened that concerns it', async () => {
    const { feed } = feedOf(connector, ways.slot)
    const place = async () =>
      String((await run("select confirmed_flush_lsn - '0/0' as at from pg_replication_slots where slot_name = 'comity_things'"))[0]?.['at'])
    await feed.look()
    const start = Number(await place())
    await run('create table elsewhere as select i from generate_series(1, 10000) i; drop table elsewhere')
    await feed.look()
    await feed.look()
    expect(Number(await place())).toBeGreaterThan(start + 100_000)
  })

  it('tells of a table that was emptied', async () => {
    await run("insert into things (id, title) values ('a', 'A')")
    const { feed, log } = feedOf(connector, ways.slot)
    await feed.look()
    await run('truncate things, labels, notes')
    await feed.look()
    expect(log.told()).toEqual(['a DELETED'])
  })
})

describe('a publication', () => {
  it('is not made where it would make updates fail', async () => {
    await run('create table keyless (id text)')
    await expect(run(publicationDdl('bad', [{ source: 'keyless', key: 'id', children: [] }]))).rejects.toThrow('without a primary key')
  })
})
