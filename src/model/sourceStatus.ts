/** How a bureau took part in an answer (`SourceState` in the schema). `PENDING` is of answers that come in parts, and of none that is whole. */
export type SourceState = 'OK' | 'PARTIAL' | 'STALE' | 'TIMEOUT' | 'UNAVAILABLE' | 'BUSY' | 'BREAKER_OPEN' | 'NOT_ASKED' | 'PENDING'

/** What one bureau did for one question. A bureau's failure is data, never an exception above `links/`. */
export interface SourceStatus {
  /** Code of the bureau. */
  readonly bureau: string
  readonly state: SourceState
  /** RFC 3339 instant at which its part was read; with STALE, at which the oldest of what stands in was. */
  readonly asOf: string | null
  /** Milliseconds. */
  readonly latencyMs: number | null
  /** Milliseconds from now. */
  readonly retryAfterMs: number | null
}
