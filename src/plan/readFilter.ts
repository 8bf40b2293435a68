import type { Catalogue, FieldType } from '../model/catalogue.ts'
import { ComityError } from '../model/errors.ts'
import type { Operator, Predicate } from '../model/predicate.ts'
import type { CanonicalValue, RecordRef } from '../model/record.ts'

/** An id's place, or null for an id this hub did not give out. */
export type DecodeId = (id: string) => RecordRef | null

type Input = Readonly<Record<string, unknown>>
type Fields = ReadonlyMap<string, FieldType>

/** A place no record has: an id that this hub never gave out equals no record's. */
const nowhere: RecordRef = { bureau: '', type: '', key: '' }

/** Longest text in a condition, in UTF-16 units. */
const longestText = 256

/**
 * A `where` argument as a predicate. The argument has been checked against the schema; what the schema cannot say is checked here: no nulls (they would silently
 * widen the question) and no filter of a link inside another. Throws BAD_USER_INPUT.
 */
export function readFilter(where: unknown, type: string, catalogue: Catalogue, decodeId: DecodeId): Predicate | null {
  if (where === null || where === undefined) return null
  const fields = catalogue.types.get(type)?.fields ?? new Map()
  return new FilterReader(catalogue, decodeId).read(where as Input, fields, 'where', 0)
}

class FilterReader {
  readonly #catalogue: Catalogue
  readonly #decodeId: DecodeId

  constructor(catalogue: Catalogue, decodeId: DecodeId) {
    this.#catalogue = catalogue
    this.#decodeId = decodeId
  }

  /** `depth` counts the links passed. */
  read(input: Input, fields: Fields, path: string, depth: number): Predicate {
    const terms = Object.entries(input).map(([name, value]) => this.#entry(name, value, fields, `${path}.${name}`, depth))
    return terms.length === 1 && terms[0] !== undefined ? terms[0] : { kind: 'and', terms }
  }

  #entry(name: string, value: unknown, fields: Fields, path: string, depth: number): Predicate {
    if (value === null) throw refused(path, 'null is not a condition; leave it out')
    if (name === 'and' || name === 'or') {
      const members = value as readonly Input[]
      return { kind: name, terms: members.map((member, i) => this.read(member, fields, `${path}[${i}]`, depth)) }
    }
    if (name === 'not') return { kind: 'not', term: this.read(value as Input, fields, path, depth) }
    if (name === 'id') return this.#comparisons('id', value as Input, path, (id) => this.#decodeId(id as string) ?? nowhere)
    if (name === 'owner') return this.#comparisons('owner', value as Input, path, (code) => code as string)
    const field = fields.get(name)
    if (field === undefined) throw refused(path, 'there is no such field')
    if (field.kind === 'link') {
      if (depth > 0) throw refused(path, 'a filter of a link goes one level')
      const target = this.#catalogue.types.get(field.to ?? '')?.fields ?? new Map()
      return { kind: 'some', field: name, term: this.read(value as Input, target, path, depth + 1) }
    }
    if (field.kind === 'object')
      return { kind: 'some', field: name, term: this.read(value as Input, field.fields ?? new Map(), path, depth) }
    return this.#comparisons(name, value as Input, path, (one) => shortText(one, path) as CanonicalValue)
  }

  #comparisons(field: string, input: Input, path: string, convert: (value: unknown) => CanonicalValue): Predicate {
    const terms = Object.entries(input).map(([op, value]): Predicate => {
      if (value === null) throw refused(`${path}.${op}`, 'null is not a condition; leave it out')
      return { kind: 'compare', field, op: op as Operator, value: Array.isArray(value) ? value.map(convert) : convert(value) }
    })
    return terms.length === 1 && terms[0] !== undefined ? terms[0] : { kind: 'and', terms }
  }
}

/** Refuses a text that no field holds: it would be brought into one form for every row that is looked at. */
function shortText(value: unknown, path: string): unknown {
  if (typeof value === 'string' && value.length > longestText) throw refused(path, `a text has at most ${longestText} signs`)
  return value
}

function refused(path: string, reason: string): ComityError {
  return new ComityError('BAD_USER_INPUT', { reason: `${path}: ${reason}` })
}
