import { describe, expect, it } from 'vitest'
import type { RecordType } from '../../src/model/catalogue.ts'
import type { Predicate } from '../../src/model/predicate.ts'
import type { CanonicalValue, ViewRecord } from '../../src/model/record.ts'
import { interestsOf, keysAt } from '../../src/plan/interest.ts'
import { catalogue } from '../support/catalogue.ts'

const person = catalogue.types.get('Person') as RecordType
const is = (field: string, value: CanonicalValue): Predicate => ({ kind: 'compare', field, op: 'eq', value })
const all = (...terms: readonly Predicate[]): Predicate => ({ kind: 'and', terms })
const some = (field: string, term: Predicate): Predicate => ({ kind: 'some', field, term })
const paths = (where: Predicate | null) => interestsOf(where, person).map(({ path }) => path)

function view(values: Readonly<Record<string, CanonicalValue>>, disclosure: ViewRecord['disclosure'] = []): ViewRecord {
  return { ref: { bureau: 'XB', type: 'Person', key: '1' }, values, disclosure }
}

describe('what must hold for a question to be satisfied', () => {
  it('are its equalities, those in objects too, the narrowest first', () => {
    expect(paths(all(is('owner', 'XB'), is('sex', 'F'), some('documents', all(is('number', 'P1'), is('issuingCountry', 'XA')))))).toEqual([
      'documents.number',
      'documents.issuingCountry',
      'sex',
      'owner',
    ])
    expect(paths(is('id', { bureau: 'XB', type: 'Person', key: '1' }))).toEqual(['id'])
  })

  it('is nothing that an alternative, a denial or another record could do without, and no date known in part', () => {
    expect(paths(null)).toEqual([])
    expect(paths({ kind: 'or', terms: [is('sex', 'F'), is('status', 'MISSING')] })).toEqual([])
    expect(paths({ kind: 'not', term: is('sex', 'F') })).toEqual([])
    expect(paths(is('birthDate', '1980'))).toEqual([])
    expect(interestsOf(some('subject', is('sex', 'F')), catalogue.types.get('Notice') as RecordType)).toEqual([])
    expect(paths({ kind: 'compare', field: 'sex', op: 'gte', value: 'F' })).toEqual([])
  })

  it('is met by any member of a list, in whatever form its text is composed, and by nothing that is masked', () => {
    const [wanted] = interestsOf(some('documents', is('number', 'é1')), person)
    const held = [{ number: 'x' }, { number: 'e\u03011' }]
    expect(keysAt(view({ documents: held }), 'documents.number', person).some((key) => wanted?.keys.has(key))).toBe(true)
    const masked = [{ field: 'documents', level: 'masked', reason: 'NOT_SHARED' }] as unknown as ViewRecord['disclosure']
    expect(keysAt(view({ documents: held }, masked), 'documents.number', person)).toEqual([])
    expect(keysAt(view({}), 'documents.number', person)).toEqual([])
    const [many] = interestsOf({ kind: 'compare', field: 'excludedCountries', op: 'in', value: ['XA', 'XB'] }, person)
    expect(keysAt(view({ excludedCountries: ['XC', 'XB'] }), 'excludedCountries', person).some((key) => many?.keys.has(key))).toBe(true)
  })
})
