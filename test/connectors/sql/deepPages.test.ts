import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import type { NativeQuery } from '../../../src/connectors/connector.ts'
import { sqliteSession } from '../../../src/connectors/kinds/sqlite.ts'
import type { Statement } from '../../../src/connectors/sql/dialect.ts'
import { sqliteDialect } from '../../../src/connectors/sql/dialects/sqliteDialect.ts'
import { SqlConnector } from '../../../src/connectors/sql/sqlConnector.ts'
import { callWithin } from '../../support/connectors/contractFixture.ts'

describe('a page deep in a table', () => {
  it.each(['ASC', 'DESC'] as const)('begins at its place in the index (%s)', async (direction) => {
    const folder = mkdtempSync(join(tmpdir(), 'comity-deep-'))
    const file = join(folder, 'deep.sqlite')
    const database = new DatabaseSync(file)
    database.exec(
      'create table cases (id integer primary key, rank integer not null); with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000) insert into cases select i, i / 3 from n; create index by_rank on cases (rank, id)',
    )
    database.close()
    const session = sqliteSession(file, 5000)
    const sent: Statement[] = []
    const run: typeof session.run = (statement, call) => {
      sent.push(statement)
      return session.run(statement, call)
    }
    const connector = new SqlConnector({ dialect: sqliteDialect, session: { ...session, run }, schemas: null, documents: new Set() })
    const query: NativeQuery = {
      source: 'cases',
      key: 'id',
      keyOrder: 'number',
      fields: ['id', 'rank'],
      children: [],
      where: null,
      orderBy: { path: 'rank', direction },
      after: { value: 400, key: '1201' },
      limit: 3,
      page: null,
    }
    const { rows } = await connector.find(query, callWithin(5000))
    expect(rows.map(({ id }) => id)).toEqual(direction === 'ASC' ? [1202, 1203, 1204] : [1202, 1197, 1198])
    const { sql, parameters } = sent.at(-1) as Statement
    const plan = await session.run({ sql: `explain query plan ${sql}`, parameters }, callWithin(5000))
    expect(plan.map(({ detail }) => detail).join()).toMatch(/^SEARCH t USING (COVERING )?INDEX by_rank \(rank[<>]\?\)/)
    await session.close()
    rmSync(folder, { recursive: true })
  })
})
