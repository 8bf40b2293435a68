/** States of a joint operation (`OperationState` in the schema). */
export type OperationState =
  | 'PROPOSED'
  | 'NEGOTIATED'
  | 'AGREED'
  | 'ACTIVE'
  | 'ACTION_PHASE'
  | 'DEBRIEF'
  | 'CLOSED'
  | 'ARCHIVED'
  | 'SUSPENDED'
  | 'TERMINATED'

/** What is done about a joint operation (`OperationAct` in the schema). `END` is the hub's own, and `LIFT` may be: by the clock. */
export type OperationAct =
  | 'CREATE'
  | 'AMEND'
  | 'INVITE'
  | 'EXCLUDE'
  | 'ACCEPT'
  | 'DECLINE'
  | 'SIGN'
  | 'NAME'
  | 'RELEASE'
  | 'ACTIVATE'
  | 'BEGIN_ACTION'
  | 'END_ACTION'
  | 'NOMINATE'
  | 'REVEAL'
  | 'DROP'
  | 'EMBARGO'
  | 'LIFT'
  | 'SUSPEND'
  | 'RESUME'
  | 'LEAVE'
  | 'DEBRIEF'
  | 'REPORT'
  | 'CLOSE'
  | 'TERMINATE'
  | 'ARCHIVE'
  | 'END'

/** Who acts: the bureau that leads, one that is invited, one that has accepted, or the hub. */
export type OperationSide = 'LEAD' | 'INVITED' | 'PARTY' | 'HUB'

/** A party's part (`ParticipantRole` in the schema). */
export type PartyRole = 'LEAD' | 'MEMBER' | 'OBSERVER' | 'SUPPORT'

/** An operation that an officer is a member of at this moment, as the hub knows it. */
export interface OperationMembership {
  /** `XA/NIGHTFALL`: code of the leading bureau and code name. */
  readonly name: string
  /** Codes of all bureaus that take part: what the membership opens is theirs. */
  readonly parties: readonly string[]
}
