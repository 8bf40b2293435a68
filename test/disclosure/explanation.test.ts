import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelOf, type Policy } from '../../src/disclosure/policy.ts'
import { type Explanation, explain } from '../../src/disclosure/study/explanation.ts'
import type { CanonicalValue } from '../../src/model/record.ts'
import { callerOf, dossier, file, policyOf } from './support/caseCatalogue.ts'
import { fields, fileOf, type PolicyCase, policyCase, type RuleCase } from './support/policyCases.ts'

type Values = Readonly<Record<string, CanonicalValue>>
type Who = Parameters<typeof callerOf>[0]

function explained(policy: Policy, values: Values, who: Who = {}): Explanation {
  const found = explain(policy, dossier(values), callerOf(who))
  if (found === null) throw new Error('nothing to explain')
  return found
}

function withRules(one: PolicyCase, rules: readonly RuleCase[]): Policy {
  return policyOf(fileOf({ ...one, rules }))
}

/** Levels by name, the record's own under `record`. */
function levelsOf({ record, fields: all }: Explanation): Readonly<Record<string, string>> {
  return { record: record.level, ...Object.fromEntries(all.map(({ field, level }) => [field, level])) }
}

describe('an explanation', () => {
  it('comes to the levels that the decision came to, whatever rules, caller and record', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(policyCase, (one) => {
        const policy = withRules(one, one.rules)
        const plan = policy.planFor('Dossier', callerOf(one.caller))
        const view = plan.project(dossier(one.record))
        const { record, ...found } = levelsOf(explained(policy, one.record, one.caller))
        expect(record === 'listed').toBe(view !== null)
        for (const field of fields) expect([field, found[field]]).toEqual([field, view === null ? 'none' : levelOf(view, field)])
        for (const level of [`record ${record}`, ...Object.values(found)]) seen.add(level)
      }),
      { numRuns: 2000 },
    )
    expect([...seen].sort()).toEqual(['full', 'generalised', 'masked', 'none', 'record hit', 'record listed', 'record none'])
  })

  it('names rules without which the level would be another, or others beside them that it rests on as well', () => {
    let changed = 0
    let shared = 0
    fc.assert(
      fc.property(policyCase, (one) => {
        const before = explained(withRules(one, one.rules), one.record, one.caller)
        const levels = levelsOf(before)
        const named = [
          { about: 'record', ...before.record },
          ...(before.record.level === 'listed' ? before.fields.map(({ field, ...rest }) => ({ about: field, ...rest })) : []),
        ]
        for (const { about, deciding } of named) {
          for (const id of deciding) {
            const rest = one.rules.filter((_, i) => `R${i}` !== id)
            expect(rest.length).toBe(one.rules.length - 1)
            const after = levelsOf(explained(withRules(one, rest), one.record, one.caller))
            const differs = after[about] !== levels[about]
            if (differs) changed++
            else shared++
            expect([about, id, differs || deciding.length > 1]).toEqual([about, id, true])
          }
        }
      }),
      { numRuns: 300 },
    )
    expect(changed).toBeGreaterThan(200)
    expect(shared).toBeGreaterThan(20)
  })

  it('rests a level that all of its named rules are taken from on something else', () => {
    fc.assert(
      fc.property(policyCase, (one) => {
        const before = explained(withRules(one, one.rules), one.record, one.caller)
        const { deciding } = before.record
        if (deciding.length === 0) return
        const rest = one.rules.filter((_, i) => !deciding.includes(`R${i}`))
        expect(explained(withRules(one, rest), one.record, one.caller).record.level).not.toBe(before.record.level)
      }),
      { numRuns: 500 },
    )
  })

  const rules = `  - { id: A, title: Red ones, why: Act 1, on: Dossier, record: listed, to: any, for: [INVESTIGATION], when: 'record.colour == "RED"' }
  - { id: B, title: Labels, on: Dossier, fields: [label], level: full, to: '"ANALYST" in caller.roles && caller.clearance >= 2', for: any }
  - { id: C, title: Births, on: Dossier, fields: [born], level: full, to: any, for: any, under: CONV-12 }
  - { id: D, title: Not the young, on: Dossier, fields: [born, label], cap: none, when: 'yearsBetween(record.born, request.date) < 18' }
  - { id: E, title: Homes, on: Dossier, fields: [home], level: masked, to: any, for: any }
  - { id: F, title: Not for XB, on: Dossier, record: true, cap: hit, to: caller.country == "XB" }`
  const policy = policyOf(file(rules))
  const red = { colour: 'RED', born: '1980-01-01', label: 'secret label' }
  const account = (found: Explanation, id: string) => found.rules.find((rule) => rule.id === id)
  const fieldOf = (found: Explanation, name: string) => found.fields.find(({ field }) => field === name)

  it('says which permits granted and which caps bound, in plain sentences', () => {
    const found = explained(policy, red, { country: 'XC', roles: ['ANALYST'], agreements: ['CONV-12'] })
    expect(found.record).toEqual({ level: 'listed', deciding: ['A'], because: 'A grants it' })
    expect(account(found, 'A')).toEqual({
      id: 'A',
      title: 'Red ones',
      why: 'Act 1',
      layer: 'owner',
      kind: 'permit',
      fields: null,
      level: 'listed',
      counts: true,
      obstacles: [],
      because: 'it grants: listed',
      conditions: [{ text: "the record's colour is RED", truth: true }],
    })
    expect(fieldOf(found, 'born')).toMatchObject({ level: 'full', deciding: ['C'] })
    expect(account(found, 'D')).toMatchObject({ counts: false, obstacles: ['RECORD'], because: 'the record does not meet its condition' })
    const young = explained(policy, { ...red, born: '2020-01-01' }, { country: 'XC', agreements: ['CONV-12'] })
    expect(fieldOf(young, 'born')).toMatchObject({ level: 'none', deciding: ['D'], because: 'D lowers it; C would give full' })
  })

  it('says why a permit did not grant: purpose, agreement, caller, record', () => {
    const found = explained(policy, { colour: 'BLUE' }, { country: 'XC', purpose: 'AUDIT', clearance: 1 })
    expect(found.record.level).toBe('none')
    expect(account(found, 'A')).toMatchObject({
      obstacles: ['PURPOSE', 'RECORD'],
      because: expect.stringContaining('it does not count for the purpose AUDIT'),
    })
    expect(account(found, 'B')).toMatchObject({
      obstacles: ['CALLER'],
      conditions: [
        { text: "the caller's roles include ANALYST", truth: false },
        { text: "the caller's clearance is at least 2", truth: false },
      ],
    })
    expect(account(found, 'C')).toMatchObject({ obstacles: ['AGREEMENT'], because: 'CONV-12 is not in force for XC' })
    expect(fieldOf(found, 'label')?.because).toBe('the record is not shown')
  })

  it('says that an unknown condition does not grant, and that an unknown cap applies', () => {
    const found = explained(policy, { colour: 'RED' }, { country: 'XC', roles: ['ANALYST'] })
    expect(account(found, 'D')).toMatchObject({ counts: true, because: expect.stringContaining('cannot be told') })
    expect(account(found, 'D')?.conditions).toEqual([{ text: expect.stringContaining('fewer than 18'), truth: null }])
    const none = explained(policy, {}, { country: 'XC' })
    expect(account(none, 'A')).toMatchObject({ counts: false, because: 'the record does not meet its condition, or that cannot be told' })
  })

  it('names a cap on the record, and what the permit would have given', () => {
    const found = explained(policy, red, { country: 'XB' })
    expect(found.record).toEqual({ level: 'hit', deciding: ['F'], because: 'F lowers it; A would give listed' })
    expect(found.fields.every(({ level, because }) => level === 'none' && because === 'the record is hit check only')).toBe(true)
  })

  it('names a level that the field cannot show by what it falls to', () => {
    const found = explained(policy, red, { country: 'XC' })
    expect(fieldOf(found, 'home')).toMatchObject({ level: 'none', deciding: [], because: 'no rule permits it to anybody' })
  })

  it("says that the owner's officers see everything, and holds no value of the record in any case", () => {
    const own = explained(policy, red, { country: 'XA' })
    expect(new Set(own.fields.map(({ level }) => level))).toEqual(new Set(['full']))
    for (const country of ['XA', 'XB', 'XC']) expect(JSON.stringify(explained(policy, red, { country }))).not.toContain('secret label')
  })

  it('explains no record of another bureau or of a type that nobody knows', () => {
    expect(explain(policy, dossier(red, 'XC'), callerOf())).toBe(null)
    expect(explain(policy, dossier(red, 'XA', 'Other'), callerOf())).toBe(null)
  })
})
