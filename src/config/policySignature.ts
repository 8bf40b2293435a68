import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'

/** What the signature of a disclosure file says of it, in its protected header (RFC 7515). */
export interface PolicySeal {
  /** Thumbprint of the key (RFC 7638). */
  readonly kid: string
  /** Code of the bureau. */
  readonly bureau: string
  /** The file's `version:`. */
  readonly version: string
}

/** A signature that holds, or why it does not, in words that fit into a problem. */
export type Verified = { readonly seal: PolicySeal } | { readonly refused: string }

/** Tells this signature from any other that the same key may ever make. */
const typ = 'comity-disclosure+jws'

const headerSchema = z.strictObject({
  alg: z.literal('EdDSA'),
  typ: z.literal(typ),
  kid: z.string(),
  bureau: z.string(),
  version: z.string(),
})

/** A public key as bureau.yaml has it: the 32 bytes of an Ed25519 key, base64url (the `x` of its JWK, RFC 8037). */
export function isPolicyKey(text: string): boolean {
  return bytesOf(text)?.length === 32
}

/** The name of a key: its JWK's thumbprint (RFC 7638). */
export function keyId(key: string): string {
  return createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x: key }))
    .digest('base64url')
}

/** The public half of a private key, as bureau.yaml has it. Throws when it is not an Ed25519 key. */
export function policyKeyOf(privateKey: KeyObject): string {
  const { crv, x } = createPublicKey(privateKey).export({ format: 'jwk' })
  if (crv !== 'Ed25519' || x === undefined) throw new Error('the key is not an Ed25519 key')
  return x
}

/** Signs a file: a compact JWS whose payload, the file itself, is left out (RFC 7515, appendix F). */
export function signPolicy(text: string, { bureau, version }: Omit<PolicySeal, 'kid'>, privateKey: KeyObject): string {
  const header = Buffer.from(JSON.stringify({ alg: 'EdDSA', typ, kid: keyId(policyKeyOf(privateKey)), bureau, version }))
  const protectedHeader = header.toString('base64url')
  return `${protectedHeader}..${sign(null, signingInput(protectedHeader, text), privateKey).toString('base64url')}`
}

/** Holds a detached signature against a file, a bureau and the keys that the bureau's `bureau.yaml` declares. Never throws. */
export function verifyPolicy(jws: string, text: string, bureau: string, keys: readonly string[]): Verified {
  const [protectedHeader = '', payload, signature = '', ...more] = jws.trim().split('.')
  const header = headerOf(protectedHeader)
  const bytes = bytesOf(signature)
  if (header === null || payload !== '' || bytes === null || more.length > 0)
    return { refused: 'it is not a detached Ed25519 signature of a disclosure file: make it with "comity policy sign"' }
  if (header.bureau !== bureau) return { refused: `it is a signature of bureau ${header.bureau}, and this is the file of ${bureau}` }
  const key = keys.find((one) => keyId(one) === header.kid)
  if (key === undefined) return { refused: `it was made with a key that is not among the "policyKeys" of ${bureau}` }
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' })
  if (!verify(null, signingInput(protectedHeader, text), publicKey, bytes))
    return { refused: 'it does not fit the file: the file was changed after it was signed, or the signature was' }
  return { seal: { kid: header.kid, bureau: header.bureau, version: header.version } }
}

function signingInput(protectedHeader: string, text: string): Uint8Array {
  return Buffer.from(`${protectedHeader}.${Buffer.from(text).toString('base64url')}`)
}

function headerOf(text: string): z.infer<typeof headerSchema> | null {
  try {
    const read = headerSchema.safeParse(JSON.parse(bytesOf(text)?.toString('utf8') ?? ''))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** Null unless the text is base64url in its one canonical spelling, which a lenient reader would not insist on. */
function bytesOf(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : null
}
