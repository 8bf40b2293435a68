import type { Fanout, FanoutListener, Listening } from '../../../src/alerts/fanout.ts'
import type { Relayed, RelayedRow } from '../../../src/alerts/mark.ts'
import type { Clock } from '../../../src/links/clock.ts'

/** What Redis is to several nodes, on a test's clock: streams by history, that can be emptied, and a server that can be away. */
export class ModelBus {
  up = true
  readonly #clock: Clock
  readonly #delay: () => number
  readonly #streams = new Map<string, RelayedRow[]>()
  readonly #listeners = new Set<FanoutListener>()

  constructor(clock: Clock, delay: () => number) {
    this.#clock = clock
    this.#delay = delay
  }

  wipe(): void {
    this.#streams.clear()
  }

  /** One node's connection. */
  node(): Fanout {
    return {
      publish: (some) => this.#publish(some),
      listen: (listener) => this.#listen(listener),
      close: async () => {},
    }
  }

  #publish({ epoch, rows }: Relayed): void {
    if (!this.up) return
    const stream = this.#streams.get(epoch) ?? []
    this.#streams.set(epoch, stream)
    // An id that is not above the last one is refused.
    for (const row of rows) if (row.sequence > (stream.at(-1)?.sequence ?? 0)) stream.push(row)
    for (const listener of this.#listeners) this.#clock.after(this.#delay(), () => this.#tell(listener))
  }

  #tell(listener: FanoutListener): void {
    const { epoch, sequence } = listener.position()
    const rows = (this.#streams.get(epoch) ?? []).filter((row) => row.sequence > sequence)
    if (this.up && rows.length > 0 && this.#listeners.has(listener)) listener.heard({ epoch, rows })
  }

  #listen(listener: FanoutListener): Listening {
    this.#listeners.add(listener)
    const isUp = () => this.up
    return {
      get healthy() {
        return isUp()
      },
      stop: () => this.#listeners.delete(listener),
    }
  }
}
