import type { CanonicalValue } from './record.ts'

/**
 * How a bureau's record moved. `UNKNOWN`: the feed cannot tell whether the record is new. The others are not moves of records but words for somebody: `HIT`, a bureau's desk was
 * told something; `WATCH_MATCH`, a record newly matches somebody's watch; `REVOCATION`, somebody's access has ended.
 */
export type ChangeKind = 'CREATED' | 'CHANGED' | 'DELETED' | 'UNKNOWN' | 'HIT' | 'WATCH_MATCH' | 'REVOCATION'

/**
 * What is kept of a state of a record: enough to tell later whether a caller's view of it has moved, and no value but those that rules decide by. Made and read by `disclosure/`
 * alone; to everybody else a piece of JSON that is to be kept sealed.
 */
export type RecordSketch = Readonly<Record<string, CanonicalValue>>

/** A bureau's record moved: a pointer to it, without any value of it. */
export interface Change {
  readonly bureau: string
  /** Record type; of a word for somebody, what it is about. */
  readonly type: string
  /** Key in the owner's own order; see `RecordRef`. */
  readonly key: string
  readonly kind: ChangeKind
  /** What tells this move of the record from others: equal for the same move, whichever feed saw it. Says nothing of the values. */
  readonly version: string
  /** When it happened, as the bureau's system says; RFC 3339 in UTC. Null where it does not say. */
  readonly occurredAt: string | null
  /** It was missed when it happened, and found afterwards. */
  readonly late: boolean
  /** The state before; absent or null: there was none, or it is not known. */
  readonly before?: RecordSketch | null
  /** The state after; absent or null: the record is gone, or it is not known. */
  readonly after?: RecordSketch | null
  /** What else there is to say, in words of the kind; absent or null: nothing. */
  readonly details?: RecordSketch | null
}

/** A change with its place in the one log. */
export interface LoggedChange {
  /** Dense, from 1 on, in the order in which the log committed them; never shown to anybody. */
  readonly sequence: number
  /** When the log took it; RFC 3339 in UTC. */
  readonly loggedAt: string
  readonly change: Change
}
