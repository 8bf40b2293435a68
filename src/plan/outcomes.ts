import type { Match } from '../model/predicate.ts'
import { allOf, anyOf, type K3, negate } from './kleene.ts'

/**
 * What a condition can come to on one record: a set of Kleene's values, as bits. A value that is known stands for one; a date that is
 * known in part stands for many days, and a comparison with it can be true on one and false on another. A withheld value is none of these: the
 * condition is unknown, whatever the day.
 */
export type Outcomes = number

/** True whatever is left open. */
export const TRUE: Outcomes = 1
/** False whatever is left open. */
export const FALSE: Outcomes = 2
/** Unknown: withheld, masked, or not recorded. */
export const UNKNOWN: Outcomes = 4
/** True of one possible day, false of another. */
export const EITHER: Outcomes = TRUE | FALSE

/** The value of each bit. */
const meanings: readonly K3[] = [true, false, null]

/** The one outcome of a value that leaves nothing open. */
export function outcomeOf(value: K3): Outcomes {
  return value === null ? UNKNOWN : value ? TRUE : FALSE
}

const conjunction = lift((a, b) => allOf([a, b]))
const disjunction = lift((a, b) => anyOf([a, b]))
const negation = Array.from({ length: 8 }, (_, set) => imageOf(membersOf(set), negate))

/** The outcomes of a conjunction. Stops as soon as nothing can make it true or unknown any more. */
export function everyOutcome(terms: Iterable<Outcomes>): Outcomes {
  let result = TRUE
  for (const term of terms) {
    result = conjunction[result * 8 + term] ?? UNKNOWN
    if (result === FALSE) break
  }
  return result
}

/** The outcomes of a disjunction. Stops as soon as nothing can make it false or unknown any more. */
export function someOutcome(terms: Iterable<Outcomes>): Outcomes {
  let result = FALSE
  for (const term of terms) {
    result = disjunction[result * 8 + term] ?? UNKNOWN
    if (result === TRUE) break
  }
  return result
}

/** The outcomes of a negation. */
export function notOutcome(term: Outcomes): Outcomes {
  return negation[term] ?? UNKNOWN
}

/** The value in Kleene's logic: unknown unless every outcome is the same. */
export function certainty(outcomes: Outcomes): K3 {
  return outcomes === TRUE ? true : outcomes === FALSE ? false : null
}

/** Whether a record with these outcomes is found. */
export function isFound(outcomes: Outcomes, match: Match): boolean {
  return match === 'CERTAIN' ? outcomes === TRUE : (outcomes & TRUE) !== 0
}

/** A connective on sets: whatever it can come to when each side comes to one of its own. Indexed by `left * 8 + right`. */
function lift(connective: (a: K3, b: K3) => K3): readonly Outcomes[] {
  return Array.from({ length: 64 }, (_, index) => {
    const right = membersOf(index % 8)
    return membersOf(Math.floor(index / 8)).reduce<Outcomes>((set, a) => set | imageOf(right, (b) => connective(a, b)), 0)
  })
}

function membersOf(set: Outcomes): readonly K3[] {
  return meanings.filter((_, bit) => (set & (1 << bit)) !== 0)
}

function imageOf(values: readonly K3[], change: (value: K3) => K3): Outcomes {
  return values.reduce<Outcomes>((set, value) => set | outcomeOf(change(value)), 0)
}
