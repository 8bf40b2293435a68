import { createCipheriv, createDecipheriv, createHash, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { ComityError } from '../model/errors.ts'
import type { PageEnd } from '../model/predicate.ts'
import type { Position, SortValue } from './position.ts'

/** Where a page ended. Positions come in the direction in which the pages are read. */
export interface CursorState {
  /** The end from which the pages are read. */
  readonly from: PageEnd
  /** The record that the cursor stands at: where a page in the other direction begins. Null for a page without records. */
  readonly at: Position | null
  /** The furthest position that was handed out; null before the first record. */
  readonly watermark: Position | null
  /**
   * Bureaus that stand before the watermark, because they did not answer or still owe late records, with their own last position; null: they
   * have handed out nothing yet.
   */
  readonly behind: ReadonlyMap<string, Position | null>
  /** How far apart the page's records lay; see `paceOf`. Null: not known. */
  readonly pace: number | null
}

/** Bytes of a nonce, as GCM wants them. */
const nonceBytes = 12
const tagBytes = 16
/** How much larger the next size is, for a state that does not fit. */
const growth = 8
/** Longer texts are refused unread. */
const longest = 1_000_000

type PackedPosition = readonly [values: readonly SortValue[], bureau: string, key: string] | null
type PackedState = readonly [
  from: PageEnd,
  at: PackedPosition,
  watermark: PackedPosition,
  behind: readonly (readonly [string, PackedPosition])[],
  pace: number | null,
]

/** The cursors of one question by one caller. */
export interface BoundCursors {
  seal(state: CursorState): string
  /** Throws CURSOR_INVALID for anything this hub did not seal for the same question and caller. */
  open(cursor: string): CursorState
}

/**
 * Sealed cursors: AES-256-GCM, bound to everything the page was a function of (query, caller's class in every bureau, purpose). A
 * cursor used with anything else does not open. The length follows from the number of bureaus that are behind; see `sizeOf`.
 */
export class Cursors {
  readonly #key: KeyObject
  readonly #nonce: () => Uint8Array

  /** `secret`: at least 32 bytes. `nonce`: 12 bytes, never the same twice under one secret; random by default, and anything else is for tests. */
  constructor(secret: Uint8Array, nonce: () => Uint8Array = () => randomBytes(nonceBytes)) {
    this.#key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'comity cursor', 32)))
    this.#nonce = nonce
  }

  /** `binding` gives any text, equal for equal questions by equal callers. It is asked once, at the first cursor. */
  boundTo(binding: () => string): BoundCursors {
    let digest: Buffer | null = null
    const bound = () => (digest ??= createHash('sha256').update(binding()).digest())
    return { seal: (state) => this.#seal(state, bound()), open: (cursor) => this.#open(cursor, bound()) }
  }

  #seal({ from, at, watermark, behind, pace }: CursorState, bound: Buffer): string {
    const waiting = [...behind].map(([bureau, position]) => [bureau, pack(position)] as const)
    const state: PackedState = [from, pack(at), pack(watermark), waiting, pace]
    const plain = Buffer.from(JSON.stringify(state))
    const padded = Buffer.alloc(sizeOf(plain.length, behind.size), ' ')
    plain.copy(padded)
    const nonce = this.#nonce()
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce)
    cipher.setAAD(bound)
    return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]).toString('base64url')
  }

  #open(cursor: string, bound: Buffer): CursorState {
    if (cursor.length > longest) throw new ComityError('CURSOR_INVALID')
    const bytes = Buffer.from(cursor, 'base64url')
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
      decipher.setAAD(bound)
      decipher.setAuthTag(bytes.subarray(-tagBytes))
      const plain = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8')
      const [from, at, watermark, behind, pace] = JSON.parse(plain) as PackedState
      return {
        from,
        at: unpack(at),
        watermark: unpack(watermark),
        behind: new Map(behind.map(([bureau, position]) => [bureau, unpack(position)])),
        pace,
      }
    } catch {
      throw new ComityError('CURSOR_INVALID')
    }
  }
}

/**
 * Bytes that a state is padded to. Sort keys are days and instants, so this holds the two common positions and one of each bureau that is behind, for four
 * sort keys and keys of 60 bytes. Which bureaus are behind is in the answer's statuses and late records, and longer keys take the next size: a state is made
 * of what was handed out, so that no length tells anything that is withheld.
 */
function sizeOf(needed: number, behind: number): number {
  let size = 576 + 256 * behind
  while (size < needed) size *= growth
  return size
}

function pack(position: Position | null): PackedPosition {
  return position === null ? null : [position.values, position.bureau, position.key]
}

function unpack(packed: PackedPosition): Position | null {
  return packed === null ? null : { values: packed[0], bureau: packed[1], key: packed[2] }
}
