import { createHmac, createPublicKey, type KeyObject, timingSafeEqual, verify } from 'node:crypto'

/** A key that signs messages, as Standard Webhooks writes them. */
export interface WebhookKey {
  /** The version in front of its signatures. */
  readonly version: 'v1' | 'v1a'
  /** Whether a signature, in base64, is this key's over the text. */
  signed(text: string, signature: string): boolean
}

/** Reads `whsec_...`, a shared secret of 24 to 64 bytes, or `whpk_...`, an Ed25519 public key, both in base64. Null for anything else. */
export function webhookKey(text: string): WebhookKey | null {
  const [, kind, encoded = ''] = /^(whsec|whpk)_([A-Za-z0-9+/]+=*)$/.exec(text) ?? []
  const bytes = Buffer.from(encoded, 'base64')
  if (kind === 'whsec' && bytes.length >= 24 && bytes.length <= 64) return secretKey(bytes)
  return kind === 'whpk' && bytes.length === 32 ? publicKey(bytes) : null
}

function secretKey(secret: Buffer): WebhookKey {
  return {
    version: 'v1',
    signed: (text, signature) => {
      const wanted = createHmac('sha256', secret).update(text).digest()
      const given = Buffer.from(signature, 'base64')
      return given.length === wanted.length && timingSafeEqual(given, wanted)
    },
  }
}

function publicKey(raw: Buffer): WebhookKey | null {
  let key: KeyObject
  try {
    key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' })
  } catch {
    return null
  }
  return {
    version: 'v1a',
    signed: (text, signature) => {
      const given = Buffer.from(signature, 'base64')
      return given.length === 64 && verify(null, Buffer.from(text), key, given)
    },
  }
}
