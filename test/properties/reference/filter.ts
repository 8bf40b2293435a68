import { type CanonicalValue, isRecordRef, type RecordRef, refKey } from '../../../src/model/record.ts'
import type { FilterCase } from '../world/filters.ts'
import { idOf } from '../world/ids.ts'
import { fieldOf, type Kind, type TypeName } from '../world/recordTypes.ts'
import { allOf, anyOf, bounds, type K3, not, type Values } from './decide.ts'
import type { View, ViewCase } from './view.ts'

/** Everything that a condition can come to: a date known in part may be any of its days. */
type Outcomes = readonly K3[]

/**
 * Whether a record of the view satisfies a filter. What is withheld, masked or not recorded is unknown, and stays so under `not`; a link leads to a record of the view
 * or nowhere.
 */
export function satisfies(filter: FilterCase, record: ViewCase, view: View, match: 'CERTAIN' | 'POSSIBLE'): boolean {
  const outcomes = filterOutcomes(filter, record, view)
  return match === 'CERTAIN' ? outcomes.every((one) => one === true) : outcomes.includes(true)
}

function filterOutcomes(filter: FilterCase, record: ViewCase, view: View): Outcomes {
  return every(Object.entries(filter).map(([name, wanted]) => entryOutcomes(name, wanted, record, view)))
}

function entryOutcomes(name: string, wanted: unknown, record: ViewCase, view: View): Outcomes {
  const members = (): readonly FilterCase[] => wanted as readonly FilterCase[]
  if (name === 'and') return every(members().map((one) => filterOutcomes(one, record, view)))
  if (name === 'or') return some(members().map((one) => filterOutcomes(one, record, view)))
  if (name === 'not') return filterOutcomes(wanted as FilterCase, record, view).map(not)
  if (name === 'id') return comparisons(wanted as FilterCase, idOf(record.ref), 'enum')
  if (name === 'owner') return comparisons(wanted as FilterCase, record.ref.bureau, 'enum')
  const { kind } = fieldOf(record.ref.type as TypeName, name)
  const value = record.values[name] ?? null
  if (value === null || record.levels[name] === 'masked') return [null]
  if (kind === 'link' || kind === 'links') {
    const targets = [value].flat().filter((ref) => isRecordRef(ref as CanonicalValue)) as readonly RecordRef[]
    return some(targets.map((ref) => filterOutcomes(wanted as FilterCase, view.get(refKey(ref)) as ViewCase, view)))
  }
  if (kind === 'objects') return some((value as readonly Values[]).map((member) => objectOutcomes(wanted as FilterCase, member)))
  return comparisons(wanted as FilterCase, value, kind)
}

function objectOutcomes(filter: FilterCase, member: Values): Outcomes {
  return every(
    Object.entries(filter).map(([name, wanted]) => {
      const value = member[name] ?? null
      return value === null ? [null] : comparisons(wanted as FilterCase, value, 'text')
    }),
  )
}

/** All that are given must hold; of a list, some member must. */
function comparisons(wanted: FilterCase, value: CanonicalValue, kind: Kind): Outcomes {
  return every(
    Object.entries(wanted).map(([operator, operand]) => {
      const members = (Array.isArray(value) ? value : [value]) as readonly string[]
      const operands = (operator === 'in' ? operand : [operand]) as readonly string[]
      return some(members.flatMap((member) => operands.map((one) => compare(member, operator === 'in' ? 'eq' : operator, one, kind))))
    }),
  )
}

function compare(have: string, operator: string, want: string, kind: Kind): Outcomes {
  if (operator === 'startsWith') return [have.startsWith(want)]
  if (kind === 'partialDate') return compareDays(bounds(have), operator, bounds(want))
  const [a, b] = kind === 'instant' ? [comparable(have), comparable(want)] : [have, want]
  return [operator === 'eq' ? a === b : operator === 'gte' ? a >= b : a <= b]
}

function compareDays(have: readonly [string, string], operator: string, want: readonly [string, string]): Outcomes {
  const from = operator === 'lte' ? '0000-01-01' : want[0]
  const to = operator === 'gte' ? '9999-12-31' : want[1]
  if (have[0] >= from && have[1] <= to) return [true]
  return have[1] < from || have[0] > to ? [false] : [true, false]
}

/** Instants with and without a fraction, so that they compare as texts. */
export function comparable(instant: string): string {
  return `${instant.slice(0, 19)}.${instant.slice(20, -1).padEnd(9, '0')}`
}

function every(terms: readonly Outcomes[]): Outcomes {
  return terms.reduce<Outcomes>((left, right) => lifted(allOf, left, right), [true])
}

function some(terms: readonly Outcomes[]): Outcomes {
  return terms.reduce<Outcomes>((left, right) => lifted(anyOf, left, right), [false])
}

function lifted(connective: (terms: readonly K3[]) => K3, left: Outcomes, right: Outcomes): Outcomes {
  return [...new Set(left.flatMap((a) => right.map((b) => connective([a, b]))))]
}
