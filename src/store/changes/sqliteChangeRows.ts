import { randomBytes } from 'node:crypto'
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { SqliteAdapter, SqliteQueryCompiler, sql } from 'kysely'
import { transaction } from '../transaction.ts'
import { ChangeQueries, type ChangeQuery, changeRows, logState, rowsAtOnce } from './changeQueries.ts'
import type { ChangeRow, ChangeRows, LogState, NewChangeRow, Placed } from './changeRows.ts'

const now = sql<number>`cast(unixepoch('subsec') * 1000 as integer)`

/** The log in the embedded store. There is one writer, so rows get their places in the transaction that adds them. */
export class SqliteChangeRows implements ChangeRows {
  readonly #db: DatabaseSync
  readonly #queries = new ChangeQueries(new SqliteAdapter(), new SqliteQueryCompiler(), now)
  readonly #prepared = new Map<string, StatementSync>()
  readonly #listeners = new Set<(placed: Placed) => void>()

  /** Over a store's database. */
  constructor(db: DatabaseSync) {
    this.#db = db
  }

  async append(rows: readonly NewChangeRow[]): Promise<number> {
    let added = 0
    const tell = transaction(this.#db, () => this.appendHere(rows, (count) => (added = count)))
    tell()
    return added
  }

  /** The same within a transaction of the store's, so that a change is logged together with what it tells of. Call what it gives once that is committed: then listeners hear of it. */
  appendHere(rows: readonly NewChangeRow[], onAdded: (count: number) => void = () => {}): () => void {
    const placed: ChangeRow[] = []
    const before = changeRows(this.#all(this.#queries.last()))[0] ?? null
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      this.#run(this.#queries.insert(rows.slice(start, start + rowsAtOnce)))
      placed.push(...changeRows(this.#all(this.#queries.place())))
    }
    onAdded(placed.length)
    return () => {
      if (placed.length === 0) return
      const { epoch } = this.#state()
      for (const listener of this.#listeners) listener({ epoch, before, rows: placed })
    }
  }

  async read(after: number, limit: number): Promise<readonly ChangeRow[]> {
    return changeRows(this.#all(this.#queries.read(after, limit)))
  }

  async state(): Promise<LogState> {
    return this.#state()
  }

  async trim(before: number): Promise<void> {
    this.#run(this.#queries.trim(before))
  }

  async renewEpoch(epoch: string): Promise<void> {
    this.#run(this.#queries.renewEpoch(epoch, randomBytes(16).toString('hex')))
  }

  onPlaced(listener: (placed: Placed) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The database is the store's to close. */
  async close(): Promise<void> {
    this.#listeners.clear()
  }

  #state(): LogState {
    return logState(this.#all(this.#queries.state())[0])
  }

  #run({ sql, parameters }: ChangeQuery): void {
    this.#statement(sql).run(...(parameters as readonly SQLInputValue[]))
  }

  #all({ sql, parameters }: ChangeQuery): Record<string, unknown>[] {
    return this.#statement(sql).all(...(parameters as readonly SQLInputValue[]))
  }

  /** Batches come in many sizes, each a text of its own: only a few are kept. */
  #statement(text: string): StatementSync {
    const known = this.#prepared.get(text)
    if (known !== undefined) return known
    if (this.#prepared.size >= 32) this.#prepared.clear()
    const made = this.#db.prepare(text)
    this.#prepared.set(text, made)
    return made
  }
}
