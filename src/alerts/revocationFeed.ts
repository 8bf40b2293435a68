import { type Clock, systemClock } from '../links/clock.ts'
import type { Change, RecordSketch } from '../model/change.ts'
import type { Revocation } from '../model/revocation.ts'
import type { Broadcast } from './broadcast.ts'
import type { ChangeStream } from './changeStream.ts'

/** What the feed works with. */
export interface RevocationFeedParts {
  readonly broadcast: Pick<Broadcast, 'subscribe' | 'cursorAt'>
  /** From how long ago on revocations matter: what was issued before is void by itself. Milliseconds. */
  readonly sinceMs: number
  /** Takes one over; taking it again changes nothing. */
  readonly take: (revocation: Revocation) => void
  /** Hears of a log that cannot be followed: it is tried again. */
  readonly onFailure: (error: unknown) => void
  readonly clock?: Clock
}

const binding = { caller: 'the hub itself', filter: 'revocations' }
const againMs = 250

/** A revocation as the log carries it to all nodes. It is no alert to anybody. */
export function revocationChange(revocation: Revocation): Change {
  return {
    bureau: revocation.bureau,
    type: 'AccessRevocation',
    key: revocation.id,
    kind: 'REVOCATION',
    version: revocation.id,
    occurredAt: new Date(revocation.revokedAt).toISOString(),
    late: false,
    details: revocation as unknown as RecordSketch,
  }
}

/** Takes over what other nodes have revoked, for as long as it matters before this node began, and from then on as it happens. */
export class RevocationFeed {
  readonly #parts: RevocationFeedParts
  readonly #clock: Clock
  readonly #following: Promise<void>
  #stream: ChangeStream<Revocation> | null = null
  #wake = () => {}
  #stopped = false

  constructor(parts: RevocationFeedParts) {
    this.#parts = parts
    this.#clock = parts.clock ?? systemClock
    this.#following = this.#follow()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#wake()
    await this.#stream?.return()
    await this.#following
  }

  /** A stream that ends is begun again from as far back as it matters: what was taken already changes nothing. */
  async #follow(): Promise<void> {
    while (!this.#stopped) {
      try {
        await this.#followOnce()
      } catch (error) {
        if (!this.#stopped) this.#parts.onFailure(error)
      }
      if (!this.#stopped) await this.#pause()
    }
  }

  async #followOnce(): Promise<void> {
    const { broadcast, sinceMs, take } = this.#parts
    const after = await broadcast.cursorAt(this.#clock.epoch() - sinceMs, binding)
    const decide = ({ change }: { readonly change: Change }) =>
      change.kind === 'REVOCATION' ? ((change.details ?? null) as unknown as Revocation | null) : null
    this.#stream = broadcast.subscribe({ ...binding, after, decide })
    if (this.#stopped) await this.#stream.return()
    for await (const item of this.#stream) if (item.kind === 'delivery') take(item.value)
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#clock.after(againMs, resolve)
      this.#wake = () => {
        cancel()
        resolve()
      }
    })
  }
}
