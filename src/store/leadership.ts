/** Does some work on one node at a time. */
export interface Leadership {
  /**
   * Runs `work` while this node is the one that leads under a name, and again each time that it becomes the one. Its signal is aborted when it is no longer, or when it is told to stop;
   * nobody else leads before `work` has settled, unless this node stands still. `work` is to go on until then; one that ends or rejects before is run again, here or elsewhere.
   */
  lead(name: string, work: (signal: AbortSignal) => Promise<void>): Lead
}

/** One thing that is led. */
export interface Lead {
  /** Whether `work` runs here now. */
  readonly leads: boolean
  /** Leads no more. Resolves when `work` has settled and others may lead. Idempotent. */
  stop(): Promise<void>
}

/** Hears that work which was led has failed. */
export type LeadFailure = (name: string, error: unknown) => void

/** A pause, unless the signal is or gets aborted. Never rejects. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, ms)
    signal.addEventListener('abort', over)
  })
}

/** Resolves when a signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
