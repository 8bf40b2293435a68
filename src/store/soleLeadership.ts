import { type Lead, type Leadership, type LeadFailure, pause } from './leadership.ts'

/** How soon work that has ended is run again, in milliseconds. */
const againMs = 1000

/** A node on its own leads always. */
export class SoleLeadership implements Leadership {
  readonly #onFailure: LeadFailure

  constructor(onFailure: LeadFailure = () => {}) {
    this.#onFailure = onFailure
  }

  lead(name: string, work: (signal: AbortSignal) => Promise<void>): Lead {
    const ending = new AbortController()
    let leads = false
    const run = async () => {
      while (!ending.signal.aborted) {
        leads = true
        await work(ending.signal).catch((error: unknown) => this.#onFailure(name, error))
        leads = false
        await pause(againMs, ending.signal)
      }
    }
    const running = run()
    return {
      get leads() {
        return leads
      },
      async stop() {
        ending.abort()
        await running
      },
    }
  }
}
