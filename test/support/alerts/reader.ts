import type { ChangeStream } from '../../../src/alerts/changeStream.ts'
import type { StreamCode, StreamItem } from '../../../src/alerts/streamItem.ts'

/** Reads a stream to its end, as a transport does. */
export class Reader<T> {
  readonly items: StreamItem<T>[] = []
  readonly #stream: ChangeStream<T>
  #over = false

  /** `together`: how many it takes at once beside each that it waits for. Default: none. */
  constructor(stream: ChangeStream<T>, each: (item: StreamItem<T>) => void | Promise<void> = () => {}, together = 0) {
    this.#stream = stream
    void this.#read(each, together)
  }

  /** Whether the stream has ended. */
  get over(): boolean {
    return this.#over
  }

  get values(): readonly T[] {
    return this.items.flatMap((item) => (item.kind === 'delivery' ? [item.value] : []))
  }

  get codes(): readonly StreamCode[] {
    return this.items.flatMap((item) => (item.kind === 'notice' ? [item.code] : []))
  }

  /** The last cursor, or where a last notice says to go on. */
  get cursor(): string | null {
    const last = this.items.at(-1)
    if (last === undefined) return null
    return last.kind === 'notice' ? (last.resumeAfter ?? last.cursor) : last.cursor
  }

  async stop(): Promise<void> {
    await this.#stream.return()
  }

  async #read(each: (item: StreamItem<T>) => void | Promise<void>, together: number): Promise<void> {
    for await (const first of this.#stream) {
      for (const item of [first, ...this.#stream.ready(together)]) {
        this.items.push(item)
        const slow = each(item)
        if (slow instanceof Promise) await slow
      }
    }
    this.#over = true
  }
}
