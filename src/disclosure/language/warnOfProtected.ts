import type { RecordType } from '../../model/catalogue.ts'
import { compileCondition, FALSE, TRUE } from '../decide/compileCondition.ts'
import { fold } from '../decide/fold.ts'
import type { RawValues } from '../decide/readRecord.ts'
import type { Rule } from '../decide/rule.ts'
import { type FileCheck, protectedClasses } from './checkNames.ts'
import type { Condition } from './condition.ts'
import type { Path } from './source.ts'

/**
 * Warns of every record permit that also lists records of a protected class which no cap keeps back: a witness is a person of interest like
 * any other to a rule that does not think of witnesses. A class counts as kept back when a cap applies to whatever record has it.
 */
export function warnOfProtected(check: FileCheck, type: RecordType, rules: readonly Rule[], pathOf: (rule: Rule) => Path): void {
  const known = protectedClasses(check, type)
  if (known === null) return
  const { field, classes } = known
  const caps = rules.filter((rule) => rule.kind === 'cap' && rule.fields === null)
  for (const permit of rules) {
    if (permit.kind !== 'permit' || permit.fields !== null || permit.blind) continue
    const included = classes.filter((name) => {
      const values = { [field.name]: field.list ? [name] : name }
      const meant = permit.mayInclude.includes(name)
      return !meant && truthFor(permit.when, check, values) !== FALSE && !caps.some((cap) => keepsBack(cap, permit, check, values))
    })
    if (included.length === 0) continue
    const message = `the permit also covers every ${type.name} whose ${field.name} has ${included.join(', ')}`
    const suggestion = `cap these records, leave them out under "when:", or write "mayInclude: [${included.join(', ')}]"`
    check.report(pathOf(permit), message, { severity: 'warning', suggestion })
  }
}

function keepsBack(cap: Rule, permit: Rule, check: FileCheck, values: RawValues): boolean {
  const forAll = cap.purposes === null || permit.purposes?.isSubsetOf(cap.purposes) === true
  const holds = !permit.emergency || cap.absolute
  const truth = truthFor({ op: 'and', terms: [cap.to, cap.when] }, check, values)
  return cap.level < permit.level && forAll && holds && truth === TRUE
}

/** The truth for every record with these values, whatever its others are, and for every caller; unknown where it depends on them. */
function truthFor(condition: Condition, { enums }: FileCheck, values: RawValues) {
  return compileCondition(
    leavingOpen(
      fold(condition, () => null),
      values,
    ),
    enums,
  )(values)
}

/** Whether another value is known is not known either: all else in a condition is unknown by itself where a value is. */
function leavingOpen(condition: Condition, values: RawValues): Condition {
  switch (condition.op) {
    case 'has':
      return Object.hasOwn(values, condition.of.field) ? condition : { op: 'known', value: null }
    case 'not':
      return { ...condition, term: leavingOpen(condition.term, values) }
    case 'and':
    case 'or':
      return { ...condition, terms: condition.terms.map((term) => leavingOpen(term, values)) }
    default:
      return condition
  }
}
