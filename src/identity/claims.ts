import type { JWTPayload } from 'jose'
import { z } from 'zod'
import type { Identity } from './knownTokens.ts'
import { longestLifeSeconds } from './tokenTimes.ts'

/** Names that claims are held against. */
export interface ClaimNames {
  /** Names of `Role`. */
  readonly roles: readonly string[]
  /** Names of `Purpose`. */
  readonly purposes: readonly string[]
  readonly isMember: (bureau: string) => boolean
}

/** Printable ASCII: it is recorded with every disclosure. */
const reference = z.string().regex(/^[\x21-\x7e]{1,128}$/)
/** Text without control characters. */
const words = z.string().regex(/^\P{C}{1,128}$/u)

/**
 * Reads the claims of a verified token. The function it gives throws `ZodError` when one is missing, is of another form, or names what
 * the hub does not know.
 */
export function claimsReader({ roles, purposes, isMember }: ClaimNames): (payload: JWTPayload) => Identity {
  const oneOf = (names: readonly string[]) => z.string().refine((name) => names.includes(name))
  const schema = z.object({
    sub: reference,
    bureau: z.string().refine(isMember),
    org: words.nullish(),
    unit: words.nullish(),
    roles: z.array(oneOf(roles)).min(1).max(16),
    clearance: z.int().min(0).max(3),
    purposes: z.array(oneOf(purposes)).min(1).max(32),
    exp: z.int(),
    iat: z.int(),
  })
  return (payload) => {
    const claims = schema.parse(payload)
    return {
      personRef: claims.sub,
      bureau: claims.bureau,
      organisation: claims.org ?? null,
      unit: claims.unit ?? null,
      roles: claims.roles,
      clearance: claims.clearance,
      purposes: claims.purposes,
      expiresAt: Math.min(claims.exp, claims.iat + longestLifeSeconds),
      issuedAt: claims.iat,
    }
  }
}
