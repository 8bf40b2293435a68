import { type RecordRef, refKey } from '../../../src/model/record.ts'
import { RecordIds } from '../../../src/records/recordId.ts'

const ids = new RecordIds(new Uint8Array(32).fill(3))
const known = new Map<string, string>()

/** The id that the hub of the tests gives a record. */
export function idOf(ref: RecordRef): string {
  const id = known.get(refKey(ref)) ?? ids.encode(ref)
  known.set(refKey(ref), id)
  return id
}
