import type { Predicate } from '../../model/predicate.ts'
import { settle } from '../forms/fieldForms.ts'
import type { Condition } from '../language/condition.ts'
import { FULL, GENERALISED, LISTED } from '../levels.ts'
import type { DisclosurePlan } from '../policy.ts'
import { allOf, type Said } from './recordPredicate.ts'
import type { TypeRules } from './rule.ts'
import { highestOf, type Slot } from './slot.ts'
import { mayRestAt, recordsAt } from './slotPredicate.ts'

/** What a plan can say beforehand of the records that it lists, worked out when it is first asked for. */
export function plannedPredicates(
  rules: TypeRules,
  record: Slot,
  fields: ReadonlyMap<string, Slot>,
  conditions: readonly Condition[],
): Pick<DisclosurePlan, 'listedWhere' | 'fullWhere'> {
  let listed: Said | undefined
  const full = new Map<string, Predicate | null>()
  const listedRecords = (): Said => (listed ??= recordsAt(record, LISTED, conditions, rules))

  function fullRecords(field: string): Predicate | null {
    const slot = fields.get(field)
    const forms = rules.forms.get(field)
    if (slot === undefined || forms === undefined || highestOf(record) < LISTED) return null
    if (mayRestAt(slot, (level) => settle(forms, level) === GENERALISED)) return null
    const said = allOf([listedRecords(), recordsAt(slot, FULL, conditions, rules)])
    return said.exact && typeof said.predicate !== 'boolean' ? said.predicate : null
  }

  return {
    listedWhere() {
      // Where nothing is ever listed the bureau is asked as if something were.
      const { predicate } = highestOf(record) < LISTED ? { predicate: true } : listedRecords()
      return typeof predicate === 'boolean' ? null : predicate
    },
    fullWhere(field) {
      const known = full.get(field)
      if (known !== undefined) return known
      const found = fullRecords(field)
      full.set(field, found)
      return found
    },
  }
}
