import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { BureauTruth } from '../../generate/truth.ts'
import { insertStatements, type Table } from '../table.ts'
import { noticeTables, offenceTable, operationTables, requestTables } from './caseTables.ts'
import { personTables } from './personTables.ts'

const sqlFile = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')

/** All of XA's tables, parents before children. */
export function tablesOfXa({ persons, notices, operations, requests }: BureauTruth): Table[] {
  return [
    ...personTables(persons),
    ...noticeTables(notices),
    ...operationTables(operations),
    ...requestTables(requests),
    offenceTable(notices, requests),
  ]
}

/** Writes `xa.sql` for a real Postgres: `psql -f xa.sql`. */
export function writeXaSql(truth: BureauTruth, folder: string): void {
  mkdirSync(folder, { recursive: true })
  const rows = tablesOfXa(truth).flatMap((table) => [...insertStatements(table)])
  writeFileSync(join(folder, 'xa.sql'), ['BEGIN;\n', sqlFile('schema.sql'), ...rows, sqlFile('indexes.sql'), 'COMMIT;\n'].join('\n'))
}

/** Loads the same into an embedded database in `folder` and closes it again, for only one process may have it open. */
export async function loadXa(truth: BureauTruth, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const database = await PGlite.create(folder, { relaxedDurability: true })
  try {
    await database.exec(sqlFile('schema.sql'))
    for (const table of tablesOfXa(truth)) for (const statement of insertStatements(table, 1000)) await database.exec(statement)
    await database.exec(sqlFile('indexes.sql'))
  } finally {
    await database.close()
  }
}
