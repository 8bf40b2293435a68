import type { DeliveryEntry } from '../audit/entry.ts'
import type { Recipient } from './alertFeed.ts'

/** Puts on record that these recipients get it; resolves when that is durable. Rejects with AUDIT_UNAVAILABLE. */
export type WriteDelivery = (recipients: DeliveryEntry['recipients']) => Promise<void>

/** Recipients whom one entry names at most. */
const mostRecipients = 1000
/** Turns of the event loop for which an entry waits for further recipients at most. */
const mostTurns = 16

/** Those who share an entry that is still to be written. */
interface Group {
  readonly recipients: Recipient[]
  readonly written: Promise<void>
}

/**
 * Who gets one executed delivery. Those who come turn after turn of the event loop share an entry, which is written at the first turn in which nobody came: one change for a thousand desks costs
 * one entry, and one wait for the disk, and not a thousand.
 */
export class DeliveryRecord {
  readonly #write: WriteDelivery
  readonly #soon: (act: () => void) => void
  #open: Group | null = null

  /** `soon` runs something in the next turn of the event loop; default `setImmediate`. */
  constructor(write: WriteDelivery, soon: (act: () => void) => void = setImmediate) {
    this.#write = write
    this.#soon = soon
  }

  /** Resolves when it is on record that this recipient gets it. Rejects with AUDIT_UNAVAILABLE. */
  note(recipient: Recipient): Promise<void> {
    this.#open ??= this.#begin()
    const { recipients, written } = this.#open
    if (recipients.push(recipient) === mostRecipients) this.#open = null
    return written
  }

  #begin(): Group {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const group: Group = { recipients: [], written: promise }
    const close = () => {
      if (this.#open === group) this.#open = null
      this.#write(group.recipients).then(resolve, reject)
    }
    const look = (before: number, turn: number) => {
      const { length } = group.recipients
      if (length === before || turn === mostTurns || this.#open !== group) close()
      else this.#soon(() => look(length, turn + 1))
    }
    this.#soon(() => look(0, 1))
    return group
  }
}
