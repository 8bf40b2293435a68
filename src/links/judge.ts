import { ConnectorError } from '../connectors/connector.ts'
import type { Verdict } from './breaker.ts'

/**
 * How an attempt ended: with an answer, with an error, out of time, because the caller went away, or because the call's other attempt was faster.
 */
export type Ending =
  | { readonly kind: 'answered' }
  | { readonly kind: 'error'; readonly error: unknown }
  | { readonly kind: 'late' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'overtaken'; readonly first: boolean }

/** What an attempt tells of the system. It looks at how the attempt ended and how long it took, never at what was read. */
export interface Judgement {
  /** For the breaker; null: nothing. */
  readonly verdict: Verdict | null
  /** For the adaptive limit; null: nothing. */
  readonly load: 'good' | 'overload' | null
  /** Whether its time is one of the system's latencies, or a lower bound of one. */
  readonly sample: boolean
}

/** From when on an attempt is slow, and how long it must have had for its time-out to tell anything; milliseconds. */
export interface Thresholds {
  readonly slowMs: number
  readonly fairMs: number
}

const nothing: Judgement = { verdict: null, load: null, sample: false }
const good: Judgement = { verdict: 'ok', load: 'good', sample: true }
const slow: Judgement = { verdict: 'slow', load: 'overload', sample: true }
const tooLate: Judgement = { verdict: 'failed', load: 'overload', sample: true }

/** Judges an attempt that took this long. */
export function judge(ending: Ending, elapsedMs: number, { slowMs, fairMs }: Thresholds): Judgement {
  switch (ending.kind) {
    case 'answered':
      return elapsedMs >= slowMs ? slow : good
    case 'late':
      // The last page of a long operation may have had a few milliseconds: that says nothing of the system.
      return elapsedMs >= fairMs ? tooLate : nothing
    case 'gone':
      return elapsedMs >= slowMs ? slow : nothing
    case 'overtaken':
      if (elapsedMs >= slowMs) return slow
      // The first attempt took longer than its hedge waited: without it the percentile would be one of the fast answers only.
      return ending.first ? { ...nothing, sample: true } : nothing
    case 'error':
      return judgeError(ending.error)
  }
}

function judgeError(error: unknown): Judgement {
  const reason = error instanceof ConnectorError ? error.reason : null
  // The system is there and says no. If that counted, one caller's odd question could close the bureau to all others.
  if (reason === 'REFUSED' || reason === 'NO_SOURCE') return { ...nothing, verdict: 'ok' }
  const overload = reason === 'BUSY' || reason === 'TIMEOUT'
  return { verdict: 'failed', load: overload ? 'overload' : null, sample: false }
}
