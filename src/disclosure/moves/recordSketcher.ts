import { originatorRef } from '../decide/layers.ts'
import { readStored } from '../decide/readRecord.ts'
import type { TypeRules } from '../decide/rule.ts'
import type { PolicyParts, RulePolicy } from '../decide/rulePolicy.ts'
import type { Policy } from '../policy.ts'
import { unseal } from '../seal.ts'
import { distinct, type Reading, readingsOfRules, valueAt } from './readings.ts'
import { writeSketch } from './sketch.ts'
import { layoutOf } from './sketchLayout.ts'

/** Sketches a bureau's records. */
export function recordSketcher({ bureau, types, holds, surroundings }: PolicyParts): Policy['sketch'] {
  /** What decides on such a record: the owner's rules and the layers above them, and, where it is held for another bureau, that one's rules too. */
  function readingsFor(rules: TypeRules, values: Readonly<Record<string, unknown>>): readonly Reading[] {
    const own = readingsOfRules(rules)
    const originator = holds(rules.type.name) ? originatorRef(rules.type) : null
    if (originator === null) return own
    const from = readStored(originator)(values)
    const other = typeof from === 'string' && from !== bureau ? (surroundings.policyOf(from) as Partial<RulePolicy> | null) : null
    const theirs = other?.types?.get(rules.type.name)
    return distinct([valueAt(originator), ...own, ...(theirs === undefined ? [] : readingsOfRules(theirs))])
  }

  return (sealed, digest) => {
    const { ref } = sealed
    const { values } = unseal(sealed)
    const rules = ref.bureau === bureau ? types.get(ref.type) : undefined
    return rules === undefined ? {} : writeSketch(layoutOf(rules), readingsFor(rules, values), ref, values, digest)
  }
}
