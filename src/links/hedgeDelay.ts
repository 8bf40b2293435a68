import { Latencies } from './latencies.ts'

const kept = 128
const leastKnown = 20
const refreshedEvery = 16
const shortestMs = 20

/** After how long a second attempt is worth its cost: the system's own 95th percentile. */
export class HedgeDelay {
  readonly #latencies = new Latencies(kept)
  #delay: number | null = null

  /** Takes note of an attempt's latency; of an attempt that was given up, the time it had. */
  add(ms: number): void {
    this.#latencies.add(ms)
    const { count } = this.#latencies
    if (count < leastKnown || (count % refreshedEvery !== 0 && this.#delay !== null)) return
    this.#delay = Math.max(shortestMs, this.#latencies.quantile(0.95) ?? 0)
  }

  /** Milliseconds, at least 20; null while too little is known. */
  get ms(): number | null {
    return this.#delay
  }
}
