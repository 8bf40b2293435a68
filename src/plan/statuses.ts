import { isHeldPlace, ownerOf } from '../model/record.ts'
import type { SourceState, SourceStatus } from '../model/sourceStatus.ts'

/** From best to worst; a bureau that failed once failed for the operation. What stands in tells more than that it failed, and must never go unsaid. */
const order: readonly SourceState[] = ['NOT_ASKED', 'PENDING', 'OK', 'PARTIAL', 'BUSY', 'BREAKER_OPEN', 'TIMEOUT', 'UNAVAILABLE', 'STALE']

/** How each bureau did in one operation, over all its reads. */
export class Statuses {
  readonly #byBureau = new Map<string, Known>()

  #pending: readonly string[] = []

  /** These have not answered yet, whatever else they may have answered. */
  expect(bureaus: readonly string[]): void {
    this.#pending = bureaus.filter((bureau) => !isHeldPlace(bureau))
  }

  /** Takes note of one read. */
  add(place: string, state: SourceState, latencyMs: number, retryAfterMs: number | null, asOf: string | null = null): void {
    if (!isTold(place, state)) return
    const bureau = ownerOf(place)
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

/** What the hub keeps for a bureau is part of the hub, and named only where it failed to answer: then as a failure of the bureau's. */
function isTold(place: string, state: SourceState): boolean {
  return !isHeldPlace(place) || !(state === 'OK' || state === 'NOT_ASKED' || state === 'PENDING')
}

/** One status for each bureau, of the statuses of its places: the worse one. */
export function statusesOfBureaus(statuses: readonly SourceStatus[]): readonly SourceStatus[] {
  const told = new Map<string, SourceStatus>()
  for (const status of statuses) {
    const bureau = ownerOf(status.bureau)
    const known = told.get(bureau)
    if (!isTold(status.bureau, status.state)) continue
    if (known === undefined || order.indexOf(known.state) < order.indexOf(status.state)) told.set(bureau, { ...status, bureau })
  }
  return [...told.values()]
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
