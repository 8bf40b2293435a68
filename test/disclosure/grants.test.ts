import { describe, expect, it } from 'vitest'
import { callerOf, type Who } from './support/caseCatalogue.ts'
import { filePolicy, fileProblems, learns } from './support/limitedCatalogue.ts'

const listed = '  - { id: L, title: t, on: File, record: listed, to: any, for: any, mayInclude: any }'
const grant = (more = '') => `${listed}
grants:
  - { id: G, title: t, on: File, fields: [name], level: full, to: 'caller.country == "XB"', for: any, basis: Letter 7, from: 2026-06-15T08:00Z, until: 2026-06-15T16:00:00Z${more} }`

function nameAt(rules: string, who: Who): string | undefined {
  return learns(filePolicy(rules), callerOf(who), { name: 'Ann' })?.['name']
}

describe('a grant', () => {
  it.each([
    ['2026-06-15T07:59:59.999Z', 'none'],
    ['2026-06-15T08:00:00.000Z', 'full'],
    ['2026-06-15T15:59:59.999Z', 'full'],
    ['2026-06-15T16:00:00.000Z', 'none'],
  ])('from 8 until 16 counts at %s: %s', (at, level) => {
    expect(nameAt(grant(), { at })).toBe(level)
  })

  it('ends when it is revoked', () => {
    const revoked = grant(', revoked: 2026-06-15T10:00Z')
    expect(nameAt(revoked, { at: '2026-06-15T09:59:59Z' })).toBe('full')
    expect(nameAt(revoked, { at: '2026-06-15T10:00:00Z' })).toBe('none')
  })

  it('is for those it is to', () => {
    expect(nameAt(grant(), { country: 'XC' })).toBe('none')
  })

  it('bounds the plan: a kept one is never used past the next instant at which it may decide otherwise', () => {
    const policy = filePolicy(grant())
    const until = (at: string) => new Date(policy.planFor('File', callerOf({ at })).validUntil).toISOString()
    expect(until('2026-06-15T07:00:00Z')).toBe('2026-06-15T08:00:00.000Z')
    expect(until('2026-06-15T08:00:00Z')).toBe('2026-06-15T16:00:00.000Z')
    expect(until('2026-06-15T16:00:00Z')).toBe('2026-06-16T00:00:00.000Z')
    const name = (at: string) => learns(policy, callerOf({ at }), {})?.['name']
    expect(['07:00', '08:00', '15:59', '16:00', '12:00'].map((time) => name(`2026-06-15T${time}:00Z`))).toEqual([
      'none',
      'full',
      'full',
      'none',
      'full',
    ])
    expect(policy.classKey(callerOf({ at: '2026-06-15T07:59:00Z' }))).not.toBe(policy.classKey(callerOf({ at: '2026-06-15T08:00:00Z' })))
  })

  it.each([
    ['from: 2026-06-15T08:00Z', 'from: 2026-06-15', '"from" must be an instant in UTC'],
    ['from: 2026-06-15T08:00Z', 'from: 2026-02-31T08:00Z', '"2026-02-31T08:00Z" is not an instant of the calendar'],
    ['from: 2026-06-15T08:00Z', 'from: 2026-06-15T16:00Z', 'the grant ends before it begins'],
    [', basis: Letter 7', '', '"basis" is missing'],
  ])('with %s written as %s is refused', (from, to, message) => {
    expect(fileProblems(grant().replace(from, to)).join()).toContain(message)
  })

  it('shares the ids of rules', () => {
    expect(fileProblems(grant().replace('id: G', 'id: L')).join()).toContain('another rule already has the id "L"')
  })
})

describe('an emergency block', () => {
  const rules = `${listed}
  - { id: C1, title: t, on: File, record: true, cap: hit, when: record.risk == "RED" }
  - { id: C2, title: t, on: File, fields: [name], cap: masked }
  - { id: C3, title: t, on: File, record: true, cap: none, absolute: true, when: 'has(record.kinds) && "WITNESS" in record.kinds' }
emergency:
  - { id: E, title: t, on: File, record: listed, fields: [name, risk], level: full, to: '"INVESTIGATOR" in caller.roles', for: [INVESTIGATION], ttl: 4h, perDay: 2, mayInclude: any }`
  const policy = filePolicy(rules)

  it('gives nothing until it is invoked', () => {
    expect(learns(policy, callerOf(), { risk: 'BLUE' })).toMatchObject({ name: 'none', risk: 'none' })
    expect(learns(policy, callerOf(), { risk: 'RED' })).toBe(null)
  })

  it('goes over caps that are not absolute, and under those that are', () => {
    const invoked = callerOf({ emergency: 'E' })
    expect(learns(policy, invoked, { risk: 'RED' })).toMatchObject({ name: 'full', risk: 'full', kinds: 'none' })
    expect(learns(policy, invoked, { risk: 'RED', kinds: ['WITNESS'] })).toBe(null)
  })

  it('gives to those it names, for the purposes it names, in the bureau where it was invoked', () => {
    expect(learns(policy, callerOf({ emergency: 'E', roles: ['ANALYST'] }), { risk: 'RED' })).toBe(null)
    expect(learns(policy, callerOf({ emergency: 'E', purpose: 'AUDIT' }), { risk: 'RED' })).toBe(null)
    expect(learns(policy, callerOf({ emergency: 'F' }), { risk: 'RED' })).toBe(null)
    const elsewhere = callerOf({ emergency: 'E' })
    expect(learns(policy, { ...elsewhere, emergency: { id: '1', bureau: 'XC', rule: 'E' } }, { risk: 'RED' })).toBe(null)
  })

  it('never shows less than without it', () => {
    const more = filePolicy(`${listed}
  - { id: F, title: t, on: File, fields: [risk], level: full, to: any, for: any }
emergency:
  - { id: E, title: t, on: File, fields: [name], level: masked, to: caller.clearance >= 1, ttl: 1h }`)
    expect(learns(more, callerOf({ emergency: 'E' }), {})).toMatchObject({ risk: 'full', name: 'masked' })
  })

  it('tells who may invoke it, and its terms', () => {
    expect(policy.mayInvoke('E', callerOf())).toBe(true)
    expect(policy.mayInvoke('E', callerOf({ roles: ['ANALYST'] }))).toBe(false)
    expect(policy.mayInvoke('E', callerOf({ purpose: 'AUDIT' }))).toBe(false)
    expect(policy.mayInvoke('L', callerOf())).toBe(false)
    expect(policy.emergencies).toEqual([
      { id: 'E', title: 't', types: ['File'], ttlMs: 4 * 3_600_000, justificationMin: 40, perDay: 2, reviewMs: 72 * 3_600_000 },
    ])
  })

  it.each([
    ['ttl: 4h', 'ttl: 5h', 'emergency access lasts four hours at most'],
    ['perDay: 2', 'justificationMin: 39', 'a justification has 40 signs at least'],
    ['perDay: 2', 'perDay: 0', '"perDay" must be at least 1'],
    ['ttl: 4h', 'ttl: soon', '"ttl" must be a time, as in 30m, 4h or 3d'],
    ['record: listed, fields: [name, risk], level: full, ', '', 'the block must name "record:" or "fields:"'],
  ])('with %s written as %s is refused', (from, to, message) => {
    expect(fileProblems(rules.replace(from, to)).join('\n')).toContain(message)
  })
})
