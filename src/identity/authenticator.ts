import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod'
import { ComityError } from '../model/errors.ts'
import type { Principal } from '../model/principal.ts'
import { claimsReader } from './claims.ts'
import { issuerKeys } from './issuerKeys.ts'
import { type Identity, KnownTokens } from './knownTokens.ts'
import type { Issued } from './revocations.ts'
import { clockToleranceSeconds, longestLifeSeconds } from './tokenTimes.ts'

/** A token issuer that the hub trusts. Nothing in a token can point to another one. */
export interface TrustedIssuer {
  /** The `iss` claim, exactly. */
  readonly issuer: string
  /** The bureaus whose officers and systems it may speak for; `any` where one issuer serves all of them, as in the demo. */
  readonly bureaus: ReadonlySet<string> | 'any'
  /** The `aud` claim that this hub answers to. */
  readonly audience: string
  /** Where its public keys are, or the function that finds them. */
  readonly keys: URL | JWTVerifyGetKey
}

/** What the hub knows of members, and tokens must not say. */
export interface Registry {
  /** Agreements in force for a bureau on a UTC day, `YYYY-MM-DD`. */
  agreementsOf(bureau: string, day: string): readonly string[]
  isMember(bureau: string): boolean
}

/** How tokens are judged. */
export interface AuthenticatorOptions {
  readonly issuers: readonly TrustedIssuer[]
  readonly registry: Registry
  /** Names of `Role` and of `Purpose`; a token that names another is void. */
  readonly roles: readonly string[]
  readonly purposes: readonly string[]
  /** Whose tokens are void. */
  readonly revocations: { isRevoked(token: Issued): boolean }
  /** Epoch milliseconds. */
  readonly clock: () => number
  /** Told why a token was refused, without any of its text. */
  readonly onRefused?: (reason: string) => void
}

/** Who a good token speaks for, and since when. */
export type Authenticated = Principal & Pick<Identity, 'issuedAt'>

/** Tokens to principals. */
export interface Authenticator {
  /** Throws UNAUTHENTICATED, alike for every cause. */
  authenticate(bearer: string): Promise<Authenticated>
  /** Whether somebody who was let in would be let in still, but for the time that has passed: not revoked since, and of a bureau that is a member. */
  isStillGood(who: Issued): boolean
}

/** Asymmetric algorithms only: with a shared secret the hub could forge its members' officers. */
const algorithms = ['EdDSA', 'ES256', 'PS256']
const longestToken = 8192

/** Why a token is refused, in words of ours that may be logged. */
class Refused extends Error {}

/** Judges bearer tokens (RFC 9068 access tokens). A token that was found good is remembered by its hash until it expires. */
export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  const { clock, registry, roles, purposes, revocations } = options
  const issuers = new Map(options.issuers.map((one) => [one.issuer, { ...one, keys: keysOf(one, clock) }]))
  const readClaims = claimsReader({ roles, purposes, isMember: (bureau) => registry.isMember(bureau) })
  const known = new KnownTokens()

  async function verify(bearer: string): Promise<Identity> {
    const issuer = issuers.get(unverifiedIssuer(bearer))
    if (issuer === undefined) throw new Refused('unknown issuer')
    const { payload } = await jwtVerify(bearer, issuer.keys, {
      issuer: issuer.issuer,
      audience: issuer.audience,
      algorithms,
      typ: 'at+jwt',
      clockTolerance: clockToleranceSeconds,
      maxTokenAge: longestLifeSeconds,
      requiredClaims: ['exp', 'iat', 'sub'],
      currentDate: new Date(clock()),
    })
    const identity = readClaims(payload)
    // INVARIANT: a bureau sees its own records in full, so that whoever could speak for it would be its officer.
    if (issuer.bureaus !== 'any' && !issuer.bureaus.has(identity.bureau)) throw new Refused('a bureau that its issuer does not speak for')
    known.set(bearer, identity, 1000 * identity.expiresAt)
    return identity
  }

  return {
    async authenticate(bearer) {
      try {
        const identity = known.get(bearer, clock()) ?? (await verify(bearer))
        // Asked anew for a token that was found good before: its bureau may have left since, or ended the access.
        if (!registry.isMember(identity.bureau)) throw new Refused('a bureau that is no member any more')
        if (revocations.isRevoked(identity)) throw new Refused('access that its bureau has ended')
        const day = new Date(clock()).toISOString().slice(0, 10)
        return { ...identity, agreements: registry.agreementsOf(identity.bureau, day) }
      } catch (error) {
        options.onRefused?.(reasonOf(error))
        throw new ComityError('UNAUTHENTICATED')
      }
    },
    isStillGood: (who) => registry.isMember(who.bureau) && !revocations.isRevoked(who),
  }
}

function keysOf({ keys }: TrustedIssuer, clock: () => number): JWTVerifyGetKey {
  return keys instanceof URL ? issuerKeys(keys, clock) : keys
}

/** Which issuer's keys to try. Nothing else of the token is believed before its signature is. */
function unverifiedIssuer(bearer: string): string {
  if (bearer.length > longestToken) throw new Refused('too long')
  const payload = JSON.parse(Buffer.from(bearer.split('.')[1] ?? '', 'base64url').toString('utf8')) as { iss?: unknown }
  return typeof payload.iss === 'string' ? payload.iss : ''
}

/** The cause without the token: of an error that is not ours only its code, since messages of parsers repeat what they read. */
function reasonOf(error: unknown): string {
  if (error instanceof Refused) return error.message
  if (error instanceof z.ZodError) return `claims: ${[...new Set(error.issues.map((issue) => String(issue.path[0])))].join(', ')}`
  if (error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired) return `${error.code}: ${error.claim}`
  return error instanceof errors.JOSEError ? error.code : 'not a token'
}
