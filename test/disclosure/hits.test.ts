import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePolicy, sharesNothing } from '../../src/disclosure/compilePolicy.ts'
import { meetsKey } from '../../src/disclosure/matchKey.ts'
import type { Policy } from '../../src/disclosure/policy.ts'
import { seal } from '../../src/disclosure/seal.ts'
import type { ExactKey, HitFinding, KeyTerm } from '../../src/model/exactKey.ts'
import type { CanonicalValue } from '../../src/model/record.ts'
import { caller as realCaller } from '../support/caller.ts'
import { catalogue as realCatalogue } from '../support/catalogue.ts'
import { callerOf, catalogue, dossier, file, policyOf, type Who } from './support/caseCatalogue.ts'
import { fields, fileOf, type PolicyCase, policyCase, type RuleCase } from './support/policyCases.ts'
import { decide } from './support/reference.ts'

const alpha: ExactKey = { type: 'Dossier', terms: [{ kind: 'oneOf', field: 'label', values: ['Alpha'] }] }
type Values = Readonly<Record<string, CanonicalValue>>

function hits(policy: Policy, who: Who = {}, values: Values = {}, key = alpha): HitFinding | null {
  return policy.planFor('Dossier', callerOf(who)).hits(dossier({ label: 'Alpha', ...values }), key)
}

const rule = (id: string, rest: string) => `  - { id: ${id}, title: t, on: Dossier, ${rest} }\n`
const everyone = 'to: any, for: any'
const found = (over: Partial<HitFinding>): HitFinding => ({ hit: false, permits: [], alarms: [], ...over })

describe('a hit', () => {
  it('is found on a record at hit and on one that is listed, with the rules that permit it', () => {
    expect(hits(policyOf(file(rule('H', `record: hit, ${everyone}`))))).toEqual(found({ hit: true, permits: ['H'] }))
    const both = policyOf(file(rule('H', `record: hit, ${everyone}`) + rule('L', `record: listed, ${everyone}, when: record.open`)))
    expect(hits(both, {}, { open: true })).toEqual(found({ hit: true, permits: ['H', 'L'] }))
    expect(hits(both, {}, { open: false })).toEqual(found({ hit: true, permits: ['H'] }))
  })

  it('is not found where the record is withheld: no permit, another purpose, an unknown condition, a cap', () => {
    expect(hits(policyOf(file(rule('F', `fields: [colour], level: full, ${everyone}`))))).toBe(null)
    expect(hits(policyOf(file(rule('H', 'record: hit, to: any, for: [AUDIT]'))))).toBe(null)
    expect(hits(policyOf(file(rule('H', `record: hit, ${everyone}, when: record.open`))), {}, { open: null })).toBe(null)
    const capped = policyOf(file(rule('L', `record: listed, ${everyone}`) + rule('C', 'record: true, cap: none, when: record.open')))
    for (const open of [true, null]) expect(hits(capped, {}, { open })).toBe(null)
    expect(hits(capped, {}, { open: false })?.hit).toBe(true)
    const lowered = policyOf(file(rule('L', `record: listed, ${everyone}`) + rule('C', 'record: true, cap: hit')))
    expect(hits(lowered)?.hit).toBe(true)
  })

  it('is found on the own bureau’s records, without any file, and by nobody else', () => {
    const policy = sharesNothing('XA', catalogue)
    expect(hits(policy, { country: 'XA' })).toEqual(found({ hit: true }))
    expect(hits(policy, { country: 'XB' })).toBe(null)
  })

  it('is not found on a record that does not meet the key, or is of another bureau or type', () => {
    const policy = policyOf(file(rule('L', `record: listed, ${everyone}`)))
    expect(hits(policy, {}, { label: 'Beta' })).toBe(null)
    const plan = policy.planFor('Dossier', callerOf())
    expect(plan.hits(dossier({ label: 'Alpha' }, 'XC'), alpha)).toBe(null)
    expect(plan.hits(dossier({ label: 'Alpha' }, 'XA', 'Note'), alpha)).toBe(null)
    expect(plan.hits(dossier({ label: 'Alpha' }), { ...alpha, type: 'Note' })).toBe(null)
    expect(policy.planFor('Letter', callerOf()).hits(dossier({ label: 'Alpha' }, 'XA', 'Letter'), { ...alpha, type: 'Letter' })).toBe(null)
  })
})

describe('a blind hit', () => {
  const blind = rule('B', `record: hit, blind: true, ${everyone}`)

  it('alarms the owner and gives the reader nothing', () => {
    expect(hits(policyOf(file(blind)))).toEqual(found({ alarms: ['B'] }))
    const plan = policyOf(file(blind)).planFor('Dossier', callerOf())
    expect([plan.recordCeiling, plan.project(dossier({ label: 'Alpha' }))]).toEqual(['none', null])
  })

  it('is not silenced by a cap, which is for readers', () => {
    expect(hits(policyOf(file(`${blind}${rule('C', 'record: true, cap: none, absolute: true')}`)))).toEqual(found({ alarms: ['B'] }))
  })

  it('stands beside an ordinary hit of the same record', () => {
    const policy = policyOf(file(blind + rule('H', `record: hit, ${everyone}`)))
    expect(hits(policy)).toEqual(found({ hit: true, permits: ['H'], alarms: ['B'] }))
  })

  it('alarms for its callers, purposes and records only, and when it knows that they are', () => {
    const policy = policyOf(file(rule('B', 'record: hit, blind: true, to: \'caller.country == "XB"\', for: [AUDIT], when: record.open')))
    expect(hits(policy, { purpose: 'AUDIT' }, { open: true })?.alarms).toEqual(['B'])
    expect(hits(policy, { purpose: 'AUDIT', country: 'XC' }, { open: true })).toBe(null)
    expect(hits(policy, {}, { open: true })).toBe(null)
    for (const open of [false, null]) expect(hits(policy, { purpose: 'AUDIT' }, { open })).toBe(null)
  })

  it('reads what it needs: the fields of its condition are fetched', () => {
    const policy = policyOf(file(rule('B', `record: hit, blind: true, ${everyone}, when: record.open`)))
    expect([...policy.planFor('Dossier', callerOf()).inputs]).toEqual(['open'])
  })
})

describe('a record held for another bureau', () => {
  const options = { agreements: new Map(), purposes: ['INVESTIGATION'], roles: ['INVESTIGATOR'] }
  const open = '  - { id: H, title: t, on: Person, record: hit, to: any, for: any }\n'
  const blind = '  - { id: B, title: t, on: Person, record: hit, blind: true, to: any, for: any }\n'
  const key: ExactKey = { type: 'Person', terms: [{ kind: 'oneOf', field: 'occupation', values: ['Baker'] }] }
  const policies = new Map<string, Policy>()
  function policy(bureau: string, rules: string): Policy {
    const surroundings = { bureaus: ['XA', 'XB', 'XC'], policyOf: (code: string) => policies.get(code) ?? null, isSuspended: () => false }
    const text = `comity: disclosure/v1\nbureau: ${bureau}\nversion: 1\nrules:\n${rules}`
    const compiled = compilePolicy(text, 'd.yaml', realCatalogue, { ...options, bureau, surroundings }).policy
    if (compiled === null) throw new Error('the file has mistakes')
    policies.set(bureau, compiled)
    return compiled
  }
  const held = (rules: string, originatorRules: string | null, reader = 'XC') => {
    policies.clear()
    const holder = policy('XA', rules)
    if (originatorRules !== null) policy('XB', originatorRules)
    const values = { occupation: 'Baker', handling: { originator: 'XB' } }
    return holder
      .planFor('Person', realCaller({ bureau: reader }))
      .hits(seal({ ref: { bureau: 'XA', type: 'Person', key: '1' }, values }), key)
  }
  const nothing = '  - { id: F, title: t, on: Person, fields: [sex], level: full, to: any, for: any }\n'

  it('is a hit only where the one it came from would answer one too', () => {
    expect(held(open, open)).toEqual(found({ hit: true, permits: ['H'] }))
    expect(held(open, nothing)).toBe(null)
    expect(held(open, null)).toBe(null)
    expect(held(nothing, open)).toBe(null)
    expect(held(open, nothing, 'XA')?.hit).toBe(true)
  })

  it('is no hit for a bureau whose access is suspended, whose asking still alarms', () => {
    const surroundings = { bureaus: ['XA'], policyOf: () => null, isSuspended: (bureau: string) => bureau === 'XC' }
    const text = `comity: disclosure/v1\nbureau: XA\nversion: 1\nrules:\n${open}${blind}`
    const suspending = compilePolicy(text, 'd.yaml', realCatalogue, { ...options, bureau: 'XA', surroundings }).policy
    const record = seal({ ref: { bureau: 'XA', type: 'Person', key: '1' }, values: { occupation: 'Baker' } })
    const by = (bureau: string) => suspending?.planFor('Person', realCaller({ bureau })).hits(record, key)
    expect([by('XB')?.hit, by('XC')]).toEqual([true, found({ alarms: ['B'] })])
    expect(suspending?.planFor('Person', realCaller({ bureau: 'XC' })).project(record)).toBe(null)
  })

  it('still alarms its holder', () => {
    expect(held(open + blind, nothing)).toEqual(found({ alarms: ['B'] }))
  })
})

describe('a key', () => {
  const meets = (term: KeyTerm, values: Values) => meetsKey({ type: 'T', terms: [term] }, values)

  it('without terms is met by nothing', () => {
    expect(meetsKey({ type: 'T', terms: [] }, {})).toBe(false)
    expect(meets({ kind: 'some', field: 'a', terms: [] }, { a: {} })).toBe(false)
    expect(meets({ kind: 'any', alternatives: [] }, { a: 'x' })).toBe(false)
  })

  it('is not met by what is unknown, inherited, or of another kind', () => {
    for (const a of [null, 1, true, {}, [], [null]] as CanonicalValue[]) {
      expect(meets({ kind: 'oneOf', field: 'a', values: ['1', 'true', 'null'] }, { a })).toBe(false)
      expect(meets({ kind: 'reads', field: 'a', text: '1' }, { a })).toBe(false)
      expect(meets({ kind: 'day', field: 'a', day: '2026-01-01' }, { a })).toBe(false)
    }
    expect(meets({ kind: 'oneOf', field: 'constructor', values: ['x'] }, {})).toBe(false)
    expect(meets({ kind: 'some', field: 'a', terms: [{ kind: 'oneOf', field: 'b', values: ['x'] }] }, { a: 'x' })).toBe(false)
  })

  it('compares texts after NFC: codes sign by sign, readings without letter case and extra blanks', () => {
    expect(meets({ kind: 'oneOf', field: 'a', values: ['\u00e9'] }, { a: 'e\u0301' })).toBe(true)
    expect(meets({ kind: 'oneOf', field: 'a', values: ['x'] }, { a: 'X' })).toBe(false)
    expect(meets({ kind: 'reads', field: 'a', text: ' NE\u0301  Lo ' }, { a: 'n\u00e9 lo' })).toBe(true)
    expect(meets({ kind: 'reads', field: 'a', text: 'ne lo' }, { a: 'n\u00e9 lo' })).toBe(false)
  })
})

describe('whatever the rules, the caller and the record', () => {
  const blindRule = (one: RuleCase): boolean => one.kind === 'permit' && one.fields === null && one.level === 'hit'
  /** The generated file with its hit permits made blind. */
  function blinded(one: PolicyCase): Policy {
    const text = JSON.parse(fileOf(one)) as { rules: Record<string, unknown>[] }
    const rules = text.rules.map((written, i) => (blindRule(one.rules[i] as RuleCase) ? { ...written, blind: true } : written))
    return policyOf(JSON.stringify({ ...text, rules }))
  }

  it('hits as the definition of levels has it, and alarms as if each blind permit stood alone', () => {
    const seen = { hit: 0, blind: 0, both: 0, none: 0, unmet: 0 }
    fc.assert(
      fc.property(policyCase, (one) => {
        const who = one.caller
        const levelUnder = (rules: readonly RuleCase[]) => decide(rules, one.agreements, who, one.record, fields).record
        const met = one.record['label'] === 'Alpha'
        const ordinary = levelUnder(one.rules.filter((rule) => !blindRule(rule))) !== 'none'
        const own = who.country === 'XA'
        const alarms = own ? [] : one.rules.flatMap((rule, i) => (blindRule(rule) && levelUnder([rule]) !== 'none' ? [`R${i}`] : []))
        const finding = blinded(one).planFor('Dossier', callerOf(who)).hits(dossier(one.record), alpha)
        expect(finding === null ? null : { hit: finding.hit, alarms: finding.alarms }).toEqual(
          met && (ordinary || alarms.length > 0) ? { hit: ordinary, alarms } : null,
        )
        seen[!met ? 'unmet' : ordinary ? (alarms.length > 0 ? 'both' : 'hit') : alarms.length > 0 ? 'blind' : 'none']++
      }),
      { numRuns: 1500 },
    )
    for (const [outcome, count] of Object.entries(seen)) expect([outcome, count > 5]).toEqual([outcome, true])
  })
})
