import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { Change, ChangeKind, RecordSketch } from '../model/change.ts'
import { Siv } from '../records/siv.ts'
import type { NewChangeRow } from '../store/changes/changeRows.ts'

type Kept = RecordSketch | null
type Packed = readonly [string, string, string, ChangeKind, string, string | null, boolean, Kept, Kept, Kept]

/** Lengths are padded to whole blocks, so that they tell neither a key nor how much is recorded. */
const block = 512
const space = 0x20

/** Changes as they are kept: whoever reads the store learns neither whose record moved, nor which, nor which two are of the same record. */
export class SealedChanges {
  readonly #siv: Siv
  readonly #identityKey: KeyObject

  /** `secret`: at least 32 bytes, kept for as long as the log. */
  constructor(secret: Uint8Array) {
    this.#siv = new Siv(secret, 'comity change')
    this.#identityKey = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'comity change identity', 32)))
  }

  seal({ bureau, type, key, kind, version, occurredAt, late, before = null, after = null, details = null }: Change): NewChangeRow {
    const packed: Packed = [bureau, type, key, kind, version, occurredAt, late, before, after, details]
    const text = Buffer.from(JSON.stringify(packed))
    const plain = Buffer.alloc(Math.ceil(text.length / block) * block, space)
    text.copy(plain)
    const identity = createHmac('sha256', this.#identityKey)
      .update(JSON.stringify([bureau, type, key, version]))
      .digest()
    return { identity: identity.subarray(0, 16), sealed: this.#siv.seal(plain) }
  }

  /** The change, or null for what was not sealed under this secret. Never throws. */
  open(sealed: Uint8Array): Change | null {
    const plain = this.#siv.open(sealed)
    if (plain === null) return null
    const [bureau, type, key, kind, version, occurredAt, late, before, after, details] = JSON.parse(plain.toString('utf8')) as Packed
    return { bureau, type, key, kind, version, occurredAt, late, before, after, details }
  }
}
