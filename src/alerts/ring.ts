import type { LogEntry, LogPosition } from './changeLog.ts'

/** The last entries of the log, kept once for everybody on this node. */
export class Ring {
  readonly #entries: (LogEntry | undefined)[]
  #head: LogPosition
  #held = 0

  /** Empty, behind `head`. */
  constructor(size: number, head: LogPosition) {
    this.#entries = new Array(size)
    this.#head = head
  }

  /** The last entry, or where the ring began. */
  get head(): LogPosition {
    return this.#head
  }

  /** The first sequence that is held; one after the head when none is. */
  get oldest(): number {
    return this.#head.sequence - this.#held + 1
  }

  /** INVARIANT: what is held has no hole. */
  push(entry: LogEntry): void {
    if (entry.sequence !== this.#head.sequence + 1) throw new RangeError('the ring takes the next entry only')
    this.#entries[entry.sequence % this.#entries.length] = entry
    this.#head = entry
    this.#held = Math.min(this.#held + 1, this.#entries.length)
  }

  get(sequence: number): LogEntry | undefined {
    const held = sequence >= this.oldest && sequence <= this.#head.sequence
    return held ? this.#entries[sequence % this.#entries.length] : undefined
  }
}
