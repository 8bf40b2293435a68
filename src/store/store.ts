import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { DeskEntry } from '../model/deskEntry.ts'
import { AnomalyTables } from './anomalyTables.ts'
import { Budgets } from './budgets.ts'
import { SqliteCaptureRecords } from './capture/sqliteCaptureRecords.ts'
import { SqliteChangeRows } from './changes/sqliteChangeRows.ts'
import { Desks } from './desks.ts'
import { Emergencies } from './emergencies.ts'
import { SqliteHeldRows } from './held/sqliteHeldRows.ts'
import { SqliteOutboxRows } from './held/sqliteOutboxRows.ts'
import { LedgerIndexTables } from './ledgerIndexTables.ts'
import { LedgerTables } from './ledgerTables.ts'
import { MatchVerdicts } from './matchVerdicts.ts'
import { migrations } from './migrations.ts'
import { PolicyHistory } from './policyHistory.ts'
import { RevocationRecords } from './revocationRecords.ts'
import { SearchTokens } from './searchTokens.ts'
import { SubjectRequests } from './subjectRequests.ts'
import { transaction } from './transaction.ts'
import { WatchRecords } from './watches.ts'

/**
 * The hub's own durable store: SQLite in the data folder, WAL, `synchronous=FULL`: what `commit` returned for survives a power cut. The folder is
 * locked, so a second hub over it is refused.
 */
export class Store {
  readonly policies: PolicyHistory
  readonly budgets: Budgets
  readonly desks: Desks
  readonly emergencies: Emergencies
  readonly capture: SqliteCaptureRecords
  readonly ledger: LedgerTables
  readonly ledgerIndex: LedgerIndexTables
  readonly subjectRequests: SubjectRequests
  readonly anomalies: AnomalyTables
  readonly changes: SqliteChangeRows
  readonly revocations: RevocationRecords
  readonly outbox: SqliteOutboxRows
  readonly held: SqliteHeldRows
  readonly searchTokens: SearchTokens
  readonly matchVerdicts: MatchVerdicts
  readonly watches: WatchRecords
  readonly #db: DatabaseSync

  /** Opens or makes `<dataDir>/hub.sqlite` and brings it up to date; null: in memory, where nothing lasts. Throws when another process holds it. */
  constructor(dataDir: string | null) {
    if (dataDir !== null) mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    this.#db = new DatabaseSync(dataDir === null ? ':memory:' : join(dataDir, 'hub.sqlite'), { timeout: 1000 })
    try {
      this.#db.exec(
        'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON',
      )
      this.#migrate()
    } catch (error) {
      this.#db.close()
      if (error instanceof Error && /locked/.test(error.message))
        throw new Error(`another hub is running over ${dataDir}`, { cause: error })
      if (error instanceof Error && /readonly|unable to open|disk I\/O/.test(error.message))
        throw new Error(`the hub cannot write to its data folder ${dataDir}: ${error.message}`, { cause: error })
      throw error
    }
    this.policies = new PolicyHistory(this.#db)
    this.budgets = new Budgets(this.#db)
    this.desks = new Desks(this.#db)
    this.emergencies = new Emergencies(this.#db, this.desks)
    this.capture = new SqliteCaptureRecords(this.#db)
    this.ledger = new LedgerTables(this.#db)
    this.ledgerIndex = new LedgerIndexTables(this.#db)
    this.anomalies = new AnomalyTables(this.#db)
    this.subjectRequests = new SubjectRequests(this.#db)
    this.changes = new SqliteChangeRows(this.#db)
    this.revocations = new RevocationRecords(this.#db)
    this.outbox = new SqliteOutboxRows(this.#db)
    this.held = new SqliteHeldRows(this.#db, this)
    this.searchTokens = new SearchTokens(this.#db)
    this.matchVerdicts = new MatchVerdicts(this.#db)
    this.watches = new WatchRecords(this.#db)
  }

  /** Audit entries after `seq`, oldest first, at most `limit`. */
  readAudit(seq: number, limit: number): readonly { readonly seq: number; readonly at: string; readonly entry: string }[] {
    return this.ledger.entries(seq, limit)
  }

  /** Tells desks of something in one transaction; it is durable when it returns. `at`: epoch milliseconds. */
  tellDesks(at: number, entries: readonly { readonly owner: string; readonly entry: DeskEntry }[]): void {
    if (entries.length === 0) return
    transaction(this.#db, () => {
      for (const { owner, entry } of entries) this.desks.add(owner, at, entry)
    })
  }

  /** Gives the folder back. Idempotent. */
  close(): void {
    if (this.#db.isOpen) this.#db.close()
  }

  #migrate(): void {
    const done = Number(this.#db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
    if (done > migrations.length) throw new Error('the store was written by a newer version of Comity')
    transaction(this.#db, () => {
      for (const sql of migrations.slice(done)) this.#db.exec(sql)
      this.#db.exec(`PRAGMA user_version = ${migrations.length}`)
    })
  }
}
