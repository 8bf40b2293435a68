import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { PostgresChangeRows } from '../../../src/store/changes/postgresChangeRows.ts'
import { Store } from '../../../src/store/store.ts'
import { ModelChangeRows, ModelHistory } from '../../support/alerts/modelChangeRows.ts'
import { FaultProxy } from '../../support/faultProxy.ts'
import { query, startPostgres } from '../../support/postgres.ts'
import type { PrivateServer } from '../../support/privateServer.ts'
import { logSuite, placed } from './logSuite.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

describe('the log in the embedded store', () => {
  logSuite(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'comity-log-'))
    const store = new Store(folder)
    closing.push(
      () => rmSync(folder, { recursive: true }),
      () => store.close(),
    )
    return { rows: store.changes, atRest: async () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))) }
  })

  it('keeps its history and its places over a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'comity-log-'))
    closing.push(() => rmSync(folder, { recursive: true }))
    const first = new Store(folder)
    await first.changes.append([1, 2].map((one) => ({ identity: Buffer.alloc(16, one), sealed: Buffer.alloc(80) })))
    const { epoch } = await first.changes.state()
    first.close()
    const second = new Store(folder)
    closing.push(() => second.close())
    await second.changes.append([2, 3].map((one) => ({ identity: Buffer.alloc(16, one), sealed: Buffer.alloc(80) })))
    expect(await second.changes.state()).toMatchObject({ epoch, head: { sequence: 3 } })
  })
})

describe('the log that the model tests use', () => {
  logSuite(async () => {
    const history = new ModelHistory(Date.now)
    const rows = new ModelChangeRows(history)
    const commit = history.commit.bind(history)
    history.commit = (some) => {
      if (some.some(({ sealed }) => sealed === null)) throw new Error('not null')
      return commit(some)
    }
    return { rows, atRest: async () => Buffer.concat(history.rows.map(({ sealed }) => sealed)) }
  })
})

describe('the log in Postgres', () => {
  let server: PrivateServer | undefined
  let databases = 0
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server?.stop())

  const database = async () => {
    if (server === undefined) throw new Error('the server did not start')
    const name = `log${databases++}`
    await query(server.url, `create database ${name}`)
    return server.url.replace(/postgres$/, name)
  }
  const opened = async (url: string, settings = {}) => {
    const rows = await PostgresChangeRows.open(url, { electionMs: 20, ...settings })
    closing.push(() => rows.close())
    return rows
  }
  const session = async (url: string) => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    await client.connect()
    closing.push(() => client.end())
    return client
  }
  const row = (number: number) => ({ identity: Buffer.alloc(16, number), sealed: Buffer.alloc(80, number) })
  const insert = "insert into change_entry (identity, sealed) values (decode($1, 'hex'), decode($2, 'hex'))"
  const values = (number: number) => [row(number).identity.toString('hex'), row(number).sealed.toString('hex')]

  logSuite(async () => {
    const url = await database()
    const kept = () => query(url, "select identity, encode(sealed, 'escape') as sealed, sequence, logged_at from change_entry")
    return { rows: await opened(url), atRest: async () => Buffer.from(JSON.stringify(await kept())) }
  })

  it('does not pass over what commits late: it comes later in the log', async () => {
    const url = await database()
    const rows = await opened(url)
    const late = await session(url)
    await late.query('begin')
    await late.query(insert, values(1))
    await rows.append([row(2), row(3)])
    await placed(rows, 2)
    await late.query('commit')
    await placed(rows, 3)
    expect((await rows.read(0, 10)).map(({ sealed }) => sealed[0])).toEqual([2, 3, 1])
  })

  it('outlives a server that cuts an append off: it is refused, and taken when it comes again', async () => {
    const url = await database()
    const proxy = await FaultProxy.start(Number(new URL(url).port))
    closing.push(() => proxy.stop())
    const rows = await opened(proxy.inFrontOf(url))
    const other = await session(url)
    await other.query('begin; lock table change_entry in exclusive mode')
    const rejected = expect(rows.append([row(1)])).rejects.toThrow('ECONNRESET')
    const blocked = "select pid from pg_stat_activity where application_name = 'comity change log' and wait_event_type = 'Lock'"
    await expect.poll(() => other.query(blocked).then(({ rowCount }) => rowCount)).toBe(1)
    proxy.inject({ kind: 'reset' })
    await rejected
    proxy.inject(null)
    await other.query('commit')
    await rows.append([row(1), row(2)])
    await placed(rows, 2)
  })

  it('gives no place to what is undone, and leaves no hole for it', async () => {
    const url = await database()
    const rows = await opened(url)
    const undone = await session(url)
    await undone.query('begin')
    await undone.query(insert, values(1))
    await rows.append([row(2)])
    await undone.query('rollback')
    await rows.append([row(3)])
    await placed(rows, 2)
    expect((await rows.read(0, 10)).map(({ sealed, sequence }) => [sequence, sealed[0]])).toEqual([
      [1, 2],
      [2, 3],
    ])
  })

  it('elects one node, and another when that one is gone', async () => {
    const url = await database()
    const nodes = [await opened(url), await opened(url)]
    await expect.poll(() => nodes.filter(({ elected }) => elected).length).toBe(1)
    const [first, second] = nodes[0]?.elected ? nodes : nodes.toReversed()
    await first?.close()
    await expect.poll(() => second?.elected).toBe(true)
    await second?.append([row(1)])
    if (second !== undefined) await placed(second, 1)
  })

  it('takes no harm from many that give places at once', async () => {
    const url = await database()
    // Nobody is elected, and everybody who looks helps out at once.
    const blocker = await session(url)
    await blocker.query("select pg_advisory_lock(hashtext('comity change log sequencer'))")
    const nodes = await Promise.all(Array.from({ length: 4 }, () => opened(url, { patienceMs: 0 })))
    const appended = nodes.map(async (node, at) => {
      for (let i = 0; i < 30; i++) await node.append([row(at * 30 + i + 1)])
    })
    let over = false
    const looking = nodes.map(async (node) => {
      while (!over) await node.state()
    })
    await Promise.all(appended)
    over = true
    await Promise.all(looking)
    const [one] = nodes
    if (one === undefined) throw new Error('no node')
    await placed(one, 120)
    const read = await one.read(0, 200)
    expect(read.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 120 }, (_, at) => at + 1))
    expect(new Set(read.map(({ sealed }) => sealed[0])).size).toBe(120)
    expect(nodes.filter(({ elected }) => elected)).toEqual([])
  })

  it('goes on when the elected node keeps its session and does nothing', async () => {
    const url = await database()
    const standing = await session(url)
    await standing.query("select pg_advisory_lock(hashtext('comity change log sequencer'))")
    const rows = await opened(url, { patienceMs: 50 })
    await rows.append([row(1)])
    await placed(rows, 1)
    expect(rows.elected).toBe(false)
  })

  it('goes on when the server has closed all its sessions', async () => {
    const url = await database()
    const rows = await opened(url)
    await rows.append([row(1)])
    await placed(rows, 1)
    await query(
      url,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await expect.poll(() => rows.append([row(2)]).catch(() => null)).not.toBeNull()
    await placed(rows, 2)
    await expect.poll(() => rows.elected).toBe(true)
  })

  it('lets no place be taken back, and commits to the disk whatever the server is set to', async () => {
    const url = await database()
    const rows = await opened(url)
    await rows.append([row(1)])
    await placed(rows, 1)
    await expect(query(url, 'update change_entry set sequence = 9')).rejects.toThrow(/append-only/)
    await query(
      url,
      `create table seen as select ''::text as setting where false;
       create function see() returns trigger language plpgsql as $$ begin insert into seen values (current_setting('synchronous_commit')); return new; end $$;
       create trigger see after insert or update on change_entry for each row execute function see()`,
    )
    await rows.append([row(2)])
    await placed(rows, 2)
    expect(await query(url, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'off' }])
    expect(await query(url, 'select setting from seen')).toEqual([{ setting: 'on' }, { setting: 'on' }])
  })
})
