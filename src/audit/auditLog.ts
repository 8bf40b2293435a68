import { ComityError } from '../model/errors.ts'
import type { SubjectRow } from '../store/subjectTables.ts'
import type { LedgerEntry } from './entry.ts'
import { canonicalJson } from './ledger/canonicalJson.ts'
import { withNames } from './subjects/nameSubjects.ts'
import type { Subjects } from './subjects/subjects.ts'

/** Where entries become durable, with the names in them; throws when they cannot. `entry` is canonical JSON. `Ledger.append` is one. */
export type AppendDurably = (entries: readonly { readonly at: string; readonly entry: string }[], subjects: readonly SubjectRow[]) => void

/**
 * The audit log. Entries that arrive within one turn of the event loop are committed together, so that many concurrent answers cost one
 * flush. `Ledger` makes a Merkle tree of them.
 */
export class AuditLog {
  readonly #append: AppendDurably
  readonly #now: () => number
  readonly #onFailure: (error: unknown) => void
  readonly #subjects: Subjects | null
  #isFailing = false
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
    if (this.#waiting.length === 0) setImmediate(() => this.#flush())
    this.#waiting.push({ at: new Date(this.#now()).toISOString(), entry, settle })
    return settle.promise
  }

  #flush(): void {
    const batch = this.#waiting
    this.#waiting = []
    try {
      const naming = this.#subjects?.naming()
      const named = (entry: LedgerEntry) => canonicalJson(naming === undefined ? entry : withNames(entry, naming))
      const entries = batch.map(({ at, entry }) => ({ at, entry: named(entry) }))
      this.#append(entries, naming?.rows ?? [])
      naming?.done()
      this.#isFailing = false
      for (const { settle } of batch) settle.resolve()
    } catch (error) {
      this.#isFailing = true
      this.#onFailure(error)
      for (const { settle } of batch) settle.reject(new ComityError('AUDIT_UNAVAILABLE'))
    }
  }
}
