import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { DeskEntry } from '../model/deskEntry.ts'
import type { EmergencyAccess, EmergencyFinding, EmergencyGrounds, EmergencyReview } from '../model/emergencyAccess.ts'
import type { Desks } from './desks.ts'
import { transaction } from './transaction.ts'

/** An access about to be opened. */
export type NewEmergency = Omit<EmergencyAccess, 'number' | 'closed' | 'finding' | 'review'>

/** Emergency accesses. Each change is durable together with the entry that tells the owner's desk of it, and no access is ever taken away. */
export class Emergencies {
  readonly #db: DatabaseSync
  readonly #desks: Desks

  /** Over a store's database. */
  constructor(db: DatabaseSync, desks: Desks) {
    this.#db = db
    this.#desks = desks
  }

  /** Opens an access and tells the owner's desk, unless `most` of the block were opened by this person since `dayBegan`. False when they were. */
  open(access: NewEmergency, limit: { readonly most: number; readonly dayBegan: number }, entry: DeskEntry): boolean {
    const { id, owner, block, bureau, person, opened, expires, reviewDue, grounds } = access
    return transaction(this.#db, () => {
      if (this.openedSince(access, limit.dayBegan) >= limit.most) return false
      this.#db
        .prepare(
          `INSERT INTO emergency (id, owner, number, block, bureau, person, opened, expires, reviewDue, grounds)
           SELECT ?1, ?2, coalesce(max(number), 0) + 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM emergency WHERE owner = ?2`,
        )
        .run(id, owner, block, bureau, person, opened, expires, reviewDue, JSON.stringify(grounds))
      this.#desks.add(owner, opened, entry)
      return true
    })
  }

  /** How often a person has opened a block since an instant. */
  openedSince({ owner, block, bureau, person }: Pick<EmergencyAccess, 'owner' | 'block' | 'bureau' | 'person'>, since: number): number {
    const counting = this.#db.prepare(
      'SELECT count(*) AS count FROM emergency WHERE owner = ? AND block = ? AND bureau = ? AND person = ? AND opened >= ?',
    )
    return Number(counting.get(owner, block, bureau, person, since)?.['count'] ?? 0)
  }

  /** An access by its id. */
  get(id: string): EmergencyAccess | null {
    const row = this.#db.prepare('SELECT * FROM emergency WHERE id = ?').get(id)
    return row === undefined ? null : accessOf(row)
  }

  /** A person's accesses that have neither expired nor been closed, the latest first. */
  openOf(bureau: string, person: string, at: number): readonly EmergencyAccess[] {
    const reading = this.#db.prepare(
      'SELECT * FROM emergency WHERE bureau = ? AND person = ? AND expires > ? AND closed IS NULL ORDER BY opened DESC, id',
    )
    return reading.all(bureau, person, at).map(accessOf)
  }

  /** Whether an owner has found that a person invoked its emergency access without need, and has not found otherwise since. */
  isSuspended(owner: string, bureau: string, person: string): boolean {
    const reading = this.#db.prepare(
      "SELECT 1 FROM emergency WHERE owner = ? AND bureau = ? AND person = ? AND finding = 'NOT_JUSTIFIED' LIMIT 1",
    )
    return reading.get(owner, bureau, person) !== undefined
  }

  /** Closes an access and tells the owner's desk. False when it was closed before. */
  close(id: string, at: number, entry: DeskEntry): boolean {
    return transaction(this.#db, () => {
      const { changes } = this.#db.prepare('UPDATE emergency SET closed = ? WHERE id = ? AND closed IS NULL').run(at, id)
      const access = changes === 0 ? null : this.get(id)
      if (access === null) return false
      this.#desks.add(access.owner, at, entry)
      return true
    })
  }

  /** Notes what the owner found and tells its desk; a later finding takes the place of an earlier one, and the desk's entries keep both. */
  review(access: EmergencyAccess, finding: EmergencyFinding, review: EmergencyReview, entry: DeskEntry): void {
    transaction(this.#db, () => {
      this.#db.prepare('UPDATE emergency SET finding = ?, review = ? WHERE id = ?').run(finding, JSON.stringify(review), access.id)
      this.#desks.add(access.owner, Date.parse(review.at), entry)
    })
  }

  /** Tells the owners' desks, once each, of accesses whose review is overdue; `owner`: of theirs alone, null: of everybody's. */
  remind(owner: string | null, at: number, entryOf: (access: EmergencyAccess) => DeskEntry): void {
    const reading = this.#db.prepare(
      'SELECT * FROM emergency WHERE (?1 IS NULL OR owner = ?1) AND finding IS NULL AND reviewDue <= ?2 AND reminded IS NULL ORDER BY reviewDue, id',
    )
    const due = reading.all(owner, at).map(accessOf)
    if (due.length === 0) return
    transaction(this.#db, () => {
      for (const access of due) {
        this.#db.prepare('UPDATE emergency SET reminded = ? WHERE id = ?').run(at, access.id)
        this.#desks.add(access.owner, at, entryOf(access))
      }
    })
  }

  /** Accesses to one owner's records, the latest first: those before number `before` (null: all), at most `limit`; with `overdueAt` only those whose review is overdue then. */
  page(owner: string, before: number | null, limit: number, overdueAt: number | null): readonly EmergencyAccess[] {
    const reading = this.#db.prepare(
      `SELECT * FROM emergency WHERE owner = ?1 AND number < ?2 AND (?3 IS NULL OR (finding IS NULL AND reviewDue <= ?3))
       ORDER BY number DESC LIMIT ?4`,
    )
    return reading.all(owner, before ?? Number.MAX_SAFE_INTEGER, overdueAt, limit).map(accessOf)
  }
}

function accessOf(row: Readonly<Record<string, SQLOutputValue>>): EmergencyAccess {
  const { closed = null, finding = null, review = null } = row
  return {
    id: String(row['id']),
    owner: String(row['owner']),
    number: Number(row['number']),
    block: String(row['block']),
    bureau: String(row['bureau']),
    person: String(row['person']),
    opened: Number(row['opened']),
    expires: Number(row['expires']),
    reviewDue: Number(row['reviewDue']),
    closed: closed === null ? null : Number(closed),
    finding: finding as EmergencyFinding | null,
    grounds: JSON.parse(String(row['grounds'])) as EmergencyGrounds,
    review: review === null ? null : (JSON.parse(String(review)) as EmergencyReview),
  }
}
