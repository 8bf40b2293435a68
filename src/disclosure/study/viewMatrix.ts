import type { Caller } from '../../model/principal.ts'
import { originatorRef } from '../decide/layers.ts'
import type { TypeRules } from '../decide/rule.ts'
import { facing, type PolicyParts, partsOf } from '../decide/rulePolicy.ts'
import { specialise } from '../decide/specialise.ts'
import type { Policy } from '../policy.ts'
import { type FieldOutlook, fieldOutlook, fixedOutlook, type Outlook, recordOutlook } from './levelText.ts'

/** What one caller may come to learn of one type of a bureau's records. */
export interface TypeView {
  readonly type: string
  readonly record: Outlook
  /** In schema order. What stands here holds for records that are listed; of others nothing is shown. */
  readonly fields: readonly FieldOutlook[]
  /** What else bears on it, in words. */
  readonly notes: readonly string[]
}

/** A bureau's policy as one caller meets it, by type; empty for a policy that was not made of rules. Looks at no record. */
export function viewMatrix(policy: Policy, caller: Caller, types?: readonly string[]): readonly TypeView[] {
  const parts = partsOf(policy)
  if (parts === null) return []
  const wanted = [...parts.types.values()].filter(({ type }) => types === undefined || types.includes(type.name))
  return wanted.map((rules) => typeView(parts, rules, facing(parts.bureau, caller)))
}

function typeView(parts: PolicyParts, rules: TypeRules, caller: Caller): TypeView {
  const { bureau } = caller.principal
  if (bureau === parts.bureau) {
    return uniform(rules, 'full', ['Officers of the bureau itself see its records in full.'])
  }
  if (parts.surroundings.isSuspended(bureau)) {
    return uniform(rules, 'none', [`${bureau} is suspended: it is shown nothing of other bureaus.`])
  }
  const { record, fields, conditions } = specialise(rules, caller)
  const listing = recordOutlook(record, conditions)
  const never = listing.highest === 'listed' ? null : fixedOutlook('none', 'withheld')
  return {
    type: rules.type.name,
    record: listing,
    fields: [...fields].flatMap(([field, slot]) => {
      const forms = rules.forms.get(field)
      return forms === undefined ? [] : [{ field, ...(never ?? fieldOutlook(slot, forms, conditions)) }]
    }),
    notes: notesOf(parts, rules),
  }
}

function uniform(rules: TypeRules, level: 'full' | 'none', notes: readonly string[]): TypeView {
  const [record, field] = level === 'full' ? (['listed', 'full'] as const) : (['not shown', 'withheld'] as const)
  return {
    type: rules.type.name,
    record: fixedOutlook(level === 'full' ? 'listed' : 'none', record),
    fields: [...rules.forms.keys()].map((name) => ({ field: name, ...fixedOutlook(level, field) })),
    notes,
  }
}

function notesOf({ holds }: PolicyParts, { type }: TypeRules): readonly string[] {
  const held = originatorRef(type) !== null && holds(type.name)
  return held ? ['Of a record that the bureau holds for another, no more is shown than that other bureau would show.'] : []
}
