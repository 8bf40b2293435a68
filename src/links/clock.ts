/** Time as the links see it. Lengths of time come from `elapsed`, so that a clock that is set back or forward disturbs nothing. */
export interface Clock {
  /** Now, in epoch milliseconds. */
  epoch(): number
  /** Milliseconds since some fixed moment; never goes back. */
  elapsed(): number
  /** Runs `act` after `ms` milliseconds unless the returned function is called before. */
  after(ms: number, act: () => void): () => void
}

/** The machine's own. */
export const systemClock: Clock = {
  epoch: () => Date.now(),
  elapsed: () => performance.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  },
}
