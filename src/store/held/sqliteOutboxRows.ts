import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite'
import { transaction } from '../transaction.ts'
import type { DeliveryState, Ending, Lease, NewMessage, OutboxMessage, OutboxRows } from './outboxRows.ts'

/** Whatever is behind it in its lane waits with it. */
const isFirstOfLane = `NOT EXISTS (SELECT 1 FROM outbox AS before
  WHERE before.state = 'WAITING' AND before.target = one.target AND before.lane = one.lane AND before.id < one.id)`

/**
 * The outbox in the embedded store.
 * INVARIANT: of the messages of a lane only the first that is waiting can be leased, and only while nobody holds it: so what a lane delivers is in order. One that ended as a dead letter does not
 * hold up those behind it.
 */
export class SqliteOutboxRows implements OutboxRows {
  readonly #db: DatabaseSync
  readonly #add: StatementSync
  readonly #take: StatementSync
  readonly #extend: StatementSync
  readonly #retry: StatementSync
  readonly #end: StatementSync
  readonly #revive: StatementSync
  readonly #about: StatementSync

  /** Over a store's database. */
  constructor(db: DatabaseSync) {
    this.#db = db
    this.#add = db.prepare('INSERT INTO outbox (message, record, target, lane, accepted, due, sealed) VALUES (?, ?, ?, ?, ?, ?, ?)')
    this.#take = db.prepare('UPDATE outbox SET token = token + 1, leased = ? WHERE id = ? RETURNING *')
    this.#extend = db.prepare("UPDATE outbox SET leased = ? WHERE id = ? AND token = ? AND state = 'WAITING'")
    this.#retry = db.prepare(
      "UPDATE outbox SET due = ?, attempts = attempts + ?, leased = 0 WHERE id = ? AND token = ? AND state = 'WAITING'",
    )
    this.#end = db.prepare(
      "UPDATE outbox SET state = ?, receipt = ?, ended = ?, attempts = attempts + 1, leased = 0 WHERE id = ? AND token = ? AND state = 'WAITING'",
    )
    this.#revive = db.prepare(
      "UPDATE outbox SET state = 'WAITING', accepted = ?, due = ?, attempts = 0, leased = 0, ended = NULL WHERE id = ? AND state = 'DEAD_LETTER'",
    )
    this.#about = db.prepare('SELECT * FROM outbox WHERE record = ? ORDER BY id')
  }

  /** Adds a message; call it within a transaction, so that it is accepted together with what it tells of. */
  add({ message, record, target, lane, sealed }: NewMessage, at: number): void {
    this.#add.run(message, record, target, lane, at, at, sealed)
  }

  /** Ends a message's way; call it within a transaction. False under a token that is no longer the last. */
  end({ id, token, state, receipt }: Ending, at: number): boolean {
    return this.#end.run(state, receipt, at, id, token).changes === 1
  }

  async lease(now: number, until: number, parked: readonly string[]): Promise<Lease | null> {
    return transaction(this.#db, () => {
      const places = parked.map(() => '?').join(', ')
      const first = this.#db
        .prepare(
          `SELECT id FROM outbox AS one
           WHERE state = 'WAITING' AND due <= ? AND leased <= ? AND target NOT IN (${places})
             AND ${isFirstOfLane}
           ORDER BY due, id LIMIT 1`,
        )
        .get(now, now, ...parked)
      const taken = first === undefined ? undefined : this.#take.get(until, Number(first['id']))
      if (taken === undefined) return null
      const message = messageOf(taken)
      return { message, token: message.token }
    })
  }

  async extend(id: number, token: number, until: number): Promise<boolean> {
    return this.#extend.run(until, id, token).changes === 1
  }

  async retry(id: number, token: number, due: number, counts: boolean): Promise<boolean> {
    return this.#retry.run(due, counts ? 1 : 0, id, token).changes === 1
  }

  async revive(id: number, at: number): Promise<boolean> {
    return this.#revive.run(at, at, id).changes === 1
  }

  async nextDue(now: number, parked: readonly string[] = []): Promise<number | null> {
    const places = parked.map(() => '?').join(', ')
    const row = this.#db
      .prepare(
        `SELECT min(next) AS next FROM (SELECT max(due, leased) AS next FROM outbox AS one
           WHERE state = 'WAITING' AND target NOT IN (${places}) AND ${isFirstOfLane} ORDER BY due, id LIMIT 64)`,
      )
      .get(...parked)
    return row === undefined || row['next'] === null ? null : Math.max(now, Number(row['next']))
  }

  async about(record: string): Promise<readonly OutboxMessage[]> {
    return this.#about.all(record).map(messageOf)
  }
}

function messageOf(row: Readonly<Record<string, SQLOutputValue>>): OutboxMessage {
  return {
    id: Number(row['id']),
    message: String(row['message']),
    record: String(row['record']),
    target: String(row['target']),
    lane: String(row['lane']),
    state: String(row['state']) as DeliveryState,
    accepted: Number(row['accepted']),
    attempts: Number(row['attempts']),
    due: Number(row['due']),
    token: Number(row['token']),
    ended: row['ended'] === null || row['ended'] === undefined ? null : Number(row['ended']),
    receipt: row['receipt'] === null || row['receipt'] === undefined ? null : String(row['receipt']),
    sealed: row['sealed'] as Uint8Array,
  }
}
