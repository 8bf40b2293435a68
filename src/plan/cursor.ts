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

/** Bytes of a nonce, as GCM wants them. */
const nonceBytes = 12
const tagBytes = 16
/** How much larger the next size is, for a state that does not fit. */
const growth = 8
/** Longer texts are refused unread. */
const longest = 1_000_000

type PackedPosition = readonly [values: readonly SortValue[], bureau: string, key: string] | null

/**
 * Sealed cursors: AES-256-GCM, bound to everything the page was a function of (query, caller's class in every bureau, purpose). A
 * cursor used with anything else does not open. All cursors of a hub have one length, which follows from the number of its bureaus; see `sizeOf`.
 */
export class Cursors {
  readonly #key: Buffer
  readonly #nonce: () => Uint8Array

  /** `secret`: at least 32 bytes. `nonce`: 12 bytes, never the same twice under one secret; random by default, and anything else is for tests. */
  constructor(secret: Uint8Array, nonce: () => Uint8Array = () => randomBytes(nonceBytes)) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'comity cursor', 32))
    this.#nonce = nonce
  }

  /** `binding`: any text; equal for equal questions by equal callers. `bureaus`: how many the hub has. */
  seal(state: CursorState, binding: string, bureaus: number): string {
    const behind = [...state.behind].map(([bureau, position]) => [bureau, pack(position)])
    const plain = Buffer.from(JSON.stringify([pack(state.watermark), behind]))
    const padded = Buffer.alloc(sizeOf(plain.length, bureaus), ' ')
    plain.copy(padded)
    const nonce = this.#nonce()
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce)
    cipher.setAAD(digest(binding))
    return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]).toString('base64url')
  }

  /** Throws CURSOR_INVALID for anything this hub did not seal for the same binding. */
  open(cursor: string, binding: string): CursorState {
    if (cursor.length > longest) throw new ComityError('CURSOR_INVALID')
    const bytes = Buffer.from(cursor, 'base64url')
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
      decipher.setAAD(digest(binding))
      decipher.setAuthTag(bytes.subarray(-tagBytes))
      const plain = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8')
      const [watermark, behind] = JSON.parse(plain) as [PackedPosition, [string, PackedPosition][]]
      return { watermark: unpack(watermark), behind: new Map(behind.map(([bureau, position]) => [bureau, unpack(position)])) }
    } catch {
      throw new ComityError('CURSOR_INVALID')
    }
  }
}

/**
 * Bytes that a state is padded to. Sort keys are days and instants, so this holds the common position and one of each bureau, for four sort keys and keys
 * of 60 bytes. Longer keys take the next size: a state is made of what was handed out, so that even this tells nothing that is withheld.
 */
function sizeOf(needed: number, bureaus: number): number {
  let size = 320 + 224 * bureaus
  while (size < needed) size *= growth
  return size
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
