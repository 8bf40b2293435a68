import type { Clock } from '../../../src/links/clock.ts'

interface Timer {
  readonly at: number
  readonly order: number
  readonly act: () => void
}

/** A clock that stands still until it is told to run. */
export class VirtualClock implements Clock {
  /** What the wall clock is off by; changing it sets the wall clock. */
  skew = 0
  #now = 0
  #order = 0
  readonly #timers = new Set<Timer>()

  epoch(): number {
    return 1_800_000_000_000 + this.#now + this.skew
  }

  elapsed(): number {
    return this.#now
  }

  after(ms: number, act: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, ms), order: this.#order++, act }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** Timers that have neither run nor been cleared. */
  get pending(): number {
    return this.#timers.size
  }

  /** Runs all timers up to `ms` from now, in order, with everything that follows from each. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms
    await settled()
    for (let next = this.#next(until); next !== null; next = this.#next(until)) {
      this.#timers.delete(next)
      this.#now = Math.max(this.#now, next.at)
      next.act()
      await settled()
    }
    this.#now = until
  }

  /** Lets time pass while nothing can run: timers that were due come late. */
  stall(ms: number): void {
    this.#now += ms
  }

  /** Runs all timers there are, and those that they set. */
  async drain(): Promise<void> {
    while (this.#timers.size > 0) await this.advance(Math.max(0, Math.max(...[...this.#timers].map(({ at }) => at)) - this.#now))
  }

  #next(until: number): Timer | null {
    let first: Timer | null = null
    for (const timer of this.#timers) {
      if (timer.at > until) continue
      if (first === null || timer.at < first.at || (timer.at === first.at && timer.order < first.order)) first = timer
    }
    return first
  }
}

/** Everything that promises have to say to one another has been said. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
