import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { transaction } from './transaction.ts'

/** The way back from a name that stands in the ledger to whom it stands for. */
export interface SubjectRow {
  /** From 1, in the order in which names were given; never given again. */
  readonly number: number
  /** The name in the ledger. */
  readonly handle: string
  /** Keyed digest of whom it stands for: by it the name is found again. */
  readonly lookup: Uint8Array
  /** Whom it stands for, with what the name was made with, encrypted. */
  readonly sealed: Uint8Array
}

type Statements = Readonly<Record<'byLookup' | 'byNumber' | 'ofBefore' | 'insert', StatementSync>>

/** Whom names in the ledger stand for. A row that is deleted cannot be read from the file either: what is freed is overwritten, and the log of writes with it. */
export class SubjectTables {
  readonly #db: DatabaseSync
  #statements: Statements | null = null

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /** The highest number that was ever given; 0 when none was. */
  lastNumber(): number {
    return Number(this.#db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'ledger_name'").get()?.['seq'] ?? 0)
  }

  /** The name with this digest; null when there is none. */
  byLookup(lookup: Uint8Array): string | null {
    const row = this.#prepared().byLookup.get(lookup) as readonly unknown[] | undefined
    return row === undefined ? null : String(row[0])
  }

  /** What is kept under a name; null when it was deleted or never was. `number`: null for a name that has none. */
  byHandle(handle: string, number: number | null): Uint8Array | null {
    const { byNumber, ofBefore } = this.#prepared()
    const row = (number === null ? ofBefore.get(handle) : byNumber.get(number, handle)) as readonly unknown[] | undefined
    return row?.[0] instanceof Uint8Array ? row[0] : null
  }

  /** Adds rows; call it within a transaction, so that no entry is durable without the names in it. */
  add(rows: readonly SubjectRow[]): void {
    const { insert } = this.#prepared()
    for (const { number, handle, lookup, sealed } of rows) insert.run(number, handle, lookup, sealed)
  }

  /** All rows. */
  *rows(): Generator<{ readonly handle: string; readonly sealed: Uint8Array }, void, undefined> {
    for (const { name, sealed } of this.#db.prepare('SELECT name, sealed FROM ledger_name ORDER BY id').iterate())
      if (sealed instanceof Uint8Array) yield { handle: String(name), sealed }
  }

  /** Deletes the rows of these names for good, and gives how many there were. */
  destroy(names: readonly { readonly handle: string; readonly number: number | null }[]): number {
    const numbered = this.#db.prepare('DELETE FROM ledger_name WHERE id = ? AND name = ?')
    const ofBefore = this.#db.prepare("DELETE FROM ledger_name WHERE name = ? AND instr(name, '.') = 0")
    const destroyed = transaction(this.#db, () =>
      names.reduce((sum, { handle, number }) => {
        const { changes } = number === null ? ofBefore.run(handle) : numbered.run(number, handle)
        return sum + Number(changes)
      }, 0),
    )
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    return destroyed
  }

  #prepared(): Statements {
    if (this.#statements !== null) return this.#statements
    const reading = (sql: string) => {
      const statement = this.#db.prepare(sql)
      statement.setReturnArrays(true)
      return statement
    }
    this.#statements = {
      byLookup: reading('SELECT name FROM ledger_name WHERE lookup = ?'),
      byNumber: reading('SELECT sealed FROM ledger_name WHERE id = ? AND name = ?'),
      ofBefore: reading("SELECT sealed FROM ledger_name WHERE name = ? AND instr(name, '.') = 0"),
      insert: this.#db.prepare('INSERT INTO ledger_name (id, name, lookup, sealed) VALUES (?, ?, ?, ?)'),
    }
    return this.#statements
  }
}
