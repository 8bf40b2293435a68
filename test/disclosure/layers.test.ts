import { describe, expect, it } from 'vitest'
import { compileBaseline } from '../../src/disclosure/compileBaseline.ts'
import type { Policy } from '../../src/disclosure/policy.ts'
import { formatProblem } from '../../src/model/problem.ts'
import { callerOf, purposes, roles } from './support/caseCatalogue.ts'
import { filePolicy, learns, limited, openRules, type With } from './support/limitedCatalogue.ts'

const open = filePolicy()
const stranger = callerOf({ country: 'XB', date: '2026-06-15' })
const own = callerOf({ country: 'XA', date: '2026-06-15' })

describe('a record past its last day', () => {
  it.each([
    ['2026-06-14', false],
    ['2026-06-15', true],
    ['2026-06-16', true],
    [null, true],
  ])('that is to be used until %s is shown on 15 June: %s', (until, shown) => {
    expect(learns(open, stranger, { until }) !== null).toBe(shown)
  })

  it('is shown to nobody when the day cannot be read', () => {
    expect(learns(open, stranger, { until: 'soon' })).toBe(null)
    expect(learns(open, stranger, { until: 20260101 as never })).toBe(null)
  })

  it('is shown to the owner’s officers all the same', () => {
    expect(learns(open, own, { until: '2020-01-01' })?.['name']).toBe('full')
  })

  it('is not brought back by an emergency', () => {
    const rules = `${openRules}\nemergency:\n  - { id: E, title: t, on: File, record: listed, fields: [name], level: full, to: caller.clearance >= 1, ttl: 1h }`
    const invoked = callerOf({ emergency: 'E' })
    expect(learns(filePolicy(rules), invoked, { until: '2020-01-01' })).toBe(null)
  })
})

describe('a record that excludes countries', () => {
  it('is not there for them, and for others it is', () => {
    expect(learns(open, stranger, { not: ['XC', 'XB'] })).toBe(null)
    expect(learns(open, callerOf({ country: 'XD' }), { not: ['XC', 'XB'] })).not.toBe(null)
    expect(learns(open, stranger, { not: [] })).not.toBe(null)
    expect(learns(open, stranger, {})).not.toBe(null)
  })

  it('is there for nobody when the list cannot be read', () => {
    expect(learns(open, stranger, { not: 'XC' })).toBe(null)
    expect(learns(open, stranger, { not: [null as never] })).toBe(null)
  })
})

describe('the baseline of the hub’s members', () => {
  const rule = (id: string, rest: string) => `  - { id: ${id}, title: t, on: File, ${rest} }`
  const lowered = (rules: string) => filePolicy(openRules, { baseline: rules })

  it('lowers what the owner permits, on records and on fields', () => {
    const policy = lowered(`${rule('H1', 'record: true, cap: none, when: "\\"WITNESS\\" in record.kinds"')}
${rule('H2', 'fields: [name], cap: masked, when: record.risk == "RED"')}`)
    expect(learns(policy, stranger, { kinds: ['WITNESS'] })).toBe(null)
    expect(learns(policy, stranger, { kinds: [], risk: 'RED' })?.['name']).toBe('masked')
    expect(learns(policy, stranger, { kinds: [], risk: 'BLUE' })?.['name']).toBe('full')
  })

  it('applies to what is not known, as every cap does', () => {
    expect(learns(lowered(rule('H1', 'record: true, cap: none, when: "\\"WITNESS\\" in record.kinds"')), stranger, {})).toBe(null)
  })

  it('holds in an emergency, whether or not it calls itself absolute', () => {
    const block = `${openRules}\nemergency:\n  - { id: E, title: t, on: File, record: listed, fields: [name], level: full, to: caller.clearance >= 1, ttl: 1h }`
    const invoked = callerOf({ emergency: 'E' })
    expect(learns(filePolicy(block, { baseline: rule('H1', 'record: true, cap: none') }), invoked, {})).toBe(null)
    expect(learns(filePolicy(block, { baseline: rule('H1', 'fields: [name], cap: masked') }), invoked, {})?.['name']).toBe('masked')
  })

  it('does not bind the owner’s own officers', () => {
    expect(learns(lowered(rule('H1', 'record: true, cap: none')), own, {})).not.toBe(null)
    expect(learns(lowered(rule('H1', 'record: true, cap: none')), stranger, {})).toBe(null)
  })

  it('cannot permit', () => {
    const text = `comity: baseline/v1\nversion: 1\nrules:\n  - { id: H, title: t, on: File, record: listed, to: any, for: any }\n`
    const { baseline, problems } = compileBaseline(text, 'b.yaml', limited, { purposes, roles })
    expect(baseline).toBe(null)
    expect(problems.map(formatProblem)).toEqual(['b.yaml:4:5 error rules.H: the baseline only lowers: write a cap ("cap:")'])
  })

  it('has no parts of an owner’s file but rules and sets, and suggests none', () => {
    const { problems } = compileBaseline('comity: baseline/v1\nversion: 1\nbureau: XA\nrules: []\n', 'b.yaml', limited, { purposes, roles })
    expect(problems.map(formatProblem)).toEqual(['b.yaml:3:9 error bureau: "bureau" is not part of the language here'])
  })

  it('changes the policy’s digest', () => {
    expect(filePolicy().digest).not.toBe(lowered(rule('H1', 'record: true, cap: hit')).digest)
    expect(filePolicy().digest).toBe(filePolicy().digest)
  })
})

describe('an agreement', () => {
  const under = `  - { id: L, title: t, on: File, record: listed, to: any, for: any, mayInclude: any }
  - { id: F, title: t, on: File, fields: [name], level: full, to: any, for: any, under: CONV-12 }`
  const party = callerOf({ agreements: ['CONV-12'] })
  const levelUnder = (around: With) => learns(filePolicy(under, around), party, {})?.['name']

  it('gives no more than the registry’s ceiling and the file’s own', () => {
    const registry = (ceiling: 'full' | 'masked' | 'none') => new Map([['CONV-12', ceiling]] as const)
    const ownTerms = (ceiling: string) => `agreements: { CONV-12: { ceiling: ${ceiling} } }\n`
    expect(levelUnder({ ceilings: registry('full') })).toBe('full')
    expect(levelUnder({ ceilings: registry('masked') })).toBe('masked')
    expect(levelUnder({ ceilings: registry('none') })).toBe('none')
    expect(levelUnder({ ceilings: registry('full'), more: ownTerms('masked') })).toBe('masked')
    expect(levelUnder({ ceilings: registry('masked'), more: ownTerms('full') })).toBe('masked')
  })

  it('is in force on its first day and its last, and on no other', () => {
    const policy = filePolicy(under, { more: 'agreements: { CONV-12: { from: 2026-06-15, until: 2026-06-16 } }\n' })
    const on = (date: string) => learns(policy, callerOf({ agreements: ['CONV-12'], date }), {})?.['name']
    expect(['2026-06-14', '2026-06-15', '2026-06-16', '2026-06-17'].map(on)).toEqual(['none', 'full', 'full', 'none'])
  })
})

describe('a record held for another bureau', () => {
  const policies = new Map<string, Policy>()
  const suspended = new Set<string>()
  const surroundings = {
    bureaus: ['XA', 'XB', 'XC', 'XD'],
    policyOf: (bureau: string) => policies.get(bureau) ?? null,
    isSuspended: (bureau: string) => suspended.has(bureau),
  }
  const holder = filePolicy(openRules, { surroundings })
  const originator = (rules: string) => policies.set('XC', filePolicy(rules, { bureau: 'XC', surroundings }))
  const held = (more: Record<string, never | string> = {}) => ({ name: 'Ann', marking: { from: 'XC' }, ...more })

  it('shows no more than the originator’s own rules would', () => {
    originator(`  - { id: L, title: t, on: File, record: listed, to: caller.country == "XB", for: any, mayInclude: any }
  - { id: F, title: t, on: File, fields: [name], level: masked, to: any, for: any }
  - { id: G, title: t, on: File, fields: [risk], level: full, to: any, for: any, when: record.risk == "RED" }`)
    expect(learns(holder, callerOf({ country: 'XB' }), held({ risk: 'RED' }))).toMatchObject({
      name: 'masked',
      risk: 'full',
      marking: 'none',
    })
    expect(learns(holder, callerOf({ country: 'XB' }), held({ risk: 'BLUE' }))).toMatchObject({ name: 'masked', risk: 'none' })
    expect(learns(holder, callerOf({ country: 'XD' }), held())).toBe(null)
  })

  it('shows no more than the holder’s rules either', () => {
    originator(openRules)
    const tight = filePolicy(`  - { id: L, title: t, on: File, record: listed, to: any, for: any, mayInclude: any }`, { surroundings })
    expect(learns(tight, stranger, held())?.['name']).toBe('none')
    expect(learns(holder, stranger, held())?.['name']).toBe('full')
  })

  it('shows the originator’s officers what the holder permits', () => {
    originator(openRules)
    expect(learns(holder, callerOf({ country: 'XC' }), held())?.['name']).toBe('full')
  })

  it('shows nothing when the originator is unknown, has no policy or cannot be read', () => {
    policies.clear()
    expect(learns(holder, stranger, held())).toBe(null)
    for (const from of ['XZ', '', 7]) expect(learns(holder, stranger, { marking: { from: from as string } })).toBe(null)
  })

  it('is the holder’s own when it says so or says nothing', () => {
    for (const marking of [{ from: 'XA' }, { note: 'x' }, null])
      expect(learns(holder, stranger, { name: 'Ann', marking })?.['name']).toBe('full')
  })

  it('follows the originator’s policy of the moment, not of the time when the holder’s was made', () => {
    originator(openRules)
    expect(learns(holder, stranger, held())).not.toBe(null)
    originator(`  - { id: L, title: t, on: File, record: hit, to: any, for: any, mayInclude: any }`)
    expect(learns(holder, stranger, held())).toBe(null)
  })

  it('keeps the holder’s system from being asked about what the originator may withhold', () => {
    originator(openRules)
    expect(holder.planFor('File', stranger).fixedLevel('name')).toBe(null)
    expect([...holder.planFor('File', stranger).inputs]).toContain('marking')
  })

  it('shows nothing to a bureau whose access is suspended, and own records to its officers', () => {
    suspended.add('XB')
    expect(learns(holder, stranger, { name: 'Ann' })).toBe(null)
    expect(holder.planFor('File', stranger).recordCeiling).toBe('none')
    expect(learns(filePolicy(openRules, { bureau: 'XB', surroundings }), stranger, { name: 'Ann' })).not.toBe(null)
    expect(holder.classKey(stranger)).not.toBe(holder.classKey(callerOf({ country: 'XD' })))
    suspended.clear()
    expect(learns(holder, stranger, { name: 'Ann' })).not.toBe(null)
  })
})
