/** What an owner found when it looked at an emergency access (`EmergencyFinding` in the schema). */
export type EmergencyFinding = 'JUSTIFIED' | 'NOT_JUSTIFIED'

/** On what grounds an access was opened: kept for the owner who reviews it. */
export interface EmergencyGrounds {
  readonly roles: readonly string[]
  readonly organisation: string | null
  readonly unit: string | null
  readonly purpose: string
  readonly case: string
  /** The officer's own words. */
  readonly justification: string
}

/** Who looked at it, when and with what remark. */
export interface EmergencyReview {
  readonly by: string
  /** RFC 3339. */
  readonly at: string
  readonly remark: string | null
}

/** One emergency access: an officer of one bureau opened what a block in another bureau's file offers. Instants are epoch milliseconds. */
export interface EmergencyAccess {
  /** Unguessable. Worth nothing to anyone but the person it was given to. */
  readonly id: string
  /** Whose records it opens. */
  readonly owner: string
  /** Dense within one owner, from 1. */
  readonly number: number
  /** The id of the owner's block. */
  readonly block: string
  /** Bureau and reference of the person who invoked it. */
  readonly bureau: string
  readonly person: string
  readonly opened: number
  /** First instant at which it no longer counts. */
  readonly expires: number
  /** By when the owner shall have reviewed it. */
  readonly reviewDue: number
  /** When it was given back, or null. */
  readonly closed: number | null
  /** The latest finding, or null before there is one. */
  readonly finding: EmergencyFinding | null
  readonly grounds: EmergencyGrounds
  readonly review: EmergencyReview | null
}
