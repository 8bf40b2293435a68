/** States of a request for assistance (`RequestState` in the schema). */
export type RequestState =
  | 'DRAFT'
  | 'AWAITING_AUTHORISATION'
  | 'SENT'
  | 'RECEIVED'
  | 'ACKNOWLEDGED'
  | 'ADMISSIBILITY'
  | 'MORE_INFO'
  | 'ACCEPTED'
  | 'IN_EXECUTION'
  | 'PARTIALLY_ANSWERED'
  | 'ANSWERED'
  | 'POSTPONED'
  | 'REFUSED'
  | 'WITHDRAWN'
  | 'LAPSED'
  | 'CLOSED'

/** What is done about a request (`RequestAct` in the schema). `RECEIVE` and `LAPSE` are the hub's own: on a receipt of the requested bureau's system, and by the clock. */
export type RequestAct =
  | 'CREATE'
  | 'SEND'
  | 'AUTHORISE'
  | 'RECEIVE'
  | 'ACKNOWLEDGE'
  | 'EXAMINE'
  | 'ASK_MORE'
  | 'ANSWER_MORE'
  | 'ACCEPT'
  | 'REFUSE'
  | 'POSTPONE'
  | 'START'
  | 'ANSWER_PART'
  | 'ANSWER'
  | 'WITHDRAW'
  | 'LAPSE'
  | 'CLOSE'

/** Sorts of answers (`ResponseKind` in the schema). */
export type ReplyKind = 'ANSWER' | 'PARTIAL' | 'NO_RECORD' | 'CANNOT_SAY' | 'REFUSED' | 'POSTPONED'

/** Who acts: the bureau that asks, the bureau that is asked, or the hub. */
export type RequestSide = 'REQUESTER' | 'REQUESTED' | 'HUB'

/** Where a request stands, kept beside its sealed content so that it can be searched. Instants are epoch milliseconds. */
export interface RequestStanding {
  /** Unguessable; the record's key at the hub. */
  readonly key: string
  /** The requesting bureau. */
  readonly owner: string
  /** The one bureau that is asked: what is asked of several are several requests. */
  readonly requested: string
  readonly state: RequestState
  /** From 1, one more with each step. */
  readonly version: number
  readonly sent: number | null
  readonly due: number | null
  readonly updated: number
  /** When the clock looks at it next; null: not at all. */
  readonly clock: number | null
}
