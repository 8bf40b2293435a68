import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { DeskEntry, NumberedDeskEntry } from '../model/deskEntry.ts'

/** What the owners' desks have been told, each owner's apart. Entries are never changed. */
export class Desks {
  readonly #insert: StatementSync
  readonly #read: StatementSync

  /** Over a store's database. */
  constructor(db: DatabaseSync) {
    this.#insert = db.prepare(
      'INSERT INTO desk (owner, number, at, entry) SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3 FROM desk WHERE owner = ?1',
    )
    this.#read = db.prepare('SELECT number, at, entry FROM desk WHERE owner = ? AND number < ? ORDER BY number DESC LIMIT ?')
  }

  /** Adds an entry; call it within a transaction, so that it is durable together with what it tells of. */
  add(owner: string, at: number, entry: DeskEntry): void {
    this.#insert.run(owner, new Date(at).toISOString(), JSON.stringify(entry))
  }

  /** One owner's entries, the latest first: those before number `before` (null: all), at most `limit`. */
  page(owner: string, before: number | null, limit: number): readonly NumberedDeskEntry[] {
    return this.#read.all(owner, before ?? Number.MAX_SAFE_INTEGER, limit).map((row) => ({
      ...(JSON.parse(String(row['entry'])) as DeskEntry),
      owner,
      number: Number(row['number']),
      at: String(row['at']),
    }))
  }
}
