/** Lets at most `places` calls run at once and `queue` wait; a call beyond that is refused at once rather than left to pile up. */
export class Bulkhead {
  readonly #places: number
  readonly #queue: number
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(places: number, queue: number) {
    this.#places = places
    this.#queue = queue
  }

  /** Resolves when a place is free; false when the queue is full or `signal` fired first. Every `true` must be paid back with `leave`. */
  async enter(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false
    if (this.#running < this.#places) {
      this.#running++
      return true
    }
    if (this.#waiting.length >= this.#queue) return false
    return new Promise((resolve) => {
      const admit = () => {
        signal.removeEventListener('abort', giveUp)
        resolve(true)
      }
      const giveUp = () => {
        const at = this.#waiting.indexOf(admit)
        if (at >= 0) this.#waiting.splice(at, 1)
        resolve(false)
      }
      signal.addEventListener('abort', giveUp, { once: true })
      this.#waiting.push(admit)
    })
  }

  /** Gives the place to the longest waiting call, or back. */
  leave(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#running--
    else next()
  }
}
