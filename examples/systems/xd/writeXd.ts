import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { BureauTruth } from '../../generate/truth.ts'
import { insertStatements, type Table } from '../table.ts'
import { noticeTables, offenceTable, operationTables, requestTables } from './caseTables.ts'
import { personTables } from './personTables.ts'

const sqlFile = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')

/** All of XD's tables. */
export function tablesOfXd({ persons, notices, requests, operations }: BureauTruth): Table[] {
  return [
    ...personTables(persons),
    ...noticeTables(notices),
    ...requestTables(requests),
    ...operationTables(operations),
    offenceTable(notices, requests),
  ]
}

/** Writes the SQLite file, which must not exist yet. */
export function loadXd(truth: BureauTruth, file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const database = new DatabaseSync(file)
  try {
    database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN; ${sqlFile('schema.sql')}`)
    for (const { name, columns, rows } of tablesOfXd(truth)) {
      if (rows.length === 0) continue
      const insert = database.prepare(`INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
      for (const row of rows) insert.run(...row.map((cell) => (typeof cell === 'string' || typeof cell === 'number' ? cell : null)))
    }
    database.exec(`${sqlFile('indexes.sql')} COMMIT; ANALYZE;`)
  } finally {
    database.close()
  }
}

/** Writes `xd.sql` for MariaDB or MySQL: `mariadb cases < xd.sql`, into a database made with `CHARACTER SET utf8mb4`. */
export function writeXdSql(truth: BureauTruth, folder: string): void {
  mkdirSync(folder, { recursive: true })
  const rows = tablesOfXd(truth).flatMap((table) => [...insertStatements(table)])
  writeFileSync(
    join(folder, 'xd.sql'),
    ['SET NAMES utf8mb4;\n', sqlFile('schema.sql'), 'START TRANSACTION;\n', ...rows, 'COMMIT;\n', sqlFile('indexes.sql')].join('\n'),
  )
}
