import type { Caller } from '../../model/principal.ts'
import { refsOf } from '../language/condition.ts'
import type { Rule } from './rule.ts'
import { phaseOf } from './specialise.ts'

/**
 * A key that is equal for callers whom no rule can tell apart: made of the attributes that the rules read, and of nothing else. What is
 * left out makes caches larger; what is wrongly left out would show one caller another's view.
 */
export function callerClasses(bureau: string, rules: readonly Rule[]): (caller: Caller) => string {
  const read = new Set<string>()
  const agreements = new Set<string>()
  const timed = rules.filter((rule) => rule.from !== null || rule.until !== null)
  const emergencies = rules.some((rule) => rule.emergency)
  for (const rule of rules) {
    if (rule.purposes !== null) read.add('request.purpose')
    if (rule.agreement !== null) agreements.add(rule.agreement.name)
    if (rule.agreement?.parties) read.add('caller.country')
    for (const ref of [...refsOf(rule.to), ...refsOf(rule.when)]) if (ref.root !== 'record') read.add(`${ref.root}.${ref.field}`)
  }
  const all = read.has('caller.agreements')
  return (caller) => {
    const { principal, purpose, date, emergency } = caller
    const own = principal.bureau === bureau
    // The owner's officers see everything: nothing else about them matters.
    if (own) return JSON.stringify(['own', date])
    return JSON.stringify([
      date,
      read.has('caller.country') ? principal.bureau : null,
      read.has('caller.organisation') ? principal.organisation : null,
      read.has('caller.unit') ? principal.unit : null,
      read.has('caller.roles') ? distinct(principal.roles) : null,
      read.has('caller.clearance') ? principal.clearance : null,
      distinct(principal.agreements.filter((name) => all || agreements.has(name))),
      read.has('caller.operations') ? distinct((principal.operations ?? []).map(({ name }) => name)) : null,
      read.has('request.purpose') ? purpose.kind : null,
      read.has('request.case') ? purpose.case : null,
      timed.map((rule) => phaseOf(rule, caller)),
      emergencies && emergency?.bureau === bureau ? emergency.rule : null,
    ])
  }
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort()
}
