import type { Catalogue, FieldType } from '../model/catalogue.ts'
import type { Predicate } from '../model/predicate.ts'

type Fields = ReadonlyMap<string, FieldType>

/**
 * What of a predicate must be true of a record that it can possibly be true of: all but the comparisons with dates that may be known in part. A bureau's
 * system answers those for the stored value, and would leave out what only some day satisfies. Null: nothing.
 */
export function withoutPartialDates(predicate: Predicate, type: string, catalogue: Catalogue): Predicate | null {
  return strip(predicate, fieldsOfType(type, catalogue), catalogue)
}

function strip(predicate: Predicate, fields: Fields, catalogue: Catalogue): Predicate | null {
  switch (predicate.kind) {
    case 'and': {
      const terms = predicate.terms.map((term) => strip(term, fields, catalogue)).filter((term) => term !== null)
      return terms.length === 0 ? null : { kind: 'and', terms }
    }
    case 'or': {
      const terms = predicate.terms.map((term) => strip(term, fields, catalogue))
      return terms.length > 0 && terms.every((term) => term !== null) ? { kind: 'or', terms } : null
    }
    case 'not':
      // A negation of less would be more: it stays whole, or goes.
      return namesPartialDate(predicate.term, fields, catalogue) ? null : predicate
    case 'compare':
      return namesPartialDate(predicate, fields, catalogue) ? null : predicate
    case 'some': {
      const term = strip(predicate.term, innerFields(predicate.field, fields, catalogue), catalogue)
      return term === null ? null : { ...predicate, term }
    }
  }
}

function namesPartialDate(predicate: Predicate, fields: Fields, catalogue: Catalogue): boolean {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return predicate.terms.some((term) => namesPartialDate(term, fields, catalogue))
    case 'not':
      return namesPartialDate(predicate.term, fields, catalogue)
    case 'compare':
      return fields.get(predicate.field)?.kind === 'partialDate'
    case 'some':
      return namesPartialDate(predicate.term, innerFields(predicate.field, fields, catalogue), catalogue)
  }
}

/** The fields that a condition on a value object, or on the other end of a link, is about. */
function innerFields(field: string, fields: Fields, catalogue: Catalogue): Fields {
  const { fields: own, to } = fields.get(field) ?? {}
  return own ?? (to === undefined ? new Map() : fieldsOfType(to, catalogue))
}

function fieldsOfType(type: string, catalogue: Catalogue): Fields {
  return catalogue.types.get(type)?.fields ?? new Map()
}
