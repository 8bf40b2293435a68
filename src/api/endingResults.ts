import type { Result } from './executor.ts'

/** How results end. */
export interface Ending {
  /** Told once when they are over, however it came to that: at their end, by an error, or because nobody takes them any more. */
  readonly onOver: () => void
}

/** Results that can be broken off at any time, also while the next one is awaited: whoever waits for it gets an error then, and no further result comes. */
export class EndingResults implements AsyncIterableIterator<Result, void, undefined> {
  readonly #results: AsyncGenerator<Result, void, undefined>
  readonly #onOver: () => void
  #reject: ((error: unknown) => void) | null = null
  #broken: { readonly error: unknown } | null = null
  #isOver = false

  constructor(results: AsyncGenerator<Result, void, undefined>, { onOver }: Ending) {
    this.#results = results
    this.#onOver = onOver
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  /** The next result. Rejects as the results do, and with the error with which they were broken off: once, then they are at their end. */
  async next(): Promise<IteratorResult<Result, void>> {
    try {
      if (this.#isOver && this.#broken === null) return { done: true, value: undefined }
      const step = await this.#nextOrBroken()
      if (step.done === true) this.#over()
      return step
    } catch (error) {
      this.#broken = null
      this.#over()
      throw error
    }
  }

  /** Nobody takes them any more. */
  async return(): Promise<IteratorResult<Result, void>> {
    this.#broken = null
    this.#over()
    await this.#results.return()
    return { done: true, value: undefined }
  }

  /** Breaks them off. What was on its way to become a result is let go. */
  breakOff(error: unknown): void {
    if (this.#isOver) return
    this.#broken = { error }
    this.#over()
    this.#reject?.(error)
    // It ends when what it awaits has ended; nobody waits for that.
    this.#results.return().catch(() => {})
  }

  /** Not a race with one promise for all: that would keep something of every result for as long as they go on. */
  #nextOrBroken(): Promise<IteratorResult<Result, void>> {
    return new Promise((resolve, reject) => {
      if (this.#broken !== null) return reject(this.#broken.error)
      this.#reject = reject
      this.#results.next().then(resolve, reject)
    })
  }

  #over(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#onOver()
  }
}
