import type { DatabaseSync, StatementSync } from 'node:sqlite'

/** What an officer says of two records. WITHDRAWN: what was said before is taken back. */
export type MatchVerdict = 'CONFIRMED' | 'REJECTED' | 'WITHDRAWN'

/** An officer's word on whether two records are of one person: their bureau's own, and nobody else's to read. */
export interface JudgedMatch {
  /** Whose officer. */
  readonly bureau: string
  /** The officer's reference. */
  readonly person: string
  /** The two records, as `refKey` writes them, in any order. */
  readonly records: readonly [string, string]
  readonly verdict: MatchVerdict
  readonly reason: string
  /** RFC 3339. */
  readonly at: string
}

/** What officers have said of pairs of records. Only ever added to; of a pair, a bureau's last word counts. */
export class MatchVerdicts {
  readonly #insert: StatementSync
  readonly #read: StatementSync

  /** Over a store's database. */
  constructor(db: DatabaseSync) {
    this.#insert = db.prepare('INSERT INTO match_verdict (at, bureau, person, one, other, verdict, reason) VALUES (?, ?, ?, ?, ?, ?, ?)')
    this.#read = db.prepare(
      `SELECT at, person, one, other, verdict, reason FROM match_verdict WHERE bureau = ?1 AND one = ?2
       UNION ALL SELECT at, person, one, other, verdict, reason FROM match_verdict INDEXED BY match_verdict_by_other WHERE bureau = ?1 AND other = ?2`,
    )
  }

  /** Adds a word; durable when it returns. */
  add({ at, bureau, person, records, verdict, reason }: JudgedMatch): void {
    const [one, other] = records.toSorted() as [string, string]
    this.#insert.run(at, bureau, person, one, other, verdict, reason)
  }

  /** A bureau's last words on one record, by the other one of the pair. What was withdrawn is not among them. */
  of(bureau: string, record: string): ReadonlyMap<string, JudgedMatch> {
    const last = new Map<string, JudgedMatch>()
    for (const row of this.#read.all(bureau, record)) {
      const [one, other] = [String(row['one']), String(row['other'])]
      const verdict = String(row['verdict']) as MatchVerdict
      last.delete(one === record ? other : one)
      if (verdict === 'WITHDRAWN') continue
      const said = { at: String(row['at']), bureau, person: String(row['person']), verdict, reason: String(row['reason']) }
      last.set(one === record ? other : one, { ...said, records: [one, other] })
    }
    return last
  }
}
