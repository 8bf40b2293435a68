/** Whether calls go through: all (CLOSED), none (OPEN), or one to try (HALF_OPEN). `BreakerState` in the schema. */
export type BreakerState = 'CLOSED' | 'OPEN' | 'HALF_OPEN'

/** What one attempt tells of the system: it answered, it answered slowly, or it failed. */
export type Verdict = 'ok' | 'slow' | 'failed'

/** Proof of admission. A verdict counts only while the breaker is in the same state as at the admission. */
export type Ticket = number

/** When it opens, and for how long. */
export interface BreakerOptions {
  /** Percent of the attempts in the window that have to fail. */
  readonly failedPercent: number
  /** Percent of the attempts in the window that have to fail or be slow. */
  readonly slowPercent: number
  /** Fewer attempts in the window than this tell nothing. */
  readonly leastAttempts: number
  readonly windowMs: number
  /** First time open; each time that the system is found unwell again lasts twice as long, up to `longestOpenMs`. Jitter of 20 % either way. */
  readonly openMs: number
  readonly longestOpenMs: number
}

const slices = 10

/**
 * Stops asking a system that mostly fails, and tries it with one attempt at a time later. A pure state machine: it is told the time, and nothing but how
 * attempts ended.
 */
export class Breaker {
  readonly #options: BreakerOptions
  readonly #random: () => number
  readonly #sliceMs: number
  readonly #counts: { slice: number; all: number; failed: number; slow: number }[] = []
  #state: BreakerState = 'CLOSED'
  #generation: Ticket = 0
  #probing = false
  #openUntil = 0
  #closedAt = Number.NEGATIVE_INFINITY
  /** How often it opened without having been closed for long in between. */
  #openings = 0

  /** `random` gives numbers from 0 up to 1. */
  constructor(options: BreakerOptions, random: () => number) {
    this.#options = options
    this.#random = random
    this.#sliceMs = options.windowMs / slices
  }

  /** Its state; half-open as soon as the time is over, whether anybody asks or not. */
  state(now: number): BreakerState {
    if (this.#state === 'OPEN' && now >= this.#openUntil) this.#enter('HALF_OPEN')
    return this.#state
  }

  /** Lets an attempt through, or gives null. While half-open, only one at a time. Each ticket is paid back with `record` or `forget`. */
  admit(now: number): Ticket | null {
    const state = this.state(now)
    if (state === 'OPEN' || (state === 'HALF_OPEN' && this.#probing)) return null
    this.#probing = state === 'HALF_OPEN'
    return this.#generation
  }

  /** Milliseconds until it lets an attempt through again, as far as it knows; at least 1. While an attempt tries the system: the shortest time open. */
  retryAfterMs(now: number): number {
    return this.state(now) === 'OPEN' ? Math.max(1, Math.ceil(this.#openUntil - now)) : this.#options.openMs
  }

  /** Takes note of how an attempt ended. `retryAfterMs`: how long the system itself asked to be left alone, or null. */
  record(ticket: Ticket, now: number, verdict: Verdict, retryAfterMs: number | null): void {
    const state = this.state(now)
    if (ticket !== this.#generation) return
    if (state === 'HALF_OPEN') {
      if (verdict === 'failed') this.#open(now, retryAfterMs)
      else this.#close(now)
    } else if (state === 'CLOSED') {
      this.#count(now, verdict)
      if (this.#unwell(now)) this.#open(now, retryAfterMs)
    }
  }

  /** Takes note that an attempt ended in a way that tells nothing. */
  forget(ticket: Ticket): void {
    if (ticket === this.#generation) this.#probing = false
  }

  #count(now: number, verdict: Verdict): void {
    const slice = Math.floor(now / this.#sliceMs)
    let last = this.#counts.at(-1)
    if (last?.slice !== slice) {
      last = { slice, all: 0, failed: 0, slow: 0 }
      this.#counts.push(last)
      if (this.#counts.length > slices) this.#counts.shift()
    }
    last.all++
    if (verdict === 'failed') last.failed++
    if (verdict !== 'ok') last.slow++
  }

  #unwell(now: number): boolean {
    const { failedPercent, slowPercent, leastAttempts } = this.#options
    const oldest = Math.floor(now / this.#sliceMs) - slices
    let [all, failed, slow] = [0, 0, 0]
    for (const count of this.#counts) {
      if (count.slice <= oldest) continue
      all += count.all
      failed += count.failed
      slow += count.slow
    }
    return all >= leastAttempts && (failed * 100 >= failedPercent * all || slow * 100 >= slowPercent * all)
  }

  #open(now: number, retryAfterMs: number | null): void {
    const { openMs, longestOpenMs } = this.#options
    if (this.#state === 'CLOSED' && now - this.#closedAt >= longestOpenMs) this.#openings = 0
    const period = Math.min(longestOpenMs, openMs * 2 ** this.#openings) * (0.8 + 0.4 * this.#random())
    this.#openings = Math.min(this.#openings + 1, 30)
    this.#openUntil = now + Math.max(period, Math.min(retryAfterMs ?? 0, longestOpenMs))
    this.#enter('OPEN')
  }

  #close(now: number): void {
    this.#closedAt = now
    this.#counts.length = 0
    this.#enter('CLOSED')
  }

  #enter(state: BreakerState): void {
    this.#state = state
    this.#generation++
    this.#probing = false
  }
}
