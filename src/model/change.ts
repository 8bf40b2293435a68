/** How a bureau's record moved. `UNKNOWN`: the feed cannot tell whether the record is new. */
export type ChangeKind = 'CREATED' | 'CHANGED' | 'DELETED' | 'UNKNOWN'

/** A bureau's record moved: a pointer to it, without any value of it. */
export interface Change {
  readonly bureau: string
  /** Record type. */
  readonly type: string
  /** Key in the owner's own order; see `RecordRef`. */
  readonly key: string
  readonly kind: ChangeKind
  /** What tells this state of the record from others: equal for the same state, whichever feed saw it. Says nothing of the values. */
  readonly version: string
  /** When it happened, as the bureau's system says; RFC 3339 in UTC. Null where it does not say. */
  readonly occurredAt: string | null
  /** It was missed when it happened, and found afterwards. */
  readonly late: boolean
}

/** A change with its place in the one log. */
export interface LoggedChange {
  /** Dense, from 1 on, in the order in which the log committed them; never shown to anybody. */
  readonly sequence: number
  /** When the log took it; RFC 3339 in UTC. */
  readonly loggedAt: string
  readonly change: Change
}
