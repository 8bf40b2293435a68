import type { FeedId } from '../../model/capture.ts'
import type { Change, RecordSketch } from '../../model/change.ts'
import { Siv } from '../../records/siv.ts'
import { SealedChanges } from '../sealedChanges.ts'

/** Lengths are padded to whole blocks, so that they tell little of what is in a sketch. */
const block = 256
const space = 0x20

/** What a feed keeps, as it is kept: whoever reads the store learns how many records a feed knows, and not which they are or what is in them. */
export class FeedSeals {
  readonly #keys: Siv
  readonly #sketches: Siv
  readonly #changes: SealedChanges

  /** `secret`: at least 32 bytes, the same for all nodes and kept for as long as what is sealed. */
  constructor(secret: Uint8Array) {
    this.#keys = new Siv(secret, 'comity capture key')
    this.#sketches = new Siv(secret, 'comity capture sketch')
    this.#changes = new SealedChanges(secret)
  }

  /** The same bytes for the same key of the same feed; their beginnings are spread evenly. */
  key({ bureau, type }: FeedId, key: string): Buffer {
    return this.#keys.seal(Buffer.from(JSON.stringify([bureau, type, key])))
  }

  /** Throws for what was sealed under another secret. */
  openKey(sealed: Uint8Array): string {
    const plain = this.#keys.open(sealed)
    if (plain === null) throw new Error('what is known of records was written under another secret')
    return (JSON.parse(plain.toString('utf8')) as readonly [string, string, string])[2]
  }

  /** The same bytes for the same sketch of the same record; null for null. */
  sketch({ bureau, type }: FeedId, key: string, sketch: RecordSketch | null): Buffer | null {
    if (sketch === null) return null
    const text = Buffer.from(JSON.stringify([bureau, type, key, sketch]))
    const plain = Buffer.alloc(Math.ceil(text.length / block) * block, space)
    text.copy(plain)
    return this.#sketches.seal(plain)
  }

  /** Null where there is none, or it is not this record's as it was kept: then the state is not known. */
  openSketch({ bureau, type }: FeedId, key: string, sealed: Uint8Array | null): RecordSketch | null {
    const plain = sealed === null ? null : this.#sketches.open(sealed)
    if (plain === null) return null
    const [ofBureau, ofType, ofKey, sketch] = JSON.parse(plain.toString('utf8')) as readonly [string, string, string, RecordSketch]
    return ofBureau === bureau && ofType === type && ofKey === key ? sketch : null
  }

  /** A change that waits to be logged. */
  change(change: Change): Uint8Array {
    return this.#changes.seal(change).sealed
  }

  /** Throws for what was sealed under another secret. */
  openChange(sealed: Uint8Array): Change {
    const change = this.#changes.open(sealed)
    if (change === null) throw new Error('changes that wait to be logged were written under another secret')
    return change
  }
}
