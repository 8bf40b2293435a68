import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { transaction } from './transaction.ts'

/** Whose records, and of which type. */
export interface TokenOwner {
  readonly bureau: string
  readonly type: string
}

/** A record with the tokens under which it is found. */
export interface TokenRecord {
  readonly key: string
  /** Signed, of 64 bits. */
  readonly tokens: readonly bigint[]
}

/** A set of tokens that was built, or is being built. */
export interface TokenSet {
  readonly id: number
  /** What made it; a set that something else made serves nobody. */
  readonly made: string
  /** Epoch milliseconds at which its building ended; null: it is still being built. */
  readonly builtAt: number | null
}

/**
 * Tokens under which records are found: numbers that mean nothing by themselves. A new set is built beside the one that serves, and takes its place when it is whole; what
 * changes meanwhile goes into both.
 */
export class SearchTokens {
  readonly #db: DatabaseSync
  readonly #sets: StatementSync
  readonly #insert: StatementSync
  readonly #remove: StatementSync
  readonly #has: StatementSync
  readonly #finds = new Map<number, StatementSync>()

  /** Over a store's database. */
  constructor(db: DatabaseSync) {
    this.#db = db
    this.#sets = db.prepare('SELECT id, made, built FROM search_set WHERE bureau = ? AND type = ? ORDER BY id')
    this.#insert = db.prepare('INSERT OR IGNORE INTO search_token (set_id, token, key) VALUES (?, ?, ?)')
    this.#remove = db.prepare('DELETE FROM search_token WHERE set_id = ? AND key = ?')
    this.#has = db.prepare('SELECT 1 FROM search_token WHERE set_id = ? AND key = ? LIMIT 1')
  }

  /** Begins a new set, and gives its number. One that was begun before and never ended is dropped. */
  begin(owner: TokenOwner, made: string): number {
    return transaction(this.#db, () => {
      for (const set of this.sets(owner)) if (set.builtAt === null) this.#drop(set.id)
      const { bureau, type } = owner
      return Number(
        this.#db.prepare('INSERT INTO search_set (bureau, type, made) VALUES (?, ?, ?)').run(bureau, type, made).lastInsertRowid,
      )
    })
  }

  /** Adds what was read to a set that is being built. A record that it has already is left as it is: that is newer. */
  fill(set: number, records: readonly TokenRecord[]): void {
    transaction(this.#db, () => {
      for (const { key, tokens } of records) {
        if (this.#has.get(set, key) !== undefined) continue
        for (const token of tokens) this.#insert.run(set, token, key)
      }
    })
  }

  /** The set is whole from now on (epoch milliseconds) and serves; those before it are dropped. */
  end(owner: TokenOwner, id: number, at: number): void {
    transaction(this.#db, () => {
      this.#db.prepare('UPDATE search_set SET built = ? WHERE id = ?').run(at, id)
      for (const set of this.sets(owner)) if (set.id !== id) this.#drop(set.id)
    })
  }

  /** Drops one set. */
  drop(id: number): void {
    transaction(this.#db, () => this.#drop(id))
  }

  /** Replaces what is kept of records, in every set that is there. */
  learn(owner: TokenOwner, records: readonly TokenRecord[]): void {
    const sets = this.sets(owner)
    if (sets.length === 0 || records.length === 0) return
    transaction(this.#db, () => {
      for (const { id } of sets) {
        for (const { key, tokens } of records) {
          this.#remove.run(id, key)
          for (const token of tokens) this.#insert.run(id, token, key)
        }
      }
    })
  }

  /** Keys of the records of a set that have one of these tokens, in the order of keys, at most `limit`. */
  find(set: number, tokens: readonly bigint[], limit: number): readonly string[] {
    if (tokens.length === 0) return []
    let statement = this.#finds.get(tokens.length)
    if (statement === undefined) {
      const places = tokens.map(() => '?').join()
      statement = this.#db.prepare(`SELECT DISTINCT key FROM search_token WHERE set_id = ? AND token IN (${places}) ORDER BY key LIMIT ?`)
      this.#finds.set(tokens.length, statement)
    }
    return statement.all(set, ...tokens, limit).map((row) => String(row['key']))
  }

  /** The sets of an owner, the oldest first. */
  sets({ bureau, type }: TokenOwner): readonly TokenSet[] {
    return this.#sets.all(bureau, type).map((row) => ({
      id: Number(row['id']),
      made: String(row['made']),
      builtAt: row['built'] === null ? null : Number(row['built']),
    }))
  }

  /** Bureaus of whom anything is kept. */
  bureaus(): readonly string[] {
    return this.#db
      .prepare('SELECT DISTINCT bureau FROM search_set')
      .all()
      .map((row) => String(row['bureau']))
  }

  /** Removes everything that is kept of a bureau. */
  purge(bureau: string): void {
    transaction(this.#db, () => {
      const ids = this.#db.prepare('SELECT id FROM search_set WHERE bureau = ?').all(bureau)
      for (const { id } of ids) this.#drop(Number(id))
    })
  }

  #drop(id: number): void {
    this.#db.prepare('DELETE FROM search_token WHERE set_id = ?').run(id)
    this.#db.prepare('DELETE FROM search_set WHERE id = ?').run(id)
  }
}
