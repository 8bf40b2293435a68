import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { DeskEntry, NumberedDeskEntry } from '../model/deskEntry.ts'

/** What the owners' desks have been told, each owner's apart. Entries are never changed. */
export class Desks {
  readonly #insert: StatementSync
  readonly #read: StatementSync
  readonly #untold: StatementSync
  readonly #told: StatementSync
  readonly #listeners = new Set<() => void>()

  /** Over a store's database. */
  constructor(db: DatabaseSync) {
    this.#insert = db.prepare(
      'INSERT INTO desk (owner, number, at, entry) SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3 FROM desk WHERE owner = ?1',
    )
    this.#read = db.prepare('SELECT number, at, entry FROM desk WHERE owner = ? AND number < ? ORDER BY number DESC LIMIT ?')
    this.#untold = db.prepare(
      `SELECT owner, number, at, entry FROM desk LEFT JOIN desk_told USING (owner)
       WHERE number > coalesce(up_to, 0) ORDER BY at, owner, number LIMIT ?`,
    )
    this.#told = db.prepare(
      'INSERT INTO desk_told (owner, up_to) VALUES (?, ?) ON CONFLICT (owner) DO UPDATE SET up_to = max(up_to, excluded.up_to)',
    )
  }

  /** Adds an entry; call it within a transaction, so that it is durable together with what it tells of. */
  add(owner: string, at: number, entry: DeskEntry): void {
    this.#insert.run(owner, new Date(at).toISOString(), JSON.stringify(entry))
    // After the transaction: until then there is nothing to read.
    if (this.#listeners.size > 0) setImmediate(() => this.#tellListeners())
  }

  /** One owner's entries, the latest first: those before number `before` (null: all), at most `limit`. */
  page(owner: string, before: number | null, limit: number): readonly NumberedDeskEntry[] {
    return this.#read.all(owner, before ?? Number.MAX_SAFE_INTEGER, limit).map((row) => entryOf({ ...row, owner }))
  }

  /** Entries that the log of changes does not have yet, in each owner's order, at most `limit`. */
  untold(limit: number): readonly NumberedDeskEntry[] {
    return this.#untold.all(limit).map(entryOf)
  }

  /** The log of changes has these. Durable when it returns. */
  told(entries: readonly NumberedDeskEntry[]): void {
    for (const { owner, number } of entries) this.#told.run(owner, number)
  }

  /** Hears that there may be something new. Gives a function that takes it back. */
  onAdded(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tellListeners(): void {
    for (const listener of this.#listeners) listener()
  }
}

function entryOf({ owner, number, at, entry }: Record<string, unknown>): NumberedDeskEntry {
  return { ...(JSON.parse(String(entry)) as DeskEntry), owner: String(owner), number: Number(number), at: String(at) }
}
