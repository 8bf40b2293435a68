import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCaller } from '../../src/disclosure/decide/callerValues.ts'
import { compileCondition, k3Of } from '../../src/disclosure/decide/compileCondition.ts'
import { fold } from '../../src/disclosure/decide/fold.ts'
import { checkCondition } from '../../src/disclosure/language/checkCondition.ts'
import { always } from '../../src/disclosure/language/condition.ts'
import type { Scope } from '../../src/disclosure/language/scope.ts'
import { levelOf, type Policy } from '../../src/disclosure/policy.ts'
import type { RecordType } from '../../src/model/catalogue.ts'
import type { CanonicalValue, ViewRecord } from '../../src/model/record.ts'
import { callerOf, catalogue, dossier, policyOf, purposes, roles } from './support/caseCatalogue.ts'
import {
  type Condition,
  caller,
  cap,
  condition,
  fields,
  fileOf,
  leaves,
  type PolicyCase,
  permit,
  policyCase,
  type RuleCase,
  record,
  textOf,
} from './support/policyCases.ts'
import { decide, type ReferenceCaller, truth } from './support/reference.ts'

const order = ['none', 'masked', 'generalised', 'full']
const scope: Scope = {
  part: 'when',
  record: catalogue.types.get('Dossier') as RecordType,
  sets: new Map(),
  enums: new Map<string, readonly string[]>([...catalogue.enums, ['Role', roles], ['Purpose', purposes]]),
  agreements: null,
}
type Values = Readonly<Record<string, CanonicalValue>>

/** Levels as the engine decides them: every field none when nothing is listed. */
function levels(policy: Policy, who: ReferenceCaller, values: Values): { listed: boolean; fields: Readonly<Record<string, string>> } {
  const view = policy.planFor('Dossier', callerOf(who)).project(dossier(values))
  return {
    listed: view !== null,
    fields: Object.fromEntries(fields.map((field) => [field, view === null ? 'none' : levelOf(view, field)])),
  }
}

function withRules(one: PolicyCase, rules: readonly RuleCase[]): Policy {
  return policyOf(fileOf({ ...one, rules }))
}

function places(found: { listed: boolean; fields: Readonly<Record<string, string>> }): readonly number[] {
  return [found.listed ? 1 : 0, ...fields.map((field) => order.indexOf(found.fields[field] ?? 'none'))]
}

describe('whatever the condition', () => {
  it('comes to the truth that the definition gives it', () => {
    const seen = new Map<string, number>()
    const count = (what: string): unknown => seen.set(what, (seen.get(what) ?? 0) + 1)
    const runs = 4000
    fc.assert(
      fc.property(condition, caller, record, (one, who, values) => {
        const checked = checkCondition(textOf(one), scope)
        expect(checked.problems).toEqual([])
        const folded = fold(checked.condition ?? always, readCaller(callerOf(who)))
        const expected = truth(one, who, values)
        expect(k3Of(compileCondition(folded, scope.enums)(values))).toBe(expected)
        for (const leaf of leavesOf(one)) count(`${leaf} ${expected}`)
        count(String(expected))
      }),
      { numRuns: runs },
    )
    for (const value of ['true', 'false', 'null']) expect(seen.get(value)).toBeGreaterThan(runs / 10)
    for (const leaf of leaves)
      for (const value of ['true', 'false', 'null']) expect([leaf, value, seen.get(`${leaf} ${value}`) ?? 0]).not.toEqual([leaf, value, 0])
  })
})

describe('whatever the rules, the caller and the record', () => {
  it('decides as the definition does, and meets every kind of outcome on the way', () => {
    const seen = new Map<string, number>()
    let cases = 0
    fc.assert(
      fc.property(policyCase, (one) => {
        const expected = decide(one.rules, one.agreements, one.caller, one.record, fields)
        const found = levels(withRules(one, one.rules), one.caller, one.record)
        expect(found).toEqual({ listed: expected.record === 'listed', fields: expected.fields })
        cases++
        const outcomes = new Set([`record ${expected.record}`, ...Object.values(expected.fields).map((level) => `field ${level}`)])
        for (const outcome of outcomes) seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
      }),
      { numRuns: 3000 },
    )
    // A generator that never lists anything would prove nothing.
    const share = (outcome: string): number => (seen.get(outcome) ?? 0) / cases
    expect(share('record listed')).toBeGreaterThan(0.3)
    expect(share('record none')).toBeGreaterThan(0.05)
    expect(share('record hit')).toBeGreaterThan(0.01)
    expect(share('field none')).toBeGreaterThan(0.3)
    expect(share('field masked')).toBeGreaterThan(0.05)
    expect(share('field generalised')).toBeGreaterThan(0.05)
    expect(share('field full')).toBeGreaterThan(0.2)
  })

  it('does not mind the order of the rules', () => {
    fc.assert(
      fc.property(policyCase, fc.integer(), (one, seed) => {
        const shuffled = [...one.rules].sort((a, b) => hash(a, seed) - hash(b, seed))
        expect(levels(withRules(one, shuffled), one.caller, one.record)).toEqual(levels(withRules(one, one.rules), one.caller, one.record))
      }),
      { numRuns: 500 },
    )
  })

  it('never shows less for one more permit', () => {
    let raised = 0
    fc.assert(
      fc.property(policyCase, permit, (one, more) => {
        const before = places(levels(withRules(one, one.rules), one.caller, one.record))
        const after = places(levels(withRules(one, [...one.rules, more]), one.caller, one.record))
        after.forEach((place, i) => {
          expect(place).toBeGreaterThanOrEqual(before[i] ?? 0)
        })
        if (after.some((place, i) => place > (before[i] ?? 0))) raised++
      }),
      { numRuns: 1000 },
    )
    expect(raised).toBeGreaterThan(20)
  })

  it('never shows more for one more cap', () => {
    let lowered = 0
    fc.assert(
      fc.property(policyCase, cap, (one, more) => {
        const before = places(levels(withRules(one, one.rules), one.caller, one.record))
        const after = places(levels(withRules(one, [...one.rules, more]), one.caller, one.record))
        after.forEach((place, i) => {
          expect(place).toBeLessThanOrEqual(before[i] ?? 0)
        })
        if (after.some((place, i) => place < (before[i] ?? 0))) lowered++
      }),
      { numRuns: 1000 },
    )
    expect(lowered).toBeGreaterThan(50)
  })

  it('shows callers of one class the same', () => {
    let shared = 0
    fc.assert(
      fc.property(policyCase, caller, (one, other) => {
        const policy = withRules(one, one.rules)
        if (policy.classKey(callerOf(one.caller)) !== policy.classKey(callerOf(other))) return
        shared++
        // Two policies, so that the second caller does not get the first one's kept plan.
        expect(viewOf(withRules(one, one.rules), other, one.record)).toEqual(viewOf(policy, one.caller, one.record))
      }),
      { numRuns: 3000 },
    )
    expect(shared).toBeGreaterThan(30)
  })

  it('serves interleaved callers of one policy as if each were alone', () => {
    fc.assert(
      fc.property(
        policyCase,
        fc.array(caller, { minLength: 2, maxLength: 5 }),
        fc.array(record, { minLength: 2, maxLength: 4 }),
        (one, callers, records) => {
          const shared = withRules(one, one.rules)
          for (const values of records) {
            for (const who of callers) expect(viewOf(shared, who, values)).toEqual(viewOf(withRules(one, one.rules), who, values))
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('keeps what a plan promises: ceiling, fixed levels and inputs', () => {
    fc.assert(
      fc.property(policyCase, record, (one, noise) => {
        const policy = withRules(one, one.rules)
        const plan = policy.planFor('Dossier', callerOf(one.caller))
        const found = levels(policy, one.caller, one.record)
        if (plan.recordCeiling !== 'listed') expect(found.listed).toBe(false)
        for (const field of found.listed ? fields : [])
          expect([plan.fixedLevel(field) ?? found.fields[field]]).toEqual([found.fields[field]])
        // What is no input may be anything.
        const mixed = Object.fromEntries(fields.map((field) => [field, (plan.inputs.has(field) ? one.record : noise)[field] ?? null]))
        expect(levels(policy, one.caller, mixed)).toEqual(found)
      }),
      { numRuns: 1000 },
    )
  })

  it('marks by the decision alone: the same markers, and the same array, for every record decided alike', () => {
    let alike = 0
    fc.assert(
      fc.property(policyCase, fc.array(record, { minLength: 2, maxLength: 6 }), (one, records) => {
        const plan = withRules(one, one.rules).planFor('Dossier', callerOf(one.caller))
        const byLevels = new Map<string, ViewRecord>()
        const reasons = new Map<string, string>()
        for (const values of records) {
          const view = plan.project(dossier(values))
          if (view === null) continue
          const key = view.disclosure.map(({ field, level }) => `${field} ${level}`).join()
          const first = byLevels.get(key)
          if (first !== undefined) alike++
          expect(first?.disclosure ?? view.disclosure).toBe(view.disclosure)
          byLevels.set(key, view)
          for (const { field, level, reason } of view.disclosure) {
            expect(reasons.get(`${field} ${level}`) ?? reason).toBe(reason)
            reasons.set(`${field} ${level}`, reason)
          }
        }
      }),
      { numRuns: 1000 },
    )
    expect(alike).toBeGreaterThan(100)
  })

  it('holds back every value of a withheld field', () => {
    fc.assert(
      fc.property(policyCase, (one) => {
        const view = viewOf(withRules(one, one.rules), one.caller, one.record)
        for (const field of view === null ? [] : fields) {
          const stored = one.record[field] ?? null
          const level = view === null ? 'none' : levelOf(view, field)
          if (level === 'none') expect(view?.values).not.toHaveProperty(field)
          if (level === 'full' && field !== 'children')
            expect(view?.values[field]).toEqual(Array.isArray(stored) ? stored.filter((member) => member !== null) : stored)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

function viewOf(policy: Policy, who: ReferenceCaller, values: Values): ViewRecord | null {
  return policy.planFor('Dossier', callerOf(who)).project(dossier(values))
}

function hash(rule: RuleCase, seed: number): number {
  let sum = seed | 0
  for (const char of JSON.stringify(rule)) sum = (Math.imul(sum, 31) + char.charCodeAt(0)) | 0
  return sum
}

function leavesOf(one: Condition): readonly string[] {
  if (one.is === 'not') return leavesOf(one.term)
  return one.is === 'and' || one.is === 'or' ? one.terms.flatMap(leavesOf) : [one.is]
}
