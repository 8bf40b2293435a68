import type { DeliveryEntry } from '../audit/entry.ts'
import type { Recipient } from './alertFeed.ts'

/** Writes an entry; resolves when it is durable. Rejects with AUDIT_UNAVAILABLE. */
export type WriteDelivery = (entry: DeliveryEntry) => Promise<void>

/** Who gets one executed delivery. Those who come within one turn of the event loop share an entry, so that one change for a thousand desks costs a few entries and not a thousand. */
export class DeliveryRecord {
  readonly #entry: Omit<DeliveryEntry, 'recipients'>
  readonly #write: WriteDelivery
  #next: { readonly recipients: Recipient[]; readonly written: Promise<void> } | null = null

  constructor(entry: Omit<DeliveryEntry, 'recipients'>, write: WriteDelivery) {
    this.#entry = entry
    this.#write = write
  }

  /** Resolves when it is on record that this recipient gets it. Rejects with AUDIT_UNAVAILABLE. */
  note(recipient: Recipient): Promise<void> {
    if (this.#next === null) {
      const recipients: Recipient[] = []
      const written = new Promise<void>((resolve, reject) => {
        setImmediate(() => {
          this.#next = null
          this.#write({ ...this.#entry, recipients }).then(resolve, reject)
        })
      })
      this.#next = { recipients, written }
    }
    this.#next.recipients.push(recipient)
    return this.#next.written
  }
}
