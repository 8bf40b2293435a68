import { randomBytes } from 'node:crypto'
import type { Clock } from '../links/clock.ts'
import { type Link, LinkFailure } from '../links/link.ts'
import type { HeldRows } from '../store/held/heldRows.ts'
import type { Ending, Lease, OutboxRows } from '../store/held/outboxRows.ts'
import { advance } from './advance.ts'
import { clockFor, stepWrite, undeliveredWrite, type WritingParts } from './requestWrite.ts'

/** How patient the delivery is. All in milliseconds but the counts. */
export interface DeliverySettings {
  /** Messages on their way at once. Default 8. */
  readonly width?: number
  /** How long a message is held before somebody else may take it, unless the hold is extended. Default 2000. */
  readonly leaseMs?: number
  /** Time for one attempt. Default 10,000. */
  readonly attemptMs?: number
  /** Between two attempts: anything up to the shortest, doubled with each, up to the longest. Defaults 1000 and 600,000. */
  readonly shortestPauseMs?: number
  readonly longestPauseMs?: number
  /** After which a message is given to people. Default 72 hours. */
  readonly patienceMs?: number
  /** Attempts that the system itself may refuse before that. Default 5. */
  readonly refusals?: number
}

/** What delivery works with. */
export interface DispatcherParts extends WritingParts {
  readonly rows: HeldRows
  readonly outbox: OutboxRows
  /** The link to a bureau's own system; null where there is none now. */
  readonly linkOf: (bureau: string) => Pick<Link, 'submit'> | null
  readonly clock: Clock
  /** From 0 up to 1. */
  readonly random: () => number
  /** The store could not be read or written; what was being done is done again. */
  readonly onFault: (error: unknown) => void
  readonly settings?: DeliverySettings
}

/** The longest that nobody looks, in milliseconds. */
const idleMs = 5000
/** Without a word of the system's on when to come back. */
const parkedMs = 1000
const noLinkMs = 30_000
/** How often the end of a message is written anew when the request has moved meanwhile. */
const mostAttempts = 10

/**
 * Takes messages from the outbox to the requested bureaus' own systems.
 * INVARIANT: a message leaves the outbox only with the system's receipt or for a person to see to, and under the last lease; the system takes it once by its key. So each arrives once, in the order
 * of its lane, whoever dies when.
 */
export class Dispatcher {
  readonly #parts: DispatcherParts
  readonly #settings: Required<DeliverySettings>
  readonly #running = new Set<Promise<void>>()
  readonly #ending = new AbortController()
  /** Systems that are left alone until an instant. */
  readonly #parked = new Map<string, number>()
  #isPumping = false
  #again = false
  #stopTimer: () => void = () => {}

  constructor(parts: DispatcherParts) {
    this.#parts = parts
    this.#settings = {
      width: 8,
      leaseMs: 2000,
      attemptMs: 10_000,
      shortestPauseMs: 1000,
      longestPauseMs: 600_000,
      patienceMs: 72 * 3_600_000,
      refusals: 5,
      ...parts.settings,
    }
  }

  /** There may be something to deliver. The first call starts the delivery. */
  wake(): void {
    if (this.#ending.signal.aborted) return
    this.#again = true
    if (!this.#isPumping) void this.#pump()
  }

  /** Attempts that are under way are broken off, and made again by whoever comes next. Idempotent. */
  async stop(): Promise<void> {
    this.#ending.abort()
    this.#stopTimer()
    await Promise.all(this.#running)
  }

  async #pump(): Promise<void> {
    const { outbox, clock, onFault } = this.#parts
    this.#isPumping = true
    this.#stopTimer()
    let wait = idleMs
    try {
      while (this.#again && !this.#ending.signal.aborted) {
        this.#again = false
        while (this.#running.size < this.#settings.width && !this.#ending.signal.aborted) {
          const now = clock.epoch()
          const lease = await outbox.lease(now, now + this.#settings.leaseMs, this.#parkedAt(now))
          if (lease === null) break
          this.#start(lease)
        }
      }
      const now = clock.epoch()
      const next = await outbox.nextDue(now, this.#parkedAt(now))
      wait = Math.min(idleMs, ...[next, ...this.#parked.values()].flatMap((at) => (at === null ? [] : [at - now])))
    } catch (error) {
      onFault(error)
    }
    this.#isPumping = false
    if (!this.#ending.signal.aborted) this.#stopTimer = clock.after(Math.max(10, wait), () => this.wake())
  }

  #start(lease: Lease): void {
    const run = this.#deliver(lease)
      .catch((error: unknown) => this.#parts.onFault(error))
      .finally(() => {
        this.#running.delete(run)
        this.wake()
      })
    this.#running.add(run)
  }

  async #deliver(lease: Lease): Promise<void> {
    const { linkOf, sealed, clock } = this.#parts
    const { message } = lease
    const link = linkOf(message.target)
    if (link === null) return this.#leaveAlone(lease, noLinkMs)
    const content = sealed.messageOf(message.record, message.sealed)
    const hold = this.#hold(lease)
    try {
      const signal = AbortSignal.any([hold.signal, this.#ending.signal])
      const call = { signal, deadline: clock.epoch() + this.#settings.attemptMs, traceId: randomBytes(16).toString('hex') }
      const { receipt } = await link.submit({ key: message.message, content }, call)
      await this.#end(lease, { id: message.id, token: lease.token, state: 'DELIVERED', receipt })
    } catch (error) {
      if (!(error instanceof LinkFailure)) throw error
      await this.#failed(lease, error)
    } finally {
      hold.release()
    }
  }

  /** Keeps a lease until it is released; its signal tells that somebody else has taken the message. */
  #hold({ message, token }: Lease): { readonly signal: AbortSignal; release(): void } {
    const { outbox, clock } = this.#parts
    const { leaseMs } = this.#settings
    const lost = new AbortController()
    let isReleased = false
    let stop = () => {}
    const beat = () => {
      stop = clock.after(Math.ceil(leaseMs / 3), () => {
        outbox.extend(message.id, token, clock.epoch() + leaseMs).then(
          (isHeld) => {
            if (!isHeld) lost.abort()
            else if (!isReleased) beat()
          },
          () => lost.abort(),
        )
      })
    }
    beat()
    return {
      signal: lost.signal,
      release() {
        isReleased = true
        stop()
      },
    }
  }

  async #failed(lease: Lease, failure: LinkFailure): Promise<void> {
    const { outbox, clock, random } = this.#parts
    const { message, token } = lease
    // Broken off by the end of this process: whoever comes next goes on at once.
    if (this.#ending.signal.aborted) return void (await outbox.retry(message.id, token, clock.epoch(), false))
    const attempts = message.attempts + 1
    const { refusals, patienceMs, shortestPauseMs, longestPauseMs } = this.#settings
    const isRefused = failure.refused && attempts >= refusals
    if (isRefused || clock.epoch() - message.accepted >= patienceMs)
      return this.#end(lease, { id: message.id, token, state: 'DEAD_LETTER', receipt: null })
    // One that is busy or left alone is not asked by the other lanes either, and has not refused anything.
    if (failure.state === 'BUSY' || failure.state === 'BREAKER_OPEN')
      return this.#leaveAlone(lease, Math.max(shortestPauseMs, failure.retryAfterMs ?? parkedMs))
    const pause = random() * Math.min(longestPauseMs, shortestPauseMs * 2 ** Math.min(message.attempts, 30))
    await outbox.retry(message.id, token, clock.epoch() + Math.ceil(Math.max(pause, failure.retryAfterMs ?? 0)), true)
  }

  async #leaveAlone({ message, token }: Lease, ms: number): Promise<void> {
    const { outbox, clock } = this.#parts
    const until = clock.epoch() + Math.ceil(ms)
    this.#parked.set(message.target, Math.max(until, this.#parked.get(message.target) ?? 0))
    await outbox.retry(message.id, token, until, false)
  }

  /** Writes the end of a message's way together with what it means for the request: received, or to be seen to by people. */
  async #end(lease: Lease, ending: Ending): Promise<void> {
    const { rows, outbox, sealed, clock } = this.#parts
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const row = await rows.get(lease.message.record)
      if (row === null) throw new Error('a message belongs to no request')
      const request = sealed.request(row)
      const now = clock.epoch()
      const writes = []
      if (ending.state === 'DEAD_LETTER') writes.push(undeliveredWrite(request, this.#parts))
      else if (request.standing.state === 'SENT') {
        const { request: after, step } = advance(request, 'RECEIVE', {}, { side: 'HUB', roles: [], bureau: null, person: null }, now)
        writes.push(stepWrite(request, after, step, { teller: clockFor(request, request.standing.owner), message: null }, this.#parts))
      }
      const committed = await rows.commit(writes, null, now, ending)
      if (committed.is === 'DONE') return
      // Either the request has moved meanwhile, or somebody else holds the message: then it is theirs.
      const current = (await outbox.about(lease.message.record)).find(({ id }) => id === ending.id)
      if (current?.state !== 'WAITING' || current.token !== lease.token) return
    }
    throw new Error('the end of a message could not be written')
  }

  #parkedAt(now: number): readonly string[] {
    for (const [target, until] of this.#parked) if (until <= now) this.#parked.delete(target)
    return [...this.#parked.keys()]
  }
}
