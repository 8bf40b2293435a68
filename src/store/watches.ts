import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { transaction } from './transaction.ts'

/** A watch as it is kept. The store sees neither whose it is nor what it looks for. */
export interface WatchRow {
  readonly id: string
  /** Keyed digest of its owner. */
  readonly owner: Uint8Array
  readonly sealed: Uint8Array
  /** Epoch milliseconds. */
  readonly expires: number
  /** Names the reading that it waits for, since what happened meanwhile is not known; null: none. */
  readonly reread: string | null
}

/** A watch and a record that it has found, as a keyed digest. */
export interface WatchMatch {
  readonly watch: string
  readonly record: Uint8Array
}

/** A place in one history of the log of changes. */
export interface WatchPlace {
  readonly epoch: string
  readonly sequence: number
  /** See `LogPosition`. */
  readonly mark: number
}

/** A change that is to be looked at again, by its place in the log. */
export interface WaitingChange {
  readonly sequence: number
  /** How often it was looked at in vain. */
  readonly attempts: number
  /** When it is to be looked at again, epoch milliseconds. */
  readonly due: number
}

/** What is written down together. */
export interface WatchWrite {
  /** How far the log has been looked at; absent: as before. */
  readonly place?: WatchPlace
  readonly found?: readonly WatchMatch[]
  readonly lost?: readonly WatchMatch[]
  readonly waiting?: readonly WaitingChange[]
  /** Changes that wait no longer. */
  readonly done?: readonly number[]
  /** The watch has been read anew, if it still waits for this reading. */
  readonly reread?: { readonly watch: string; readonly reading: string }
}

/** Watches, what each has found, and how far the log has been looked at for them. */
export class WatchRecords {
  readonly #db: DatabaseSync
  readonly #prepared = new Map<string, StatementSync>()

  /** Over a store's database. */
  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /** All watches. Throws when the store cannot be read, as everything here. */
  all(): readonly WatchRow[] {
    return this.#all('SELECT id, owner, sealed, expires, reread FROM watch').map((row) => ({
      id: String(row['id']),
      owner: row['owner'] as Uint8Array,
      sealed: row['sealed'] as Uint8Array,
      expires: Number(row['expires']),
      reread: row['reread'] === null ? null : String(row['reread']),
    }))
  }

  /** Adds a watch with what it has found and with changes to be looked at again, unless its owner has `most`. False when they have. Durable when it returns, as everything here. */
  add(row: WatchRow, most: number, { found = [], waiting = [] }: Pick<WatchWrite, 'found' | 'waiting'>): boolean {
    return transaction(this.#db, () => {
      if (this.ownedBy(row.owner) >= most) return false
      const { id, owner, sealed, expires, reread } = row
      this.#run('INSERT INTO watch (id, owner, sealed, expires, reread) VALUES (?, ?, ?, ?, ?)', id, owner, sealed, expires, reread)
      this.#write({ found, waiting })
      return true
    })
  }

  /** How many watches an owner has. */
  ownedBy(owner: Uint8Array): number {
    return Number(this.#all('SELECT count(*) AS count FROM watch WHERE owner = ?', owner)[0]?.['count'] ?? 0)
  }

  /** Puts watches as they are now in the place of what they were. One that is gone stays gone. */
  replace(rows: readonly Pick<WatchRow, 'id' | 'sealed' | 'expires'>[]): void {
    transaction(this.#db, () => {
      for (const { id, sealed, expires } of rows) this.#run('UPDATE watch SET sealed = ?, expires = ? WHERE id = ?', sealed, expires, id)
    })
  }

  /** These watches wait for a reading. */
  readAnew(ids: readonly string[], reading: string): void {
    transaction(this.#db, () => {
      for (const id of ids) this.#run('UPDATE watch SET reread = ? WHERE id = ?', reading, id)
    })
  }

  /** Takes a watch away, with all that it has found. */
  remove(id: string): void {
    this.#run('DELETE FROM watch WHERE id = ?', id)
  }

  /** Takes away what ended at an instant or before. Gives how many those were. */
  removeEnded(at: number): number {
    return Number(this.#run('DELETE FROM watch WHERE expires <= ?', at).changes)
  }

  /** How many records a watch has found that still satisfy it. */
  count(id: string): number {
    return Number(this.#all('SELECT count(*) AS count FROM watch_match WHERE watch = ?', id)[0]?.['count'] ?? 0)
  }

  /** The watches that have found a record. */
  finders(record: Uint8Array): readonly string[] {
    return this.#all('SELECT watch FROM watch_match WHERE record = ?', record).map((row) => String(row['watch']))
  }

  /** What a watch has found. */
  foundBy(id: string): readonly Uint8Array[] {
    return this.#all('SELECT record FROM watch_match WHERE watch = ?', id).map((row) => row['record'] as Uint8Array)
  }

  /** How far the log has been looked at; null: not at all. */
  place(): WatchPlace | null {
    const row = this.#all('SELECT epoch, sequence, mark FROM watch_place')[0]
    return row === undefined ? null : { epoch: String(row['epoch']), sequence: Number(row['sequence']), mark: Number(row['mark']) }
  }

  /** Writes all of it in one transaction. */
  write(parts: WatchWrite): void {
    transaction(this.#db, () => this.#write(parts))
  }

  /** What happened up to a place is not known: every watch waits for a reading, and nothing else does. Null: the place stays. */
  lose(place: WatchPlace | null, reading: string): void {
    transaction(this.#db, () => {
      this.#run('UPDATE watch SET reread = ?', reading)
      this.#run('DELETE FROM watch_waiting')
      if (place !== null) this.#write({ place })
    })
  }

  /** Changes that are due at an instant, the longest due first, at most `limit`. */
  due(at: number, limit: number): readonly WaitingChange[] {
    return this.#all('SELECT sequence, attempts, due FROM watch_waiting WHERE due <= ? ORDER BY due, sequence LIMIT ?', at, limit).map(
      (row) => ({
        sequence: Number(row['sequence']),
        attempts: Number(row['attempts']),
        due: Number(row['due']),
      }),
    )
  }

  /** How many changes wait, and when the first is due (epoch milliseconds; null: none waits). */
  waiting(): { readonly count: number; readonly due: number | null } {
    const row = this.#all('SELECT count(*) AS count, min(due) AS due FROM watch_waiting')[0]
    const due = row?.['due'] ?? null
    return { count: Number(row?.['count'] ?? 0), due: due === null ? null : Number(due) }
  }

  #write({ place, found = [], lost = [], waiting = [], done = [], reread }: WatchWrite): void {
    for (const { watch, record } of lost) this.#run('DELETE FROM watch_match WHERE watch = ? AND record = ?', watch, record)
    // A watch may have been deleted while it was being looked at.
    const adding = 'INSERT OR IGNORE INTO watch_match (watch, record) SELECT id, ?2 FROM watch WHERE id = ?1'
    for (const { watch, record } of found) this.#run(adding, watch, record)
    for (const sequence of done) this.#run('DELETE FROM watch_waiting WHERE sequence = ?', sequence)
    const putting = 'INSERT OR REPLACE INTO watch_waiting (sequence, attempts, due) VALUES (?, ?, ?)'
    for (const { sequence, attempts, due } of waiting) this.#run(putting, sequence, attempts, due)
    if (reread !== undefined) this.#run('UPDATE watch SET reread = NULL WHERE id = ? AND reread = ?', reread.watch, reread.reading)
    if (place === undefined) return
    const { epoch, sequence, mark } = place
    this.#run('INSERT OR REPLACE INTO watch_place (id, epoch, sequence, mark) VALUES (1, ?, ?, ?)', epoch, sequence, mark)
  }

  #run(sql: string, ...values: SQLInputValue[]) {
    return this.#statement(sql).run(...values)
  }

  #all(sql: string, ...values: SQLInputValue[]): Record<string, unknown>[] {
    return this.#statement(sql).all(...values)
  }

  #statement(sql: string): StatementSync {
    const known = this.#prepared.get(sql)
    if (known !== undefined) return known
    const made = this.#db.prepare(sql)
    this.#prepared.set(sql, made)
    return made
  }
}
