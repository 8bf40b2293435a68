import { mkdtempSync, rmSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createConnection } from 'mysql2/promise'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openConnector } from '../../../src/connectors/open.ts'
import { outboxDdl } from '../../../src/connectors/sql/capture/captureDdl.ts'
import { sendJson, startHttpServer } from '../../support/connectors/httpServer.ts'
import { query, startMariadb } from '../../support/mariadb.ts'
import { bareThings, feedOf, seals, things, ways } from './bureau.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comity-capture-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const sources = [{ source: 'things', key: 'id', children: things.reads().children }]

describe('capture by outbox from MariaDB', () => {
  it('misses nothing that is committed late, out of order, in a child table, or while it is away', { timeout: 60_000 }, async () => {
    const server = await startMariadb()
    const connector = await openConnector({ kind: 'mysql', url: server.url }, { folder })
    const run = (sql: string) => query(server.url, sql)
    const late = await createConnection({ uri: server.url })
    try {
      await run(`create table things (id varchar(20) primary key, title text, case_no int, changed_at datetime(3) default current_timestamp(3));
        create table notes (id int auto_increment primary key, case_no int, note text);
        create table labels (id int auto_increment primary key, thing_id varchar(20), label text)`)
      await run(outboxDdl('mysql', 'comity_outbox', sources))
      await run(outboxDdl('mysql', 'comity_outbox', sources))
      const { feed, log, again } = feedOf(connector, ways.outbox)
      await late.query('begin')
      await late.query("insert into things (id, title) values ('open', 'O')")
      await run("insert into things (id, title) values ('there', 'T')")
      await feed.look()
      await run("insert into things (id, title) values ('a', 'A')")
      await feed.look()
      expect(log.told()).toEqual(['a CREATED'])
      await late.query('commit')
      await late.query('begin')
      await late.query("update things set title = 'TT' where id = 'there'")
      await run("insert into things (id, title) values ('b', 'B'); insert into labels (thing_id, label) values ('a', 'x')")
      await again().look()
      expect([...log.told()].sort()).toEqual(['a CHANGED', 'a CREATED', 'b CREATED', 'open CREATED'])
      await late.query('commit')
      log.clear()
      await run("delete from things where id = 'b'; update things set id = 'c' where id = 'a'; update labels set thing_id = 'c'")
      await feed.look()
      expect([...log.told()].sort()).toEqual(['a DELETED', 'b DELETED', 'c CREATED', 'there CHANGED'])
      expect(log.changes.every(({ occurredAt }) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(occurredAt ?? ''))).toBe(true)
      log.clear()
      await run("update things set case_no = 5 where id in ('c', 'there'); insert into notes (case_no, note) values (5, 'x')")
      await feed.look()
      await run('delete from notes')
      await feed.look()
      expect([...log.told()].sort()).toEqual(['c CHANGED', 'c CHANGED', 'there CHANGED', 'there CHANGED'])
      // A number that was rolled back is waited for, and then no longer.
      await late.query('begin')
      await late.query("insert into things (id, title) values ('never', 'N')")
      await late.query('rollback')
      await run("insert into things (id, title) values ('d', 'D')")
      await feed.look()
      expect(await feed.reconcile()).toBe(0)
    } finally {
      late.destroy()
      await connector.close()
      await server.stop()
    }
  })
})

describe('capture by outbox from SQLite', () => {
  it('tells of every change, those of child rows too', async () => {
    const database = new DatabaseSync(join(folder, 'cases.sqlite'))
    database.exec(`PRAGMA journal_mode = WAL; create table things (id text primary key, title text, case_no integer, changed_at text);
      create table notes (id integer primary key, case_no integer, note text);
      create table labels (id integer primary key, thing_id text, label text)`)
    database.exec(outboxDdl('sqlite', 'comity_outbox', sources))
    const connector = await openConnector({ kind: 'sqlite', file: 'cases.sqlite' }, { folder })
    try {
      database.exec("insert into things (id, title) values ('a', 'A')")
      const { feed, log } = feedOf(connector, ways.outbox)
      await feed.look()
      database.exec("insert into things (id, title) values ('b', 'B'); insert into labels (thing_id, label) values ('a', 'x'), ('b', 'y')")
      await feed.look()
      expect([...log.told()].sort()).toEqual(['a CHANGED', 'b CREATED'])
      database.exec("update things set id = 'c' where id = 'b'; delete from labels where thing_id = 'a'")
      await feed.look()
      expect([...log.told()].slice(2).sort()).toEqual(['a CHANGED', 'b DELETED', 'c CREATED'])
      database.exec("update things set case_no = 5 where id = 'a'")
      database.exec("insert into notes (case_no, note) values (5, 'x')")
      await feed.look()
      expect(log.told().at(-1)).toBe('a CHANGED')
      expect(await feed.reconcile()).toBe(0)
    } finally {
      await connector.close()
      database.close()
    }
  })
})

describe('capture of files', () => {
  const drop = (name: string, rows: readonly object[], secondsAgo = 60) => {
    writeFileSync(join(folder, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    const then = Date.now() / 1000 - secondsAgo
    utimesSync(join(folder, name), then, then)
  }
  const open = () =>
    openConnector({ kind: 'file', folder: '.', refreshMs: 0, sources: { things: { files: '*.ndjson', format: 'ndjson' } } }, { folder })

  it('tells of new, changed and removed files, record by record', async () => {
    drop('1.ndjson', [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B' },
    ])
    const connector = await open()
    const { feed, log } = feedOf(connector, ways.files, { mapping: bareThings })
    await feed.look()
    drop('2.ndjson', [
      { id: 'b', title: 'BB' },
      { id: 'c', title: 'C' },
    ])
    await feed.look()
    expect([...log.told()].sort()).toEqual(['b CHANGED', 'c CREATED'])
    await feed.look()
    expect(log.changes).toHaveLength(2)
    unlinkSync(join(folder, '2.ndjson'))
    await feed.look()
    expect([...log.told()].slice(2).sort()).toEqual(['b CHANGED', 'c DELETED'])
    await connector.close()
  })

  it('finds after a restart what was dropped meanwhile', async () => {
    drop('1.ndjson', [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B' },
    ])
    const first = await open()
    const { feed, records } = feedOf(first, ways.files, { mapping: bareThings })
    await feed.look()
    await first.close()
    drop(
      '1.ndjson',
      [
        { id: 'a', title: 'AA' },
        { id: 'd', title: 'D' },
      ],
      30,
    )
    const second = await open()
    const { feed: later, log } = feedOf(second, ways.files, { mapping: bareThings, records })
    await later.look()
    expect([...log.told()].sort()).toEqual(['a CHANGED', 'b DELETED', 'd CREATED'])
    await later.look()
    expect(log.changes).toHaveLength(3)
    await second.close()
  })
})

describe('capture from a REST system', () => {
  it('polls with overlap and finds deletions when it compares; a message makes it read what it names', async () => {
    const rows = new Map([['a', { id: 'a', title: 'A', changed_at: '2026-06-01T10:00:00Z' }]])
    const server = await startHttpServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://x')
      const one = /^\/things\/(.+)$/.exec(url.pathname)?.[1]
      if (one !== undefined) return sendJson(response, rows.get(one) ?? {}, rows.has(one) ? 200 : 404)
      const since = url.searchParams.get('since') ?? ''
      const page = Number(url.searchParams.get('page') ?? 1)
      const found = [...rows.values()].filter((row) => row.changed_at >= since).sort((x, y) => (x.id < y.id ? -1 : 1))
      sendJson(response, { items: found.slice((page - 1) * 5, page * 5) })
    })
    const options = {
      kind: 'rest',
      url: server.url,
      sources: {
        things: {
          path: '/things',
          rows: 'items',
          paging: { kind: 'page', parameter: 'page', size: 'size', max: 5 },
          filters: { changed_at: { gte: { parameter: 'since' } } },
          get: { path: '/things/{key}' },
        },
      },
    }
    const connector = await openConnector(options, { folder })
    try {
      const { feed, log, records, again } = feedOf(connector, ways.poll, { mapping: bareThings })
      await feed.look()
      for (let i = 0; i < 12; i++) rows.set(`n${i}`, { id: `n${i}`, title: 'N', changed_at: '2026-06-01T10:00:00Z' })
      await feed.look()
      expect(log.changes).toHaveLength(12)
      expect(server.seen.some(({ path }) => path.includes('since='))).toBe(true)
      rows.delete('n3')
      await feed.look()
      expect(log.changes).toHaveLength(12)
      expect(await feed.reconcile()).toBe(1)
      expect(log.told().at(-1)).toBe('n3 DELETED late')
      log.clear()
      const hook = again(ways.webhook)
      rows.set('n4', { id: 'n4', title: 'NN', changed_at: '2026-06-01T10:00:00Z' })
      const at = '2026-06-01T10:05:00.000Z'
      const entry = { type: 'Thing', key: seals.key(hook.id, 'n4'), kind: 'CHANGED', at } as const
      await records.receive('XA', { id: 'm', digest: 'd', at: Date.now() }, [entry])
      await hook.look()
      expect(log.changes).toMatchObject([{ key: 'n4', kind: 'CHANGED', occurredAt: at, late: false }])
      expect(await records.inbox(hook.id, 10)).toEqual([])
    } finally {
      await connector.close()
      await server.stop()
    }
  })
})
