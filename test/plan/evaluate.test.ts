import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Predicate } from '../../src/model/predicate.ts'
import type { CanonicalValue, RecordRef, ViewRecord } from '../../src/model/record.ts'
import { evaluate } from '../../src/plan/evaluate.ts'
import { allOf, anyOf, type K3, negate } from '../../src/plan/kleene.ts'
import { foldOwner, weaken } from '../../src/plan/weaken.ts'
import { catalogue } from '../support/catalogue.ts'

const ref: RecordRef = { bureau: 'XA', type: 'Person', key: '1' }
const person = (values: Record<string, CanonicalValue>, disclosure: ViewRecord['disclosure'] = []): ViewRecord => ({
  ref,
  values,
  disclosure,
})
const decide = (predicate: Predicate, view: ViewRecord, linked: ViewRecord | null | 'silent' = null) =>
  evaluate(predicate, view, catalogue.types, () => linked)
const compare = (field: string, op: 'eq' | 'in' | 'gte' | 'lte' | 'startsWith', value: CanonicalValue): Predicate => ({
  kind: 'compare',
  field,
  op,
  value,
})
const not = (term: Predicate): Predicate => ({ kind: 'not', term })

describe('a predicate on a view', () => {
  it('is unknown on a withheld or unknown field, and unknown under not', () => {
    const predicate = compare('status', 'eq', 'WANTED_FOR_PROSECUTION')
    expect(decide(predicate, person({}))).toBe(null)
    expect(decide(not(predicate), person({}))).toBe(null)
    expect(decide(predicate, person({ status: null }))).toBe(null)
  })

  it('is unknown on a masked field whatever is shown of it', () => {
    const masked = person({ occupation: 'P***' }, [{ field: 'occupation', level: 'masked', reason: 'MASKED' }])
    expect(decide(compare('occupation', 'startsWith', 'P'), masked)).toBe(null)
    expect(decide(compare('occupation', 'startsWith', 'P'), person({ occupation: 'Painter' }))).toBe(true)
  })

  it.each([
    ['1980', 'eq', '1980-06-15', null],
    ['1980-06-15', 'eq', '1980', true],
    ['1981', 'eq', '1980', false],
    ['1980', 'gte', '1980', true],
    ['1980', 'gte', '1980-06-01', null],
    ['1980', 'gte', '1981-01-01', false],
    ['1980', 'lte', '1980-12-31', true],
    ['198X', 'lte', '1985', null],
    ['1979/1983', 'gte', '1979', true],
    ['nonsense', 'eq', '1980', null],
  ] as const)('takes the partial date %s %s %s as %s', (have, op, want, expected) => {
    expect(decide(compare('birthDate', op, want), person({ birthDate: have }))).toBe(expected)
    expect(decide(not(compare('birthDate', op, want)), person({ birthDate: have }))).toBe(negate(expected))
  })

  it('compares instants, not their spelling', () => {
    const view = person({ recordedAt: '2026-01-01T00:00:00.5Z' })
    expect(decide(compare('recordedAt', 'gte', '2026-01-01T00:00:00.499999Z'), view)).toBe(true)
    expect(decide(compare('recordedAt', 'gte', '2026-01-01T00:00:01Z'), view)).toBe(false)
    expect(decide(compare('recordedAt', 'lte', '2026-01-01T00:00:00.500Z'), view)).toBe(true)
  })

  it('compares text by code point after normalisation', () => {
    expect(decide(compare('occupation', 'eq', 'Ame\u0301'), person({ occupation: 'Amé' }))).toBe(true)
    expect(decide(compare('occupation', 'eq', 'amé'), person({ occupation: 'Amé' }))).toBe(false)
  })

  it('asks one member of a list for everything it asks', () => {
    const names = [
      { kind: 'PRIMARY', family: 'Ortan' },
      { kind: 'ALIAS', family: 'Belu' },
    ]
    const both = (kind: string, family: string): Predicate => ({
      kind: 'some',
      field: 'names',
      term: { kind: 'and', terms: [compare('kind', 'eq', kind), compare('family', 'eq', family)] },
    })
    expect(decide(both('ALIAS', 'Belu'), person({ names }))).toBe(true)
    expect(decide(both('ALIAS', 'Ortan'), person({ names }))).toBe(false)
    expect(decide(both('ALIAS', 'Belu'), person({}))).toBe(null)
  })

  it('looks through a link at what is visible at its other end', () => {
    const subject: RecordRef = { ...ref, key: '2' }
    const notice: ViewRecord = { ref: { bureau: 'XA', type: 'Notice', key: '9' }, values: { subject }, disclosure: [] }
    const predicate: Predicate = { kind: 'some', field: 'subject', term: compare('sex', 'eq', 'F') }
    expect(decide(predicate, notice, person({ sex: 'F' }))).toBe(true)
    expect(decide(predicate, notice, person({}))).toBe(null)
    expect(decide(predicate, notice, 'silent')).toBe(null)
  })

  it('takes a link to a withheld record for no link: as one that is not recorded, or one fewer in the list', () => {
    const request = (subjects: CanonicalValue): ViewRecord => ({
      ref: { bureau: 'XA', type: 'AssistanceRequest', key: '9' },
      values: { subjects },
      disclosure: [],
    })
    const some = (field: string): Predicate => ({ kind: 'some', field, term: compare('sex', 'eq', 'F') })
    for (const asked of [some('subject'), not(some('subject'))]) {
      const notice = (subject: CanonicalValue): ViewRecord => ({ ref: { ...ref, type: 'Notice' }, values: { subject }, disclosure: [] })
      expect(decide(asked, notice(ref), null)).toBe(null)
      expect(decide(asked, notice(null), null)).toBe(null)
    }
    for (const [asked, expected] of [
      [some('subjects'), false],
      [not(some('subjects')), true],
    ] as const)
      for (const subjects of [[ref], [], null]) expect(decide(asked, request(subjects), null)).toBe(expected)
    const withheld = { ...request(null), values: {}, disclosure: [{ field: 'subjects', level: 'none', reason: 'NOT_SHARED' }] as const }
    expect(decide(not(some('subjects')), withheld, null)).toBe(null)
  })

  it('knows a record by its id and its owner', () => {
    expect(decide(compare('id', 'eq', ref), person({}))).toBe(true)
    expect(decide(compare('id', 'in', [{ ...ref, key: '2' }]), person({}))).toBe(false)
    expect(decide(compare('owner', 'in', ['XA', 'XB']), person({}))).toBe(true)
  })
})

const k3 = fc.constantFrom<K3>(true, false, null)

describe("Kleene's logic", () => {
  it('obeys De Morgan and double negation', () => {
    fc.assert(
      fc.property(fc.array(k3), (values) => {
        expect(negate(allOf(values))).toBe(anyOf(values.map(negate)))
        expect(negate(negate(anyOf(values)))).toBe(anyOf(values))
      }),
    )
  })
})

const leaf = fc.oneof(
  fc
    .record({ field: fc.constantFrom('sex', 'occupation'), value: fc.constantFrom('a', 'b') })
    .map(({ field, value }) => compare(field, 'eq', value)),
  fc.constantFrom('XA', 'XB').map((code) => compare('owner', 'eq', code)),
)
const tree: fc.Arbitrary<Predicate> = fc.letrec<{ tree: Predicate }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('tree'), { maxLength: 3 }).map((terms): Predicate => ({ kind: 'and', terms })),
    fc.array(tie('tree'), { maxLength: 3 }).map((terms): Predicate => ({ kind: 'or', terms })),
    tie('tree').map(not),
  ),
})).tree
const views = fc
  .record({ sex: fc.option(fc.constantFrom('a', 'b')), occupation: fc.option(fc.constantFrom('a', 'b')) })
  .map((values) => person(values))

describe('what a bureau is told of a predicate', () => {
  it('is implied by the predicate, and names open fields only', () => {
    let told = 0
    fc.assert(
      fc.property(tree, views, (predicate, view) => {
        const weaker = weaken(predicate, (field) => field === 'sex')
        if (weaker === null) return
        told++
        expect(JSON.stringify(weaker)).not.toContain('occupation')
        if (decide(predicate, view) === true) expect(decide(weaker, view)).toBe(true)
      }),
      { numRuns: 3000 },
    )
    expect(told).toBeGreaterThan(300)
  })

  it('says the same after the owner is folded in', () => {
    fc.assert(
      fc.property(tree, views, (predicate, view) => {
        const folded = foldOwner(predicate, 'XA')
        const value = typeof folded === 'boolean' ? folded : decide(folded, view)
        expect(value).toBe(decide(predicate, view))
        expect(JSON.stringify(folded)).not.toContain('owner')
      }),
      { numRuns: 3000 },
    )
  })
})
