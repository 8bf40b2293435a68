/** A message on its way into the outbox. */
export interface NewMessage {
  /** Names it for ever: what the receiver tells repetitions by. */
  readonly message: string
  /** The record that it is about. */
  readonly record: string
  /** The bureau it is for. */
  readonly target: string
  /** Messages of one lane to one bureau arrive in the order in which they were accepted. */
  readonly lane: string
  readonly sealed: Uint8Array
}

/** Where a message stands (`DeliveryState` in the schema). */
export type DeliveryState = 'WAITING' | 'DELIVERED' | 'DEAD_LETTER'

/** A message in the outbox. Instants are epoch milliseconds. */
export interface OutboxMessage extends NewMessage {
  /** Grows with acceptance. */
  readonly id: number
  readonly state: DeliveryState
  readonly accepted: number
  readonly attempts: number
  /** Not tried before. */
  readonly due: number
  /** Of the lease under which it is held now. */
  readonly token: number
  readonly ended: number | null
  /** The receiving system's own number for it. */
  readonly receipt: string | null
}

/** The right to deliver one message for a while. What is done under a token that is no longer the last counts for nothing. */
export interface Lease {
  readonly message: OutboxMessage
  readonly token: number
}

/** The outbox: what was accepted and has to arrive, exactly so often and in this order. */
export interface OutboxRows {
  /**
   * Leases the first waiting message of a lane that is due, whose lane nobody holds, and whose target is not among `parked`. Null when there is none. `until`: when the lease ends unless it is
   * extended.
   */
  lease(now: number, until: number, parked: readonly string[]): Promise<Lease | null>
  /** Extends a lease. False when it is no longer the last one. */
  extend(id: number, token: number, until: number): Promise<boolean>
  /** The message stays, and is tried again from `due` on. `counts`: whether this was an attempt. False, and nothing is written, under an old token. */
  retry(id: number, token: number, due: number, counts: boolean): Promise<boolean>
  /** A dead letter waits again, as if it had been accepted at `at`. False, and nothing is written, for a message that is none. */
  revive(id: number, at: number): Promise<boolean>
  /** When the next message that can be leased can be, of those whose target is not among `parked`; null when none is waiting. */
  nextDue(now: number, parked?: readonly string[]): Promise<number | null>
  /** The messages about a record, the first first. */
  about(record: string): Promise<readonly OutboxMessage[]>
}

/** How a message's way ends, written together with what it means for the record. */
export interface Ending {
  readonly id: number
  readonly token: number
  readonly state: 'DELIVERED' | 'DEAD_LETTER'
  readonly receipt: string | null
}
