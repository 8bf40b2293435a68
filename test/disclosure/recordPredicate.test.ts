import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCaller } from '../../src/disclosure/decide/callerValues.ts'
import { fold } from '../../src/disclosure/decide/fold.ts'
import { recordsWhere } from '../../src/disclosure/decide/recordPredicate.ts'
import { checkCondition } from '../../src/disclosure/language/checkCondition.ts'
import { always } from '../../src/disclosure/language/condition.ts'
import type { Scope } from '../../src/disclosure/language/scope.ts'
import { levelOf } from '../../src/disclosure/policy.ts'
import type { RecordType } from '../../src/model/catalogue.ts'
import type { Predicate } from '../../src/model/predicate.ts'
import type { CanonicalValue, ViewRecord } from '../../src/model/record.ts'
import { evaluate } from '../../src/plan/evaluate.ts'
import { callerOf, catalogue, dossier, file, policyOf, purposes, roles } from './support/caseCatalogue.ts'
import { caller, condition, fields, fileOf, policyCase, type RuleCase, record, textOf } from './support/policyCases.ts'
import { truth } from './support/reference.ts'

const type = catalogue.types.get('Dossier') as RecordType
const everyField: ReadonlySet<string> = new Set(type.fields.keys())
const shape = { type, enums: catalogue.enums, mapped: everyField }
const scope: Scope = {
  part: 'when',
  record: type,
  sets: new Map(),
  enums: new Map<string, readonly string[]>([...catalogue.enums, ['Role', roles], ['Purpose', purposes]]),
  agreements: null,
}

/** What a bureau's records hold: often all there is, else a part of it. */
const someFields = fc.oneof(
  fc.constant(everyField),
  fc.subarray([...type.fields.keys()]).map((names) => new Set(names)),
)
const onlyOf = (values: Readonly<Record<string, CanonicalValue>>, mapped: ReadonlySet<string>) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => mapped.has(name)))

/** Whether a predicate is true of a record's content, withheld from nobody. */
function isTrue(predicate: Predicate, values: Readonly<Record<string, CanonicalValue>>): boolean {
  const view: ViewRecord = { ref: { bureau: 'XA', type: 'Dossier', key: '1' }, values, disclosure: [] }
  return evaluate(predicate, view, catalogue.types, () => null) === true
}

function said(text: string, wanted: boolean) {
  const checked = checkCondition(text, scope)
  expect(checked.problems).toEqual([])
  return recordsWhere(fold(checked.condition ?? always, readCaller(callerOf())), wanted, shape)
}

describe('a condition said as a predicate', () => {
  it('is true of every record of which the condition is what was wanted, and of no other where it says so', () => {
    let exact = 0
    let met = 0
    fc.assert(
      fc.property(
        condition,
        caller,
        fc.array(record, { minLength: 10, maxLength: 10 }),
        fc.boolean(),
        someFields,
        (one, who, all, wanted, mapped) => {
          const records = all.map((values) => onlyOf(values, mapped))
          const { condition: checked } = checkCondition(textOf(one), scope)
          const found = recordsWhere(fold(checked ?? always, readCaller(callerOf(who))), wanted, { ...shape, mapped })
          const { predicate } = found
          if (typeof predicate !== 'boolean' && found.exact) exact++
          for (const values of records) {
            const isWanted = truth(one, who, values) === wanted
            const holds = typeof predicate === 'boolean' ? predicate : isTrue(predicate, values)
            if (isWanted && typeof predicate !== 'boolean') met++
            if (isWanted) expect([predicate, values, holds]).toEqual([predicate, values, true])
            if (found.exact) expect([predicate, values, holds]).toEqual([predicate, values, isWanted])
          }
        },
      ),
      { numRuns: 4000 },
    )
    // Of a generator whose conditions cannot be said, or that no record meets, the property would hold as well.
    expect(exact).toBeGreaterThan(800)
    expect(met).toBeGreaterThan(2500)
  }, 30_000)

  it.each([
    ['record.born', '>= 18', true, 'lte', '2008-06-15', '2026-06-15'],
    ['record.born', '< 18', false, 'lte', '2008-06-15', '2026-06-15'],
    ['record.born', '>= 18', true, 'lte', '2009-02-28', '2027-02-28'],
    ['record.born', '> 17', true, 'lte', '2008-02-28', '2026-02-28'],
    ['record.born', '< 22', true, 'gte', '2004-02-29', '2026-02-28'],
    ['record.born', '< 22', true, 'gte', '2004-03-02', '2026-03-01'],
  ])('turns years from %s %s (%s) into one day: %s %s on %s', (field, rest, wanted, op, value, date) => {
    const checked = checkCondition(`yearsBetween(${field}, request.date) ${rest}`, scope).condition ?? always
    const found = recordsWhere(fold(checked, readCaller(callerOf({ date }))), wanted, shape)
    expect(found).toEqual({ predicate: { kind: 'compare', field: 'born', op, value }, exact: true })
  })

  it('counts days on from the record as far as the calendar goes', () => {
    expect(said('addDays(record.opened, 30) < request.date', true)).toEqual({
      predicate: { kind: 'compare', field: 'opened', op: 'lte', value: '2026-05-15' },
      exact: true,
    })
    expect(said('addDays(record.opened, 30) >= request.date', true)).toEqual({
      predicate: { kind: 'compare', field: 'opened', op: 'gte', value: '2026-05-16' },
      // Of the last days of 9999 it is unknown.
      exact: false,
    })
  })

  it('says of an enum what it is where the condition says what it is not', () => {
    const rest: Predicate = { kind: 'compare', field: 'colour', op: 'in', value: ['BLUE', 'GREEN'] }
    expect(said('record.colour != "RED"', true)).toEqual({ predicate: rest, exact: true })
    expect(said('record.colour == "RED"', false)).toEqual({ predicate: rest, exact: true })
  })

  it('says nothing of what a filter cannot tell', () => {
    for (const text of ['has(record.label)', 'record.label != "Alpha"', '!("XB" in record.excluded)', 'record.label.startsWith("Al")'])
      expect([text, said(text, true)]).toEqual([text, { predicate: true, exact: false }])
    expect(said('record.colour == "RED" && has(record.label)', true)).toEqual({
      predicate: { kind: 'compare', field: 'colour', op: 'in', value: ['RED'] },
      exact: false,
    })
    expect(said('record.colour == "RED" || has(record.label)', true)).toEqual({ predicate: true, exact: false })
  })
})

describe('a plan', () => {
  it('says of its records only what is true of all that are listed, and exactly which show a field in full where it says that', () => {
    let listed = 0
    let full = 0
    fc.assert(
      fc.property(policyCase, condition, fc.array(record, { minLength: 12, maxLength: 12 }), (one, when, records) => {
        // Who lists everything says nothing beforehand: one permit that looks at the record stands for those that do not.
        const rules = one.rules.filter((rule) => rule.kind === 'cap' || rule.fields !== null || rule.when !== null)
        const more: RuleCase = { kind: 'permit', fields: null, level: 'listed', purposes: null, under: null, to: null, when }
        const plan = policyOf(fileOf({ ...one, rules: [...rules, more] })).planFor('Dossier', callerOf(one.caller))
        const where = plan.listedWhere(everyField)
        const fulls = fields.map((field) => [field, plan.fullWhere(field, everyField)] as const)
        for (const values of records) {
          const view = plan.project(dossier(values))
          if (view !== null && where !== null) {
            listed++
            expect([where, values, isTrue(where, values)]).toEqual([where, values, true])
          }
          for (const [field, exactly] of fulls) {
            if (exactly === null) continue
            full++
            const level = view === null ? 'none' : levelOf(view, field)
            expect(level).not.toBe('generalised')
            expect([exactly, values, isTrue(exactly, values)]).toEqual([exactly, values, level === 'full'])
          }
        }
      }),
      { numRuns: 800 },
    )
    expect(listed).toBeGreaterThan(500)
    expect(full).toBeGreaterThan(1000)
  }, 30_000)

  it('says what the rules and the class of the caller come to, and nothing to the owner', () => {
    const policy = policyOf(
      file(
        `  - { id: L, title: listed, on: Dossier, record: listed, to: any, for: any, when: 'record.colour in ["RED", "BLUE"]' }
  - { id: C, title: kept, on: Dossier, record: true, cap: none, when: 'record.colour == "BLUE" || record.open' }
  - { id: F, title: label, on: Dossier, fields: [label], level: full, to: any, for: any, when: record.size < 3 }`,
      ),
    )
    const plan = policy.planFor('Dossier', callerOf())
    const listed: Predicate = {
      kind: 'and',
      terms: [
        { kind: 'compare', field: 'colour', op: 'in', value: ['RED', 'BLUE'] },
        {
          kind: 'and',
          terms: [
            { kind: 'compare', field: 'colour', op: 'in', value: ['RED', 'GREEN'] },
            { kind: 'compare', field: 'open', op: 'eq', value: false },
          ],
        },
      ],
    }
    expect(plan.listedWhere(everyField)).toEqual(listed)
    expect(plan.fullWhere('label', everyField)).toEqual({
      kind: 'and',
      terms: [listed, { kind: 'compare', field: 'size', op: 'lte', value: 2 }],
    })
    expect(plan.fullWhere('born', everyField)).toBeNull()
    const own = policy.planFor('Dossier', callerOf({ country: 'XA' }))
    expect([own.listedWhere(everyField), own.fullWhere('label', everyField)]).toEqual([null, null])
  })

  it('knows of a field that the bureau does not hold that it is unknown on every record', () => {
    const policy = policyOf(
      file(
        `  - { id: L, title: listed, on: Dossier, record: listed, to: any, for: any, when: 'record.colour == "RED" || record.size > 1' }
  - { id: C, title: excluded, on: Dossier, record: true, cap: none, when: 'has(record.excluded) && caller.country in record.excluded' }
  - { id: F, title: label, on: Dossier, fields: [label], level: full, to: any, for: any, when: record.open }`,
      ),
    )
    const plan = policy.planFor('Dossier', callerOf())
    expect(plan.fullWhere('label', everyField)).toBeNull()
    const red: Predicate = { kind: 'compare', field: 'colour', op: 'in', value: ['RED'] }
    expect(plan.listedWhere(new Set(['colour', 'label', 'open']))).toEqual(red)
    expect(plan.fullWhere('label', new Set(['colour', 'label', 'open']))).toEqual({
      kind: 'and',
      terms: [red, { kind: 'compare', field: 'open', op: 'eq', value: true }],
    })
    expect(plan.fullWhere('label', new Set(['colour', 'label']))).toBeNull()
  })
})
