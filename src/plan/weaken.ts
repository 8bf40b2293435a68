import type { Operator, Predicate } from '../model/predicate.ts'
import { type CanonicalValue, ownerOf, type RecordRef } from '../model/record.ts'

/**
 * What of a predicate may be told to a bureau's system: only comparisons on fields that `open` allows, and only as a predicate implied by the whole.
 * From `and` it keeps what it can, from `or` all or nothing, from `not` nothing. Null: nothing.
 */
export function weaken(predicate: Predicate, open: (field: string) => boolean): Predicate | null {
  switch (predicate.kind) {
    case 'and': {
      const terms = predicate.terms.map((term) => weaken(term, open)).filter((term) => term !== null)
      return terms.length === 0 ? null : { kind: 'and', terms }
    }
    case 'or': {
      const terms = predicate.terms.map((term) => weaken(term, open))
      return terms.length > 0 && terms.every((term) => term !== null) ? { kind: 'or', terms } : null
    }
    case 'not':
      return null
    default:
      return open(predicate.field) ? predicate : null
  }
}

/** A predicate, or its value where it is the same for every record of a bureau. */
export type Folded = Predicate | boolean

/** Folds what is known of one bureau's records before any is read: whose they are. `bureau`: the place where they live. */
export function foldOwner(predicate: Predicate, bureau: string): Folded {
  switch (predicate.kind) {
    case 'and':
    case 'or': {
      const absorbing = predicate.kind === 'or'
      const terms = predicate.terms.map((term) => foldOwner(term, bureau))
      if (terms.includes(absorbing)) return absorbing
      const open = terms.filter((term): term is Predicate => typeof term !== 'boolean')
      if (open.length === 0) return !absorbing
      return { kind: predicate.kind, terms: open }
    }
    case 'not': {
      const term = foldOwner(predicate.term, bureau)
      return typeof term === 'boolean' ? !term : { kind: 'not', term }
    }
    case 'compare':
      return foldComparison(predicate, bureau)
    case 'some':
      return predicate
  }
}

function foldComparison(predicate: Predicate & { kind: 'compare' }, bureau: string): Folded {
  if (predicate.field !== 'owner' && predicate.field !== 'id') return predicate
  const wanted = predicate.op === 'in' ? (predicate.value as readonly CanonicalValue[]) : [predicate.value]
  if (predicate.field === 'owner') return wanted.includes(ownerOf(bureau))
  const own = wanted.filter((ref) => (ref as RecordRef).bureau === bureau)
  return own.length > 0 ? { ...predicate, op: 'in' satisfies Operator, value: own } : false
}

/** Fields of the record that a predicate reads, links included. */
export function fieldsOf(predicate: Predicate | null, into: Set<string> = new Set()): Set<string> {
  if (predicate === null) return into
  if (predicate.kind === 'and' || predicate.kind === 'or') for (const term of predicate.terms) fieldsOf(term, into)
  else if (predicate.kind === 'not') fieldsOf(predicate.term, into)
  else into.add(predicate.field)
  return into
}
