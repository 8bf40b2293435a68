import type { Principal, Purpose } from '../model/principal.ts'
import type { StandingQuestion } from '../plan/standing.ts'

/** An officer's question that stands: whatever newly satisfies it in their view is told to them. */
export interface Watch {
  /** Random; says nothing. */
  readonly id: string
  /** Who set it, with the rights that their token said last. Agreements and the end of the token are not among them. */
  readonly principal: Principal
  /** As it was declared when it was set. */
  readonly purpose: Purpose
  readonly question: StandingQuestion
  /** What the officer wrote beside it. */
  readonly note: string
  /** Whether every bureau answered when it was set. */
  readonly complete: boolean
  /** Epoch milliseconds. */
  readonly createdAt: number
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

/** Whose watches are whose. */
export function ownerOf({ bureau, personRef }: Pick<Principal, 'bureau' | 'personRef'>): string {
  return JSON.stringify([bureau, personRef])
}

/** Whether its owner may still declare the purpose for which it was set. Who may not is told nothing. */
export function isPermitted({ principal, purpose }: Pick<Watch, 'principal' | 'purpose'>): boolean {
  return principal.purposes.includes(purpose.kind)
}
