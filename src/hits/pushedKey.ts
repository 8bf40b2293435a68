import type { KeyTerm } from '../model/exactKey.ts'
import type { Predicate } from '../model/predicate.ts'

/**
 * What of an exact key a bureau's system may be asked: a predicate implied by the key, so that no record that meets the key is left out. Texts that are
 * compared by how they read stay in the hub: systems differ in what they take for the same letter. Null: nothing.
 */
export function pushedKey(terms: readonly KeyTerm[]): Predicate | null {
  const pushed = terms.map(pushedTerm).filter((term) => term !== null)
  return pushed.length > 1 ? { kind: 'and', terms: pushed } : (pushed[0] ?? null)
}

function pushedTerm(term: KeyTerm): Predicate | null {
  switch (term.kind) {
    case 'oneOf':
      return { kind: 'compare', field: term.field, op: 'in', value: term.values }
    case 'day':
      return { kind: 'compare', field: term.field, op: 'eq', value: term.day }
    case 'some': {
      const inner = pushedKey(term.terms)
      return inner === null ? null : { kind: 'some', field: term.field, term: inner }
    }
    default:
      return null
  }
}

/** Fields of the record that a key reads. */
export function fieldsOfKey(terms: readonly KeyTerm[]): ReadonlySet<string> {
  return new Set(terms.flatMap((term) => (term.kind === 'any' ? [...fieldsOfKey(term.alternatives)] : [term.field])))
}
