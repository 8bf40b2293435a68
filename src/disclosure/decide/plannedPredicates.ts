import type { Predicate } from '../../model/predicate.ts'
import { settle } from '../forms/fieldForms.ts'
import type { Condition } from '../language/condition.ts'
import { FULL, GENERALISED, LISTED } from '../levels.ts'
import type { DisclosurePlan } from '../policy.ts'
import { allOf, type Said } from './recordPredicate.ts'
import type { TypeRules } from './rule.ts'
import { highestOf, type Slot } from './slot.ts'
import { mayRestAt, recordsAt } from './slotPredicate.ts'

/** What was worked out for records that hold the same fields. */
interface Planned {
  readonly listed: Said
  readonly full: Map<string, Predicate | null>
}

/** What a plan can say beforehand of the records that it lists, worked out when it is first asked for. */
export function plannedPredicates(
  rules: TypeRules,
  record: Slot,
  fields: ReadonlyMap<string, Slot>,
  conditions: readonly Condition[],
): Pick<DisclosurePlan, 'listedWhere' | 'fullWhere'> {
  const planned = new WeakMap<ReadonlySet<string>, Planned>()
  // Where nothing is ever listed the bureau is asked as if something were.
  const neverLists = highestOf(record) < LISTED

  function plannedFor(mapped: ReadonlySet<string>): Planned {
    const known = planned.get(mapped)
    if (known !== undefined) return known
    const made: Planned = { listed: recordsAt(record, LISTED, conditions, { ...rules, mapped }), full: new Map() }
    planned.set(mapped, made)
    return made
  }

  function fullRecords(field: string, mapped: ReadonlySet<string>): Predicate | null {
    const slot = fields.get(field)
    const forms = rules.forms.get(field)
    if (slot === undefined || forms === undefined || neverLists) return null
    if (mayRestAt(slot, (level) => settle(forms, level) === GENERALISED)) return null
    const said = allOf([plannedFor(mapped).listed, recordsAt(slot, FULL, conditions, { ...rules, mapped })])
    return said.exact && typeof said.predicate !== 'boolean' ? said.predicate : null
  }

  return {
    listedWhere(mapped) {
      const { predicate } = neverLists ? { predicate: true } : plannedFor(mapped).listed
      return typeof predicate === 'boolean' ? null : predicate
    },
    fullWhere(field, mapped) {
      const { full } = plannedFor(mapped)
      const known = full.get(field)
      if (known !== undefined) return known
      const found = fullRecords(field, mapped)
      full.set(field, found)
      return found
    },
  }
}
