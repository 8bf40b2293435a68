import { partsOf } from '../decide/rulePolicy.ts'
import type { Policy } from '../policy.ts'

/** A rule by its id, with the words that its owner gives for it. */
export interface RuleWords {
  readonly id: string
  readonly title: string
  /** Its legal basis; null where the owner states none. */
  readonly why: string | null
}

/** The words for rules on a record type, by this policy; of those that it does not have there are none. */
export function ruleWords(policy: Policy, type: string, ids: readonly string[]): readonly RuleWords[] {
  const rules = partsOf(policy)?.types.get(type)?.rules ?? []
  return ids.flatMap((id) => {
    const rule = rules.find((one) => one.id === id)
    return rule === undefined ? [] : [{ id, title: rule.title, why: rule.why }]
  })
}
