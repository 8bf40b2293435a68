import { createHash, randomFillSync } from 'node:crypto'
import { ComityError } from '../model/errors.ts'
import { Siv } from '../records/siv.ts'
import type { LogPosition } from './changeLog.ts'

/** Where somebody is in which history of the log. */
export interface AlertPlace extends LogPosition {
  readonly epoch: string
}

/** Whose cursors, and for what. */
export interface CursorBinding {
  /** Any text, equal for the same caller in every way that a cursor must not outlive. */
  readonly caller: string
  /** Any text, equal for filters that mean the same. */
  readonly filter: string
}

/** The cursors of one caller and one filter. */
export interface BoundAlertCursors {
  seal(place: AlertPlace): string
  /** Throws CURSOR_INVALID for anything that this hub has not sealed, CURSOR_MISMATCH for what it sealed for another caller or filter. */
  open(cursor: string): AlertPlace
}

const version = 1
const at = { version: 0, random: 1, epoch: 9, sequence: 25, mark: 31, filter: 37, caller: 53 }
const plainBytes = 69
const randomBytes = 8
const poolBytes = 4096
/** Characters of every cursor. */
export const cursorLength = Math.ceil(((plainBytes + 16) * 4) / 3)

/**
 * Sealed places in the log. All are equally long, and no two are alike even for the same place: whether anything that is withheld happened in between shows
 * in none. They do not run out by themselves; the log says what has become of a place.
 */
export class AlertCursors {
  readonly #siv: Siv
  readonly #pool = Buffer.alloc(poolBytes)
  #used = poolBytes

  /** `secret`: at least 32 bytes. */
  constructor(secret: Uint8Array) {
    this.#siv = new Siv(secret, 'comity alert cursor')
  }

  boundTo({ caller, filter }: CursorBinding): BoundAlertCursors {
    const bound = Buffer.concat([digest(filter), digest(caller)])
    return { seal: (place) => this.#seal(place, bound), open: (cursor) => this.#open(cursor, bound) }
  }

  #seal({ epoch, sequence, mark }: AlertPlace, bound: Buffer): string {
    const plain = Buffer.alloc(plainBytes)
    plain.writeUInt8(version, at.version)
    this.#random().copy(plain, at.random)
    plain.write(epoch, at.epoch, 16, 'hex')
    plain.writeUIntBE(sequence, at.sequence, 6)
    plain.writeUIntBE(mark, at.mark, 6)
    bound.copy(plain, at.filter)
    return this.#siv.seal(plain).toString('base64url')
  }

  #open(cursor: string, bound: Buffer): AlertPlace {
    const bytes = cursor.length === cursorLength ? Buffer.from(cursor, 'base64url') : null
    const plain = bytes !== null && bytes.toString('base64url') === cursor ? this.#siv.open(bytes) : null
    if (plain === null || plain.length !== plainBytes || plain[at.version] !== version) throw new ComityError('CURSOR_INVALID')
    if (!plain.subarray(at.filter).equals(bound)) throw new ComityError('CURSOR_MISMATCH')
    return {
      epoch: plain.toString('hex', at.epoch, at.sequence),
      sequence: plain.readUIntBE(at.sequence, 6),
      mark: plain.readUIntBE(at.mark, 6),
    }
  }

  /** A few bytes at a time would cost more than the sealing. */
  #random(): Buffer {
    if (this.#used + randomBytes > poolBytes) {
      randomFillSync(this.#pool)
      this.#used = 0
    }
    this.#used += randomBytes
    return this.#pool.subarray(this.#used - randomBytes, this.#used)
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, 16)
}
