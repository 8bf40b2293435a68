import { ConnectorError } from '../connectors/connector.ts'
import type { AdaptiveLimit } from './adaptiveLimit.ts'
import type { Breaker, Ticket } from './breaker.ts'
import type { Bulkhead, Waiting } from './bulkhead.ts'
import type { Clock } from './clock.ts'
import type { ExtraBudget } from './extraBudget.ts'
import type { HedgeDelay } from './hedgeDelay.ts'
import { type Ending, judge, type Thresholds } from './judge.ts'
import { retryDelayMs } from './retryDelay.ts'

/** What one attempt is given. */
export interface AttemptTerms {
  /** Aborts at the deadline, when the caller goes away, and when the call's other attempt was faster. */
  readonly signal: AbortSignal
  /** Absolute, epoch milliseconds. */
  readonly deadline: number
}

/** One call to a bureau's system. */
export interface GuardedRequest<T> {
  /** The caller's own. */
  readonly signal: AbortSignal
  /** Absolute, epoch milliseconds. */
  readonly deadline: number
  /** Whether doing it twice is the same as doing it once. Only then it is ever tried again or hedged. */
  readonly idempotent: boolean
  /** Makes one attempt. */
  attempt(terms: AttemptTerms): Promise<T>
}

/** Why a call has no answer: the breaker refused it, too many wait, it is out of time, its caller went away, or the system failed. */
export type GuardFailure =
  | { readonly kind: 'open'; readonly retryAfterMs: number }
  | { readonly kind: 'full' }
  | { readonly kind: 'late' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'error'; readonly error: unknown }

/** Hears of a call's one outcome. */
export interface Listener<T> {
  answered(value: T): void
  failed(why: GuardFailure): void
}

/** What all calls to one bureau share. */
export interface Parts {
  readonly clock: Clock
  readonly random: () => number
  readonly thresholds: Thresholds
  readonly bulkhead: Bulkhead
  readonly breaker: Breaker
  readonly limit: AdaptiveLimit
  readonly hedgeDelay: HedgeDelay
  readonly hedges: ExtraBudget
  readonly retries: ExtraBudget
  /** To be called after every judgement: the breaker or the limit may have changed. */
  judged(): void
  /** To be called when an attempt comes on top of a call's first. */
  extra(kind: 'hedge' | 'retry'): void
}

interface Attempt {
  readonly first: boolean
  readonly began: number
  readonly ticket: Ticket
  readonly abort: AbortController
  judged: boolean
}

/** A timer this late shows that the hub itself is behind, in milliseconds. */
const behindMs = 5
/** A connector's own time-out and ours end together, give or take this much. */
const tickMs = 5

/**
 * One call on its way: waits for a place, makes a first attempt and at most one more, and ends with exactly one outcome, at its deadline at the latest.
 * Every attempt, first or not, needs the breaker's leave and a place of its own, which it keeps until the connector is done.
 */
export class GuardedCall<T> implements Waiting {
  readonly #parts: Parts
  readonly #request: GuardedRequest<T>
  readonly #listener: Listener<T>
  readonly #began: number
  readonly #wholeMs: number
  readonly #running: Attempt[] = []
  #attempts = 0
  #done = false
  #cancelDeadline = () => {}
  #cancelSecond = () => {}

  /** Begins at once. `longestMs`: the most time that the bureau is given for one call. */
  constructor(parts: Parts, request: GuardedRequest<T>, longestMs: number, listener: Listener<T>) {
    this.#parts = parts
    this.#request = request
    this.#listener = listener
    this.#began = parts.clock.elapsed()
    this.#wholeMs = Math.min(request.deadline - parts.clock.epoch(), longestMs)
    this.#begin()
  }

  admitted(): void {
    const { breaker, bulkhead, clock } = this.#parts
    const now = clock.elapsed()
    const late = now - this.#began >= this.#wholeMs
    const ticket = late ? null : breaker.admit(now)
    if (ticket === null) {
      bulkhead.leave()
      if (late) this.#fail({ kind: 'late' })
      else this.turnedAway()
    } else {
      this.#parts.hedges.called()
      this.#parts.retries.called()
      this.#attempt(ticket)
    }
  }

  turnedAway(): void {
    this.#fail({ kind: 'open', retryAfterMs: this.#parts.breaker.retryAfterMs(this.#parts.clock.elapsed()) })
  }

  #begin(): void {
    const { breaker, clock } = this.#parts
    if (this.#request.signal.aborted) this.#fail({ kind: 'gone' })
    else if (this.#wholeMs <= 0) this.#fail({ kind: 'late' })
    else {
      this.#request.signal.addEventListener('abort', this.#gone, { once: true })
      this.#cancelDeadline = clock.after(this.#wholeMs, () => this.#giveUp({ kind: 'late' }))
      if (breaker.state(this.#began) === 'CLOSED') this.#enter()
      else this.#enterAtOnce()
    }
  }

  #enter(): void {
    const entry = this.#parts.bulkhead.enter(this)
    if (entry === 'entered') this.admitted()
    else if (entry === 'full') this.#fail({ kind: 'full' })
  }

  /** While the breaker is not closed nobody waits, not even the one that tries the system again. */
  #enterAtOnce(): void {
    if (this.#parts.bulkhead.tryEnter()) this.admitted()
    else this.turnedAway()
  }

  #attempt(ticket: Ticket): void {
    const { clock, breaker } = this.#parts
    const attempt: Attempt = {
      first: this.#attempts === 0,
      began: clock.elapsed(),
      ticket,
      abort: new AbortController(),
      judged: false,
    }
    this.#attempts++
    this.#running.push(attempt)
    if (attempt.first && breaker.state(attempt.began) === 'CLOSED') this.#planHedge(attempt.began)
    // Whole milliseconds: some systems are told of it as text.
    const deadline = Math.floor(clock.epoch() + this.#wholeMs - (attempt.began - this.#began))
    const terms = { signal: attempt.abort.signal, deadline }
    started(() => this.#request.attempt(terms)).then(
      (value) => this.#answered(attempt, value),
      (error: unknown) => this.#failed(attempt, error),
    )
  }

  #planHedge(now: number): void {
    const { hedgeDelay } = this.#parts
    const wait = this.#request.idempotent ? hedgeDelay.waitMs(this.#wholeMs - (now - this.#began)) : null
    if (wait !== null) this.#hedgeAt(now + wait, wait)
  }

  /** A timer that comes late tells of a hub that is behind: the answer may lie there unread, so that is looked at first, and nobody is asked again meanwhile. */
  #hedgeAt(due: number, wait: number): void {
    const { clock, hedges } = this.#parts
    this.#cancelSecond = clock.after(wait, () => {
      const now = clock.elapsed()
      if (now - due < behindMs) this.#second(hedges)
      else this.#hedgeAt(now + behindMs, behindMs)
    })
  }

  /** A hedge or a retry. It never waits for anything: not allowed now is not at all. */
  #second(budget: ExtraBudget): boolean {
    const { breaker, bulkhead, clock } = this.#parts
    if (!budget.allows || !bulkhead.tryEnter()) return false
    const ticket = breaker.admit(clock.elapsed())
    if (ticket === null) {
      bulkhead.leave()
      return false
    }
    budget.spend()
    this.#parts.extra(budget === this.#parts.hedges ? 'hedge' : 'retry')
    this.#attempt(ticket)
    return true
  }

  #answered(attempt: Attempt, value: T): void {
    const over = this.#done
    this.#judge(attempt, { kind: 'answered' })
    if (!over) {
      this.#end({ kind: 'overtaken', first: false }, attempt)
      this.#listener.answered(value)
    }
    this.#leave(attempt)
  }

  #failed(attempt: Attempt, error: unknown): void {
    const over = this.#done
    const elapsedMs = this.#parts.clock.elapsed() - this.#began
    const late = error instanceof ConnectorError && error.reason === 'TIMEOUT' && elapsedMs >= this.#wholeMs - tickMs
    this.#judge(attempt, late ? { kind: 'late' } : { kind: 'error', error })
    this.#leave(attempt)
    if (!over && this.#running.length === 0) this.#retryOrFail(error, late ? { kind: 'late' } : { kind: 'error', error }, elapsedMs)
  }

  #retryOrFail(error: unknown, why: GuardFailure, elapsedMs: number): void {
    const { clock, random, retries } = this.#parts
    this.#cancelSecond()
    const wait = this.#mayRetry() ? retryDelayMs(error, { elapsedMs, wholeMs: this.#wholeMs }, random) : null
    if (wait === null) this.#fail(why)
    else {
      this.#cancelSecond = clock.after(wait, () => {
        if (!this.#second(retries)) this.#fail(why)
      })
    }
  }

  #mayRetry(): boolean {
    const { breaker, retries, clock } = this.#parts
    return this.#request.idempotent && this.#attempts === 1 && retries.allows && breaker.state(clock.elapsed()) === 'CLOSED'
  }

  readonly #gone = (): void => this.#giveUp({ kind: 'gone' })

  #giveUp(why: { readonly kind: 'late' } | { readonly kind: 'gone' }): void {
    this.#parts.bulkhead.withdraw(this)
    this.#end(why, null)
    this.#listener.failed(why)
  }

  #fail(why: GuardFailure): void {
    this.#end({ kind: 'gone' }, null)
    this.#listener.failed(why)
  }

  /** Nothing stays behind but attempts that do not stop when told to. */
  #end(ending: Ending, winner: Attempt | null): void {
    this.#done = true
    this.#cancelDeadline()
    this.#cancelSecond()
    this.#request.signal.removeEventListener('abort', this.#gone)
    for (const attempt of this.#running) {
      if (attempt === winner) continue
      this.#judge(attempt, ending.kind === 'overtaken' ? { ...ending, first: attempt.first } : ending)
      attempt.abort.abort()
    }
  }

  #judge(attempt: Attempt, ending: Ending): void {
    if (attempt.judged) return
    attempt.judged = true
    const { breaker, limit, bulkhead, hedgeDelay, clock, thresholds } = this.#parts
    const now = clock.elapsed()
    const { verdict, load, sample } = judge(ending, now - attempt.began, thresholds)
    if (sample) hedgeDelay.add(now - attempt.began)
    if (load === 'good') limit.grow(bulkhead.full)
    else if (load === 'overload') limit.shrink(attempt.began, now)
    if (verdict === null) breaker.forget(attempt.ticket)
    else breaker.record(attempt.ticket, now, verdict, retryAfterOf(ending))
    this.#parts.judged()
  }

  #leave(attempt: Attempt): void {
    this.#running.splice(this.#running.indexOf(attempt), 1)
    this.#parts.bulkhead.leave()
  }
}

/** A connector that throws instead of rejecting has failed just so. */
function started<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return attempt()
  } catch (error) {
    return Promise.reject(error)
  }
}

function retryAfterOf(ending: Ending): number | null {
  return ending.kind === 'error' && ending.error instanceof ConnectorError ? ending.error.retryAfterMs : null
}
