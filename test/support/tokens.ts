import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { type AuthenticatorOptions, createAuthenticator, type TrustedIssuer } from '../../src/identity/authenticator.ts'
import { catalogue } from './catalogue.ts'

/** Claims of a token that the test authenticator accepts. */
export const goodClaims = {
  sub: 'XA-0001',
  bureau: 'XA',
  org: 'Criminal Police',
  unit: 'Fugitives',
  roles: ['INVESTIGATOR'],
  clearance: 2,
  purposes: ['INVESTIGATION', 'BORDER_CHECK'],
} as const

/** How a token may differ from a good one. */
export interface TokenChange {
  readonly claims?: Record<string, unknown>
  readonly header?: Record<string, string>
  readonly issuer?: string
  readonly audience?: string
  /** Seconds from now. */
  readonly issuedIn?: number
  readonly expiresIn?: number
}

/** An issuer of its own for one test file. */
export async function testIssuer(issuer = 'https://issuer.example', bureaus: TrustedIssuer['bureaus'] = 'any') {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }
  const trusted: TrustedIssuer = { issuer, bureaus, audience: 'comity-test', keys: createLocalJWKSet({ keys: [jwk] }) }
  return {
    trusted,
    /** A token; a good one when nothing is changed. */
    token(change: TokenChange = {}): Promise<string> {
      const now = Math.floor(Date.now() / 1000)
      return new SignJWT({ ...goodClaims, ...change.claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'at+jwt', ...change.header })
        .setIssuer(change.issuer ?? issuer)
        .setAudience(change.audience ?? 'comity-test')
        .setIssuedAt(now + (change.issuedIn ?? 0))
        .setExpirationTime(now + (change.expiresIn ?? 600))
        .sign(privateKey)
    },
  }
}

/** An authenticator over issuers, for members XA to XE with one agreement each. */
export function testAuthenticator(
  issuers: readonly TrustedIssuer[],
  clock: () => number = () => Date.now(),
  revocations: AuthenticatorOptions['revocations'] = { isRevoked: () => false },
) {
  const refused: string[] = []
  const authenticator = createAuthenticator({
    issuers,
    registry: { agreementsOf: (bureau, day) => [`${bureau}@${day}`], isMember: (bureau) => /^X[A-E]$/.test(bureau) },
    roles: catalogue.enums.get('Role') ?? [],
    purposes: catalogue.enums.get('Purpose') ?? [],
    revocations,
    clock,
    onRefused: (reason) => refused.push(reason),
  })
  return { authenticator, refused }
}
