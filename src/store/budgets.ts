import type { DatabaseSync, StatementSync } from 'node:sqlite'

/** Whose budget, of what, on which UTC day. */
export interface Account {
  /** What is counted, for instance `hitCheck`. */
  readonly budget: string
  readonly bureau: string
  readonly person: string
  /** `YYYY-MM-DD`. */
  readonly day: string
}

/** What people have used up of what they may do so often a day. */
export class Budgets {
  readonly #forget: StatementSync
  readonly #spend: StatementSync
  readonly #read: StatementSync

  /** Over a store's database. */
  constructor(db: DatabaseSync) {
    this.#forget = db.prepare("DELETE FROM spent WHERE day < date(?, '-1 day')")
    // One statement: nothing can come between looking and counting.
    this.#spend = db.prepare(
      `INSERT INTO spent (budget, bureau, person, day, count) SELECT ?1, ?2, ?3, ?4, 1 WHERE ?5 > 0
       ON CONFLICT DO UPDATE SET count = count + 1 WHERE count < ?5`,
    )
    this.#read = db.prepare('SELECT count FROM spent WHERE budget = ? AND bureau = ? AND person = ? AND day = ?')
  }

  /** Counts one, durably, unless `most` have been counted. False when they have. Days before yesterday are forgotten: who asked how often is nobody's business any longer. */
  spend({ budget, bureau, person, day }: Account, most: number): boolean {
    this.#forget.run(day)
    return Number(this.#spend.run(budget, bureau, person, day, most).changes) === 1
  }

  /** How many have been counted. */
  spent({ budget, bureau, person, day }: Account): number {
    return Number(this.#read.get(budget, bureau, person, day)?.['count'] ?? 0)
  }
}
