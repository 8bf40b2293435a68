import { describe, expect, it } from 'vitest'
import { sharesNothing } from '../../src/disclosure/compilePolicy.ts'
import { levelOf, type Policy } from '../../src/disclosure/policy.ts'
import type { CanonicalValue, ViewRecord } from '../../src/model/record.ts'
import { callerOf, catalogue, dossier, file, policyOf, type Who } from './support/caseCatalogue.ts'

const listed = '  - { id: L, title: t, on: Dossier, record: listed, to: any, for: any }\n'

function view(policy: Policy, who: Who, record: Readonly<Record<string, CanonicalValue>> = {}): ViewRecord | null {
  return policy.planFor('Dossier', callerOf(who)).project(dossier(record))
}

function level(rules: string, who: Who = {}, record: Readonly<Record<string, CanonicalValue>> = {}, field = 'colour'): string | null {
  const found = view(policyOf(file(listed + rules)), who, record)
  return found === null ? null : levelOf(found, field)
}

function reason(rules: string, who: Who = {}, record: Readonly<Record<string, CanonicalValue>> = {}): string | undefined {
  return view(policyOf(file(listed + rules)), who, record)?.disclosure.find(({ field }) => field === 'colour')?.reason
}

describe('a record', () => {
  it('is not listed when no rule permits it', () => {
    const policy = policyOf(file('  - { id: A, title: t, on: Dossier, fields: [colour], level: full, to: any, for: any }'))
    expect(view(policy, {}, { colour: 'RED' })).toBe(null)
    expect(policy.planFor('Dossier', callerOf()).recordCeiling).toBe('none')
    expect(policy.planFor('Dossier', callerOf()).fixedLevel('colour')).toBe('none')
  })
  it('appears nowhere when it is at hit', () => {
    const policy = policyOf(
      file(
        '  - { id: A, title: t, on: Dossier, record: hit, to: any, for: any }\n  - { id: B, title: t, on: Dossier, fields: [colour], level: full, to: any, for: any }',
      ),
    )
    expect(view(policy, {}, { colour: 'RED' })).toBe(null)
    expect(policy.planFor('Dossier', callerOf()).recordCeiling).toBe('hit')
  })
  it('shows its owner and withholds every field when only the listing is permitted', () => {
    const found = view(policyOf(file(listed)), {}, { colour: 'RED' })
    expect(found?.ref.bureau).toBe('XA')
    expect(found?.values).toEqual({})
    expect(found?.disclosure.map(({ field }) => field)).toEqual([...(catalogue.types.get('Dossier')?.fields.keys() ?? [])])
  })
  it('stays sealed when it is another bureau’s or of another type', () => {
    const plan = policyOf(file(listed)).planFor('Dossier', callerOf())
    expect(plan.project(dossier({}, 'XC'))).toBe(null)
    expect(plan.project(dossier({}, 'XA', 'Note'))).toBe(null)
    const own = policyOf(file(listed)).planFor('Dossier', callerOf({ country: 'XA' }))
    expect(own.project(dossier({ colour: 'RED' }, 'XC'))).toBe(null)
  })
  it('of a type the schema does not know shows nothing', () => {
    const plan = policyOf(file(listed)).planFor('Letter', callerOf({ country: 'XA' }))
    expect(plan.project(dossier({}, 'XA', 'Letter'))).toBe(null)
    expect([plan.recordCeiling, plan.fixedLevel('colour')]).toEqual(['none', 'none'])
  })
})

describe('the bureau’s own officers', () => {
  const record = { colour: 'RED', born: '1980-06-15', tags: ['WITNESS'] }
  it('see their records in full, caps or not', () => {
    const policy = policyOf(file('  - { id: C, title: t, on: Dossier, record: true, cap: none }'))
    const found = view(policy, { country: 'XA' }, record)
    expect(found?.disclosure).toEqual([])
    expect(found?.values).toMatchObject(record)
    expect(policy.planFor('Dossier', callerOf({ country: 'XA' })).fixedLevel('born')).toBe('full')
  })
  it('see them without any disclosure file, and nobody else does', () => {
    expect(view(sharesNothing('XA', catalogue), { country: 'XA' }, record)?.values).toMatchObject(record)
    // A policy for each, so that no kept plan stands in for the decision.
    for (const country of ['XB', 'xa', 'XA ', 'XAA', 'X', '']) expect(view(sharesNothing('XA', catalogue), { country }, record)).toBe(null)
  })
})

describe('a permit', () => {
  const permit = (parts: string): string => `  - { id: A, title: t, on: Dossier, fields: [colour], level: full, ${parts} }`
  it('counts for its purposes only', () => {
    expect(level(permit('to: any, for: [AUDIT]'), { purpose: 'AUDIT' })).toBe('full')
    expect(level(permit('to: any, for: [AUDIT]'))).toBe('none')
    expect(level(permit('to: any, for: AUDIT'), { purpose: 'AUDIT' })).toBe('full')
  })
  it('takes purposes from a set', () => {
    const policy = policyOf(file(listed + permit('to: any, for: QUIET'), 'sets: { QUIET: [AUDIT] }\n'))
    expect(view(policy, { purpose: 'AUDIT' })?.disclosure.some(({ field }) => field === 'colour')).toBe(false)
    expect(view(policy, { purpose: 'BORDER_CHECK' })?.disclosure.some(({ field }) => field === 'colour')).toBe(true)
  })
  it('does not grant on an unknown condition', () => {
    expect(level(permit('to: any, for: any, when: \'record.label != "x"\''))).toBe('none')
    expect(level(permit('to: \'caller.unit != "x"\', for: any'))).toBe('none')
  })
  it('stands under an agreement that the caller holds', () => {
    expect(level(permit('to: any, for: any, under: CONV-12'), { agreements: ['CONV-12'] })).toBe('full')
    expect(level(permit('to: any, for: any, under: CONV-12'), { agreements: ['BILAT-1'] })).toBe('none')
  })
  it('stands under an agreement on its first and its last day, for its parties, up to its ceiling', () => {
    const agreement = 'agreements: { CONV-12: { parties: [XA, XB], from: 2026-06-15, until: 2026-06-16, ceiling: generalised } }\n'
    const rule = '  - { id: A, title: t, on: Dossier, fields: [born], level: full, to: any, for: any, under: CONV-12 }'
    const policy = policyOf(file(listed + rule, agreement))
    const born = (who: Who): string | undefined =>
      view(policy, { agreements: ['CONV-12'], ...who })?.disclosure.find(({ field }) => field === 'born')?.level
    expect(['2026-06-14', '2026-06-15', '2026-06-16', '2026-06-17'].map((date) => born({ date }))).toEqual([
      'none',
      'generalised',
      'generalised',
      'none',
    ])
    expect(born({ country: 'XC' })).toBe('none')
  })
})

describe('a cap', () => {
  const full = '  - { id: A, title: t, on: Dossier, fields: [colour, label], level: full, to: any, for: any }\n'
  it('applies on an unknown condition', () => {
    const cap = `${full}  - { id: C, title: t, on: Dossier, fields: [colour], cap: none, when: 'record.colour == "RED"' }`
    expect(level(cap, {}, { colour: null })).toBe('none')
    expect(level(cap, {}, { colour: 'BLUE' })).toBe('full')
    expect(level(`${full}  - { id: C, title: t, on: Dossier, record: true, cap: none, when: record.open }`)).toBe(null)
    expect(level(`${full}  - { id: C, title: t, on: Dossier, fields: [colour], cap: none, to: 'caller.unit == "K1"' }`)).toBe('none')
  })
  it('beats every permit', () => {
    expect(level(`${full}  - { id: C, title: t, on: Dossier, fields: '*', cap: none }`)).toBe('none')
  })
  it('that is lowest wins among those that apply', () => {
    const caps = ['masked', 'generalised', 'none'].map(
      (cap, i) => `  - { id: C${i}, title: t, on: Dossier, fields: [label], cap: ${cap}, when: record.size > ${i} }`,
    )
    const labels = [caps, [...caps].reverse()].map((some) =>
      [0, 1, 2, 3].map((size) => level(full + some.join('\n'), {}, { size }, 'label')),
    )
    expect(labels).toEqual([
      ['full', 'masked', 'masked', 'none'],
      ['full', 'masked', 'masked', 'none'],
    ])
  })
  it('lowers to the next form that the field has', () => {
    expect(level(`${full}  - { id: C, title: t, on: Dossier, fields: [label, colour], cap: generalised }`, {}, {}, 'label')).toBe('masked')
    expect(level(`${full}  - { id: C, title: t, on: Dossier, fields: '*', cap: generalised }`)).toBe('none')
  })
  it('that narrows to other purposes or callers does not apply', () => {
    expect(level(`${full}  - { id: C, title: t, on: Dossier, fields: [colour], cap: none, for: [AUDIT] }`)).toBe('full')
    expect(level(`${full}  - { id: C, title: t, on: Dossier, fields: [colour], cap: none, to: caller.clearance < 2 }`)).toBe('full')
    expect(level(`${full}  - { id: C, title: t, on: Dossier, fields: [colour], cap: none, to: caller.clearance < 3 }`)).toBe('none')
  })
})

describe('the reason of a withheld field', () => {
  const permit = (parts: string): string => `  - { id: A, title: t, on: Dossier, fields: [colour], level: full, ${parts} }\n`
  it('is the purpose, the agreement or the role when a permit failed on nothing else', () => {
    expect(reason(permit('to: any, for: [AUDIT]'))).toBe('PURPOSE')
    expect(reason(permit('to: any, for: any, under: CONV-12'))).toBe('AGREEMENT')
    expect(reason(permit('to: \'"ANALYST" in caller.roles\', for: any'))).toBe('ROLE')
    expect(reason(permit('to: caller.clearance >= 3, for: any'))).toBe('ROLE')
  })
  it('is not the role when the caller’s country would fail as well', () => {
    expect(reason(permit('to: \'caller.country == "XC" && "ANALYST" in caller.roles\', for: any'))).toBe('NOT_SHARED')
  })
  it('says nothing when two things failed, or no permit is there', () => {
    expect(reason(permit('to: any, for: [AUDIT], under: CONV-12'))).toBe('NOT_SHARED')
    expect(reason('')).toBe('NOT_SHARED')
  })
  it('says nothing as soon as a rule looks at the record, whatever the record holds', () => {
    const rules = permit('to: any, for: [AUDIT]') + permit('to: any, for: any, when: record.open').replace('id: A', 'id: B')
    expect(reason(rules, {}, { open: false })).toBe('NOT_SHARED')
    expect(reason(rules, {}, { open: null })).toBe('NOT_SHARED')
    const cap = `${permit('to: any, for: [AUDIT]')}  - { id: C, title: t, on: Dossier, fields: [colour], cap: none, when: record.open }`
    expect(reason(cap, { purpose: 'AUDIT' }, { open: true })).toBe('NOT_SHARED')
  })
  it('says nothing where a cap holds the field back anyway', () => {
    expect(reason(`${permit('to: any, for: [AUDIT]')}  - { id: C, title: t, on: Dossier, fields: [colour], cap: none }`)).toBe('NOT_SHARED')
  })
  it('may be told beside a rule that is explained in public', () => {
    const rules =
      permit('to: any, for: [AUDIT]') + permit('to: any, for: any, when: record.open, explain: public').replace('id: A', 'id: B')
    expect(reason(rules, {}, { open: false })).toBe('PURPOSE')
  })
  it('is the coarser form when there is one', () => {
    const rules =
      '  - { id: A, title: t, on: Dossier, fields: [born], level: generalised, to: any, for: any }\n  - { id: B, title: t, on: Dossier, fields: [label], level: masked, to: any, for: any }'
    const markers = view(policyOf(file(listed + rules)), {})?.disclosure.filter(({ level }) => level !== 'none')
    expect(markers).toEqual([
      { field: 'label', level: 'masked', reason: 'MASKED' },
      { field: 'born', level: 'generalised', reason: 'GENERALISED' },
    ])
  })
})

describe('rules on several types', () => {
  it('are checked and decided for each', () => {
    const policy = policyOf(
      file(
        '  - { id: A, title: t, on: [Dossier, Note], record: listed, to: any, for: any }\n  - { id: B, title: t, on: [Dossier, Note], fields: TWO, level: full, to: any, for: any, when: \'record.colour == "RED"\' }',
        'fieldSets: { TWO: [colour, label] }\n',
      ),
    )
    const note = policy.planFor('Note', callerOf()).project(dossier({ colour: 'RED', label: 'x' }, 'XA', 'Note'))
    expect(note).toMatchObject({ values: { colour: 'RED', label: 'x' }, disclosure: [] })
    expect(view(policy, {}, { colour: 'BLUE' })?.values).toEqual({})
  })
})

describe('a plan', () => {
  it('is kept for callers of one class, and shared by no others', () => {
    const policy = policyOf(
      file(`${listed}  - { id: A, title: t, on: Dossier, fields: [colour], level: full, to: caller.clearance >= 2, for: any }`),
    )
    const plan = (who: Who) => policy.planFor('Dossier', callerOf(who))
    expect(plan({ unit: 'K1' })).toBe(plan({ unit: 'K2', case: 'XB-1', purpose: 'AUDIT', roles: [], country: 'XC' }))
    for (const who of [{ clearance: 1 }, { date: '2026-06-16' }, { country: 'XA' }]) expect(plan(who)).not.toBe(plan({}))
  })
  it('decides right whatever caller it served before', () => {
    const policy = policyOf(
      file(
        `${listed}  - { id: A, title: t, on: Dossier, fields: [colour], level: full, to: any, for: any, when: 'caller.country in record.excluded' }`,
      ),
    )
    const shown = (country: string, excluded: string): boolean =>
      view(policy, { country }, { colour: 'RED', excluded: [excluded] })?.values['colour'] === 'RED'
    expect([shown('XB', 'XB'), shown('XC', 'XB'), shown('XB', 'XC'), shown('XC', 'XC')]).toEqual([true, false, false, true])
  })
  it('fetches what its conditions read and nothing more', () => {
    const rules = `${listed}  - { id: A, title: t, on: Dossier, fields: [colour], level: full, to: caller.clearance > 2, for: any, when: record.open }
  - { id: B, title: t, on: Dossier, fields: [label], level: full, to: any, for: any, when: record.size > 1 || record.home.country == "XB" }`
    expect([...policyOf(file(rules)).planFor('Dossier', callerOf()).inputs].sort()).toEqual(['home', 'size'])
  })
})
