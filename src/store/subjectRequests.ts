import type { DatabaseSync } from 'node:sqlite'
import type { SubjectReply, SubjectRequest, SubjectRequestKind } from '../model/subjectRequest.ts'

/** Requests of people about themselves, each oversight body's apart. */
export class SubjectRequests {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  /** Writes one down; durable when it returns, with its number. */
  open({ body, kind, reference, received, due }: Omit<SubjectRequest, 'number' | 'answered'>): SubjectRequest {
    const row = this.#db
      .prepare(
        `INSERT INTO subject_request (body, number, kind, reference, received, due)
         SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5 FROM subject_request WHERE body = ?1 RETURNING *`,
      )
      .get(body, kind, reference, received, due)
    return requestOf(row ?? {})
  }

  /** Notes how it was answered; durable when it returns. Gives the request, or null when there is none that waits for an answer. */
  answer(body: string, number: number, on: string, reply: SubjectReply): SubjectRequest | null {
    const row = this.#db
      .prepare('UPDATE subject_request SET answeredOn = ?, reply = ? WHERE body = ? AND number = ? AND answeredOn IS NULL RETURNING *')
      .get(on, reply, body, number)
    return row === undefined ? null : requestOf(row)
  }

  /** Null when there is none. */
  get(body: string, number: number): SubjectRequest | null {
    const row = this.#db.prepare('SELECT * FROM subject_request WHERE body = ? AND number = ?').get(body, number)
    return row === undefined ? null : requestOf(row)
  }

  /** The latest first: those before number `before` (null: all), at most `limit`; with `overdueOn` only those that should have been answered by then. */
  page(body: string, before: number | null, limit: number, overdueOn: string | null): readonly SubjectRequest[] {
    const rows = this.#db.prepare(
      `SELECT * FROM subject_request WHERE body = ?1 AND number < ?2 AND (?3 IS NULL OR (answeredOn IS NULL AND due < ?3))
       ORDER BY number DESC LIMIT ?4`,
    )
    return rows.all(body, before ?? Number.MAX_SAFE_INTEGER, overdueOn, limit).map(requestOf)
  }
}

function requestOf(row: Readonly<Record<string, unknown>>): SubjectRequest {
  const on = row['answeredOn'] ?? null
  return {
    body: String(row['body']),
    number: Number(row['number']),
    kind: row['kind'] as SubjectRequestKind,
    reference: String(row['reference']),
    received: String(row['received']),
    due: String(row['due']),
    answered: on === null ? null : { on: String(on), reply: row['reply'] as SubjectReply },
  }
}
