import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { LedgerTables } from './ledgerTables.ts'
import { migrations } from './migrations.ts'

/** Opens the ledger in a data folder to read it, without a hub. Throws, and says why, when there is none or a hub is running over it. */
export function openLedger(dataDir: string): { readonly tables: LedgerTables; close(): void } {
  const file = join(dataDir, 'hub.sqlite')
  if (!existsSync(file)) throw new Error(`there is no ledger in ${dataDir}`)
  const db = new DatabaseSync(file, { readOnly: true, timeout: 1000 })
  try {
    const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version'])
    if (version !== migrations.length) throw new Error(`${file} was written by another version of Comity; start a hub over it once`)
    return { tables: new LedgerTables(db), close: () => db.close() }
  } catch (error) {
    db.close()
    if (!(error instanceof Error && /locked/.test(error.message))) throw error
    throw new Error(`a hub is running over ${dataDir}: stop it, or read a copy of the folder`, { cause: error })
  }
}
