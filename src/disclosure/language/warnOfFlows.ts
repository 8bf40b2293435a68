import type { Rule } from '../decide/rule.ts'
import { FULL } from '../levels.ts'
import type { FileCheck } from './checkNames.ts'
import { always, type Condition, recordFieldsOf } from './condition.ts'
import type { Path } from './source.ts'

/**
 * Whoever sees at which level a field is shown learns how the rule's condition came out: an implicit flow (Denning 1977). It is harmless where
 * the reader sees the fields of the condition anyway, and otherwise the owner's to declare. Levels of records need no such word: a record that is
 * not listed cannot be told from one that does not exist.
 */
export function warnOfFlows(check: FileCheck, rules: readonly Rule[], pathOf: (rule: Rule) => Path): void {
  for (const rule of rules) {
    if (rule.fields === null || rule.layer !== 'owner') continue
    for (const field of recordFieldsOf(rule.when)) {
      if (rule.declassifies.includes(field) || isSeenAnyway(field, rule, rules)) continue
      const path = [...pathOf(rule), 'when']
      const message = `the level of ${rule.fields.join(', ')} tells what "record.${field}" holds to readers from whom it may be withheld`
      const suggestion = `if that is meant, write "declassifies: [record.${field}]"; if not, share ${field} with the same readers`
      check.report(path, message, { severity: 'warning', suggestion })
    }
  }
}

/** Whether everybody whom the rule concerns is shown the field in full, whatever it holds. */
function isSeenAnyway(field: string, rule: Rule, rules: readonly Rule[]): boolean {
  const about = rules.filter((one) => one.fields?.includes(field))
  return !about.some(({ kind }) => kind === 'cap') && about.some((permit) => covers(permit, rule))
}

function covers({ kind, level, when, to, purposes, agreement, emergency, from, until }: Rule, rule: Rule): boolean {
  if (kind !== 'permit' || level !== FULL || when !== always || emergency || from !== null || until !== null) return false
  const forAll = purposes === null || rule.purposes?.isSubsetOf(purposes) === true
  const underAll = agreement === null || (agreement.ceiling === FULL && agreement.name === rule.agreement?.name)
  return forAll && underAll && (to === always || same(to, rule.to))
}

function same(a: Condition, b: Condition): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
