import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { transaction } from './transaction.ts'

/** The way back from a name that stands in the ledger to whom it stands for. */
export interface SubjectRow {
  /** The name in the ledger. */
  readonly handle: string
  /** Keyed digest of whom it stands for: by it the name is found again. */
  readonly lookup: Uint8Array
  /** Whom it stands for, with what the name was made with, encrypted. */
  readonly sealed: Uint8Array
}

/** Whom names in the ledger stand for. A row that is deleted cannot be read from the file either: what is freed is overwritten, and the log of writes with it. */
export class SubjectTables {
  readonly #db: DatabaseSync
  #statements: { readonly byLookup: StatementSync; readonly byHandle: StatementSync; readonly insert: StatementSync } | null = null

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /** Null when there is none. */
  byLookup(lookup: Uint8Array): string | null {
    const row = this.#prepared().byLookup.get(lookup)
    return row === undefined ? null : String(row['handle'])
  }

  /** What is kept under a name; null when it was deleted or never was. */
  byHandle(handle: string): Uint8Array | null {
    const sealed = this.#prepared().byHandle.get(handle)?.['sealed']
    return sealed instanceof Uint8Array ? sealed : null
  }

  /** Adds rows; call it within a transaction, so that no entry is durable without the names in it. */
  add(rows: readonly SubjectRow[]): void {
    const { insert } = this.#prepared()
    for (const { handle, lookup, sealed } of rows) insert.run(handle, lookup, sealed)
  }

  /** All rows. */
  *rows(): Generator<{ readonly handle: string; readonly sealed: Uint8Array }, void, undefined> {
    for (const { handle, sealed } of this.#db.prepare('SELECT handle, sealed FROM ledger_subject ORDER BY handle').iterate())
      if (sealed instanceof Uint8Array) yield { handle: String(handle), sealed }
  }

  /** Deletes the rows of these names for good, and gives how many there were. */
  destroy(handles: readonly string[]): number {
    const remove = this.#db.prepare('DELETE FROM ledger_subject WHERE handle = ?')
    const destroyed = transaction(this.#db, () => handles.reduce((sum, handle) => sum + Number(remove.run(handle).changes), 0))
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    return destroyed
  }

  #prepared() {
    this.#statements ??= {
      byLookup: this.#db.prepare('SELECT handle FROM ledger_subject WHERE lookup = ?'),
      byHandle: this.#db.prepare('SELECT sealed FROM ledger_subject WHERE handle = ?'),
      insert: this.#db.prepare('INSERT INTO ledger_subject (handle, lookup, sealed) VALUES (?, ?, ?)'),
    }
    return this.#statements
  }
}
