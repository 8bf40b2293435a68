import { ConnectorError } from '../connectors/connector.ts'

const leastMs = 25
const jitterMs = 75
const leastShareLeft = 0.4

/** When an attempt failed: milliseconds into the call, and how long the call may take as a whole. */
export interface Spent {
  readonly elapsedMs: number
  readonly wholeMs: number
}

/**
 * How long to wait before a read is tried again, in milliseconds; null when it is not worth it: the failure would most likely repeat, or less than 40 % of
 * the call's time would be left. A system that is busy is asked again only if it said when.
 */
export function retryDelayMs(error: unknown, { elapsedMs, wholeMs }: Spent, random: () => number): number | null {
  if (!(error instanceof ConnectorError) || !isPassing(error)) return null
  const wait = (error.retryAfterMs ?? 0) + leastMs + jitterMs * random()
  return wholeMs - elapsedMs - wait >= leastShareLeft * wholeMs ? wait : null
}

function isPassing({ reason, retryAfterMs }: ConnectorError): boolean {
  return reason === 'UNREACHABLE' || reason === 'TIMEOUT' || (reason === 'BUSY' && retryAfterMs !== null)
}
