import type { Rule, TypeRules } from '../decide/rule.ts'
import { type Condition, type Ref, refsOf } from '../language/condition.ts'
import { LISTED } from '../levels.ts'

/** One thing that rules read of a record: a value, or whether there is one. */
export interface Reading extends Pick<Ref, 'field' | 'sub' | 'through'> {
  /** Whether the value is there is all that is read of it. */
  readonly presence: boolean
}

/** What these conditions read of a record, each thing once. */
export function readingsOf(conditions: readonly Condition[]): readonly Reading[] {
  return distinct(conditions.flatMap(readingsIn))
}

/** What the rules of a type read of a record to decide a view of it, for any caller on any day. */
export function readingsOfRules(rules: TypeRules): readonly Reading[] {
  const known = ofRules.get(rules)
  if (known !== undefined) return known
  const found = readingsOf(rules.rules.filter(bearsOnViews).flatMap(({ to, when }) => [to, when]))
  ofRules.set(rules, found)
  return found
}

/** Asked for with every state of a record, and the same for as long as the rules stand. */
const ofRules = new WeakMap<TypeRules, readonly Reading[]>()

/** Each thing once; what is read by value is not read by presence besides. */
export function distinct(readings: readonly Reading[]): readonly Reading[] {
  const byName = new Map<string, Reading>()
  for (const reading of readings) {
    const name = nameOf(reading)
    if (byName.get(name)?.presence !== false) byName.set(name, reading)
  }
  return [...byName.values()]
}

/** A reading as a rule writes it, without `record.`. */
export function nameOf({ field, sub }: Pick<Reading, 'field' | 'sub'>): string {
  return sub === null ? field : `${field}.${sub}`
}

/** Whether a reading of this reference's value. */
export function valueAt({ field, sub, through }: Ref): Reading {
  return { field, sub, through, presence: false }
}

/** A permit to be found by hit checks alone, and an alarm with it, shows nothing to anybody. */
function bearsOnViews({ kind, fields, level }: Rule): boolean {
  return kind === 'cap' || fields !== null || level >= LISTED
}

function readingsIn(condition: Condition): readonly Reading[] {
  if (condition.op === 'and' || condition.op === 'or') return condition.terms.flatMap(readingsIn)
  if (condition.op === 'not') return readingsIn(condition.term)
  const presence = condition.op === 'has'
  return refsOf(condition)
    .filter(({ root }) => root === 'record')
    .map((ref) => ({ ...valueAt(ref), presence }))
}
