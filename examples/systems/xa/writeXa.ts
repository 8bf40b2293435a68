import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
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

/** An embedded database that is being made. */
export interface XaDatabase {
  /** Loads the data and closes the database again, for only one process may have it open. Throws when it cannot be made or loaded. */
  load(truth: BureauTruth): Promise<void>
  /** Gives up. */
  abandon(): Promise<unknown>
}

/** Begins to make an embedded database in `folder`, in a thread of its own, so that the data can be made up meanwhile. */
export function startXaDatabase(folder: string): XaDatabase {
  mkdirSync(folder, { recursive: true })
  const worker = new Worker(new URL('./loadWorker.ts', import.meta.url), { workerData: { folder } })
  return {
    load: async (truth) => {
      const rows = tablesOfXa(truth).flatMap((table) => [...insertStatements(table, 1000)])
      const done = once(worker, 'message')
      worker.postMessage([sqlFile('schema.sql'), 'BEGIN', ...rows, 'COMMIT', sqlFile('indexes.sql')])
      const [failure] = (await done) as [string | null]
      await worker.terminate()
      if (failure !== null) throw new Error(`the database of XA cannot be made: ${failure}`)
    },
    abandon: () => worker.terminate(),
  }
}
