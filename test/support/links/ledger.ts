import { getEventListeners } from 'node:events'
import { ConnectorError } from '../../../src/connectors/connector.ts'
import type { BreakerState } from '../../../src/links/breaker.ts'
import { Guard } from '../../../src/links/guard.ts'
import type { AttemptTerms, GuardFailure } from '../../../src/links/guardedCall.ts'
import type { Limits } from '../../../src/model/bureau.ts'
import { settled, VirtualClock } from './virtualClock.ts'

/** What a system does with one attempt. */
export type Behaviour =
  | { readonly kind: 'answer'; readonly ms: number }
  | { readonly kind: 'fail'; readonly ms: number; readonly reason: ConnectorError['reason']; readonly retryAfterMs?: number }
  /** Does not answer; stops when told to. */
  | { readonly kind: 'hang' }
  /** Answers after so long and does not stop when told to. */
  | { readonly kind: 'deaf'; readonly ms: number }
  | { readonly kind: 'throw' }

/** One attempt as the system saw it. */
export interface SeenAttempt {
  readonly began: number
  /** The breaker's state as it began. */
  readonly breaker: BreakerState
  readonly signal: AbortSignal
  readonly deadline: number
  ended: number | null
  /** When it failed, and when the system said to come back. */
  retryAfterMs: number
}

/** One call as its caller saw it. */
export interface SeenCall {
  readonly began: number
  /** When it has to be over. */
  readonly end: number
  readonly idempotent: boolean
  /** The breaker's state as it began. */
  readonly breaker: BreakerState
  readonly attempts: SeenAttempt[]
  readonly outcomes: { readonly kind: 'answered' | GuardFailure['kind']; readonly at: number; readonly retryAfterMs: number | null }[]
  readonly caller: AbortController
  /** Attempts that were under way and had not been told to stop when the outcome was there. */
  left: number
}

/** What happened, in order: a call's first attempt, a hedge, or a retry. */
export type Step = 'call' | 'hedge' | 'retry'

/** A guard over a system that does as it is told, and an account of all that happens. It knows nothing of how the guard decides. */
export class Ledger {
  readonly clock = new VirtualClock()
  readonly guard: Guard
  readonly calls: SeenCall[] = []
  readonly steps: Step[] = []
  /** The breaker's changes. */
  readonly changes: { readonly state: BreakerState; readonly at: number }[] = []
  /** Most attempts at once, and the extremes of the adaptive limit. */
  most = 0
  leastPlaces = Number.POSITIVE_INFINITY
  mostPlaces = 0
  readonly #limits: Limits
  readonly #system: (now: number) => Behaviour
  #running = 0

  constructor(limits: Limits, system: (now: number) => Behaviour, random: () => number) {
    this.#limits = limits
    this.#system = system
    const onBreaker = (state: BreakerState) => this.changes.push({ state, at: this.clock.elapsed() })
    this.guard = new Guard(limits, { clock: this.clock, random, onBreaker })
  }

  /** Makes a call that may take this long by its caller. */
  call(ms: number, idempotent = true): SeenCall {
    const began = this.clock.elapsed()
    const caller = new AbortController()
    const end = began + Math.max(0, Math.min(ms, this.#limits.deadlineMs))
    const call: SeenCall = { began, end, idempotent, breaker: this.guard.breaker, attempts: [], outcomes: [], caller, left: 0 }
    this.calls.push(call)
    const outcome = (kind: 'answered' | GuardFailure['kind'], retryAfterMs: number | null) => {
      call.outcomes.push({ kind, at: this.clock.elapsed(), retryAfterMs })
      call.left = call.attempts.filter((attempt) => attempt.ended === null && !attempt.signal.aborted).length
    }
    this.guard.call(
      {
        signal: caller.signal,
        deadline: this.clock.epoch() + ms,
        idempotent,
        attempt: (terms) => this.#attempt(call, terms),
      },
      {
        answered: () => outcome('answered', null),
        failed: (why) => outcome(why.kind, why.kind === 'open' ? why.retryAfterMs : null),
      },
    )
    this.#look()
    return call
  }

  /** Listeners that calls left on their callers' signals. */
  listeners(): number {
    return this.calls.reduce((sum, { caller }) => sum + getEventListeners(caller.signal, 'abort').length, 0)
  }

  /** Steps of one kind. */
  count(kind: Step): number {
    return this.steps.filter((step) => step === kind).length
  }

  #attempt(call: SeenCall, { signal, deadline }: AttemptTerms): Promise<void> {
    const now = this.clock.elapsed()
    const attempt: SeenAttempt = { began: now, breaker: this.guard.breaker, signal, deadline, ended: null, retryAfterMs: 0 }
    this.steps.push(call.attempts.length === 0 ? 'call' : call.attempts.some(({ ended }) => ended === null) ? 'hedge' : 'retry')
    call.attempts.push(attempt)
    this.#running++
    this.#look()
    const behaviour = this.#system(now)
    if (behaviour.kind === 'throw') {
      this.#ended(attempt)
      throw new TypeError('a bug')
    }
    return new Promise((resolve, reject) => {
      const end = (how: () => void) => {
        if (attempt.ended !== null) return
        this.#ended(attempt)
        how()
      }
      const stop = this.#behave(
        behaviour,
        attempt,
        () => end(resolve),
        (error) => end(() => reject(error)),
      )
      if (behaviour.kind === 'deaf') return
      signal.addEventListener('abort', () => {
        stop()
        end(() => reject(new ConnectorError('TIMEOUT', 'told to stop')))
      })
    })
  }

  #behave(behaviour: Behaviour, attempt: SeenAttempt, answer: () => void, fail: (error: unknown) => void): () => void {
    if (behaviour.kind === 'hang' || behaviour.kind === 'throw') return () => {}
    return this.clock.after(behaviour.ms, () => {
      if (behaviour.kind !== 'fail') return answer()
      const { reason, retryAfterMs } = behaviour
      attempt.retryAfterMs = retryAfterMs ?? 0
      fail(new ConnectorError(reason, 'failed', retryAfterMs === undefined ? {} : { retryAfterMs }))
    })
  }

  #ended(attempt: SeenAttempt): void {
    attempt.ended = this.clock.elapsed()
    this.#running--
  }

  #look(): void {
    this.most = Math.max(this.most, this.#running)
    this.leastPlaces = Math.min(this.leastPlaces, this.guard.places)
    this.mostPlaces = Math.max(this.mostPlaces, this.guard.places)
  }
}

/** Limits for tests of links. */
export function limitsWith(some: Partial<Limits> = {}): Limits {
  return {
    deadlineMs: 1000,
    concurrency: 4,
    queue: 4,
    pageRows: 100,
    scanRows: 1000,
    slowMs: null,
    breakerPercent: 50,
    retryPercent: 10,
    hedgePercent: 8,
    ...some,
  }
}

/** Lets everything end that is under way. */
export async function finish(ledger: Ledger): Promise<void> {
  await settled()
  await ledger.clock.drain()
}
