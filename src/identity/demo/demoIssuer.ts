import { randomUUID } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createLocalJWKSet, exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK, SignJWT } from 'jose'
import { isLoopback } from '../../model/isLoopback.ts'
import type { TrustedIssuer } from '../authenticator.ts'
import { type Persona, personas } from './personas.ts'

/** Name and audience of demo tokens; no other hub believes them, and this one only in demo mode. */
const issuer = 'urn:comity:demo'
const audience = 'urn:comity:hub'
const lifetimeSeconds = 3600

/** The embedded issuer of the demo. */
export interface DemoIssuer {
  readonly personas: readonly Persona[]
  /** How the hub comes to trust it. */
  readonly trusted: TrustedIssuer
  readonly jwks: JSONWebKeySet
  /** A token of an hour; null for an unknown persona. `purposes` narrows what it allows. */
  issue(persona: string, narrow?: readonly string[]): Promise<{ readonly token: string; readonly expiresAt: string } | null>
}

/** Where the demo may run. */
export interface DemoPlace {
  readonly dataDir: string
  /** The address that the hub binds. */
  readonly host: string
  readonly production: boolean
}

/** Throws one sentence when demo identities would be believed where they must not be. */
export function assertDemoAllowed({ host, production }: Omit<DemoPlace, 'dataDir'>): void {
  if (production) throw new Error('Demo identities are refused with NODE_ENV=production: use `comity start` with COMITY_ISSUERS.')
  if (!isLoopback(host)) throw new Error(`Demo identities are refused on ${host}: the demo listens on loopback only (HOST=127.0.0.1).`)
}

/** The demo's issuer; its key is made at the first start and kept in `<dataDir>/keys/demo-issuer.json`, readable by its owner only. `among`: for whom it gives tokens. */
export async function createDemoIssuer(place: DemoPlace, among: readonly Persona[] = personas): Promise<DemoIssuer> {
  assertDemoAllowed(place)
  return issuerOver(await makeKey(place.dataDir), among)
}

/** The issuer of a demo that has run here. Throws when there is none. */
export async function openDemoIssuer(dataDir: string): Promise<DemoIssuer> {
  return issuerOver(readKey(keyPath(dataDir)), personas)
}

async function issuerOver(jwk: JWK, among: readonly Persona[]): Promise<DemoIssuer> {
  const key = await importJWK(jwk, 'EdDSA')
  const { d: _, ...publicKey } = jwk
  const jwks: JSONWebKeySet = { keys: [{ ...publicKey, use: 'sig' }] }
  return {
    personas: among,
    trusted: { issuer, bureaus: 'any', audience, keys: createLocalJWKSet(jwks) },
    jwks,
    async issue(id, narrow) {
      const persona = among.find((one) => one.id === id)
      if (persona === undefined) return null
      const { bureau, organisation: org, unit, roles, clearance } = persona
      const purposes = narrow ?? persona.purposes
      const expires = Math.floor(Date.now() / 1000) + lifetimeSeconds
      const token = await new SignJWT({ bureau, org, unit, roles, clearance, purposes })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: jwk.kid ?? 'demo' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(persona.personRef)
        .setIssuedAt()
        .setExpirationTime(expires)
        .sign(key)
      return { token, expiresAt: new Date(expires * 1000).toISOString() }
    },
  }
}

function keyPath(dataDir: string): string {
  return join(dataDir, 'keys', 'demo-issuer.json')
}

function readKey(path: string): JWK {
  const jwk = readJson(path) as JWK | null
  if (jwk?.kty !== 'OKP' || typeof jwk.d !== 'string')
    throw new Error(`${path} holds no demo key: delete it, and the next start makes a new one.`)
  return jwk
}

function readJson(path: string): unknown {
  const text = readFileSync(path, 'utf8')
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function makeKey(dataDir: string): Promise<JWK> {
  const path = keyPath(dataDir)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const jwk = { ...(await exportJWK(privateKey)), kid: `demo-${Date.now().toString(36)}` }
  // Whole or not at all, and never over a key that another start has just made.
  const draft = `${path}.${process.pid}.${randomUUID()}`
  writeFileSync(draft, JSON.stringify(jwk), { flag: 'wx', mode: 0o600 })
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    chmodSync(path, 0o600)
  } finally {
    unlinkSync(draft)
  }
  return readKey(path)
}
