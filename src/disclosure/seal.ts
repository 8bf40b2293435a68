import type { CanonicalRecord, RecordRef } from '../model/record.ts'

/**
 * A record nobody has decided on yet. It shows where it lives and nothing else; its values are out of reach of every
 * property access, spread, JSON or log. A house test allows `unseal` inside `disclosure/` only.
 */
export interface SealedRecord {
  readonly ref: RecordRef
}

/** Holds the record where no property access, spread, JSON or log comes: a private field, which costs no table that the garbage collector has to look through. */
class Sealed implements SealedRecord {
  readonly ref: RecordRef
  readonly #record: CanonicalRecord

  constructor(record: CanonicalRecord) {
    const { bureau, type, key } = record.ref
    // A copy, so that nobody who keeps the record can move it to another owner later.
    this.ref = Object.freeze({ bureau, type, key })
    this.#record = record
    Object.freeze(this)
  }

  static open(sealed: SealedRecord): CanonicalRecord {
    if (!(#record in sealed)) throw new TypeError('not a sealed record')
    return sealed.#record
  }
}

/** Seals a record; called by `mapping`'s caller the moment a row is mapped. */
export function seal(record: CanonicalRecord): SealedRecord {
  return new Sealed(record)
}

/** The record inside. For `disclosure/` only. */
export function unseal(sealed: SealedRecord): CanonicalRecord {
  return Sealed.open(sealed)
}
