import type { Condition, RuleCase } from './policyCases.ts'

/**
 * The definition of disclosure (section "How a decision is made" of docs/disclosure.md), as slowly and plainly as it can be written. It shares nothing
 * with `src/disclosure`: it decides the generated rules themselves, not their text. Days are compared by trying every day that a value may stand for.
 */

export type K3 = true | false | null
export type Values = Readonly<Record<string, unknown>>

export interface ReferenceCaller {
  readonly country: string
  readonly unit: string | null
  readonly roles: readonly string[]
  readonly clearance: number
  readonly agreements: readonly string[]
  readonly purpose: string
  readonly case: string | null
  readonly date: string
}

export interface AgreementCase {
  readonly parties: readonly string[] | null
  readonly from: string | null
  readonly until: string | null
  readonly ceiling: string
}

const fieldOrder = ['none', 'masked', 'generalised', 'full']
const recordOrder = ['none', 'hit', 'listed']

/** Which forms each field of the dossier has besides none and full; written down by hand. */
const forms: Readonly<Record<string, readonly string[]>> = {
  label: ['masked'],
  born: ['generalised'],
  home: ['generalised'],
  homes: ['generalised'],
  aliases: ['masked'],
}

/** Level of the record, and of each field. */
export function decide(
  rules: readonly RuleCase[],
  agreements: Readonly<Record<string, AgreementCase>>,
  caller: ReferenceCaller,
  record: Values,
  fields: readonly string[],
): { record: string; fields: Readonly<Record<string, string>> } {
  const own = caller.country === 'XA'
  const recordLevel = own ? 'listed' : level(rules, agreements, caller, record, null)
  const entries = fields.map((field): [string, string] => {
    if (own) return [field, 'full']
    if (recordLevel !== 'listed') return [field, 'none']
    return [field, shown(field, level(rules, agreements, caller, record, field))]
  })
  return { record: recordLevel, fields: Object.fromEntries(entries) }
}

function level(
  rules: readonly RuleCase[],
  agreements: Readonly<Record<string, AgreementCase>>,
  caller: ReferenceCaller,
  record: Values,
  field: string | null,
): string {
  const order = field === null ? recordOrder : fieldOrder
  const about = rules.filter((rule) => (field === null ? rule.fields === null : rule.fields?.includes(field)))
  const permits = about
    .filter((rule) => rule.kind === 'permit' && grants(rule, agreements, caller, record))
    .map((rule) => {
      const ceiling = rule.under === null ? 'full' : (agreements[rule.under]?.ceiling ?? 'full')
      const most = field === null ? (ceiling === 'none' ? 0 : 2) : fieldOrder.indexOf(ceiling)
      return Math.min(order.indexOf(rule.level), most)
    })
  const caps = about.filter((rule) => rule.kind === 'cap' && applies(rule, caller, record)).map((rule) => order.indexOf(rule.level))
  const raised = Math.max(0, ...permits)
  const lowered = Math.min(order.length - 1, ...caps)
  return order[Math.min(raised, lowered)] ?? 'none'
}

function grants(rule: RuleCase, agreements: Readonly<Record<string, AgreementCase>>, caller: ReferenceCaller, record: Values): boolean {
  if (rule.purposes !== null && !rule.purposes.includes(caller.purpose)) return false
  if (rule.under !== null) {
    const terms = agreements[rule.under]
    if (!caller.agreements.includes(rule.under)) return false
    if (terms?.parties && !terms.parties.includes(caller.country)) return false
    if (terms?.from && caller.date < terms.from) return false
    if (terms?.until && caller.date > terms.until) return false
  }
  return and([truth(rule.to, caller, record), truth(rule.when, caller, record)]) === true
}

function applies(rule: RuleCase, caller: ReferenceCaller, record: Values): boolean {
  if (rule.purposes !== null && !rule.purposes.includes(caller.purpose)) return false
  return and([truth(rule.to, caller, record), truth(rule.when, caller, record)]) !== false
}

function shown(field: string, wanted: string): string {
  let at = fieldOrder.indexOf(wanted)
  while (at > 0 && at < 3 && !(forms[field] ?? []).includes(fieldOrder[at] ?? '')) at--
  return fieldOrder[at] ?? 'none'
}

function and(terms: readonly K3[]): K3 {
  return terms.includes(false) ? false : terms.includes(null) ? null : true
}

function or(terms: readonly K3[]): K3 {
  return terms.includes(true) ? true : terms.includes(null) ? null : false
}

function not(term: K3): K3 {
  return term === null ? null : !term
}

/** The truth of a generated condition; no condition is true. */
export function truth(condition: Condition | null, caller: ReferenceCaller, record: Values): K3 {
  if (condition === null) return true
  const known = (value: unknown): boolean => value !== null && value !== undefined
  const among = (item: unknown, list: unknown): K3 => {
    if (!known(item) || !known(list)) return null
    return or((list as readonly unknown[]).map((member) => (known(member) ? member === item : null)))
  }
  switch (condition.is) {
    case 'and':
      return and(condition.terms.map((term) => truth(term, caller, record)))
    case 'or':
      return or(condition.terms.map((term) => truth(term, caller, record)))
    case 'not':
      return not(truth(condition.term, caller, record))
    case 'colour': {
      const value = record['colour']
      return known(value) ? condition.values.includes(value as string) : null
    }
    case 'tag':
      return among(condition.value, record['tags'])
    case 'tags':
      return known(record['tags']) ? or(condition.values.map((value) => among(value, record['tags']))) : null
    case 'has':
      return known(record[condition.field])
    case 'open':
      return known(record['open']) ? (record['open'] as boolean) : null
    case 'size':
      return known(record['size']) ? relation(condition.op, [record['size'] as number], [condition.value]) : null
    case 'day': {
      const days = daysOf(record[condition.field])
      return days === null ? null : relation(condition.op, days, [condition.value])
    }
    case 'age': {
      const days = daysOf(record['born'])
      return days === null
        ? null
        : relation(
            condition.op,
            days.map((day) => age(day, caller.date)),
            [condition.value],
          )
    }
    case 'recent': {
      const days = daysOf(record['opened'])
      return days === null ? null : relation(condition.op, days, [later(caller.date, condition.value)])
    }
    case 'excluded':
      return among(caller.country, record['excluded'])
    case 'homeHere': {
      const country = (record['home'] as Values | null | undefined)?.['country']
      return known(country) ? country === caller.country : null
    }
    case 'homesHere': {
      const homes = record['homes'] as readonly Values[] | null | undefined
      return among(
        caller.country,
        homes?.map((home) => home['country']),
      )
    }
    case 'label':
      return known(record['label']) ? (record['label'] as string).startsWith(condition.value) : null
    case 'country':
      return condition.values.includes(caller.country)
    case 'role':
      return caller.roles.includes(condition.value)
    case 'clearance':
      return relation(condition.op, [caller.clearance], [condition.value])
    case 'agreement':
      return caller.agreements.includes(condition.value)
    case 'purpose':
      return caller.purpose === condition.value
    case 'unit':
      return caller.unit === null ? null : caller.unit === condition.value
    case 'case':
      return caller.case === null ? null : caller.case.startsWith(condition.value)
  }
}

/** True when it holds for every pair, false when for none, else unknown. */
function relation<T extends string | number>(op: string, left: readonly T[], right: readonly T[]): K3 {
  const holds = (a: T, b: T): boolean =>
    op === '==' ? a === b : op === '!=' ? a !== b : op === '<' ? a < b : op === '<=' ? a <= b : op === '>' ? a > b : a >= b
  const outcomes = new Set(left.flatMap((a) => right.map((b) => holds(a, b))))
  return outcomes.size === 2 ? null : (outcomes.values().next().value ?? null)
}

/** Every day a stored value may stand for. */
function daysOf(value: unknown): readonly string[] | null {
  if (typeof value !== 'string') return null
  if (value.length >= 10) return [value.slice(0, 10)]
  const days: string[] = []
  const first = value.length === 4 ? `${value}-01-01` : `${value}-01`
  for (let day = first; day.startsWith(value); day = later(day, 1)) days.push(day)
  return days
}

function later(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

/** Birthdays had: counted one by one. */
function age(born: string, today: string): number {
  let years = 0
  const year = Number(born.slice(0, 4))
  while (`${year + years + 1}${born.slice(4)}` <= today) years++
  return years
}
