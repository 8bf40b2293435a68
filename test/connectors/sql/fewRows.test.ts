import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NativeQuery } from '../../../src/connectors/connector.ts'
import type { Statement } from '../../../src/connectors/sql/dialect.ts'
import { postgresDialect } from '../../../src/connectors/sql/dialects/postgresDialect.ts'
import { postgresSession } from '../../../src/connectors/sql/sessions/postgresSession.ts'
import { SqlConnector } from '../../../src/connectors/sql/sqlConnector.ts'
import { callWithin } from '../../support/connectors/contractFixture.ts'
import { query as run, startPostgres } from '../../support/postgres.ts'
import type { PrivateServer } from '../../support/privateServer.ts'

let server: PrivateServer
beforeAll(async () => {
  server = await startPostgres()
  await run(server.url, 'create table people (id integer primary key, words text[] not null)')
  await run(server.url, "insert into people select i, array['w' || i % 900, 'v' || i % 7, 'u' || i] from generate_series(1, 60000) i")
  await run(server.url, 'create index people_words on people using gin (words); analyze people')
}, 60_000)
afterAll(() => server.stop())

/** What is read, and how the database goes about it. */
async function found(few: boolean, words: readonly string[] = ['w7', 'w8', 'w9', 'w10', 'w11', 'w12']) {
  const session = postgresSession({ url: server.url, connections: 1, statementTimeoutMs: 5000 })
  const sent: Statement[] = []
  const spy: typeof session.run = (statement, call) => {
    sent.push(statement)
    return session.run(statement, call)
  }
  const connector = new SqlConnector({ dialect: postgresDialect, session: { ...session, run: spy }, schemas: null, documents: new Set() })
  const query: NativeQuery = {
    source: 'people',
    key: 'id',
    keyOrder: 'number',
    fields: ['id'],
    children: [],
    where: { kind: 'compare', path: 'words', op: 'in', value: words },
    orderBy: null,
    after: null,
    limit: 5,
    page: null,
    ...(few ? { few } : {}),
  }
  const first = await connector.find(query, callWithin(5000))
  const second = await connector.find({ ...query, page: first.next }, callWithin(5000))
  const { sql, parameters } = sent.at(-2) as Statement
  const plan = await session.run({ sql: `explain ${sql}`, parameters }, callWithin(5000))
  await session.close()
  return { ids: [...first.rows, ...second.rows].map(({ id }) => id), plan: JSON.stringify(plan) }
}

describe('a query that finds few', () => {
  it('has them found by their own index, and put in order then', async () => {
    const [usual, few] = [await found(false), await found(true)]
    expect(few.ids).toEqual([7, 8, 9, 10, 11, 12, 907, 908, 909, 910])
    expect(few.ids).toEqual(usual.ids)
    // Without a word the planner goes along the keys: there the next page seems near.
    expect(usual.plan).toContain('people_pkey')
    expect(few.plan).toContain('people_words')
    expect(few.plan).not.toContain('people_pkey')
  })

  it('has them found by their own index, however many values it names', async () => {
    const strangers = Array.from({ length: 2000 }, (_, i) => `nobody${i}`)
    const { ids, plan } = await found(true, ['w7', 'w8', ...strangers])
    expect(ids).toEqual([7, 8, 907, 908, 1807, 1808, 2707, 2708, 3607, 3608])
    expect(plan).toContain('people_words')
  })
})
