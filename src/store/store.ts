import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PolicyHistory } from './policyHistory.ts'
import { transaction } from './transaction.ts'

/** Each statement list runs once, in order, in one transaction; what has run is remembered by number. Never change one that has been released. */
const migrations: readonly string[] = [
  `CREATE TABLE audit (
     seq INTEGER PRIMARY KEY,
     at TEXT NOT NULL,
     entry TEXT NOT NULL CHECK (json_valid(entry))
   ) STRICT;
   CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END;
   CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END;`,
  `CREATE TABLE policy_activation (
     seq INTEGER PRIMARY KEY,
     at TEXT NOT NULL,
     bureau TEXT NOT NULL,
     version TEXT NOT NULL,
     digest TEXT NOT NULL,
     file_digest TEXT NOT NULL,
     signed_by TEXT
   ) STRICT;
   CREATE INDEX policy_activation_by_bureau ON policy_activation (bureau, seq);
   CREATE TRIGGER policy_activation_is_append_only_update BEFORE UPDATE ON policy_activation BEGIN SELECT RAISE(ABORT, 'append-only'); END;
   CREATE TRIGGER policy_activation_is_append_only_delete BEFORE DELETE ON policy_activation BEGIN SELECT RAISE(ABORT, 'append-only'); END;`,
]

/**
 * The hub's own durable store: SQLite in the data folder, WAL, `synchronous=FULL`: what `commit` returned for survives a power cut. The folder is
 * locked, so a second hub over it is refused.
 */
export class Store {
  readonly policies: PolicyHistory
  readonly #db: DatabaseSync

  /** Opens or makes `<dataDir>/hub.sqlite` and brings it up to date. Throws when another process holds it. */
  constructor(dataDir: string) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    this.#db = new DatabaseSync(join(dataDir, 'hub.sqlite'), { timeout: 1000 })
    try {
      this.#db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')
      this.#migrate()
    } catch (error) {
      this.#db.close()
      if (error instanceof Error && /locked/.test(error.message))
        throw new Error(`another hub is running over ${dataDir}`, { cause: error })
      throw error
    }
    this.policies = new PolicyHistory(this.#db)
  }

  /** Appends audit entries in one transaction; they are durable when it returns. */
  appendAudit(entries: readonly { readonly at: string; readonly entry: string }[]): void {
    const insert = this.#db.prepare('INSERT INTO audit (at, entry) VALUES (?, ?)')
    transaction(this.#db, () => {
      for (const { at, entry } of entries) insert.run(at, entry)
    })
  }

  /** Audit entries after `seq`, oldest first, at most `limit`. */
  readAudit(seq: number, limit: number): readonly { readonly seq: number; readonly at: string; readonly entry: string }[] {
    const rows = this.#db.prepare('SELECT seq, at, entry FROM audit WHERE seq > ? ORDER BY seq LIMIT ?').all(seq, limit)
    return rows.map((row) => ({ seq: Number(row['seq']), at: String(row['at']), entry: String(row['entry']) }))
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
