import type { DatabaseSync, StatementSync } from 'node:sqlite'

/** What has been counted for rules over the record of disclosures. Call everything within a transaction, so that an entry counts once. */
export class AnomalyTables {
  readonly #db: DatabaseSync
  #add: StatementSync | null = null

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /** The last entry that was counted. */
  through(): number {
    return Number(this.#db.prepare('SELECT watched FROM ledger_watched').get()?.['watched'])
  }

  /** All entries up to here were counted. */
  reached(seq: number): void {
    this.#db.prepare('UPDATE ledger_watched SET watched = ?').run(seq)
  }

  /** Adds to a count and gives what it comes to. `window`: the UTC hour or day. */
  add(owner: string, rule: string, who: string, window: string, count: number): number {
    this.#add ??= this.#db.prepare(
      `INSERT INTO ledger_count (owner, rule, who, window, count) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (owner, rule, who, window) DO UPDATE SET count = count + excluded.count RETURNING count`,
    )
    return Number(this.#add.get(owner, rule, who, window, count)?.['count'])
  }

  /** Forgets counts of windows before this one. */
  forgetBefore(window: string): void {
    this.#db.prepare('DELETE FROM ledger_count WHERE window < ?').run(window)
  }
}
