import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meetsKey } from '../../src/disclosure/matchKey.ts'
import { readHitKey } from '../../src/hits/hitKey.ts'
import { fieldsOfKey, pushedKey } from '../../src/hits/pushedKey.ts'
import type { CanonicalValue } from '../../src/model/record.ts'
import { evaluate } from '../../src/plan/evaluate.ts'
import { catalogue } from '../support/catalogue.ts'

const numbers = ['AB1234', 'ab 12-34', 'AB-1234', 'AB12345', '\u00dc1234', 'U\u03081234']
const countries = ['XA', 'XB']
const names = ['Tolvan', 'TOLVAN', 'N\u00e9', 'NE\u0301', 'Askel Brenn']
const days = ['1980-06-15', '1980-06', '1980', '1980-06-15~', '1980-06-15/1980-06-15', '198X']
const orNull = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { freq: 8 })

const record: fc.Arbitrary<Readonly<Record<string, CanonicalValue>>> = fc.record({
  names: fc.option(fc.array(fc.record({ family: orNull(names), given: orNull(names), full: orNull(names) }), { maxLength: 2 }), {
    freq: 8,
  }),
  birthDate: orNull(days),
  sex: orNull(['F', 'M']),
  nationalities: fc.array(fc.record({ country: orNull(countries) }), { maxLength: 2 }),
  birthPlace: fc.option(fc.record({ country: orNull(countries) }), { freq: 8 }),
  documents: fc.array(fc.record({ number: orNull(numbers), issuingCountry: orNull(countries) }), { maxLength: 3 }),
})
const key = fc.oneof(
  fc.record({ document: fc.record({ number: fc.constantFrom(...numbers), issuingCountry: fc.constantFrom(...countries) }) }),
  fc.record({
    person: fc.record({
      familyName: fc.constantFrom(...names),
      givenNames: fc.constantFrom(...names),
      birthDate: fc.constant('1980-06-15'),
      sex: fc.constantFrom('F', 'M'),
      nationality: orNull(countries),
      birthCountry: fc.option(fc.constantFrom(...countries), { freq: 1 }),
    }),
  }),
)

describe('what a bureau’s system is asked', () => {
  it('is met by every record that meets the key', () => {
    let met = 0
    fc.assert(
      fc.property(record, key, (values, input) => {
        const { key: exact } = readHitKey(input)
        const asked = pushedKey(exact.terms)
        if (asked === null) throw new Error('a key of which nothing can be asked')
        if (!meetsKey(exact, values)) return
        met++
        const view = { ref: { bureau: 'XA', type: 'Person', key: '1' }, values, disclosure: [] }
        expect(evaluate(asked, view, catalogue.types, () => null)).toBe(true)
      }),
      { numRuns: 20_000 },
    )
    expect(met).toBeGreaterThan(200)
  })

  it('names no name: how one reads is for the hub to judge', () => {
    const { key: exact } = readHitKey({ person: { familyName: 'Tolvan', givenNames: 'Mira', birthDate: '1980-06-15', sex: 'F' } })
    expect(JSON.stringify(pushedKey(exact.terms))).not.toMatch(/Tolvan|Mira|names/)
    expect([...fieldsOfKey(exact.terms)].sort()).toEqual(['birthDate', 'names', 'sex'])
  })

  it('names fields that the schema has', () => {
    const inputs = [
      { document: { number: 'P1000001', issuingCountry: 'XC' } },
      { person: { familyName: 'T', givenNames: 'M', birthDate: '1980-06-15', sex: 'F', nationality: 'XA', birthCountry: 'XA' } },
    ]
    for (const input of inputs) {
      const { key: exact } = readHitKey(input)
      const type = catalogue.types.get(exact.type)
      for (const field of fieldsOfKey(exact.terms)) expect(type?.fields.has(field)).toBe(true)
    }
  })
})
