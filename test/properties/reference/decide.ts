import type { CanonicalValue } from '../../../src/model/record.ts'
import type { Condition } from '../world/conditions.ts'
import type { RuleCase } from '../world/rules.ts'

/**
 * How a decision is made (docs/disclosure.md), as plainly as it can be written; it shares nothing with `src/`. It decides the generated rules
 * themselves, not their text.
 */

export type K3 = true | false | null
export type Values = Readonly<Record<string, CanonicalValue>>

/** What a decision may depend on besides the record. */
export interface CallerCase {
  readonly country: string
  readonly roles: readonly string[]
  readonly clearance: number
  readonly purpose: string
  readonly holdsAgreement: boolean
}

export const recordOrder = ['none', 'hit', 'listed']
export const fieldOrder = ['none', 'masked', 'generalised', 'full']
/** The day on which everything is asked. */
export const today = '2026-06-15'

/** The level that one bureau's rules give a record of a type (`field` null) or one of its fields, before forms are considered. */
export function ruledLevel(rules: readonly RuleCase[], caller: CallerCase, type: string, values: Values, field: string | null): number {
  const order = field === null ? recordOrder : fieldOrder
  const about = rules.filter((rule) => rule.on === type && (field === null ? rule.fields === null : rule.fields?.includes(field)))
  const serving = about.filter((rule) => rule.purposes === null || rule.purposes.includes(caller.purpose))
  const truthOf = (rule: RuleCase): K3 => allOf([truth(rule.to, caller, values), truth(rule.when, caller, values)])
  const permits = serving.filter(
    (rule) => rule.kind === 'permit' && rule.grant !== 'past' && (!rule.under || caller.holdsAgreement) && truthOf(rule) === true,
  )
  const caps = serving.filter((rule) => rule.kind === 'cap' && truthOf(rule) !== false)
  const raised = Math.max(0, ...permits.map((rule) => order.indexOf(rule.level)))
  const lowered = Math.min(order.length - 1, ...caps.map((rule) => order.indexOf(rule.level)))
  return Math.min(raised, lowered)
}

/** The truth of a condition; no condition is true. What is not known is neither true nor false. */
export function truth(condition: Condition | null, caller: CallerCase, values: Values): K3 {
  if (condition === null) return true
  switch (condition.is) {
    case 'and':
      return allOf(condition.terms.map((term) => truth(term, caller, values)))
    case 'or':
      return anyOf(condition.terms.map((term) => truth(term, caller, values)))
    case 'not':
      return not(truth(condition.term, caller, values))
    case 'country':
      return condition.values.includes(caller.country)
    case 'role':
      return caller.roles.includes(condition.value)
    case 'clearance':
      return caller.clearance >= condition.least
    case 'has':
      return (values[condition.field] ?? null) !== null
    default:
      return truthOfValue(condition, values[condition.field] ?? null)
  }
}

function truthOfValue(condition: Extract<Condition, { readonly field: string }>, value: CanonicalValue): K3 {
  if (value === null) return null
  switch (condition.is) {
    case 'among':
      return condition.values.includes(value as string)
    case 'holds':
      return (value as readonly string[]).includes(condition.value)
    case 'begins':
      return (value as string).startsWith(condition.prefix)
    case 'before': {
      const [first, last] = bounds(value as string)
      return last < condition.day ? true : first >= condition.day ? false : null
    }
    case 'has':
      return true
  }
}

/** The first and the last day that a date known in part stands for. */
export function bounds(date: string): readonly [first: string, last: string] {
  const day = date.slice(0, 10)
  if (day.length === 10) return [day, day]
  if (day.length === 4) return [`${day}-01-01`, `${day}-12-31`]
  const afterwards = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0))
  return [`${day}-01`, afterwards.toISOString().slice(0, 10)]
}

export function allOf(terms: readonly K3[]): K3 {
  return terms.includes(false) ? false : terms.includes(null) ? null : true
}

export function anyOf(terms: readonly K3[]): K3 {
  return terms.includes(true) ? true : terms.includes(null) ? null : false
}

export function not(term: K3): K3 {
  return term === null ? null : !term
}
