import { ComityError } from '../model/errors.ts'
import type { SubjectRow } from '../store/subjectTables.ts'
import type { LedgerEntry } from './entry.ts'
import { canonicalJson } from './ledger/canonicalJson.ts'
import { withNames } from './subjects/nameSubjects.ts'
import type { Subjects } from './subjects/subjects.ts'

/** Longest that an entry waits for others, in milliseconds: what a slow disk takes for a flush is no reason to wait as long again. */
const mostPauseMs = 5

/** Where entries become durable, with the names in them; throws when they cannot. `entry` is canonical JSON. `Ledger.append` is one. */
export type AppendDurably = (entries: readonly { readonly at: string; readonly entry: string }[], subjects: readonly SubjectRow[]) => void

/**
 * The audit log. Entries that arrive within one turn of the event loop are committed together, so that many concurrent answers cost one
 * flush; and while there are several at a time, the next flush waits as long as the last one took, for more to come. `Ledger` makes a Merkle tree of them.
 */
export class AuditLog {
  readonly #append: AppendDurably
  readonly #now: () => number
  readonly #onFailure: (error: unknown) => void
  readonly #subjects: Subjects | null
  #isFailing = false
  /** Milliseconds from the first entry that waits to the flush; below one: the end of this turn. */
  #pauseMs = 0
  #waiting: { readonly at: string; readonly entry: LedgerEntry; readonly settle: PromiseWithResolvers<void> }[] = []

  /** `subjects`: who gives names to whom the entries are about; null: they stand in clear. */
  constructor(append: AppendDurably, now: () => number, onFailure: (error: unknown) => void, subjects: Subjects | null = null) {
    this.#subjects = subjects
    this.#append = append
    this.#now = now
    this.#onFailure = onFailure
  }

  /** Whether the last entries could not be made durable. */
  get isFailing(): boolean {
    return this.#isFailing
  }

  /** Resolves when the entry is durable. Throws AUDIT_UNAVAILABLE when it cannot be made so: then nothing may be disclosed. */
  append(entry: LedgerEntry): Promise<void> {
    const settle = Promise.withResolvers<void>()
    if (this.#waiting.length === 0) this.#flushSoon()
    this.#waiting.push({ at: new Date(this.#now()).toISOString(), entry, settle })
    return settle.promise
  }

  #flushSoon(): void {
    const flush = () => this.#flush()
    if (this.#pauseMs < 1) setImmediate(flush)
    else setTimeout(flush, this.#pauseMs)
  }

  #flush(): void {
    const batch = this.#waiting
    this.#waiting = []
    const began = performance.now()
    try {
      const naming = this.#subjects?.naming()
      const named = (entry: LedgerEntry) => canonicalJson(naming === undefined ? entry : withNames(entry, naming))
      const entries = batch.map(({ at, entry }) => ({ at, entry: named(entry) }))
      this.#append(entries, naming?.rows() ?? [])
      naming?.done()
      this.#isFailing = false
      for (const { settle } of batch) settle.resolve()
    } catch (error) {
      this.#isFailing = true
      this.#onFailure(error)
      for (const { settle } of batch) settle.reject(new ComityError('AUDIT_UNAVAILABLE'))
    }
    // One at a time gains nothing by waiting.
    this.#pauseMs = batch.length > 1 ? Math.min(mostPauseMs, performance.now() - began) : 0
  }
}
