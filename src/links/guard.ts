import type { Limits } from '../model/bureau.ts'
import { AdaptiveLimit } from './adaptiveLimit.ts'
import { Breaker, type BreakerState } from './breaker.ts'
import { Bulkhead } from './bulkhead.ts'
import { type Clock, systemClock } from './clock.ts'
import { ExtraBudget } from './extraBudget.ts'
import { GuardedCall, type GuardedRequest, type Listener, type Parts } from './guardedCall.ts'
import { HedgeDelay } from './hedgeDelay.ts'

/** Where time and chance come from, and who hears of the breaker. */
export interface GuardOptions {
  /** Default: the machine's. */
  readonly clock?: Clock
  /** Numbers from 0 up to 1. Default: `Math.random`. */
  readonly random?: () => number
  /** Called at every change that an attempt brings about; a breaker whose time open is over says so at the next call. */
  readonly onBreaker?: (state: BreakerState) => void
  /** Called when an attempt comes on top of a call's first. */
  readonly onExtra?: (kind: 'hedge' | 'retry') => void
}

const breakerTimes = { leastAttempts: 10, openMs: 5000, longestOpenMs: 60_000 }
const slowPercent = 80
const shortestWindowMs = 30_000
/** The window has room for ten attempts that time out one after the other, as they do at a limit of one. */
const windowDeadlines = 15

/**
 * What stands between the hub and one bureau's system. From the outside in: the deadline; a retry or a hedge, never both; the breaker; the bulkhead, whose
 * size is the adaptive limit. `docs/decisions/023-links.md` says why in this order.
 */
export class Guard {
  readonly #parts: Parts
  readonly #longestMs: number
  readonly #onBreaker: (state: BreakerState) => void
  #known: BreakerState = 'CLOSED'
  #places: number

  constructor(limits: Limits, { clock = systemClock, random = Math.random, onBreaker = () => {}, onExtra = () => {} }: GuardOptions = {}) {
    const { concurrency, queue, deadlineMs, slowMs, breakerPercent, hedgePercent, retryPercent } = limits
    this.#longestMs = deadlineMs
    this.#onBreaker = onBreaker
    this.#places = concurrency
    this.#parts = {
      clock,
      random,
      thresholds: { slowMs: slowMs ?? deadlineMs * 0.9, fairMs: deadlineMs * 0.5 },
      bulkhead: new Bulkhead(concurrency, queue),
      breaker: new Breaker(
        {
          ...breakerTimes,
          windowMs: Math.max(shortestWindowMs, windowDeadlines * deadlineMs),
          failedPercent: breakerPercent,
          slowPercent: Math.max(slowPercent, breakerPercent),
        },
        random,
      ),
      limit: new AdaptiveLimit(concurrency),
      hedgeDelay: new HedgeDelay(),
      hedges: new ExtraBudget(hedgePercent),
      retries: new ExtraBudget(retryPercent),
      judged: () => this.#judged(),
      extra: onExtra,
    }
  }

  /** Makes a call. The listener hears of exactly one outcome, at the deadline at the latest, maybe before this returns. */
  call<T>(request: GuardedRequest<T>, listener: Listener<T>): void {
    new GuardedCall(this.#parts, request, this.#longestMs, listener)
  }

  /** Whether calls go through now. */
  get breaker(): BreakerState {
    return this.#parts.breaker.state(this.#parts.clock.elapsed())
  }

  /** Attempts that may run at once now. */
  get places(): number {
    return this.#places
  }

  /** Attempts that run, those included that do not stop when told to. */
  get running(): number {
    return this.#parts.bulkhead.running
  }

  /** Calls that wait for a place. */
  get waiting(): number {
    return this.#parts.bulkhead.waiting
  }

  #judged(): void {
    const { breaker, bulkhead, clock, limit } = this.#parts
    const state = breaker.state(clock.elapsed())
    if (state !== this.#known) {
      this.#known = state
      this.#onBreaker(state)
    }
    if (state !== 'CLOSED') bulkhead.turnAway()
    if (limit.places !== this.#places) {
      this.#places = limit.places
      bulkhead.resize(this.#places)
    }
  }
}
