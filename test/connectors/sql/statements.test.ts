import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConnectorError, type NativeQuery } from '../../../src/connectors/connector.ts'
import { openConnector } from '../../../src/connectors/open.ts'
import { sqliteDialect } from '../../../src/connectors/sql/dialects/sqliteDialect.ts'
import type { SqlSession } from '../../../src/connectors/sql/session.ts'
import { WorkerSession } from '../../../src/connectors/sql/sessions/workerSession.ts'
import { SqlConnector } from '../../../src/connectors/sql/sqlConnector.ts'
import { callWithin } from '../../support/connectors/contractFixture.ts'

describe('statements', () => {
  let folder = ''
  const sent: string[] = []
  let connector: SqlConnector
  const query: NativeQuery = {
    source: 'people',
    key: 'id',
    keyOrder: 'number',
    fields: ['id', 'name'],
    children: [
      { name: 'aliases', source: 'aliases', on: 'person', parent: 'id', fields: ['label'], orderBy: 'label' },
      { name: 'papers', source: 'papers', on: 'person', parent: 'id', fields: ['number'], orderBy: null },
    ],
    where: null,
    orderBy: null,
    after: null,
    limit: 50,
    page: null,
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'comity-sql-'))
    const database = new DatabaseSync(join(folder, 'cases.sqlite'))
    database.exec(
      'create table people (id integer primary key, name text); create table aliases (person integer, label text); create table papers (person integer, number text)',
    )
    database.exec(
      'insert into people select value, char(96 + value) from generate_series(1, 20)'.replace(
        'generate_series(1, 20)',
        "json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]')",
      ),
    )
    database.exec("insert into aliases select id, 'alias ' || id from people")
    database.close()
    const session = new WorkerSession({
      thread: new URL('../../../src/connectors/sql/sessions/sqliteWorker.ts', import.meta.url),
      path: join(folder, 'cases.sqlite'),
      statementTimeoutMs: 5000,
      fault: (_code, words) => new ConnectorError('BAD_ANSWER', words),
    })
    const counting: SqlSession = {
      run: (statement, call) => {
        sent.push(statement.sql)
        return session.run(statement, call)
      },
      close: () => session.close(),
    }
    connector = new SqlConnector({ dialect: sqliteDialect, session: counting, schemas: null, documents: new Set() })
    await connector.find(query, callWithin(5000))
  })
  afterAll(async () => {
    await connector.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('read a page and its children with one each, however many rows there are', async () => {
    for (const limit of [1, 20]) {
      sent.length = 0
      const { rows } = await connector.find({ ...query, limit }, callWithin(5000))
      expect([rows.length, sent.length]).toEqual([limit, 3])
    }
  })

  it('hold names only as the catalogue has them, and no value', async () => {
    sent.length = 0
    const where = { kind: 'compare', path: 'NAME', op: 'eq', value: "x' or 1=1" } as const
    const { rows } = await connector.find({ ...query, where, fields: ['id', 'NAME'] }, callWithin(5000))
    expect(rows).toEqual([])
    expect(sent.join()).toContain('"t"."name" = ?')
    expect(sent.join()).not.toMatch(/NAME|1=1/)
  })

  it('read a table that was made since, and forget one that is gone', async () => {
    const database = new DatabaseSync(join(folder, 'cases.sqlite'))
    database.exec('create table later (id integer primary key)')
    database.close()
    const later = await openConnector({ kind: 'sqlite', file: 'cases.sqlite' }, { folder })
    await expect(later.find({ ...query, source: 'later', fields: ['id'], children: [] }, callWithin(5000))).resolves.toMatchObject({
      rows: [],
    })
    await later.close()
  })

  it('answer many at once without mixing them up', async () => {
    const pages = await Promise.all(
      Array.from({ length: 20 }, (_, i) => connector.get({ ...query, children: [], keys: [String(i + 1)] }, callWithin(5000))),
    )
    expect(pages.map((page) => [...page.keys()])).toEqual(Array.from({ length: 20 }, (_, i) => [String(i + 1)]))
  })
})
