import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { Principal } from '../model/principal.ts'
import { type RecordRef, refKey } from '../model/record.ts'
import { Siv } from '../records/siv.ts'
import type { WatchRow } from '../store/watches.ts'
import { ownerOf, type Watch } from './watch.ts'

/** Lengths are padded to whole blocks, so that they do not tell a watch by the length of its note. */
const block = 512
const space = 0x20
const digestBytes = 16

/** Watches as they are kept: whoever reads the store learns neither whose they are, nor what they look for, nor what they have found. */
export class SealedWatches {
  readonly #siv: Siv
  readonly #key: KeyObject

  /** `secret`: at least 32 bytes, kept for as long as there are watches. */
  constructor(secret: Uint8Array) {
    this.#siv = new Siv(secret, 'comity watch')
    this.#key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'comity watch digest', 32)))
  }

  /** As the store has it. */
  seal(watch: Watch): Pick<WatchRow, 'id' | 'owner' | 'sealed' | 'expires'> {
    const { expiresAt: expires, ...rest } = watch
    const text = Buffer.from(JSON.stringify(rest))
    const plain = Buffer.alloc(Math.ceil(text.length / block) * block, space)
    text.copy(plain)
    return { id: watch.id, owner: this.owner(watch.principal), sealed: this.#siv.seal(plain), expires }
  }

  /** As it was sealed. Throws for what was sealed under another secret or put in another's place: a watch that is not kept up must not go unsaid. */
  open({ id, sealed, expires }: WatchRow): Watch {
    const plain = this.#siv.open(sealed)
    const watch = plain === null ? null : (JSON.parse(plain.toString('utf8')) as Omit<Watch, 'expiresAt'>)
    if (watch === null || watch.id !== id) throw new Error('a watch in the store was not written under this secret')
    return { ...watch, expiresAt: expires }
  }

  /** The digest of an owner. */
  owner(principal: Pick<Principal, 'bureau' | 'personRef'>): Buffer {
    return this.#digest('owner', ownerOf(principal))
  }

  /** The digest of a record. */
  record(ref: RecordRef): Buffer {
    return this.#digest('record', refKey(ref))
  }

  /** What tells one match from others: the same for the same watch, record and occasion, and says nothing of any of them. */
  version(watch: string, ref: RecordRef, occasion: string): string {
    return this.#digest('match', JSON.stringify([watch, refKey(ref), occasion])).toString('base64url')
  }

  /** A keyed digest of a text, as sketches take them. */
  text(text: string): string {
    return this.#digest('sketch', text).toString('base64url').slice(0, 8)
  }

  #digest(use: string, text: string): Buffer {
    return createHmac('sha256', this.#key).update(`${use}\u0000`).update(text).digest().subarray(0, digestBytes)
  }
}
