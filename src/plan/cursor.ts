import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { ComityError } from '../model/errors.ts'
import type { Position, SortValue } from './position.ts'

/** Where a page ended. */
export interface CursorState {
  /** The furthest position that was handed out; null before the first record. */
  readonly watermark: Position | null
  /**
   * Bureaus that stand before the watermark, because they did not answer or still owe late records, with their own last position; null: they
   * have handed out nothing yet.
   */
  readonly behind: ReadonlyMap<string, Position | null>
}

/** Cursors are padded to a multiple of this many bytes, so that their length says little. */
const block = 256
type PackedPosition = readonly [values: readonly SortValue[], bureau: string, key: string] | null

/**
 * Sealed cursors: AES-256-GCM, bound to everything the page was a function of (query, caller's class in every bureau, purpose). A
 * cursor used with anything else does not open.
 */
export class Cursors {
  readonly #key: Buffer

  /** `secret`: at least 32 bytes. */
  constructor(secret: Uint8Array) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'comity cursor', 32))
  }

  /** `binding`: any text; equal for equal questions by equal callers. */
  seal(state: CursorState, binding: string): string {
    const behind = [...state.behind].map(([bureau, position]) => [bureau, pack(position)])
    const plain = JSON.stringify([pack(state.watermark), behind])
    const padded = Buffer.from(plain + ' '.repeat((block - (Buffer.byteLength(plain) % block)) % block))
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce)
    cipher.setAAD(digest(binding))
    return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]).toString('base64url')
  }

  /** Throws CURSOR_INVALID for anything this hub did not seal for the same binding. */
  open(cursor: string, binding: string): CursorState {
    const bytes = Buffer.from(cursor, 'base64url')
    if (bytes.length < 28 + block || bytes.length > 64 * 1024) throw new ComityError('CURSOR_INVALID')
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, 12))
      decipher.setAAD(digest(binding))
      decipher.setAuthTag(bytes.subarray(-16))
      const plain = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
      const [watermark, behind] = JSON.parse(plain) as [PackedPosition, [string, PackedPosition][]]
      return { watermark: unpack(watermark), behind: new Map(behind.map(([bureau, position]) => [bureau, unpack(position)])) }
    } catch {
      throw new ComityError('CURSOR_INVALID')
    }
  }
}

function pack(position: Position | null): PackedPosition {
  return position === null ? null : [position.values, position.bureau, position.key]
}

function unpack(packed: PackedPosition): Position | null {
  return packed === null ? null : { values: packed[0], bureau: packed[1], key: packed[2] }
}

function digest(binding: string): Buffer {
  return createHash('sha256').update(binding).digest()
}
