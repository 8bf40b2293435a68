import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelOf } from '../../src/disclosure/policy.ts'
import { explain } from '../../src/disclosure/study/explanation.ts'
import { callerOf, dossier, policyOf } from './support/caseCatalogue.ts'
import { fields, fileOf, policyCase } from './support/policyCases.ts'

describe('the rules that go on record', () => {
  it('are those that an explanation names, and more only where rules wait for the record', () => {
    const seen = { exact: 0, wider: 0, lowered: 0 }
    fc.assert(
      fc.property(policyCase, (one) => {
        const policy = policyOf(fileOf(one))
        const asking = callerOf(one.caller)
        const plan = policy.planFor('Dossier', asking)
        const record = dossier(one.record)
        const view = plan.project(record)
        if (view === null) return
        const named = plan.rulesBehind(new Map(fields.map((field) => [field, levelOf(view, field)])))
        const explained = explain(policy, record, asking)
        const deciding = [...new Set([explained?.record, ...(explained?.fields ?? [])].flatMap((one) => one?.deciding ?? []))].sort()
        expect(named).toEqual(expect.arrayContaining(deciding))
        expect(named).toEqual([...new Set(named)].sort())
        if (plan.inputs.size === 0) {
          expect(named).toEqual(deciding)
          seen.exact++
          if (explained?.rules.some(({ id, kind, counts }) => kind === 'cap' && counts && deciding.includes(id))) seen.lowered++
        } else if (named.length > deciding.length) seen.wider++
      }),
      { numRuns: 3000 },
    )
    expect(seen.exact).toBeGreaterThan(50)
    expect(seen.wider).toBeGreaterThan(20)
    expect(seen.lowered).toBeGreaterThan(5)
  })

  it('are none for the officers of the bureau itself', () => {
    fc.assert(
      fc.property(policyCase, (one) => {
        const plan = policyOf(fileOf(one)).planFor('Dossier', callerOf({ ...one.caller, country: policyOf(fileOf(one)).bureau }))
        expect(plan.rulesBehind(new Map(fields.map((field) => [field, 'full'])))).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})
