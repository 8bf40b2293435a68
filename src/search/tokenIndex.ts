import { createHmac, hkdfSync } from 'node:crypto'
import type { NativeRow } from '../connectors/connector.ts'
import type { TypeMapping } from '../mapping/typeMapping.ts'
import type { RecordRef } from '../model/record.ts'
import { searchKeyAlgorithm, searchKeys } from '../names/searchKeys.ts'
import type { BureauSource } from '../records/bureauSource.ts'
import type { SearchTokens, TokenOwner, TokenRecord } from '../store/searchTokens.ts'
import type { KeptKeys } from './lookups.ts'
import { sketchOf } from './viewSketch.ts'

/** Fields that search keys are made of. */
export const keyedFields: ReadonlySet<string> = new Set(['names', 'birthDate', 'documents'])

/**
 * The hub's own index of people in bureaus that cannot look them up. It keeps pieces of keyed digests (HMAC-SHA-256, 64 bits, another key for every bureau and type) beside the records' keys: nothing
 * that a record says can be read from them, and nothing of one bureau joins with another's. It only ever says which records to read: what comes of them is decided as always.
 */
export class TokenIndex implements KeptKeys {
  readonly #tokens: SearchTokens
  readonly #secret: Uint8Array
  readonly #digestKeys = new Map<string, Buffer>()

  /** `secret`: at least 32 bytes. With another secret everything has to be built anew. */
  constructor(tokens: SearchTokens, secret: Uint8Array) {
    this.#tokens = tokens
    this.#secret = secret
  }

  find(source: BureauSource, type: string, keys: readonly string[], limit: number): readonly string[] | null {
    const owner = { bureau: source.profile.code, type }
    const set = source.keepsSearchKeys === true ? this.#serving(source, type) : undefined
    return set === undefined ? null : this.#tokens.find(set.id, this.#tokensOf(owner, keys), limit)
  }

  /** When what serves a bureau's searches was built, epoch milliseconds; null where nothing does. */
  builtAt(source: BureauSource, type: string): number | null {
    return this.#serving(source, type)?.builtAt ?? null
  }

  /** Keeps the keys of one record, in place of what was kept of it. `keys`: of `searchKeys`. Nothing happens while nothing is kept of its bureau. */
  learn({ bureau, type, key }: RecordRef, keys: readonly string[]): void {
    const owner = { bureau, type }
    this.#tokens.learn(owner, [{ key, tokens: this.#tokensOf(owner, keys) }])
  }

  /** The same of a row as a bureau's system gave it: what capture calls for each record that is new or has changed. A row that is no record of the type is forgotten. */
  learnRow(source: BureauSource, type: string, key: string, row: NativeRow): void {
    const mapping = source.mappings.get(type)
    const record = mapping === undefined ? null : this.recordOf(source, mapping, row)
    if (record === null) this.forget({ bureau: source.profile.code, type, key })
    else this.#tokens.learn({ bureau: source.profile.code, type }, [record])
  }

  /** Keeps nothing of a record any more: what capture calls for each that is gone. */
  forget({ bureau, type, key }: RecordRef): void {
    this.#tokens.learn({ bureau, type }, [{ key, tokens: [] }])
  }

  /** Removes everything that is kept of a bureau. */
  purge(bureau: string): void {
    this.#tokens.purge(bureau)
  }

  /** A row with its tokens; null when it is no record of the type. The values go no further than the digest. */
  recordOf({ profile: { code } }: BureauSource, mapping: TypeMapping, row: NativeRow): TokenRecord | null {
    const { record } = mapping.toCanonical(row, keyedFields)
    if (record === null) return null
    const keys = searchKeys(sketchOf({ ...record, disclosure: [] }))
    return { key: record.ref.key, tokens: this.#tokensOf({ bureau: code, type: mapping.type }, keys) }
  }

  /** What a set has to be made by to serve: this way of making keys, this secret, and rows that mean what they mean now. */
  madeFor({ reads = '', profile: { code } }: BureauSource, type: string): string {
    return createHmac('sha256', this.#digestKey({ bureau: code, type }))
      .update(JSON.stringify([searchKeyAlgorithm, reads]))
      .digest('base64url')
  }

  #serving(source: BureauSource, type: string) {
    const made = this.madeFor(source, type)
    return this.#tokens.sets({ bureau: source.profile.code, type }).findLast((set) => set.builtAt !== null && set.made === made)
  }

  #tokensOf(owner: TokenOwner, keys: readonly string[]): readonly bigint[] {
    const digestKey = this.#digestKey(owner)
    return keys.map((key) => createHmac('sha256', digestKey).update(key).digest().readBigInt64BE(0))
  }

  #digestKey({ bureau, type }: TokenOwner): Buffer {
    const name = JSON.stringify([bureau, type])
    const known = this.#digestKeys.get(name)
    if (known !== undefined) return known
    const made = Buffer.from(hkdfSync('sha256', this.#secret, '', `comity search tokens ${name}`, 32))
    this.#digestKeys.set(name, made)
    return made
  }
}
