import type { RecordRef } from '../model/record.ts'
import { Siv } from './siv.ts'

/**
 * Opaque ids. An id is the record's place, encrypted deterministically: the same record always has the same id, and nobody without the
 * hub's key can read one, make one, or tell whose record it is. Lengths are padded to whole blocks so that an id's length does not tell its key.
 */
export class RecordIds {
  readonly #siv: Siv

  /** `secret`: at least 32 bytes, kept for as long as ids shall stay valid. */
  constructor(secret: Uint8Array) {
    this.#siv = new Siv(secret, 'comity record id')
  }

  /** The id of a record. */
  encode(ref: RecordRef): string {
    return this.#siv.seal(pad(JSON.stringify([ref.bureau, ref.type, ref.key]))).toString('base64url')
  }

  /** The record's place, or null for anything this hub did not give out. Never throws. */
  decode(id: string): RecordRef | null {
    const bytes = Buffer.from(id, 'base64url')
    if (bytes.length < 32 || bytes.length > 2048 || bytes.toString('base64url') !== id) return null
    const plain = this.#siv.open(bytes)
    if (plain === null) return null
    const [bureau, type, key] = JSON.parse(plain.toString('utf8').trimEnd()) as [string, string, string]
    return { bureau, type, key }
  }
}

/** Spaces to a multiple of 32 bytes; JSON ignores them at its end. */
function pad(text: string): Buffer {
  const length = Buffer.byteLength(text)
  return Buffer.from(text + ' '.repeat((32 - (length % 32)) % 32))
}
