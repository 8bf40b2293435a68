import type { SourceState, SourceStatus } from '../model/sourceStatus.ts'

/** From best to worst; a bureau that failed once failed for the operation. */
const order: readonly SourceState[] = ['NOT_ASKED', 'OK', 'PARTIAL', 'BUSY', 'BREAKER_OPEN', 'TIMEOUT', 'UNAVAILABLE']

/** How each bureau did in one operation, over all its reads. */
export class Statuses {
  readonly #byBureau = new Map<string, { state: SourceState; latencyMs: number; retryAfterMs: number | null; at: string }>()

  /** Takes note of one read. */
  add(bureau: string, state: SourceState, latencyMs: number, retryAfterMs: number | null): void {
    const known = this.#byBureau.get(bureau)
    const worst = known !== undefined && order.indexOf(known.state) > order.indexOf(state) ? known.state : state
    this.#byBureau.set(bureau, {
      state: worst,
      latencyMs: Math.max(latencyMs, known?.latencyMs ?? 0),
      retryAfterMs: retryAfterMs ?? known?.retryAfterMs ?? null,
      at: new Date().toISOString(),
    })
  }

  /** One per bureau that was asked, in the order of codes; the slowest read counts. */
  list(): readonly SourceStatus[] {
    return [...this.#byBureau]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([bureau, { state, latencyMs, retryAfterMs, at }]) => {
        const answered = state === 'OK' || state === 'PARTIAL'
        return { bureau, state, asOf: answered ? at : null, latencyMs, retryAfterMs }
      })
  }
}
