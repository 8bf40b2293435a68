import type { LiveOperations } from '../jointOperations/liveOperations.ts'
import type { Clock } from '../links/clock.ts'
import type { Caller } from '../model/principal.ts'

/** What the hub itself knows of callers. */
export interface CallerSources {
  readonly clock: Clock
  /** Agreements in force for a bureau on a UTC day. */
  readonly agreementsOf: (bureau: string, day: string) => readonly string[]
  /** Joint operations that somebody is a member of. */
  readonly live: Pick<LiveOperations, 'operationsOf' | 'version'>
}

/**
 * Who somebody is now, for what goes on after their operation has ended. What a token said is taken as it was; what the hub itself knows is asked anew. An emergency access opens what
 * is read under it, and nothing else.
 */
export function callerOfNow(
  { principal, purpose }: Pick<Caller, 'principal' | 'purpose'>,
  { clock, agreementsOf, live }: CallerSources,
): Caller {
  const instant = clock.epoch()
  const date = new Date(instant).toISOString().slice(0, 10)
  const agreements = agreementsOf(principal.bureau, date)
  const operations = live.operationsOf({ principal, date })
  return { principal: { ...principal, agreements, operations }, purpose, date, instant, emergency: null }
}
