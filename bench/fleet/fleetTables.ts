import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { query as mariadbQuery, startMariadb } from '../../test/support/mariadb.ts'
import { query as postgresQuery, startPostgres } from '../../test/support/postgres.ts'
import type { PrivateServer } from '../../test/support/privateServer.ts'
import type { FleetBureau } from './fleetPlan.ts'
import { rowAt, sqlColumns } from './fleetRows.ts'

/** Where the systems are that no simulator plays. */
export interface FleetTables {
  readonly postgresUrl: string | null
  readonly mysqlUrl: string | null
  stop(): Promise<void>
}

/** As an index wants them: the columns ordered by are never null. */
const columns =
  'id varchar(20) primary key, number varchar(40), kind varchar(20), state varchar(20), summary varchar(300), day date not null'

/** Fills files and tables of a fleet's bureaus: files in a folder of each, tables in private servers, which are started where there is one to fill. */
export async function fillTables(bureaus: readonly FleetBureau[], folder: string): Promise<FleetTables> {
  for (const bureau of bureaus) if (bureau.kind === 'sqlite') fillSqlite(bureau, sqliteFile(folder, bureau.code))
  for (const bureau of bureaus) if (bureau.kind === 'file') fillFile(bureau, dropFolder(folder, bureau.code))
  const postgres = await served(bureaus, 'postgres', startPostgres, fillPostgres)
  const mysql = await served(bureaus, 'mysql', startMariadb, fillMysql)
  return {
    postgresUrl: postgres?.url ?? null,
    mysqlUrl: mysql?.url ?? null,
    stop: async () => {
      await Promise.all([postgres?.stop(), mysql?.stop()])
    },
  }
}

/** The database file of a bureau of kind `sqlite`. */
export function sqliteFile(folder: string, code: string): string {
  return join(folder, 'systems', `${code}.sqlite`)
}

/** The folder into which a bureau of kind `file` drops its files. */
export function dropFolder(folder: string, code: string): string {
  return join(folder, 'systems', code)
}

/** The table of a bureau of kind `postgres` or `mysql`. */
export function tableOf(code: string): string {
  return `notices_${code.toLowerCase()}`
}

async function served(
  bureaus: readonly FleetBureau[],
  kind: FleetBureau['kind'],
  start: () => Promise<PrivateServer>,
  fill: (url: string, bureau: FleetBureau) => Promise<unknown>,
): Promise<PrivateServer | null> {
  const own = bureaus.filter((bureau) => bureau.kind === kind)
  if (own.length === 0) return null
  const server = await start()
  for (const bureau of own) await fill(server.url, bureau)
  return server
}

function fillSqlite({ code, rows }: FleetBureau, file: string): void {
  mkdirSync(join(file, '..'), { recursive: true })
  const database = new DatabaseSync(file)
  database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; CREATE TABLE notices (${columns});
    INSERT INTO notices WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${rows}) SELECT ${sqlColumns(code, rows, 'sqlite')} FROM n;
    CREATE INDEX by_day ON notices (day DESC, id); ANALYZE`)
  database.close()
}

function fillFile({ code, rows }: FleetBureau, folder: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'notices.ndjson'),
    Array.from({ length: rows }, (_, i) => `${JSON.stringify(rowAt(code, rows, i))}\n`).join(''),
  )
}

function fillPostgres(url: string, { code, rows }: FleetBureau): Promise<unknown> {
  const table = tableOf(code)
  return postgresQuery(
    url,
    `create table ${table} (${columns});
     insert into ${table} select ${sqlColumns(code, rows, 'postgres')} from generate_series(0, ${rows - 1}) as n(i);
     create index on ${table} (day desc, id); analyze ${table}`,
  )
}

function fillMysql(url: string, { code, rows }: FleetBureau): Promise<unknown> {
  const table = tableOf(code)
  return mariadbQuery(
    url,
    `create table ${table} (${columns}, key by_day (day desc, id)) character set utf8mb4 collate utf8mb4_nopad_bin;
     insert into ${table} select ${sqlColumns(code, rows, 'mysql')} from (select seq as i from seq_0_to_${rows - 1}) as n;
     analyze table ${table}`,
  )
}
