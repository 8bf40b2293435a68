import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordType } from '../../src/model/catalogue.ts'
import type { RecordSketch } from '../../src/model/change.ts'
import { movesBetween, withoutOrder } from '../support/movesBetween.ts'
import { callerOf, catalogue, dossier, policyOf } from './support/caseCatalogue.ts'
import { sketchOf, states } from './support/moveCases.ts'
import { fileOf, policyCase, type RuleCase } from './support/policyCases.ts'

const type = catalogue.types.get('Dossier') as RecordType
const linksOfRed: RuleCase = {
  kind: 'permit',
  fields: ['parent', 'children'],
  level: 'full',
  purposes: null,
  under: null,
  to: null,
  when: { is: 'colour', values: ['RED'] },
}
const state = <T>(value: T, lottery: number, none: number): T | null => (lottery === none ? null : value)

describe('whatever the rules, the caller and the states', () => {
  it('tells to have moved what differs between the views, and meets every kind of move on the way', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(policyCase, states, fc.nat(19), (one, { before, after }, lottery) => {
        // Links are seldom shown on some records only.
        const rules = lottery % 2 === 0 ? one.rules : [...one.rules, linksOfRed]
        const policy = policyOf(fileOf({ ...one, rules }))
        const plan = policy.planFor('Dossier', callerOf(one.caller))
        const [old, now] = [state(before, lottery, 0), state(after, lottery, 1)].map((values) => (values === null ? null : dossier(values)))
        const [from, to] = [old ?? null, now ?? null].map((sealed) => (sealed === null ? null : plan.project(sealed)))
        const expected = movesBetween(type, from ?? null, to ?? null)
        const [was, is] = [old ?? null, now ?? null].map((sealed) => (sealed === null ? null : sketchOf(policy, sealed)))
        expect(withoutOrder(plan.moves(was ?? null, is ?? null))).toEqual(withoutOrder(expected))
        const kinds = [expected?.kind ?? 'none', ...(expected?.fields ?? []), ...(expected?.links ?? []).map(({ field }) => `to ${field}`)]
        for (const kind of kinds) seen.set(kind, (seen.get(kind) ?? 0) + 1)
      }),
      { numRuns: 1200 },
    )
    for (const kind of ['none', 'APPEARED', 'CHANGED', 'DISAPPEARED', ...type.fields.keys(), 'to parent'])
      expect([kind, (seen.get(kind) ?? 0) > 3]).toEqual([kind, true])
  })

  it('tells nothing of two states that look alike, under whatever rules they were sketched', () => {
    let alike = 0
    fc.assert(
      fc.property(policyCase, policyCase, states, (one, older, { before, after }) => {
        const [policy, past] = [policyOf(fileOf(one)), policyOf(fileOf(older))]
        const plan = policy.planFor('Dossier', callerOf(one.caller))
        if (movesBetween(type, plan.project(dossier(before)), plan.project(dossier(after))) !== null) return
        if (JSON.stringify(before) !== JSON.stringify(after)) alike++
        for (const under of [policy, past])
          for (const then of [policy, past]) expect(plan.moves(sketchOf(under, dossier(before)), sketchOf(then, dossier(after)))).toBe(null)
      }),
      { numRuns: 1200 },
    )
    expect(alike).toBeGreaterThan(150)
  })

  it('tells a visible change of a state that was sketched under other rules, if not always of what kind', () => {
    let told = 0
    let missing = 0
    fc.assert(
      fc.property(policyCase, policyCase, states, (one, older, { before, after }) => {
        const [policy, past] = [policyOf(fileOf(one)), policyOf(fileOf(older))]
        const plan = policy.planFor('Dossier', callerOf(one.caller))
        const views = [before, after].map((values) => plan.project(dossier(values)))
        const expected = movesBetween(type, views[0] ?? null, views[1] ?? null)
        // What moved without a change of level is known from the digests alone.
        if (expected?.kind !== 'CHANGED' || JSON.stringify(views[0]?.disclosure) !== JSON.stringify(views[1]?.disclosure)) return
        const found = plan.moves(sketchOf(past, dossier(before)), sketchOf(policy, dossier(after)))
        expect(withoutOrder(found)).toEqual(withoutOrder(expected))
        told++
        if (JSON.stringify(sketchOf(past, dossier(before))) !== JSON.stringify(sketchOf(policy, dossier(before)))) missing++
      }),
      { numRuns: 1200 },
    )
    expect(told).toBeGreaterThan(100)
    expect(missing).toBeGreaterThan(60)
  })

  it('never throws and never tells of a field, whatever stands in the place of a sketch', () => {
    const garbage = fc.oneof(
      fc.anything(),
      fc.record(
        { s: fc.anything(), i: fc.anything(), d: fc.anything(), p: fc.anything(), l: fc.anything(), c: fc.anything() },
        { requiredKeys: [] },
      ),
    )
    fc.assert(
      fc.property(policyCase, states, garbage, garbage, (one, { after }, some, more) => {
        const policy = policyOf(fileOf(one))
        const plan = policy.planFor('Dossier', callerOf(one.caller))
        const sketch = sketchOf(policy, dossier(after))
        for (const [from, to] of [
          [some, sketch],
          [sketch, some],
          [some, more],
        ])
          expect(plan.moves(from as RecordSketch, to as RecordSketch)?.fields ?? []).toEqual([])
      }),
      { numRuns: 800 },
    )
  })

  it('never throws, whatever stands in the parts of a sketch', () => {
    fc.assert(
      fc.property(
        policyCase,
        states,
        fc.anything(),
        fc.constantFrom('s', 'i', 'd', 'p', 'l', 'c'),
        fc.nat(12),
        (one, { after }, some, part, at) => {
          const policy = policyOf(fileOf(one))
          const plan = policy.planFor('Dossier', callerOf(one.caller))
          const sketch = sketchOf(policy, dossier(after)) as Record<string, unknown>
          const whole = sketch[part]
          const inner = typeof whole === 'object' && whole !== null ? Object.keys(whole) : []
          const name = inner[at % Math.max(1, inner.length)] ?? 'parent'
          const spoilt = Array.isArray(whole)
            ? whole.with(at % Math.max(1, whole.length) || 0, some)
            : { ...(whole as object), [name]: some }
          const one_ = { ...sketch, [part]: whole === undefined ? some : spoilt } as RecordSketch
          expect(() => [plan.moves(one_, sketch as RecordSketch), plan.moves(sketch as RecordSketch, one_)]).not.toThrow()
        },
      ),
      { numRuns: 800 },
    )
  })
})
