import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite'
import type { NumberedRevocation, Revocation } from '../model/revocation.ts'

/** Whose access was ended, when, by whom and why. What is kept is never changed. */
export class RevocationRecords {
  readonly #insert: StatementSync
  readonly #byId: StatementSync
  readonly #page: StatementSync
  readonly #latest: StatementSync
  readonly #since: StatementSync

  /** Over a store's database. */
  constructor(db: DatabaseSync) {
    this.#insert = db.prepare(`INSERT INTO revocation (id, bureau, number, person, revokedAt, revokedBy, reason)
      SELECT ?1, ?2, coalesce(max(number), 0) + 1, ?3, ?4, ?5, ?6 FROM revocation WHERE bureau = ?2`)
    this.#byId = db.prepare('SELECT * FROM revocation WHERE id = ?')
    this.#page = db.prepare('SELECT * FROM revocation WHERE bureau = ? AND number < ? ORDER BY number DESC LIMIT ?')
    this.#latest = db.prepare('SELECT bureau, person, max(revokedAt) AS revokedAt FROM revocation GROUP BY bureau, person')
    this.#since = db.prepare('SELECT * FROM revocation WHERE revokedAt >= ? ORDER BY revokedAt, id')
  }

  /** Keeps one, durably when it returns; null when one with its id is kept already. */
  add({ id, bureau, person, revokedAt, by, reason }: Revocation): NumberedRevocation | null {
    if (this.#byId.get(id) !== undefined) return null
    this.#insert.run(id, bureau, person, revokedAt, by, reason)
    return revocationIn(this.#byId.get(id) ?? {})
  }

  /** One bureau's, the latest first: those before number `before` (null: all), at most `limit`. */
  page(bureau: string, before: number | null, limit: number): readonly NumberedRevocation[] {
    return this.#page.all(bureau, before ?? Number.MAX_SAFE_INTEGER, limit).map(revocationIn)
  }

  /** When each person's access was last ended. */
  latest(): readonly Pick<Revocation, 'bureau' | 'person' | 'revokedAt'>[] {
    return this.#latest
      .all()
      .map((row) => ({ bureau: String(row['bureau']), person: String(row['person']), revokedAt: Number(row['revokedAt']) }))
  }

  /** All of every bureau since an instant, in epoch milliseconds, the oldest first. */
  since(instant: number): readonly Revocation[] {
    return this.#since.all(instant).map(revocationIn)
  }
}

function revocationIn(row: Readonly<Record<string, SQLOutputValue>>): NumberedRevocation {
  return {
    id: String(row['id']),
    bureau: String(row['bureau']),
    number: Number(row['number']),
    person: String(row['person']),
    revokedAt: Number(row['revokedAt']),
    by: String(row['revokedBy']),
    reason: String(row['reason']),
  }
}
