import { Latencies } from './latencies.ts'

const kept = 128
const leastKnown = 20
const refreshedEvery = 16
const shortestMs = 20

/** After how long a second attempt is worth its cost: the system's own 95th percentile. */
export class HedgeDelay {
  readonly #latencies = new Latencies(kept)
  #known: { readonly median: number; readonly wait: number } | null = null

  /** Takes note of an attempt's latency; of an attempt that was given up, the time it had. */
  add(ms: number): void {
    this.#latencies.add(ms)
    const { count } = this.#latencies
    if (count < leastKnown || (count % refreshedEvery !== 0 && this.#known !== null)) return
    const [median, p95] = [0.5, 0.95].map((share) => this.#latencies.quantile(share) ?? 0) as [number, number]
    // Strictly longer, in whole milliseconds as timers count: a system that always takes the same time is not asked twice each time.
    this.#known = { median, wait: Math.max(shortestMs, Math.floor(p95) + 1) }
  }

  /**
   * How long to wait, at least 20 ms, for a first attempt that has `leftMs` until its deadline; null while too little is known. A second attempt needs time too: where the
   * percentile is later than half the time left, half is the wait, and there is no hedge if most answers take longer than that.
   */
  waitMs(leftMs: number): number | null {
    const half = leftMs / 2
    if (this.#known === null || half < shortestMs) return null
    const { median, wait } = this.#known
    if (wait <= half) return wait
    return median <= half ? half : null
  }
}
