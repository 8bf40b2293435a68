import type { ExactKey, KeyTerm } from '../model/exactKey.ts'
import { interval } from '../model/partialDate.ts'

type Values = Readonly<Record<string, unknown>>

/** Whether a record's raw values meet every term of an exact key. What is unknown, or of another kind than the term wants, does not. */
export function meetsKey({ terms }: ExactKey, values: Values): boolean {
  return terms.length > 0 && terms.every((term) => meets(term, values))
}

function meets(term: KeyTerm, values: Values): boolean {
  switch (term.kind) {
    case 'any':
      return term.alternatives.some((one) => meets(one, values))
    case 'some':
      return (
        term.terms.length > 0 &&
        members(values, term.field).some((member) => isValues(member) && term.terms.every((one) => meets(one, member)))
      )
    case 'oneOf': {
      const wanted = new Set(term.values.map((value) => value.normalize('NFC')))
      return members(values, term.field).some((value) => typeof value === 'string' && wanted.has(value.normalize('NFC')))
    }
    case 'reads':
      return members(values, term.field).some((value) => typeof value === 'string' && reading(value) === reading(term.text))
    case 'day':
      return members(values, term.field).some((value) => typeof value === 'string' && isDay(value, term.day))
  }
}

function members(values: Values, field: string): readonly unknown[] {
  const value = Object.hasOwn(values, field) ? values[field] : null
  return Array.isArray(value) ? value : [value]
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function reading(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

function isDay(value: string, day: string): boolean {
  const days = interval(value)
  return days !== null && days.first === day && days.last === day
}
