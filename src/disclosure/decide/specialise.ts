import type { Caller } from '../../model/principal.ts'
import { dayNumber } from '../days.ts'
import { always, type Condition, type K3 } from '../language/condition.ts'
import { FULL, LISTED } from '../levels.ts'
import { type ReadCaller, readCaller } from './callerValues.ts'
import { fold } from './fold.ts'
import type { Agreement, Rule, TypeRules } from './rule.ts'
import { type Entry, type Slot, SlotBuilder } from './slot.ts'

/** A type's rules for one caller: what is decided, and what is left to each record. */
export interface Specialised {
  readonly record: Slot
  /** By governed field, in schema order. */
  readonly fields: ReadonlyMap<string, Slot>
  /** The distinct conditions that are left; slots name them by index. */
  readonly conditions: readonly Condition[]
  /** The blind hit permits. They are no part of `record`: what they grant is told to the owner alone. */
  readonly alarms: readonly Entry[]
}

/** Fills in the caller, the purpose and the day, once for all records of the type. */
export function specialise(rules: TypeRules, caller: Caller): Specialised {
  const record = new SlotBuilder(LISTED)
  const fields = new Map([...rules.forms.keys()].map((name) => [name, new SlotBuilder(FULL)]))
  const conditions: Condition[] = []
  const alarms: Entry[] = []
  const indexes = new Map<string, number>()
  const indexOf = (condition: Condition): number => {
    const key = JSON.stringify(condition)
    const index = indexes.get(key) ?? conditions.length
    if (index === conditions.length) conditions.push(condition)
    indexes.set(key, index)
    return index
  }
  const read = readCaller(caller)
  for (const rule of rules.rules) {
    const left = rule.kind === 'permit' ? permitLeft(rule, caller, read) : capLeft(rule, caller, read)
    if (left === null) continue
    const condition = left === true ? null : indexOf(left)
    const entry: Entry = { level: rule.kind === 'permit' ? permitLevel(rule) : rule.level, condition, rule }
    if (rule.blind) alarms.push(entry)
    else if (rule.fields === null) record.add(entry)
    else for (const name of rule.fields) fields.get(name)?.add(entry)
  }
  return { record: record.build(), fields: new Map([...fields].map(([name, slot]) => [name, slot.build()])), conditions, alarms }
}

/** What a permit still waits for: null when it cannot grant, true when it does. Only "true" grants. */
function permitLeft(rule: Rule, caller: Caller, read: ReadCaller): Condition | true | null {
  if (!isInForce(rule, caller) || !servesPurpose(rule, caller) || !holdsAgreement(rule.agreement, caller)) return null
  if (callerTruth(rule, read) !== true) return null
  const when = fold(rule.when, read)
  if (when.op === 'known') return when.value === true ? true : null
  return canBeTrue(when) ? when : null
}

/** What a cap still waits for: null when it cannot apply, true when it does. Only "false" lifts it. */
function capLeft(rule: Rule, caller: Caller, read: ReadCaller): Condition | true | null {
  if (!servesPurpose(rule, caller)) return null
  const condition = fold(rule.to === always ? rule.when : { op: 'and', terms: [rule.to, rule.when] }, read)
  if (condition.op !== 'known') return condition
  return condition.value === false ? null : true
}

/** Whether a permit grants the caller something on some record. */
export function mayGrant(rule: Rule, caller: Caller): boolean {
  return permitLeft(rule, caller, readCaller(caller)) !== null
}

function canBeTrue(condition: Condition): boolean {
  return condition.op !== 'and' || condition.terms.every((term) => term.op !== 'known')
}

/** Whether a grant is within its time, and an emergency permit has been invoked. */
export function isInForce(rule: Rule, caller: Caller): boolean {
  return isInTime(rule, caller) && (!rule.emergency || rule.id === caller.emergency?.rule)
}

/** Whether a grant is within its time: `from` counts, `until` no longer does. */
function isInTime(rule: Rule, caller: Caller): boolean {
  return phaseOf(rule, caller) === 'during'
}

/** Where a caller's instant lies: before a grant begins, during it, or after it. */
export function phaseOf({ from, until }: Rule, { instant }: Caller): 'before' | 'during' | 'after' {
  if (until !== null && instant >= until) return 'after'
  return from === null || from <= instant ? 'during' : 'before'
}

/** Whether the declared purpose is one the rule counts for. */
export function servesPurpose(rule: Rule, caller: Caller): boolean {
  return rule.purposes === null || rule.purposes.has(caller.purpose.kind)
}

/** Whether the agreement, if the rule stands under one, is in force for the caller today. Days are inclusive on both ends. */
export function holdsAgreement(agreement: Agreement | null, caller: Caller): boolean {
  if (agreement === null) return true
  const { principal, date } = caller
  const day = dayNumber(date)
  const inForce = agreement.from <= day && day <= agreement.until
  return inForce && principal.agreements.includes(agreement.name) && (agreement.parties === null || agreement.parties.has(principal.bureau))
}

/** What a rule's `to` makes of the caller. */
export function callerTruth(rule: Rule, read: ReadCaller): K3 {
  const condition = fold(rule.to, read)
  return condition.op === 'known' ? condition.value : null
}

/** The level a permit gives: no more than its agreement's ceiling. A record permit falls with a ceiling of none only. */
export function permitLevel(rule: Rule): number {
  const ceiling = rule.agreement?.ceiling ?? FULL
  return rule.fields === null ? (ceiling === 0 ? 0 : rule.level) : Math.min(rule.level, ceiling)
}
