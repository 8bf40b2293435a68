import type { FieldLevel } from '../../model/record.ts'
import { type FieldForms, settle } from '../forms/fieldForms.ts'
import { LISTED, NONE, numberOfFieldLevel } from '../levels.ts'
import type { DisclosurePlan } from '../policy.ts'
import type { TypeRules } from './rule.ts'
import type { Entry, Slot } from './slot.ts'

/**
 * Tells which rules the levels of a listed record rest on, as `explain` would, without the record: of the rules that wait for a record's content all are named that can have
 * led there. Worked out once for each field and level of a plan.
 */
export function ruleFinder(rules: TypeRules, record: Slot, fields: ReadonlyMap<string, Slot>): DisclosurePlan['rulesBehind'] {
  const listed = leadingTo(record.entries, LISTED, (level) => level)
  const known = new Map<string, readonly string[]>()
  const fieldRules = (field: string, level: FieldLevel): readonly string[] => {
    const key = `${level} ${field}`
    const found = known.get(key) ?? fieldRulesAt(fields.get(field), rules.forms.get(field), numberOfFieldLevel(level))
    known.set(key, found)
    return found
  }
  return (levels) => {
    const ids = new Set(listed)
    for (const [field, level] of levels) for (const id of fieldRules(field, level)) ids.add(id)
    return [...ids].sort()
  }
}

function fieldRulesAt(slot: Slot | undefined, forms: FieldForms | undefined, level: number): readonly string[] {
  return slot === undefined || forms === undefined ? [] : leadingTo(slot.entries, level, (raised) => settle(forms, raised))
}

function leadingTo(entries: readonly Entry[], level: number, settled: (level: number) => number): readonly string[] {
  const at = entries.map((entry) => ({ ...entry, level: settled(entry.level) }))
  const permits = at.filter(({ rule }) => rule.kind === 'permit')
  const caps = at.filter(({ rule }) => rule.kind === 'cap')
  const usual = permits.filter(({ rule }) => !rule.emergency)
  const emergency = permits.filter(({ rule }) => rule.emergency)
  return [
    ...led(usual, caps, level),
    ...led(
      emergency,
      caps.filter(({ rule }) => rule.absolute),
      level,
    ),
  ]
}

/** Where a permit beyond the level is certain, only a cap can have led to it; where none is possible, no cap can have lowered anything to it. */
function led(permits: readonly Entry[], caps: readonly Entry[], level: number): readonly string[] {
  const beyond = permits.filter((permit) => permit.level > level)
  const granting =
    level === NONE || beyond.some(({ condition }) => condition === null) ? [] : permits.filter((permit) => permit.level === level)
  const lowering = beyond.length === 0 ? [] : caps.filter((cap) => cap.level === level)
  return [...granting, ...lowering].map(({ rule }) => rule.id)
}
