import type { Clock } from './clock.ts'

/** What is looked at again and again. */
export interface LookParts {
  readonly look: () => Promise<void>
  /** Between the end of a look and the next, in milliseconds. */
  readonly everyMs: number
  readonly clock: Clock
  /** A look has failed; there is another one all the same. */
  readonly onFault: (error: unknown) => void
}

/** Looks now and then whether something is due; one look at a time. */
export class RecurringLook {
  readonly #parts: LookParts
  #stopTimer: () => void = () => {}
  #looking: Promise<void> = Promise.resolve()
  #isOver = false

  constructor(parts: LookParts) {
    this.#parts = parts
  }

  /** Looks now, and then again and again. */
  start(): void {
    if (this.#isOver) return
    const { look, everyMs, clock, onFault } = this.#parts
    this.#looking = look()
      .catch(onFault)
      .then(() => {
        if (!this.#isOver) this.#stopTimer = clock.after(everyMs, () => this.start())
      })
  }

  /** Resolves when the look that is under way has ended; there is no other. Idempotent. */
  async stop(): Promise<void> {
    this.#isOver = true
    this.#stopTimer()
    await this.#looking
  }
}
