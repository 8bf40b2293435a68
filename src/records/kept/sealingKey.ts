import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16

/** What seals one bureau's rows: drawn at random, held in memory alone, and gone when the bureau's place is opened anew or the hub ends. */
export interface SealingKey {
  /** AES-256-GCM. The same text must be given to open it again. */
  seal(plain: Uint8Array, boundTo: string): Buffer
  /** Null for anything that was not sealed under this key with this text, or was changed since. */
  open(sealed: Uint8Array, boundTo: string): Buffer | null
  /** HMAC-SHA256: what the parts were cannot be read from it, nor tried out without the key. */
  digest(...parts: readonly (string | Uint8Array)[]): string
}

/** Draws one. */
export function sealingKey(): SealingKey {
  // Key objects live outside the heap: no property, dump of the heap or log shows their bytes.
  return keyOf(createSecretKey(randomBytes(32)), createSecretKey(randomBytes(32)))
}

function keyOf(sealing: KeyObject, naming: KeyObject): SealingKey {
  return {
    seal(plain, boundTo) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      cipher.setAAD(Buffer.from(boundTo))
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open(sealed, boundTo) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
        decipher.setAAD(Buffer.from(boundTo))
        decipher.setAuthTag(sealed.subarray(-tagBytes))
        return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
      } catch {
        return null
      }
    },
    digest(...parts) {
      const mac = createHmac('sha256', naming)
      // Each part with its length before it: no two lists of parts read alike.
      for (const part of parts) {
        const bytes = Buffer.from(part as string)
        mac.update(`${bytes.length}:`).update(bytes)
      }
      return mac.digest('base64url')
    },
  }
}
