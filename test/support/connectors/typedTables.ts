import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Connector } from '../../../src/connectors/connector.ts'
import { sqliteSession } from '../../../src/connectors/kinds/sqlite.ts'
import { openConnector } from '../../../src/connectors/open.ts'
import type { SqlSession } from '../../../src/connectors/sql/session.ts'
import { mysqlSession } from '../../../src/connectors/sql/sessions/mysqlSession.ts'
import { postgresSession } from '../../../src/connectors/sql/sessions/postgresSession.ts'
import { query as mariadbQuery, startMariadb } from '../mariadb.ts'
import { query as postgresQuery, startPostgres } from '../postgres.ts'
import { filled } from '../privateServer.ts'

/** A table with a column of every type that matters, in three rows: ordinary, awkward, empty. */
export interface TypedTable {
  readonly connector: Connector
  /** Expected rows by key. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** A session as the connector has it, and a table that it must not write to. */
  readonly session: SqlSession
  readonly table: string
  readonly stop: () => Promise<void>
}

const nulls = (rows: TypedTable['rows']): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.keys(rows['one'] ?? {}).map((name) => [name, name === 'id' ? 'none' : null]))
const withEmpty = (rows: TypedTable['rows']): TypedTable['rows'] => ({ ...rows, none: nulls(rows) })

/** PostgreSQL. */
export async function postgresTypes(): Promise<TypedTable> {
  const server = await filled(await startPostgres(), (url) =>
    postgresQuery(
      url,
      `create type mood as enum ('sad', 'happy');
     create domain code as text check (value <> '');
     create schema case_mgmt;
     create table case_mgmt.typed (id text primary key, small smallint, big bigint, price numeric(20,4), ratio double precision, rough real, yes boolean, padded char(6), day date,
       wall timestamp, moment timestamptz, hour time, uid uuid, doc jsonb, raw bytea, tags text[], numbers int[], mood mood, code code, parsed json, "Odd ""Name" text);
     insert into case_mgmt.typed values
       ('one', 7, 9007199254740993, 1.5, 0.1, 0.1, true, 'ab', '2019-03-07', '2020-01-02 03:04:05.123456', '2020-01-02 03:04:05.5+02', '12:30', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
        '{"a": [1, "x"]}', '\\xdeadbeef', '{a,"b,c",null}', '{1,2}', 'happy', 'X', '{"p": 1}', 'odd'),
       ('two', -1, -1, -0.0001, 1e300, 3.4e38, false, 'ab    ', '0001-01-01', '9999-12-31 23:59:59', '1999-12-31 23:59:59.999999Z', '00:00', '00000000-0000-0000-0000-000000000000',
        'null', '', '{}', null, 'sad', 'é', '[]', '');
     insert into case_mgmt.typed (id) values ('none');`,
    ),
  )
  const connector = await openConnector(
    { kind: 'postgres', url: server.url, schemas: ['case_mgmt'], documents: ['typed.parsed'] },
    { folder: '/' },
  )
  const rows = withEmpty({
    one: {
      id: 'one',
      small: 7,
      big: '9007199254740993',
      price: '1.5000',
      ratio: 0.1,
      rough: 0.10000000149011612,
      yes: true,
      padded: 'ab',
      day: '2019-03-07',
      wall: '2020-01-02 03:04:05.123456',
      moment: '2020-01-02T01:04:05.5Z',
      hour: '12:30:00',
      uid: 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',
      doc: '{"a": [1, "x"]}',
      raw: 'deadbeef',
      tags: ['a', 'b,c', null],
      numbers: [1, 2],
      mood: 'happy',
      code: 'X',
      parsed: { p: 1 },
      'Odd "Name': 'odd',
    },
    two: {
      id: 'two',
      small: -1,
      big: '-1',
      price: '-0.0001',
      ratio: 1e300,
      rough: 3.3999999521443642e38,
      yes: false,
      padded: 'ab',
      day: '0001-01-01',
      wall: '9999-12-31 23:59:59',
      moment: '1999-12-31T23:59:59.999999Z',
      hour: '00:00:00',
      uid: '00000000-0000-0000-0000-000000000000',
      doc: 'null',
      raw: '',
      tags: [],
      numbers: null,
      mood: 'sad',
      code: 'é',
      parsed: [],
      'Odd "Name': '',
    },
  })
  const session = postgresSession({ url: server.url, connections: 1, statementTimeoutMs: 5000 })
  return {
    connector,
    rows,
    session,
    table: 'case_mgmt.typed',
    stop: async () => {
      await connector.close()
      await session.close()
      await server.stop()
    },
  }
}

/** MariaDB. */
export async function mariadbTypes(): Promise<TypedTable> {
  const server = await filled(await startMariadb(), (url) =>
    mariadbQuery(
      url,
      `set names utf8mb4; set time_zone = '+00:00';
     create table typed (id varchar(20) primary key, tiny tinyint(1), small int unsigned, big bigint, price decimal(20,4), ratio double, rough float, padded char(6), latin varchar(20) character set latin1,
       day date, wall datetime(6), moment timestamp(3) null, hour time, doc json, raw varbinary(10), bits bit(4), mood enum('sad', 'happy'), tags set('x', 'y'), y year, \`Odd "Name\` text);
     insert into typed values
       ('one', 1, 4294967295, 9007199254740993, 1.5, 0.1, 0.1, 'ab', 'é', '2019-03-07', '2020-01-02 03:04:05.123456', '2020-01-02 01:04:05.5', '12:30', '{"p": 1}', x'deadbeef', b'101', 'happy', 'x,y', 2020, 'odd'),
       ('two', 0, 0, -1, -0.0001, 1e300, 3.4e38, 'ab    ', '', '0001-01-01', '9999-12-31 23:59:59', '1999-12-31 23:59:59.999', '00:00', '[]', '', b'0', 'sad', '', 1999, '');
     insert into typed (id) values ('none')`,
    ),
  )
  const connector = await openConnector({ kind: 'mysql', url: server.url, documents: ['TYPED.doc'] }, { folder: '/' })
  const rows = withEmpty({
    one: {
      id: 'one',
      tiny: 1,
      small: 4294967295,
      big: '9007199254740993',
      price: '1.5000',
      ratio: 0.1,
      rough: 0.10000000149011612,
      padded: 'ab',
      latin: 'é',
      day: '2019-03-07',
      wall: '2020-01-02 03:04:05.123456',
      moment: '2020-01-02T01:04:05.500Z',
      hour: '12:30:00',
      doc: { p: 1 },
      raw: 'deadbeef',
      bits: '5',
      mood: 'happy',
      tags: 'x,y',
      y: 2020,
      'Odd "Name': 'odd',
    },
    two: {
      id: 'two',
      tiny: 0,
      small: 0,
      big: '-1',
      price: '-0.0001',
      ratio: 1e300,
      rough: 3.3999999521443642e38,
      padded: 'ab',
      latin: '',
      day: '0001-01-01',
      wall: '9999-12-31 23:59:59',
      moment: '1999-12-31T23:59:59.999Z',
      hour: '00:00:00',
      doc: [],
      raw: '',
      bits: '0',
      mood: 'sad',
      tags: '',
      y: 1999,
      'Odd "Name': '',
    },
  })
  const session = await mysqlSession({ url: server.url, connections: 1, statementTimeoutMs: 5000 })
  return {
    connector,
    rows,
    session,
    table: 'typed',
    stop: async () => {
      await connector.close()
      await session.close()
      await server.stop()
    },
  }
}

/** SQLite, whose types are hints. */
export async function sqliteTypes(): Promise<TypedTable> {
  const folder = await mkdtemp(join(tmpdir(), 'comity-sqlite-'))
  const database = new DatabaseSync(join(folder, 'typed.sqlite'))
  database.exec(
    `create table typed (id TEXT primary key, small INTEGER, big BIGINT, price DECIMAL(20,4), ratio REAL, yes BOOLEAN, day DATE, wall DATETIME, raw BLOB, doc TEXT, bare, mixed INTEGER, "Odd ""Name" TEXT);
     insert into typed values ('one', 7, 9007199254740993, 1.5, 0.1, 1, '2019-03-07', '2020-01-02 03:04:05', x'deadbeef', '{"p":1}', 'bare', 'not a number', 'odd'),
       ('two', -1, -1, -0.25, 1e300, 0, '0001-01-01', '9999-12-31 23:59:59', x'', '[]', 12, 5, '');
     insert into typed (id) values ('none')`,
  )
  database.close()
  const connector = await openConnector({ kind: 'sqlite', file: 'typed.sqlite', documents: ['typed.doc'] }, { folder })
  const rows = withEmpty({
    one: {
      id: 'one',
      small: 7,
      big: '9007199254740993',
      price: 1.5,
      ratio: 0.1,
      yes: 1,
      day: '2019-03-07',
      wall: '2020-01-02 03:04:05',
      raw: 'deadbeef',
      doc: { p: 1 },
      bare: 'bare',
      mixed: 'not a number',
      'Odd "Name': 'odd',
    },
    two: {
      id: 'two',
      small: -1,
      big: -1,
      price: -0.25,
      ratio: 1e300,
      yes: 0,
      day: '0001-01-01',
      wall: '9999-12-31 23:59:59',
      raw: '',
      doc: [],
      bare: 12,
      mixed: 5,
      'Odd "Name': '',
    },
  })
  const session = sqliteSession(join(folder, 'typed.sqlite'), 5000)
  return {
    connector,
    rows,
    session,
    table: 'typed',
    stop: async () => {
      await connector.close()
      await session.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
