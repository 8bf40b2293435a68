import { createCipheriv, createDecipheriv, createHmac, hash, randomBytes } from 'node:crypto'

/** What a name was made of: a salt of its own, and the text of whom it stands for. */
export interface NameGround {
  readonly salt: Uint8Array
  readonly text: string
}

/** Bytes of a salt. */
export const saltBytes = 32

const blockBytes = 16
const nonceBytes = 12
const tagBytes = 16
const commitmentBytes = 18

/** The commitment in a name: it says nothing without the salt, and nobody finds another ground for it. INVARIANT: what is in the ledger was named so. */
export function commitment({ salt, text }: NameGround): string {
  const ground = Buffer.concat([salt, Buffer.from(text)])
  return hash('sha256', ground, 'buffer').toString('base64url', 0, commitmentBytes)
}

/** As names of before have it. */
export function commitmentOfBefore({ salt, text }: NameGround): string {
  return createHmac('sha256', salt).update(text).digest().subarray(0, commitmentBytes).toString('base64url')
}

/**
 * Encrypts the grounds of names, all of one commit as one stream of AES-256-CTR from a random counter on, each with the counter where it begins: a cipher for each of
 * them would cost more than all else that a name does. That a sealed text was not changed is known by the commitment, which stands in the ledger.
 */
export function encryptGrounds(grounds: readonly NameGround[], key: Uint8Array): readonly Uint8Array[] {
  const bodies = grounds.map(({ salt, text }) => Buffer.concat([salt, Buffer.from(text)]))
  const blocks = bodies.map(({ length }) => Math.ceil(length / blockBytes))
  const starts = blocks.map(() => 0)
  for (let i = 1; i < blocks.length; i++) starts[i] = (starts[i - 1] ?? 0) + (blocks[i - 1] ?? 0)
  const stream = Buffer.alloc(blocks.reduce((sum, count) => sum + count, 0) * blockBytes)
  for (const [i, body] of bodies.entries()) stream.set(body, (starts[i] ?? 0) * blockBytes)
  const counter = randomBytes(blockBytes)
  const sealed = createCipheriv('aes-256-ctr', key, counter).update(stream)
  return bodies.map(({ length }, i) => {
    const start = starts[i] ?? 0
    return Buffer.concat([advanced(counter, start), sealed.subarray(start * blockBytes, start * blockBytes + length)])
  })
}

/** Null for what cannot have been sealed. What was sealed under another key, or changed, comes out as something that the name is no commitment to. */
export function decryptGround(sealed: Uint8Array, key: Uint8Array): NameGround | null {
  if (sealed.length < blockBytes + saltBytes) return null
  const decipher = createDecipheriv('aes-256-ctr', key, sealed.subarray(0, blockBytes))
  return groundIn(decipher.update(sealed.subarray(blockBytes)))
}

/** As names of before were sealed, AES-256-GCM with the name beside it; null when it was not. */
export function decryptGroundOfBefore(sealed: Uint8Array, handle: string, key: Uint8Array): NameGround | null {
  if (sealed.length < nonceBytes + saltBytes + tagBytes) return null
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(handle)).setAuthTag(sealed.subarray(sealed.length - tagBytes))
  try {
    return groundIn(Buffer.concat([decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes)), decipher.final()]))
  } catch {
    return null
  }
}

function groundIn(plain: Buffer): NameGround {
  return { salt: plain.subarray(0, saltBytes), text: plain.subarray(saltBytes).toString('utf8') }
}

/** The counter so many blocks later: a number of 128 bits, big-endian, that begins again after the last (NIST SP 800-38A, B.1). */
function advanced(counter: Buffer, blocks: number): Buffer {
  const later = Buffer.from(counter)
  let carry = blocks
  for (let i = blockBytes - 1; i >= 0 && carry > 0; i--) {
    const sum = (later[i] ?? 0) + carry
    later[i] = sum % 256
    carry = Math.floor(sum / 256)
  }
  return later
}
