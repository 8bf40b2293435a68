import type { CanonicalRecord, RecordRef } from '../model/record.ts'

/**
 * A record nobody has decided on yet. It shows where it lives and nothing else; its values are out of reach of every
 * property access, spread, JSON or log. A house test allows `unseal` inside `disclosure/` only.
 */
export interface SealedRecord {
  readonly ref: RecordRef
}

const contents = new WeakMap<SealedRecord, CanonicalRecord>()

/** Seals a record; called by `mapping`'s caller the moment a row is mapped. */
export function seal(record: CanonicalRecord): SealedRecord {
  // A copy, so that nobody who keeps the record can move it to another owner later.
  const sealed: SealedRecord = Object.freeze({ ref: Object.freeze({ ...record.ref }) })
  contents.set(sealed, record)
  return sealed
}

/** The record inside. For `disclosure/` only. */
export function unseal(sealed: SealedRecord): CanonicalRecord {
  const record = contents.get(sealed)
  if (record === undefined) throw new TypeError('not a sealed record')
  return record
}
