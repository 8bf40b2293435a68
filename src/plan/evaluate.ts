import { levelOf } from '../disclosure/policy.ts'
import type { FieldType, RecordType } from '../model/catalogue.ts'
import { interval } from '../model/partialDate.ts'
import type { Operator, Predicate } from '../model/predicate.ts'
import { type CanonicalValue, type FieldLevel, isRecordRef, ownerOf, type RecordRef, refKey, type ViewRecord } from '../model/record.ts'
import type { K3 } from './kleene.ts'
import { certainty, EITHER, everyOutcome, FALSE, notOutcome, type Outcomes, outcomeOf, someOutcome, TRUE, UNKNOWN } from './outcomes.ts'
import { compareKnown, type SortValue, sortKey } from './position.ts'

/** The view of a linked record that was read before: null when it is not visible, `'silent'` when its bureau did not answer. */
export type Linked = (ref: RecordRef) => ViewRecord | null | 'silent'

/** The record types, for the kinds of fields. */
export type Types = ReadonlyMap<string, RecordType>

/** Whether a record's view satisfies a predicate, in three values: true only when it does whatever a date known in part may be. See `outcomesOf`. */
export function evaluate(predicate: Predicate, view: ViewRecord, types: Types, linked: Linked): K3 {
  return certainty(outcomesOf(predicate, view, types, linked))
}

/**
 * What a predicate can come to on a record's view. It reads the view and nothing else, so a withheld field is unknown, and unknown under `not` too; a
 * masked value compares as unknown. A date known in part, whether its owner knows no more or shows no more, can be any of its days, and a number shown as a
 * band any of the band. Each comparison is judged by itself: of `1980`, both "before June" and "after June" can be true.
 */
export function outcomesOf(predicate: Predicate, view: ViewRecord, types: Types, linked: Linked): Outcomes {
  switch (predicate.kind) {
    case 'and':
      return everyOutcome(lazily(predicate.terms, (term) => outcomesOf(term, view, types, linked)))
    case 'or':
      return someOutcome(lazily(predicate.terms, (term) => outcomesOf(term, view, types, linked)))
    case 'not':
      return notOutcome(outcomesOf(predicate.term, view, types, linked))
    case 'compare':
      return compareField(predicate, view, types)
    case 'some':
      return someMember(predicate, view, types, linked)
  }
}

function compareField(predicate: Predicate & { kind: 'compare' }, view: ViewRecord, types: Types): Outcomes {
  if (predicate.field === 'id') return outcomeOf(oneOf(predicate).some((value) => isRecordRef(value) && refKey(value) === refKey(view.ref)))
  if (predicate.field === 'owner') return outcomeOf(oneOf(predicate).includes(ownerOf(view.ref.bureau)))
  const field = types.get(view.ref.type)?.fields.get(predicate.field)
  const level = levelOf(view, predicate.field)
  if (field === undefined || level === 'masked') return UNKNOWN
  return compareValue(shownAs(field, level), view.values[predicate.field] ?? null, predicate.op, predicate.value)
}

function someMember(predicate: Predicate & { kind: 'some' }, view: ViewRecord, types: Types, linked: Linked): Outcomes {
  const field = types.get(view.ref.type)?.fields.get(predicate.field)
  const value = view.values[predicate.field] ?? null
  const level = levelOf(view, predicate.field)
  if (field === undefined || level === 'masked') return UNKNOWN
  // A list of links shows no difference between nothing recorded and nothing but withheld ends: it is empty.
  if (value === null) return field.kind === 'link' && field.list && level === 'full' ? FALSE : UNKNOWN
  const members = Array.isArray(value) ? value : [value]
  if (field.kind === 'link') {
    // In the view a link to a record that is withheld is no link: none to anything, or one fewer in the list.
    const nowhere = field.list ? FALSE : UNKNOWN
    return someOutcome(lazily(members, (ref) => evaluateLinked(predicate.term, ref as RecordRef, types, linked) ?? nowhere))
  }
  return someOutcome(lazily(members, (member) => evaluateObject(predicate.term, member, shownAs(field, level))))
}

/** A field as a kind of value at a level, with what that level makes of its parts. */
interface Shown {
  readonly field: FieldType
  /** Whether it is the field's coarser form. */
  readonly coarser: boolean
}

function shownAs(field: FieldType, level: FieldLevel): Shown {
  return { field, coarser: level === 'generalised' }
}

/** One to a silent bureau is unknown; null for a record that the caller may not see. */
function evaluateLinked(term: Predicate, ref: RecordRef, types: Types, linked: Linked): Outcomes | null {
  const target = linked(ref)
  if (target === 'silent') return UNKNOWN
  return target === null ? null : outcomesOf(term, target, types, linked)
}

function evaluateObject(predicate: Predicate, value: CanonicalValue, object: Shown): Outcomes {
  switch (predicate.kind) {
    case 'and':
      return everyOutcome(lazily(predicate.terms, (term) => evaluateObject(term, value, object)))
    case 'or':
      return someOutcome(lazily(predicate.terms, (term) => evaluateObject(term, value, object)))
    case 'not':
      return notOutcome(evaluateObject(predicate.term, value, object))
    default: {
      const field = object.field.fields?.get(predicate.field)
      const inner = (value as Readonly<Record<string, CanonicalValue>>)[predicate.field] ?? null
      // A part that the coarser form of the whole leaves out is withheld.
      if (field === undefined || inner === null) return UNKNOWN
      const part = { ...object, field }
      if (predicate.kind === 'compare') return compareValue(part, inner, predicate.op, predicate.value)
      return someOutcome(lazily(Array.isArray(inner) ? inner : [inner], (member) => evaluateObject(predicate.term, member, part)))
    }
  }
}

/** A list satisfies a comparison when one of its members does. */
function compareValue(shown: Shown, value: CanonicalValue, op: Operator, wanted: CanonicalValue): Outcomes {
  const { field, coarser } = shown
  if (value === null) return UNKNOWN
  if (Array.isArray(value)) return someOutcome(lazily(value, (member) => compareValue(shown, member, op, wanted)))
  if (op === 'in') return someOutcome(lazily(wanted as readonly CanonicalValue[], (one) => compareValue(shown, value, 'eq', one)))
  if (field.kind === 'link') return outcomeOf(isRecordRef(value) && isRecordRef(wanted) && refKey(value) === refKey(wanted))
  if (field.kind === 'partialDate') return compareDates(String(value), op, String(wanted))
  if (coarser && field.band !== undefined) return compareBand(Number(value), field.band, op, Number(wanted))
  const have = sortKey(value as SortValue, field.kind)
  const want = sortKey(wanted as SortValue, field.kind)
  return have === null || want === null ? UNKNOWN : compareScalars(have, op, want)
}

function compareScalars(have: string | number | boolean, op: Operator, want: string | number | boolean): Outcomes {
  switch (op) {
    case 'eq':
      return outcomeOf(have === want)
    case 'gte':
      return outcomeOf(compareKnown(have, want) >= 0)
    case 'lte':
      return outcomeOf(compareKnown(have, want) <= 0)
    case 'startsWith':
      return outcomeOf(String(have).startsWith(String(want)))
    case 'in':
      return UNKNOWN
  }
}

function compareDates(value: string, op: Operator, wanted: string): Outcomes {
  const have = interval(value)
  const want = interval(wanted)
  return have === null || want === null ? UNKNOWN : compareRanges(have, op, want)
}

/** The band of this width that begins with `value`: whole numbers. */
function compareBand(value: number, width: number, op: Operator, wanted: number): Outcomes {
  return compareRanges({ first: value, last: value + width - 1 }, op, { first: wanted, last: wanted })
}

/** A point satisfies `gte` from the first wanted one on, `lte` up to the last, `eq` between the two. */
function compareRanges<T extends string | number>(have: Range<T>, op: Operator, want: Range<T>): Outcomes {
  const from = op === 'lte' ? have.first : want.first
  const to = op === 'gte' ? have.last : want.last
  if (have.first >= from && have.last <= to) return TRUE
  return have.last < from || have.first > to ? FALSE : EITHER
}

/** Both ends included. */
interface Range<T> {
  readonly first: T
  readonly last: T
}

function oneOf(predicate: Predicate & { kind: 'compare' }): readonly CanonicalValue[] {
  return predicate.op === 'in' ? (predicate.value as readonly CanonicalValue[]) : [predicate.value]
}

function* lazily<T>(items: Iterable<T>, evaluateOne: (item: T) => Outcomes): Iterable<Outcomes> {
  for (const item of items) yield evaluateOne(item)
}
