import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelOf, type Policy } from '../../src/disclosure/policy.ts'
import { seal } from '../../src/disclosure/seal.ts'
import { type Explanation, explain } from '../../src/disclosure/study/explanation.ts'
import { viewMatrix } from '../../src/disclosure/study/viewMatrix.ts'
import type { CanonicalValue } from '../../src/model/record.ts'
import { callerOf, dossier, policyOf } from './support/caseCatalogue.ts'
import { filePolicy, learns, openRules } from './support/limitedCatalogue.ts'
import { fileOf, policyCase } from './support/policyCases.ts'

type Values = Readonly<Record<string, CanonicalValue>>

/** The explanation, held against the decision on the way. */
function explained(policy: Policy, values: Values, who: Parameters<typeof callerOf>[0] = {}): Explanation {
  const caller = callerOf(who)
  const found = explain(policy, seal({ ref: { bureau: policy.bureau, type: 'File', key: '1' }, values }), caller)
  if (found === null) throw new Error('nothing to explain')
  const levels = Object.fromEntries(found.fields.map(({ field, level }) => [field, level]))
  expect(found.record.level === 'listed' ? levels : null).toEqual(learns(policy, caller, values))
  return found
}

const layerOf = (found: Explanation, id: string) => found.rules.find((rule) => rule.id === id)?.layer
const nameField = (found: Explanation) => found.fields.find(({ field }) => field === 'name')

describe('an explanation names the layer', () => {
  it.each([
    ['its last day', { until: '2020-01-01' }, 'COMITY-EXPIRY', 'expiry'],
    ['excluded countries', { not: ['XB'] }, 'COMITY-EXCLUDED', 'handling'],
  ])('of a record limited by %s', (_, values, id, layer) => {
    const found = explained(filePolicy(), values)
    expect(found.record).toMatchObject({ level: 'none', deciding: [id] })
    expect(layerOf(found, id)).toBe(layer)
  })

  it("of the members' baseline", () => {
    const policy = filePolicy(openRules, {
      baseline: '  - { id: H1, title: Witnesses, on: File, fields: [name], cap: masked, when: record.risk == "RED" }',
    })
    const found = explained(policy, { risk: 'RED' })
    expect(nameField(found)).toMatchObject({ level: 'masked', deciding: ['H1'], because: 'H1 lowers it; F would give full' })
    expect(layerOf(found, 'H1')).toBe('baseline')
  })

  it('of an agreement that gives no more than its ceiling', () => {
    const rules = `  - { id: L, title: t, on: File, record: listed, to: any, for: any, mayInclude: any }
  - { id: F, title: t, on: File, fields: [name], level: full, to: any, for: any, under: CONV-12 }`
    const policy = filePolicy(rules, { ceilings: new Map([['CONV-12', 'masked']]) })
    const found = explained(policy, {}, { agreements: ['CONV-12'] })
    expect(nameField(found)).toMatchObject({ level: 'masked', deciding: ['F'] })
    expect(found.rules.find(({ id }) => id === 'F')).toMatchObject({
      level: 'masked',
      because: 'it grants: masked, which is all that CONV-12 allows',
    })
  })

  const policies = new Map<string, Policy>()
  const surroundings = {
    bureaus: ['XA', 'XB', 'XC'],
    policyOf: (bureau: string) => policies.get(bureau) ?? null,
    isSuspended: (bureau: string) => bureau === 'XD',
  }

  it('of an originator, without a word about which bureau that is or what its rules are', () => {
    policies.set('XC', filePolicy(openRules.replace('level: full', 'level: masked'), { bureau: 'XC', surroundings }))
    const found = explained(filePolicy(openRules, { surroundings }), { name: 'Ann', marking: { from: 'XC' } })
    expect(nameField(found)).toMatchObject({ level: 'masked', deciding: ['COMITY-ORIGINATOR'] })
    expect(layerOf(found, 'COMITY-ORIGINATOR')).toBe('originator')
    expect(JSON.stringify(found)).not.toMatch(/\bXC\b/)
    policies.clear()
    expect(explained(filePolicy(openRules, { surroundings }), { marking: { from: 'XC' } }).record.deciding).toEqual(['COMITY-ORIGINATOR'])
  })

  it('of supervision, for a bureau whose access is suspended', () => {
    const found = explained(filePolicy(openRules, { surroundings }), {}, { country: 'XD' })
    expect(found.record).toMatchObject({ level: 'none', deciding: ['COMITY-SUSPENDED'] })
    expect(layerOf(found, 'COMITY-SUSPENDED')).toBe('supervision')
  })
})

describe('an explanation of grants and emergencies', () => {
  const rules = `  - { id: L, title: t, on: File, record: listed, to: any, for: any, mayInclude: any }
  - { id: N, title: t, on: File, fields: [name], cap: none }
  - { id: B, title: t, on: File, record: hit, blind: true, to: any, for: any, mayInclude: any }
grants:
  - { id: G, title: t, on: File, fields: [risk], level: full, to: any, for: any, from: 2026-06-15T10:00Z, until: 2026-06-15T14:00Z, basis: b }
emergency:
  - { id: E, title: t, on: File, fields: [name], level: full, to: caller.clearance >= 1, ttl: 1h }`
  const policy = filePolicy(rules)
  const accountOf = (found: Explanation, id: string) => found.rules.find((rule) => rule.id === id)

  it('says when a grant begins and when it ended', () => {
    expect(explained(policy, {}).fields.find(({ field }) => field === 'risk')).toMatchObject({ level: 'full', deciding: ['G'] })
    const before = accountOf(explained(policy, {}, { at: '2026-06-15T09:59:59Z' }), 'G')
    expect(before).toMatchObject({ obstacles: ['TIME'], because: 'it begins at 2026-06-15T10:00:00Z' })
    expect(accountOf(explained(policy, {}, { at: '2026-06-15T14:00:00Z' }), 'G')?.because).toBe('it ended at 2026-06-15T14:00:00Z')
  })

  it('says whether the emergency was invoked, and names it where it lifts a cap', () => {
    expect(accountOf(explained(policy, {}), 'E')).toMatchObject({ obstacles: ['EMERGENCY'] })
    expect(nameField(explained(policy, {}, { emergency: 'E' }))).toMatchObject({ level: 'full', deciding: ['E'] })
  })

  it('says that an absolute cap holds against an emergency too', () => {
    const absolute = filePolicy(rules.replace('fields: [name], cap: none }', 'fields: [name], cap: none, absolute: true }'))
    expect(nameField(explained(absolute, {}, { emergency: 'E' }))).toMatchObject({ level: 'none' })
  })

  it('says of a blind permit that it raises the alarm, and rests no level on it', () => {
    const found = explained(policy, {})
    expect(accountOf(found, 'B')?.because).toBe('it raises the alarm at the owner and tells the caller nothing')
    expect(found.record.deciding).toEqual(['L'])
  })
})

describe('the view matrix', () => {
  const rules = `  - { id: L, title: t, on: File, record: listed, to: any, for: any, when: 'record.risk in ["RED", "BLUE"]', mayInclude: any }
  - { id: H, title: t, on: File, record: hit, to: any, for: any, mayInclude: any }
  - { id: F, title: t, on: File, fields: [name, score], level: full, to: any, for: any, when: record.risk != "RED", declassifies: [record.risk] }
  - { id: M, title: t, on: File, fields: [name, shape], level: generalised, to: any, for: any }
  - { id: C, title: t, on: File, fields: [name, shape], cap: none, when: '"WITNESS" in record.kinds', declassifies: [record.kinds] }`
  const matrixOf = (policy: Policy, who: Parameters<typeof callerOf>[0] = {}) => viewMatrix(policy, callerOf(who))[0]
  const textOf = (policy: Policy, field: string) => matrixOf(policy)?.fields.find((one) => one.field === field)?.text

  it('says in words what a level waits for', () => {
    const policy = filePolicy(rules)
    expect(matrixOf(policy)?.record.text).toBe(
      "listed if the record's risk is RED or BLUE, else hit check only; but not shown if the record's until is known and lies before 2026-06-15, or if the record's not is known and XB is listed in them, or if that cannot be told",
    )
    expect(textOf(policy, 'score')).toBe("full if the record's risk is not RED, else withheld")
    expect(textOf(policy, 'name')).toBe(
      "full if the record's risk is not RED, else masked; but withheld if WITNESS is listed in the record's kinds, or if that cannot be told",
    )
    expect(textOf(policy, 'risk')).toBe('withheld')
  })

  it('shows nothing of a type whose records are never listed', () => {
    const policy = filePolicy(rules.replace('record: listed', 'record: hit'))
    expect(matrixOf(policy)?.record.highest).toBe('hit')
    expect(new Set(matrixOf(policy)?.fields.map(({ text }) => text))).toEqual(new Set(['withheld']))
  })

  it("shows the owner's officers everything, and a suspended bureau nothing", () => {
    expect(new Set(matrixOf(filePolicy(rules), { country: 'XA' })?.fields.map(({ text }) => text))).toEqual(new Set(['full']))
    const surroundings = { bureaus: [], policyOf: () => null, isSuspended: () => true }
    const suspended = matrixOf(filePolicy(openRules, { surroundings }))
    expect([suspended?.record.text, new Set(suspended?.fields.map(({ text }) => text))]).toEqual(['not shown', new Set(['withheld'])])
  })

  it('agrees with the plan on what does not wait, and bounds what does, whatever rules, caller and record', () => {
    let waiting = 0
    fc.assert(
      fc.property(policyCase, (one) => {
        const policy = policyOf(fileOf(one))
        const plan = policy.planFor('Dossier', callerOf(one.caller))
        const view = plan.project(dossier(one.record))
        const [matrix] = viewMatrix(policy, callerOf(one.caller), ['Dossier'])
        expect(matrix?.record.highest).toBe(plan.recordCeiling)
        for (const { field, lowest, highest } of matrix?.fields ?? []) {
          expect([field, lowest === highest ? lowest : null]).toEqual([field, plan.fixedLevel(field)])
          if (lowest !== highest) waiting++
          if (view === null) continue
          const level = order.indexOf(levelOf(view, field))
          expect(level).toBeGreaterThanOrEqual(order.indexOf(lowest))
          expect(level).toBeLessThanOrEqual(order.indexOf(highest))
        }
      }),
      { numRuns: 1000 },
    )
    expect(waiting).toBeGreaterThan(200)
  })
})

const order = ['none', 'masked', 'generalised', 'full']
