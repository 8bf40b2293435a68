import type { RefusalsCounted } from './entry.ts'

/** How a count is kept. */
export interface RefusalCountOptions {
  /** At most one entry is written in so many milliseconds, however many are refused. Default one minute. */
  readonly everyMs?: number
  /** Epoch milliseconds. Default: the machine's clock. */
  readonly now?: () => number
  /** Runs something later; gives what calls it off. Default: the machine's clock. */
  readonly after?: (ms: number, run: () => void) => () => void
}

/** How many, the first and the last of them in epoch milliseconds. */
interface Counted {
  readonly from: number
  until: number
  count: number
}

/**
 * Counts those who were not let in and of whom it is not known who they are. The first goes on record at once, those after it as one number at the end of the minute: whoever would fill the disk with
 * refusals fills a line a minute. They are given nothing, so that none of them waits for it; what cannot be written is counted on.
 */
export class RefusalCount {
  readonly #append: (entry: RefusalsCounted) => Promise<void>
  readonly #everyMs: number
  readonly #now: () => number
  readonly #after: (ms: number, run: () => void) => () => void
  #waiting: Counted | null = null
  #callOff: (() => void) | null = null

  constructor(
    append: (entry: RefusalsCounted) => Promise<void>,
    { everyMs = 60_000, now = () => Date.now(), after = later }: RefusalCountOptions = {},
  ) {
    this.#append = append
    this.#everyMs = everyMs
    this.#now = now
    this.#after = after
  }

  /** One more. */
  count(): void {
    const at = this.#now()
    this.#waiting ??= { from: at, until: at, count: 0 }
    this.#waiting.until = at
    this.#waiting.count++
    if (this.#callOff === null) this.#write().catch(() => {})
  }

  /** Puts what is counted on record and waits for no more. Rejects with AUDIT_UNAVAILABLE when that cannot be done. */
  async close(): Promise<void> {
    await this.#write()
    this.#callOff?.()
    this.#callOff = null
  }

  async #write(): Promise<void> {
    this.#callOff?.()
    this.#callOff = null
    const counted = this.#waiting
    if (counted === null) return
    this.#waiting = null
    this.#callOff = this.#after(this.#everyMs, () => {
      this.#callOff = null
      this.#write().catch(() => {})
    })
    const { from, until, count } = counted
    try {
      await this.#append({ act: 'REFUSALS_COUNTED', code: 'UNAUTHENTICATED', from: textOf(from), until: textOf(until), count })
    } catch (error) {
      this.#putBack(counted)
      throw error
    }
  }

  /** With those that have come meanwhile. */
  #putBack({ from, until, count }: Counted): void {
    const since = this.#waiting
    this.#waiting = { from, until: since?.until ?? until, count: count + (since?.count ?? 0) }
  }
}

function textOf(instant: number): string {
  return new Date(instant).toISOString()
}

function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms).unref()
  return () => clearTimeout(timer)
}
