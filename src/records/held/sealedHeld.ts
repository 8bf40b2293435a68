import { Siv } from '../siv.ts'

/** Lengths are padded to whole blocks, so that they tell little of how much was written. */
const block = 512
const space = 0x20

/** What the hub keeps of records, as it is kept: whoever reads the store learns whose, for whom and when, and not what. Each piece is bound to its record and to what it is there. */
export class SealedHeld {
  readonly #siv: Siv

  /** `secret`: at least 32 bytes, kept for as long as the records. `use` keeps those of one type apart from those of another. */
  constructor(secret: Uint8Array, use: string) {
    this.#siv = new Siv(secret, use)
  }

  /** Seals what is of one sort and belongs to one record. JSON. */
  seal(sort: string, key: string, content: unknown): Uint8Array {
    const text = Buffer.from(JSON.stringify([sort, key, content]))
    const plain = Buffer.alloc(Math.ceil(text.length / block) * block, space)
    text.copy(plain)
    return this.#siv.seal(plain)
  }

  /** A keyed digest of a text: the same for the same text, and of no use to whoever lacks the key. */
  digest(text: string): string {
    return this.#siv
      .seal(Buffer.from(JSON.stringify(['digest', text])))
      .subarray(0, 16)
      .toString('base64url')
  }

  /** Opens what `seal` has sealed. Throws for anything else: then the store is not what this hub has written. */
  open(sealed: Uint8Array, sort: string, key: string): unknown {
    const plain = this.#siv.open(sealed)
    const parts = plain === null ? null : (JSON.parse(plain.toString('utf8')) as readonly [string, string, unknown])
    if (parts === null || parts[0] !== sort || parts[1] !== key) throw new Error('what is kept of a record was not written by this hub')
    return parts[2]
  }
}
