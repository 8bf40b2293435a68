import { ComityError } from '../model/errors.ts'
import type { AuditEntry, DeliveryEntry } from './entry.ts'
import { canonicalJson } from './ledger/canonicalJson.ts'

/** Where entries become durable; throws when they cannot. `entry` is canonical JSON. `Ledger.append` is one. */
export type AppendDurably = (entries: readonly { readonly at: string; readonly entry: string }[]) => void

/**
 * The audit log. Entries that arrive within one turn of the event loop are committed together, so that many concurrent answers cost one
 * flush. `Ledger` makes a Merkle tree of them.
 */
export class AuditLog {
  readonly #append: AppendDurably
  readonly #now: () => number
  readonly #onFailure: (error: unknown) => void
  #waiting: { readonly at: string; readonly entry: string; readonly settle: PromiseWithResolvers<void> }[] = []

  constructor(append: AppendDurably, now: () => number, onFailure: (error: unknown) => void) {
    this.#append = append
    this.#now = now
    this.#onFailure = onFailure
  }

  /** Resolves when the entry is durable. Throws AUDIT_UNAVAILABLE when it cannot be made so: then nothing may be disclosed. */
  append(entry: AuditEntry | DeliveryEntry): Promise<void> {
    const settle = Promise.withResolvers<void>()
    if (this.#waiting.length === 0) setImmediate(() => this.#flush())
    this.#waiting.push({ at: new Date(this.#now()).toISOString(), entry: canonicalJson(entry), settle })
    return settle.promise
  }

  #flush(): void {
    const batch = this.#waiting
    this.#waiting = []
    try {
      this.#append(batch.map(({ at, entry }) => ({ at, entry })))
      for (const { settle } of batch) settle.resolve()
    } catch (error) {
      this.#onFailure(error)
      for (const { settle } of batch) settle.reject(new ComityError('AUDIT_UNAVAILABLE'))
    }
  }
}
