import { createHash, hash, hkdfSync, randomFillSync, timingSafeEqual } from 'node:crypto'
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
  /** Another text each time: whether anything that is withheld happened between two of them shows in neither. */
  seal(place: AlertPlace): string
  /** The cursor of what is delivered at a place. Always the same text, for who has it knows of the delivery anyway; and much cheaper, since all who are told of the change share most of it. */
  sealDelivered(place: AlertPlace): string
  /** Throws CURSOR_INVALID for anything that this hub has not sealed, CURSOR_MISMATCH for what is another caller's, another filter's, or put together of several. */
  open(cursor: string): AlertPlace
}

const version = 2
const keyBytes = 32
const digestBytes = 16
const none = Buffer.alloc(0)
const at = { version: 0, random: 1, epoch: 9, sequence: 25, mark: 31 }
// Sealed it is a multiple of three, so that nothing of the text depends on what follows.
const plainBytes = 38
const sealedBytes = plainBytes + 16
const sealedLength = (sealedBytes * 4) / 3
/** Characters of six bits each: 132 bits. */
const bindingLength = 22
const randomBytes = 8
const poolBytes = 4096
/** Places that were delivered lately: for as many at least as streams are apart that are told live. */
const placesKept = 1024
/** Characters of every cursor. */
export const cursorLength = sealedLength + bindingLength

/** A place, sealed. */
interface SealedPlace {
  readonly place: AlertPlace
  readonly bytes: Buffer
  readonly text: string
}

/**
 * Sealed places in the log, each with what binds it to a caller and a filter. All are equally long. They do not run out by themselves; the log says what has become of a place.
 *
 * What binds is SHA-256 over key, sealed place and binding. Everything that goes in is of one length, for which a key that goes first makes it a pseudorandom function (Bellare, Canetti and Krawczyk 1996, "Pseudorandom
 * functions revisited"), and no text can be made longer; HMAC costs five times as much, which is what a delivery cost most.
 */
export class AlertCursors {
  readonly #siv: Siv
  readonly #pool = Buffer.alloc(poolBytes)
  #used = poolBytes
  readonly #delivered: (SealedPlace | undefined)[] = new Array(placesKept)
  /** Key, sealed place, filter, caller. */
  readonly #bound = Buffer.alloc(keyBytes + sealedBytes + 2 * digestBytes)

  /** `secret`: at least 32 bytes. */
  constructor(secret: Uint8Array) {
    this.#siv = new Siv(secret, 'comity alert cursor')
    Buffer.from(hkdfSync('sha256', secret, '', 'comity alert cursor binding', keyBytes)).copy(this.#bound)
  }

  boundTo({ caller, filter }: CursorBinding): BoundAlertCursors {
    const binding = Buffer.concat([digest(filter), digest(caller)])
    return {
      seal: (place) => this.#withBinding(this.#sealed(place), binding),
      sealDelivered: (place) => this.#withBinding(this.#sealedDelivered(place), binding),
      open: (cursor) => this.#open(cursor, binding),
    }
  }

  #sealed(place: AlertPlace): SealedPlace {
    const plain = Buffer.alloc(plainBytes)
    plain.writeUInt8(version, at.version)
    this.#random().copy(plain, at.random)
    plain.write(place.epoch, at.epoch, 16, 'hex')
    plain.writeUIntBE(place.sequence, at.sequence, 6)
    plain.writeUIntBE(place.mark, at.mark, 6)
    const bytes = this.#siv.seal(plain)
    return { place, bytes, text: bytes.toString('base64url') }
  }

  #sealedDelivered(place: AlertPlace): SealedPlace {
    const slot = place.sequence % placesKept
    const known = this.#delivered[slot]
    if (known !== undefined && isSame(known.place, place)) return known
    const sealed = this.#sealed(place)
    this.#delivered[slot] = sealed
    return sealed
  }

  #withBinding({ bytes, text }: SealedPlace, binding: Buffer): string {
    return text + this.#bindingOf(bytes, binding)
  }

  #bindingOf(sealed: Buffer, binding: Buffer): string {
    sealed.copy(this.#bound, keyBytes)
    binding.copy(this.#bound, keyBytes + sealedBytes)
    return hash('sha256', this.#bound, 'base64url').slice(0, bindingLength)
  }

  #open(cursor: string, binding: Buffer): AlertPlace {
    const text = cursor.length === cursorLength ? cursor.slice(0, sealedLength) : ''
    const bytes = Buffer.from(text, 'base64url')
    const plain = bytes.length === sealedBytes && bytes.toString('base64url') === text ? this.#siv.open(bytes) : null
    if (plain === null || plain[at.version] !== version) throw new ComityError('CURSOR_INVALID')
    const [said, due] = [cursor.slice(sealedLength), this.#bindingOf(bytes, binding)].map((one) => Buffer.from(one, 'utf8'))
    if (said?.length !== due?.length || !timingSafeEqual(said ?? none, due ?? none)) throw new ComityError('CURSOR_MISMATCH')
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

function isSame(one: AlertPlace, other: AlertPlace): boolean {
  return one.sequence === other.sequence && one.mark === other.mark && one.epoch === other.epoch
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, digestBytes)
}
