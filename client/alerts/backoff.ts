/** How long to wait before coming back, in milliseconds. */
export interface Backoff {
  /** At most so long after the first failure; twice as long after each further one. Default 500. */
  readonly firstMs: number
  /** Never longer than this. Default 30,000. */
  readonly mostMs: number
  /** From 0 up to 1. Default `Math.random`: clients that have lost the same node do not all come back at once. */
  readonly random: () => number
  /** Waits; ends early, without an error, when the signal aborts. Default: by a timer. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
}

/** What is used unless something else is said. */
export const usualBackoff: Backoff = { firstMs: 500, mostMs: 30_000, random: Math.random, wait: waitFor }

/** How long to wait after so many failures in a row (1: the first), anywhere up to the longest, so that clients spread. */
export function delayAfter(failures: number, { firstMs, mostMs, random }: Backoff): number {
  return Math.round(random() * Math.min(mostMs, firstMs * 2 ** (failures - 1)))
}

function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
}
