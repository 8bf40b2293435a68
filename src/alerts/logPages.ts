import type { ChangeLog, LogEntry } from './changeLog.ts'

/** Entries of a page. */
export const pageEntries = 200
/** Pages that are read at once, of one node. */
const readsAtOnce = 8
/** Full pages that are kept: what all those want who come back at the same time. */
const pagesKept = 64

/** The entry of a page at a sequence; undefined where the page does not reach. */
export function entryAtSequence(page: readonly LogEntry[], sequence: number): LogEntry | undefined {
  return page[sequence - (page[0]?.sequence ?? 0)]
}

/**
 * The log in pages, for those who are further back than the ring. Pages begin at multiples of their size, so that subscribers who are about as far back
 * share them, and one page is read once however many ask for it.
 */
export class LogPages {
  readonly #log: Pick<ChangeLog, 'read'>
  #kept = new Map<number, readonly LogEntry[]>()
  #reading = new Map<number, Promise<readonly LogEntry[]>>()
  #running = 0
  readonly #queue: (() => void)[] = []

  constructor(log: Pick<ChangeLog, 'read'>) {
    this.#log = log
  }

  /** The page that holds a sequence, as far as the log still has it and has it already. Rejects when the log cannot be read. */
  holding(sequence: number): Promise<readonly LogEntry[]> {
    const start = Math.floor((sequence - 1) / pageEntries) * pageEntries
    const kept = this.#kept.get(start)
    if (kept !== undefined) return Promise.resolve(kept)
    const known = this.#reading.get(start)
    if (known !== undefined) return known
    const readings = this.#reading
    const reading = this.#read(start).finally(() => readings.delete(start))
    readings.set(start, reading)
    return reading
  }

  /** Forgets what was read: the log has another history. */
  forget(): void {
    this.#kept = new Map()
    this.#reading = new Map()
  }

  /** Reads that run now. */
  get running(): number {
    return this.#running
  }

  async #read(start: number): Promise<readonly LogEntry[]> {
    if (this.#running >= readsAtOnce) await new Promise<void>((resolve) => this.#queue.push(resolve))
    else this.#running++
    const kept = this.#kept
    try {
      const page = await this.#log.read(start, pageEntries)
      const own = page.filter(({ sequence }) => sequence <= start + pageEntries)
      if (own.length === pageEntries) this.#keep(kept, start, own)
      return own
    } finally {
      // Whoever waits takes the place over.
      const next = this.#queue.shift()
      if (next === undefined) this.#running--
      else next()
    }
  }

  #keep(kept: Map<number, readonly LogEntry[]>, start: number, page: readonly LogEntry[]): void {
    kept.set(start, page)
    const [oldest] = kept.keys()
    if (kept.size > pagesKept && oldest !== undefined) kept.delete(oldest)
  }
}
