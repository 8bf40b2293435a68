import { createHash } from 'node:crypto'
import { createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod'
import { ComityError } from '../model/errors.ts'
import type { Principal } from '../model/principal.ts'

/** A token issuer that the hub trusts. Nothing in a token can point to another one. */
export interface TrustedIssuer {
  /** The `iss` claim, exactly. */
  readonly issuer: string
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
  /** Epoch milliseconds. */
  readonly clock: () => number
  /** Told why a token was refused, without any of its text. */
  readonly onRefused?: (reason: string) => void
}

/** Tokens to principals. */
export interface Authenticator {
  /** Throws UNAUTHENTICATED, alike for every cause. */
  authenticate(bearer: string): Promise<Principal>
}

/** Asymmetric algorithms only: with a shared secret the hub could forge its members' officers. */
const algorithms = ['EdDSA', 'ES256', 'PS256']
const maxTokenAgeSeconds = 12 * 3600
const remembered = 10_000

/** Judges bearer tokens (RFC 9068 access tokens). A token that was found good is remembered by its hash until it expires. */
export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  const issuers = new Map(options.issuers.map((one) => [one.issuer, { ...one, keys: keysOf(one) }]))
  const claims = claimsSchema(options)
  const known = new Map<string, Omit<Principal, 'agreements'>>()

  async function verify(bearer: string): Promise<Omit<Principal, 'agreements'>> {
    const issuer = issuers.get(unverifiedIssuer(bearer))
    if (issuer === undefined) throw new Error('unknown issuer')
    const { payload } = await jwtVerify(bearer, issuer.keys, {
      issuer: issuer.issuer,
      audience: issuer.audience,
      algorithms,
      typ: 'at+jwt',
      clockTolerance: 5,
      maxTokenAge: maxTokenAgeSeconds,
      requiredClaims: ['exp', 'iat', 'sub'],
      currentDate: new Date(options.clock()),
    })
    return principalOf(claims.parse(payload), payload)
  }

  async function lookUp(bearer: string): Promise<Omit<Principal, 'agreements'>> {
    const hash = createHash('sha256').update(bearer).digest('base64')
    const found = known.get(hash)
    if (found !== undefined && found.expiresAt * 1000 > options.clock()) return found
    const principal = await verify(bearer)
    if (known.size >= remembered) known.delete(known.keys().next().value ?? '')
    known.set(hash, principal)
    return principal
  }

  return {
    async authenticate(bearer) {
      try {
        const principal = await lookUp(bearer)
        const day = new Date(options.clock()).toISOString().slice(0, 10)
        return { ...principal, agreements: options.registry.agreementsOf(principal.bureau, day) }
      } catch (error) {
        options.onRefused?.(error instanceof z.ZodError ? 'claims' : ((error as { code?: string }).code ?? 'unknown'))
        throw new ComityError('UNAUTHENTICATED')
      }
    },
  }
}

function keysOf({ keys }: TrustedIssuer): JWTVerifyGetKey {
  if (!(keys instanceof URL)) return keys
  return createRemoteJWKSet(keys, { cooldownDuration: 30_000, cacheMaxAge: 24 * 3600_000, timeoutDuration: 3000 })
}

/** Which issuer's keys to try. Nothing else of the token is believed before its signature is. */
function unverifiedIssuer(bearer: string): string {
  if (bearer.length > 8192) throw new Error('token too long')
  const payload = JSON.parse(Buffer.from(bearer.split('.')[1] ?? '', 'base64url').toString('utf8')) as { iss?: unknown }
  return typeof payload.iss === 'string' ? payload.iss : ''
}

function claimsSchema({ registry, roles, purposes }: AuthenticatorOptions) {
  return z.object({
    sub: z.string().min(1).max(128),
    bureau: z.string().refine((code) => registry.isMember(code)),
    org: z.string().max(128).nullish(),
    unit: z.string().max(128).nullish(),
    roles: z.array(z.enum(roles as [string, ...string[]])).min(1).max(16),
    clearance: z.int().min(0).max(3),
    purposes: z.array(z.enum(purposes as [string, ...string[]])).min(1).max(32),
  })
}

function principalOf(claims: z.infer<ReturnType<typeof claimsSchema>>, payload: JWTPayload): Omit<Principal, 'agreements'> {
  return {
    personRef: claims.sub,
    bureau: claims.bureau,
    organisation: claims.org ?? null,
    unit: claims.unit ?? null,
    roles: claims.roles,
    clearance: claims.clearance,
    purposes: claims.purposes,
    expiresAt: payload.exp ?? 0,
  }
}
