import type { Placed } from '../store/changes/changeRows.ts'
import type { Fanout, FanoutListener, Listening } from './fanout.ts'

/** For a hub of one process: who appends tells at once. */
export class InProcessFanout implements Fanout {
  readonly #listeners = new Set<FanoutListener>()

  publish(placed: Placed): void {
    for (const listener of this.#listeners) listener.heard(placed)
  }

  listen(listener: FanoutListener): Listening {
    this.#listeners.add(listener)
    return { healthy: true, stop: () => this.#listeners.delete(listener) }
  }

  async close(): Promise<void> {
    this.#listeners.clear()
  }
}
