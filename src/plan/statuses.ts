import type { SourceState, SourceStatus } from '../model/sourceStatus.ts'

/** From best to worst; a bureau that failed once failed for the operation. What stands in tells more than that it failed, and must never go unsaid. */
const order: readonly SourceState[] = ['NOT_ASKED', 'PENDING', 'OK', 'PARTIAL', 'BUSY', 'BREAKER_OPEN', 'TIMEOUT', 'UNAVAILABLE', 'STALE']

/** How each bureau did in one operation, over all its reads. */
export class Statuses {
  readonly #byBureau = new Map<string, Known>()

  #pending: readonly string[] = []

  /** These have not answered yet, whatever else they may have answered. */
  expect(bureaus: readonly string[]): void {
    this.#pending = bureaus
  }

  /** Takes note of one read. */
  add(bureau: string, state: SourceState, latencyMs: number, retryAfterMs: number | null, asOf: string | null = null): void {
    const known = this.#byBureau.get(bureau)
    const worst = known !== undefined && order.indexOf(known.state) > order.indexOf(state) ? known.state : state
    this.#byBureau.set(bureau, {
      state: worst,
      latencyMs: Math.max(latencyMs, known?.latencyMs ?? 0),
      retryAfterMs: retryAfterMs ?? known?.retryAfterMs ?? null,
      at: new Date().toISOString(),
      staleAsOf: earlier(known?.staleAsOf ?? null, state === 'STALE' ? asOf : null),
    })
  }

  /** One per bureau that was asked, in the order of codes; the slowest read counts. */
  list(): readonly SourceStatus[] {
    const heard = [...this.#byBureau].filter(([bureau]) => !this.#pending.includes(bureau))
    const statuses = heard.map(([bureau, { state, latencyMs, retryAfterMs, at, staleAsOf }]): SourceStatus => {
      const answered = state === 'OK' || state === 'PARTIAL'
      return { bureau, state, asOf: answered ? at : state === 'STALE' ? staleAsOf : null, latencyMs, retryAfterMs }
    })
    return [...statuses, ...this.#pending.map(pendingStatus)].sort((a, b) => (a.bureau < b.bureau ? -1 : 1))
  }
}

/** Of a bureau that was asked and has not answered yet. */
export function pendingStatus(bureau: string): SourceStatus {
  return { bureau, state: 'PENDING', asOf: null, latencyMs: null, retryAfterMs: null }
}

interface Known {
  readonly state: SourceState
  readonly latencyMs: number
  readonly retryAfterMs: number | null
  readonly at: string
  /** Of what stood in so far, when the oldest was read. */
  readonly staleAsOf: string | null
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null ? b : b === null || a < b ? a : b
}
