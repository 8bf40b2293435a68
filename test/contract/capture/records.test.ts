import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { feedBeginning } from '../../../src/store/capture/captureRecords.ts'
import { PostgresCaptureRecords } from '../../../src/store/capture/postgresCaptureRecords.ts'
import { Store } from '../../../src/store/store.ts'
import { query, startPostgres } from '../../support/postgres.ts'
import type { PrivateServer } from '../../support/privateServer.ts'
import { recordsSuite } from './recordsSuite.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

describe('the state of capture in the embedded store', () => {
  recordsSuite(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'comity-capture-'))
    const store = new Store(folder)
    closing.push(
      () => rmSync(folder, { recursive: true }),
      () => store.close(),
    )
    // One process has the folder to itself: its second view is the same store.
    return { records: store.capture, reopen: async () => store.capture }
  })

  it('outlasts a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'comity-capture-'))
    closing.push(() => rmSync(folder, { recursive: true }))
    const id = { bureau: 'XA', type: 'Thing' }
    const first = new Store(folder)
    await first.capture.write(id, { state: { ...feedBeginning, checkpoint: 'c' }, waiting: [Buffer.from('w')] })
    first.close()
    const second = new Store(folder)
    closing.push(() => second.close())
    expect(await second.capture.state(id)).toMatchObject({ checkpoint: 'c', batches: 1 })
    expect(await second.capture.waiting(id)).toHaveLength(1)
  })
})

describe('the state of capture in Postgres', () => {
  let server: PrivateServer
  let databases = 0
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server?.stop())

  const database = async () => {
    const name = `capture${databases++}`
    await query(server.url, `create database ${name}`)
    return server.url.replace(/postgres$/, name)
  }
  const opened = async (url: string, settings = {}) => {
    const records = await PostgresCaptureRecords.open(url, settings)
    closing.push(() => records.close())
    return records
  }
  const id = { bureau: 'XA', type: 'Thing' }

  recordsSuite(async () => {
    const url = await database()
    return { records: await opened(url), reopen: () => opened(url) }
  })

  it('is opened by nodes that start together, once made', async () => {
    const url = await database()
    const nodes = await Promise.all([opened(url), opened(url), opened(url)])
    for (const node of nodes) expect(await node.state(id)).toEqual(feedBeginning)
  })

  it('goes on when the server has closed all its sessions', async () => {
    const url = await database()
    const records = await opened(url)
    await records.write(id, { state: feedBeginning })
    await query(
      url,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await expect.poll(() => records.state(id).catch(() => null)).toMatchObject({ batches: 1 })
    await records.write(id, { state: { ...feedBeginning, batches: 1 } })
  })

  it('commits to the disk whatever the server is set to, and lets no node that stands still in the middle of a write hold up others', async () => {
    const url = await database()
    const records = await opened(url, { statementMs: 400 })
    await query(
      url,
      `create table seen as select ''::text as setting where false;
       create function see() returns trigger language plpgsql as $$ begin
         insert into seen values (current_setting('synchronous_commit')), (current_setting('idle_in_transaction_session_timeout')); return new; end $$;
       create trigger see after insert on capture_feed for each row execute function see()`,
    )
    await records.write(id, { state: feedBeginning })
    expect(await query(url, 'select setting from seen')).toEqual([{ setting: 'on' }, { setting: '400ms' }])
    const standing = new pg.Client({ connectionString: url })
    await standing.connect()
    closing.push(() => standing.end())
    await standing.query('begin; update capture_feed set checkpoint = null')
    const state = { ...feedBeginning, batches: 1 }
    await expect(records.write(id, { state })).rejects.toThrow()
    await standing.query('rollback')
    await records.write(id, { state })
  })
})
