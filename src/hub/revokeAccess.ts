import { ownWords } from '../emergency/justification.ts'
import type { Revocations } from '../identity/revocations.ts'
import { ComityError } from '../model/errors.ts'
import { accessRevokers, type Caller, hasRole } from '../model/principal.ts'
import type { NumberedRevocation } from '../model/revocation.ts'

/** Whose access an officer ends, and why. */
export interface RevokeAccessInput {
  /** The stable reference, as the caller's own bureau issues it. */
  readonly person: string
  readonly reason: string
}

/** What a token can name as its subject. */
const reference = /^[\x21-\x7e]{1,128}$/

/**
 * Ends the access of an officer or a system of the caller's own bureau, from the caller's instant on. The hub knows no list of officers: a reference that nobody has is taken like
 * any other, and one that belongs to another bureau's officer means nobody there. Throws ROLE_REQUIRED, BAD_USER_INPUT, AUDIT_UNAVAILABLE.
 */
export async function revokeAccess(
  revocations: Pick<Revocations, 'revoke'>,
  { person, reason }: RevokeAccessInput,
  { principal, instant }: Pick<Caller, 'principal' | 'instant'>,
): Promise<NumberedRevocation> {
  if (!hasRole(principal, accessRevokers)) throw new ComityError('ROLE_REQUIRED', { reason: [...accessRevokers].join(', ') })
  if (!reference.test(person)) throw new ComityError('BAD_USER_INPUT', { reason: 'person: 1 to 128 printable ASCII signs without blanks' })
  const words = ownWords(reason, 'reason', 1)
  const { bureau, personRef: by } = principal
  try {
    return await revocations.revoke({ bureau, person, revokedAt: instant, by, reason: words })
  } catch {
    // Not written down, or not announced to every node: to be asked for again in either case.
    throw new ComityError('AUDIT_UNAVAILABLE')
  }
}
