import type { Statement } from '../../src/connectors/sql/dialect.ts'
import { mysqlDialect } from '../../src/connectors/sql/dialects/mysqlDialect.ts'
import { postgresDialect } from '../../src/connectors/sql/dialects/postgresDialect.ts'
import type { SqlSession } from '../../src/connectors/sql/session.ts'
import { mysqlSession } from '../../src/connectors/sql/sessions/mysqlSession.ts'
import { postgresSession } from '../../src/connectors/sql/sessions/postgresSession.ts'
import { SqlConnector } from '../../src/connectors/sql/sqlConnector.ts'
import { Link } from '../../src/links/link.ts'
import { compileMapping } from '../../src/mapping/compileMapping.ts'
import type { RecordType } from '../../src/model/catalogue.ts'
import type { Predicate } from '../../src/model/predicate.ts'
import { Cursors } from '../../src/plan/cursor.ts'
import { accessFor } from '../../src/plan/nativeQuery.ts'
import { type Page, readPage } from '../../src/plan/page.ts'
import { Ordering } from '../../src/plan/position.ts'
import type { BureauSource, RowReader } from '../../src/records/bureauSource.ts'
import { RowProblems } from '../../src/records/rowProblems.ts'
import { callerOf, catalogue, file, policyOf } from '../disclosure/support/caseCatalogue.ts'
import { bureauProfile } from '../support/bureauProfile.ts'
import { callWithin } from '../support/connectors/contractFixture.ts'
import { patientLimits } from '../support/limits.ts'
import { query as mariadbQuery, startMariadb } from '../support/mariadb.ts'
import { query as postgresQuery, startPostgres } from '../support/postgres.ts'
import { filled } from '../support/privateServer.ts'

/** Rows of the table. */
export const rowCount = 200_000

/** A table of many rows with an index on each column that is asked about, and a hub's way to it. */
export interface LargeTable {
  /** The statement that the hub sends for the first page of a question, and its parameters. */
  statementFor(where: Predicate): Promise<Statement>
  /** A page as the hub gives it. */
  page(where: Predicate): Promise<Page>
  /** Runs a statement in a session like the hub's; rows as the driver gives them. */
  run(statement: Statement): Promise<readonly Readonly<Record<string, unknown>>[]>
  readonly stop: () => Promise<void>
}

// Two in three are listed; the size is shown on those that are red.
const rules = [
  { id: 'L', record: 'listed', when: 'record.colour in ["RED", "BLUE"]' },
  { id: 'F', fields: ['colour', 'label', 'born', 'opened'], level: 'full' },
  { id: 'S', fields: ['home'], level: 'full', when: 'record.colour == "RED"' },
].map((rule) => ({ title: 'generated', on: 'Dossier', to: 'any', for: 'any', ...rule }))

/** PostgreSQL. */
export async function postgresLargeTable(): Promise<LargeTable> {
  const server = await filled(await startPostgres(), (url) =>
    postgresQuery(
      url,
      `create table dossiers (id text primary key, colour text, label text, born text, opened date, home text);
       insert into dossiers select 'd' || i, (array['r', 'b', 'g'])[1 + i % 3], 'Name ' || (i * 7919 % 20000), to_char(date '1940-01-01' + i % 25000, 'YYYY-MM-DD'), date '2000-01-01' + i % 9000, 'Town ' || (i * 31 % 10000)
         from generate_series(1, ${rowCount}) as i;
       create index on dossiers (label); create index on dossiers (born); create index on dossiers (opened); create index on dossiers (home);
       analyze dossiers`,
    ),
  )
  return largeTable(postgresSession({ url: server.url, connections: 2, statementTimeoutMs: 20_000 }), postgresDialect, server.stop)
}

/** MariaDB. */
export async function mariadbLargeTable(): Promise<LargeTable> {
  const server = await filled(await startMariadb(), (url) =>
    mariadbQuery(
      url,
      `create table dossiers (id varchar(20) primary key, colour varchar(10), label varchar(60), born varchar(10), opened date, home varchar(60), index (label), index (born), index (opened), index (home));
       insert into dossiers select concat('d', seq), elt(1 + seq % 3, 'r', 'b', 'g'), concat('Name ', seq * 7919 % 20000), date_add(date '1940-01-01', interval seq % 25000 day), date_add(date '2000-01-01', interval seq % 9000 day), concat('Town ', seq * 31 % 10000)
         from seq_1_to_${rowCount};
       analyze table dossiers`,
    ),
  )
  return largeTable(await mysqlSession({ url: server.url, connections: 2, statementTimeoutMs: 20_000 }), mysqlDialect, server.stop)
}

function largeTable(session: SqlSession, dialect: typeof postgresDialect, stop: () => Promise<void>): LargeTable {
  const sent: Statement[] = []
  const recording: SqlSession = {
    run: (statement, call) => {
      sent.push(statement)
      return session.run(statement, call)
    },
    close: () => session.close(),
  }
  const connector = new SqlConnector({ dialect, session: recording, schemas: null, documents: new Set() })
  const reader = readerOver(connector)
  const type = catalogue.types.get('Dossier') as RecordType
  const cursors = new Cursors(new Uint8Array(32).fill(1))
  return {
    async statementFor(where) {
      const { query } = accessFor(reader, where, new Ordering([type.defaultOrder], type), { start: null, reach: null })
      await connector.find({ ...query, limit: 20 }, callWithin(20_000))
      return sent.at(-1) as Statement
    },
    page: (where) =>
      readPage(
        { type: 'Dossier', where, match: 'CERTAIN', orderBy: [type.defaultOrder], page: { size: 20, from: 'START', cursor: null } },
        {
          catalogue,
          sources: [reader.source],
          caller: callerOf(),
          call: callWithin(20_000),
          cursors,
          readerFor: () => reader,
          selected: new Set(['label']),
          onStatus: () => {},
        },
      ),
    run: (statement) => session.run(statement, callWithin(20_000)),
    stop: async () => {
      await connector.close()
      await stop()
    },
  }
}

function readerOver(connector: SqlConnector): RowReader {
  const fields = {
    colour: { column: 'colour', codes: 'colour' },
    label: { column: 'label' },
    born: { column: 'born', date: ['yyyy-MM-dd'], whole: true },
    opened: { column: 'opened' },
    home: { object: { name: { column: 'home' } } },
  }
  const { mappings } = compileMapping(
    { codes: { colour: { r: 'RED', b: 'BLUE', g: 'GREEN' } }, types: { Dossier: { from: 'dossiers', key: 'id', fields } } },
    'XA',
    catalogue,
    new Set(['XA']),
  )
  const mapping = mappings.get('Dossier')
  if (mapping === undefined) throw new Error('the mapping has mistakes')
  const limits = { ...patientLimits, deadlineMs: 20_000, concurrency: 8, queue: 100, pageRows: 200, scanRows: 10_000 }
  const policy = policyOf(file(`  ${JSON.stringify(rules)}`))
  const source: BureauSource = {
    profile: bureauProfile('XA'),
    limits,
    link: new Link('XA', connector, limits),
    mappings: new Map([['Dossier', mapping]]),
    policy,
    problems: new RowProblems(),
  }
  return { source, mapping, plan: policy.planFor('Dossier', callerOf()), fields: mapping.mapped }
}
