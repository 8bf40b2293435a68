import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto'
import type { RecordRef } from '../model/record.ts'

/**
 * Opaque ids. An id is the record's place, encrypted deterministically: the same record always has the same id, and nobody without the
 * hub's key can read one, make one, or tell whose record it is. The construction is SIV (Rogaway and Shrimpton 2006; the pattern of RFC 5297) with
 * HMAC-SHA-256 as the PRF and AES-256-CTR. Lengths are padded to whole blocks so that an id's length does not tell its key.
 */
export class RecordIds {
  // Key objects and not bytes: Node takes bytes apart at every use, which costs five times as much as the id itself.
  readonly #macKey: KeyObject
  readonly #encKey: KeyObject

  /** `secret`: at least 32 bytes, kept for as long as ids shall stay valid. */
  constructor(secret: Uint8Array) {
    if (secret.length < 32) throw new RangeError('the id secret needs at least 32 bytes')
    this.#macKey = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'comity record id mac', 32)))
    this.#encKey = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'comity record id enc', 32)))
  }

  /** The id of a record. */
  encode(ref: RecordRef): string {
    const plain = pad(JSON.stringify([ref.bureau, ref.type, ref.key]))
    const iv = this.#iv(plain)
    const cipher = createCipheriv('aes-256-ctr', this.#encKey, iv)
    return Buffer.concat([iv, cipher.update(plain), cipher.final()]).toString('base64url')
  }

  /** The record's place, or null for anything this hub did not give out. Never throws. */
  decode(id: string): RecordRef | null {
    const bytes = Buffer.from(id, 'base64url')
    if (bytes.length < 32 || bytes.length > 2048 || bytes.toString('base64url') !== id) return null
    const iv = bytes.subarray(0, 16)
    const decipher = createDecipheriv('aes-256-ctr', this.#encKey, iv)
    const plain = Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()])
    if (!timingSafeEqual(iv, this.#iv(plain))) return null
    const [bureau, type, key] = JSON.parse(plain.toString('utf8').trimEnd()) as [string, string, string]
    return { bureau, type, key }
  }

  #iv(plain: Buffer): Buffer {
    return createHmac('sha256', this.#macKey).update(plain).digest().subarray(0, 16)
  }
}

/** Spaces to a multiple of 32 bytes; JSON ignores them at its end. */
function pad(text: string): Buffer {
  const length = Buffer.byteLength(text)
  return Buffer.from(text + ' '.repeat((32 - (length % 32)) % 32))
}
