import type { FieldType, RecordType } from '../model/catalogue.ts'
import { interval } from '../model/partialDate.ts'
import type { Operator, Predicate } from '../model/predicate.ts'
import { type CanonicalValue, isRecordRef, type RecordRef, refKey, type ViewRecord } from '../model/record.ts'
import { allOf, anyOf, type K3, negate } from './kleene.ts'
import { compareKnown, type SortValue, sortKey } from './position.ts'

/** The view of a linked record that was read before: null when it is not visible, `'silent'` when its bureau did not answer. */
export type Linked = (ref: RecordRef) => ViewRecord | null | 'silent'

/** The record types, for the kinds of fields. */
export type Types = ReadonlyMap<string, RecordType>

/**
 * Whether a record's view satisfies a predicate, in three values. It reads the view and nothing else, so a withheld field is unknown, and unknown
 * under `not` too; a masked value compares as unknown, a generalised one as what is shown of it.
 */
export function evaluate(predicate: Predicate, view: ViewRecord, types: Types, linked: Linked): K3 {
  switch (predicate.kind) {
    case 'and':
      return allOf(lazily(predicate.terms, (term) => evaluate(term, view, types, linked)))
    case 'or':
      return anyOf(lazily(predicate.terms, (term) => evaluate(term, view, types, linked)))
    case 'not':
      return negate(evaluate(predicate.term, view, types, linked))
    case 'compare':
      return compareField(predicate, view, types)
    case 'some':
      return someMember(predicate, view, types, linked)
  }
}

function compareField(predicate: Predicate & { kind: 'compare' }, view: ViewRecord, types: Types): K3 {
  if (predicate.field === 'id') return oneOf(predicate).some((value) => isRecordRef(value) && refKey(value) === refKey(view.ref))
  if (predicate.field === 'owner') return oneOf(predicate).includes(view.ref.bureau)
  const field = types.get(view.ref.type)?.fields.get(predicate.field)
  if (field === undefined || isMasked(view, predicate.field)) return null
  return compareValue(field, view.values[predicate.field] ?? null, predicate.op, predicate.value)
}

function someMember(predicate: Predicate & { kind: 'some' }, view: ViewRecord, types: Types, linked: Linked): K3 {
  const field = types.get(view.ref.type)?.fields.get(predicate.field)
  const value = view.values[predicate.field] ?? null
  if (field === undefined || value === null || isMasked(view, predicate.field)) return null
  const members = Array.isArray(value) ? value : [value]
  if (field.kind === 'link') return anyOf(lazily(members, (ref) => evaluateLinked(predicate.term, ref as RecordRef, types, linked)))
  return anyOf(lazily(members, (member) => evaluateObject(predicate.term, member, field)))
}

/** A link to a record that the caller may not see does not exist in the view; one to a silent bureau is unknown. */
function evaluateLinked(term: Predicate, ref: RecordRef, types: Types, linked: Linked): K3 {
  const target = linked(ref)
  if (target === 'silent') return null
  return target === null ? false : evaluate(term, target, types, linked)
}

function evaluateObject(predicate: Predicate, value: CanonicalValue, object: FieldType): K3 {
  switch (predicate.kind) {
    case 'and':
      return allOf(lazily(predicate.terms, (term) => evaluateObject(term, value, object)))
    case 'or':
      return anyOf(lazily(predicate.terms, (term) => evaluateObject(term, value, object)))
    case 'not':
      return negate(evaluateObject(predicate.term, value, object))
    default: {
      const field = object.fields?.get(predicate.field)
      const inner = (value as Readonly<Record<string, CanonicalValue>>)[predicate.field] ?? null
      if (field === undefined || inner === null) return null
      if (predicate.kind === 'compare') return compareValue(field, inner, predicate.op, predicate.value)
      return anyOf(lazily(Array.isArray(inner) ? inner : [inner], (member) => evaluateObject(predicate.term, member, field)))
    }
  }
}

/** A list satisfies a comparison when one of its members does. */
function compareValue(field: FieldType, value: CanonicalValue, op: Operator, wanted: CanonicalValue): K3 {
  if (value === null) return null
  if (Array.isArray(value)) return anyOf(lazily(value, (member) => compareValue(field, member, op, wanted)))
  if (op === 'in') return anyOf(lazily(wanted as readonly CanonicalValue[], (one) => compareValue(field, value, 'eq', one)))
  if (field.kind === 'link') return isRecordRef(value) && isRecordRef(wanted) && refKey(value) === refKey(wanted)
  if (field.kind === 'partialDate') return comparePartialDates(String(value), op, String(wanted))
  const have = sortKey(value as SortValue, field.kind)
  const want = sortKey(wanted as SortValue, field.kind)
  return have === null || want === null ? null : compareScalars(have, op, want)
}

function compareScalars(have: string | number | boolean, op: Operator, want: string | number | boolean): K3 {
  switch (op) {
    case 'eq':
      return have === want
    case 'gte':
      return compareKnown(have, want) >= 0
    case 'lte':
      return compareKnown(have, want) <= 0
    case 'startsWith':
      return String(have).startsWith(String(want))
    case 'in':
      return null
  }
}

/** True when every possible day satisfies the condition, false when none does, unknown in between. */
function comparePartialDates(value: string, op: Operator, wanted: string): K3 {
  const have = interval(value)
  const want = interval(wanted)
  if (have === null || want === null) return null
  if (op === 'gte') return have.first >= want.first ? true : have.last < want.first ? false : null
  if (op === 'lte') return have.last <= want.last ? true : have.first > want.last ? false : null
  if (have.first >= want.first && have.last <= want.last) return true
  return have.last < want.first || have.first > want.last ? false : null
}

function isMasked(view: ViewRecord, field: string): boolean {
  return view.disclosure.some((entry) => entry.field === field && entry.level === 'masked')
}

function oneOf(predicate: Predicate & { kind: 'compare' }): readonly CanonicalValue[] {
  return predicate.op === 'in' ? (predicate.value as readonly CanonicalValue[]) : [predicate.value]
}

function* lazily<T>(items: Iterable<T>, evaluateOne: (item: T) => K3): Iterable<K3> {
  for (const item of items) yield evaluateOne(item)
}
