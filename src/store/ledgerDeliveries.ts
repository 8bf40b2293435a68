import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { ActFilter, Place } from './ledgerIndexTables.ts'

/** An alert that was given to officers of one bureau: one entry, which names all of them. */
export interface DeliveryRow {
  readonly seq: number
  /** RFC 3339, UTC. */
  readonly at: string
  readonly bureau: string
  readonly purpose: string | null
  /** Names of the recipients in the ledger, as often as the entry has them. */
  readonly persons: readonly string[]
  /** Their cases, each once. */
  readonly cases: readonly string[]
}

/** Entries in a block. */
export const blockEntries = 256

/**
 * Who was given which alert. A row for each recipient of each alert would cost more than to tell them: so there is a row for each entry, and one for each officer and block of entries in which they were told
 * something. Which entries of a block name an officer stands in the entries, which are read when somebody asks.
 */
export class LedgerDeliveries {
  readonly #db: DatabaseSync
  #insert: { readonly delivery: StatementSync; readonly recipient: StatementSync } | null = null
  /** Who is known to have been told something in the last block; nothing that was undone is in it. */
  #told: { block: number; readonly persons: Set<string> } = { block: -1, persons: new Set() }

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /** To be called in a transaction. When that is undone, `forget` is to be called. */
  add(rows: readonly DeliveryRow[]): void {
    this.#insert ??= {
      delivery: this.#db.prepare('INSERT INTO ledger_delivery (seq, at, bureau, purpose, cases) VALUES (?, ?, ?, ?, ?)'),
      recipient: this.#db.prepare('INSERT OR IGNORE INTO ledger_recipient (person, block) VALUES (?, ?)'),
    }
    for (const { seq, at, bureau, purpose, persons, cases } of rows) {
      this.#insert.delivery.run(seq, at, bureau, purpose, JSON.stringify(cases))
      const block = Math.floor(seq / blockEntries)
      if (block !== this.#told.block) this.#told = { block, persons: new Set() }
      for (const person of persons) {
        if (this.#told.persons.has(person)) continue
        this.#insert.recipient.run(person, block)
        this.#told.persons.add(person)
      }
    }
  }

  /** What was added last may not be there. */
  forget(): void {
    this.#told = { block: -1, persons: new Set() }
  }

  /** What officers of a bureau were told, the latest first: those before a place (null: all), at most `limit`. */
  acts(bureau: string, filter: ActFilter, before: Place | null, limit: number): readonly Place[] {
    const found: Place[] = []
    for (const seq of this.#entries(bureau, filter, before)) {
      for (const part of this.#parts(seq, filter)) {
        if (before === null || seq < before.seq || part < before.part) found.push({ seq, part })
        if (found.length === limit) return found
      }
    }
    return found
  }

  /** Entries that may name whom the filter asks for, the latest first. */
  *#entries(bureau: string, { person, caseRef, purpose, from, until }: ActFilter, before: Place | null): Generator<number> {
    const where: [sql: string, value: SQLInputValue][] = [['bureau = ?', bureau]]
    if (caseRef !== undefined) where.push(['instr(cases, ?) > 0', JSON.stringify(caseRef)])
    if (purpose !== undefined) where.push(['purpose = ?', purpose])
    if (from !== undefined) where.push(['at >= ?', from])
    if (until !== undefined) where.push(['at < ?', until])
    const sql = `SELECT seq FROM ledger_delivery WHERE ${where.map(([one]) => one).join(' AND ')} AND seq BETWEEN ? AND ? ORDER BY seq DESC`
    const among = this.#db.prepare(sql)
    const values = where.map(([, value]) => value)
    const last = before?.seq ?? Number.MAX_SAFE_INTEGER
    const spans = person === undefined ? [[0, last] as const] : this.#blocks(person, last)
    for (const [first, end] of spans) for (const row of among.all(...values, first, Math.min(end, last))) yield Number(row['seq'])
  }

  *#blocks(person: string, last: number): Generator<readonly [first: number, last: number]> {
    const blocks = this.#db.prepare('SELECT block FROM ledger_recipient WHERE person = ? AND block <= ? ORDER BY block DESC')
    for (const row of blocks.all(person, Math.floor(last / blockEntries))) {
      const first = Number(row['block']) * blockEntries
      yield [first, first + blockEntries - 1]
    }
  }

  /** Those recipients of an entry whom the filter asks for, the last first. */
  #parts(seq: number, { person, caseRef }: ActFilter): readonly number[] {
    const rows = this.#db
      .prepare(
        `SELECT one.key AS part FROM audit, json_each(audit.entry, '$.recipients') AS one
           WHERE audit.seq = ?1 AND (?2 IS NULL OR one.value ->> 'person' = ?2) AND (?3 IS NULL OR one.value ->> 'case' = ?3)
           ORDER BY one.key DESC`,
      )
      .all(seq, person ?? null, caseRef ?? null)
    return rows.map((row) => Number(row['part']))
  }
}
