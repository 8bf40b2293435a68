/** A bureau has ended somebody's access: what was issued to them up to that instant is void at every node. */
export interface Revocation {
  /** Unguessable, and equal at every node. */
  readonly id: string
  /** Code of the bureau, whose officer or system it is. */
  readonly bureau: string
  /** The stable reference of that officer or system, as the bureau issues it. */
  readonly person: string
  /** Epoch milliseconds. */
  readonly revokedAt: number
  /** The stable reference of the officer who did it. */
  readonly by: string
  /** Why, in that officer's words. */
  readonly reason: string
}

/** A revocation in its place among those of its bureau. */
export interface NumberedRevocation extends Revocation {
  /** Dense within one bureau at one node, from 1. */
  readonly number: number
}
