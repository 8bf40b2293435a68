import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { canonical } from '../../disclosure/moves/canonicalText.ts'
import type { CanonicalValue } from '../../model/record.ts'

/**
 * Tells states of records apart without saying anything of them: an HMAC over the canonical form. The order of a list does not count, because some systems give their
 * lists in any.
 */
export class RecordVersions {
  // A key object and not bytes: Node takes bytes apart at every use.
  readonly #key: KeyObject

  /** `key`: 32 bytes, kept by the hub and the same for all its nodes, for ever: another key makes every record look changed. Throws a RangeError for a shorter one. */
  constructor(key: Uint8Array) {
    if (key.length < 32) throw new RangeError('the key of versions needs 32 bytes')
    this.#key = createSecretKey(Buffer.from(key))
  }

  /** Of a record as it is. */
  of(type: string, key: string, values: Readonly<Record<string, CanonicalValue>>): string {
    return this.#hmac(JSON.stringify(['is', type, key, canonical(values)]))
      .subarray(0, 16)
      .toString('base64url')
  }

  /** Of a record that is gone. */
  gone(type: string, key: string): string {
    return this.#hmac(JSON.stringify(['gone', type, key]))
      .subarray(0, 16)
      .toString('base64url')
  }

  /** Of a change to a state, in a batch of its feed: another one when the same state comes back. */
  change(state: string, batch: number): string {
    return this.#hmac(JSON.stringify(['change', state, batch]))
      .subarray(0, 16)
      .toString('base64url')
  }

  /** What stands for a text in a sketch: eight characters, equal for equal texts, which say nothing of them. */
  digest(text: string): string {
    return this.#hmac(JSON.stringify(['text', text]))
      .subarray(0, 6)
      .toString('base64url')
  }

  #hmac(text: string): Buffer {
    return createHmac('sha256', this.#key).update(text).digest()
  }
}
