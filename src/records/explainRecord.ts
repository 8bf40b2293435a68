import { seal } from '../disclosure/seal.ts'
import { type Explanation, explain, explanationInputs } from '../disclosure/study/explanation.ts'
import type { LinkCall } from '../links/link.ts'
import type { Caller } from '../model/principal.ts'
import type { RecordRef } from '../model/record.ts'
import type { BureauSource } from './bureauSource.ts'

/**
 * Reads of one record what its rules read, and explains what `about` learns of it. The row is mapped, sealed and explained in one step: what comes out holds no
 * value of it. Null when there is no such record. Throws `LinkFailure` when the bureau is silent.
 */
export async function explainRecord(source: BureauSource, ref: RecordRef, about: Caller, call: LinkCall): Promise<Explanation | null> {
  const mapping = source.mappings.get(ref.type)
  if (mapping === undefined) return null
  const fields = explanationInputs(source.policy, ref.type).union(source.policy.planFor(ref.type, about).inputs)
  const read = { source: mapping.source, key: mapping.key, keyOrder: mapping.keyOrder, ...mapping.reads(fields), keys: [ref.key] }
  const row = (await source.link.get(read, call)).get(ref.key)
  if (row === undefined) return null
  const { record, problems } = mapping.toCanonical(row, fields)
  if (problems.length > 0) source.problems.add(problems)
  return record === null ? null : explain(source.policy, seal(record), about, ref)
}
