import type { Fanout, FanoutListener, Listening } from './fanout.ts'
import type { Relayed } from './mark.ts'

/** For a hub of one process: who appends tells at once. */
export class InProcessFanout implements Fanout {
  readonly #listeners = new Set<FanoutListener>()

  publish(some: Relayed): void {
    for (const listener of this.#listeners) listener.heard(some)
  }

  listen(listener: FanoutListener): Listening {
    this.#listeners.add(listener)
    return { healthy: true, stop: () => this.#listeners.delete(listener) }
  }

  async close(): Promise<void> {
    this.#listeners.clear()
  }
}
