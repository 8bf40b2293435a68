/** How a bureau took part in an answer (`SourceState` in the schema). */
export type SourceState = 'OK' | 'PARTIAL' | 'TIMEOUT' | 'UNAVAILABLE' | 'BUSY' | 'BREAKER_OPEN' | 'NOT_ASKED'

/** What one bureau did for one question. A bureau's failure is data, never an exception above `links/`. */
export interface SourceStatus {
  /** Code of the bureau. */
  readonly bureau: string
  readonly state: SourceState
  /** RFC 3339 instant at which its part was read. */
  readonly asOf: string | null
  /** Milliseconds. */
  readonly latencyMs: number | null
  /** Milliseconds from now. */
  readonly retryAfterMs: number | null
}
