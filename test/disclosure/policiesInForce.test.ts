import { describe, expect, it } from 'vitest'
import { PoliciesInForce } from '../../src/disclosure/policiesInForce.ts'
import { callerOf } from './support/caseCatalogue.ts'
import { filePolicy, learns, openRules } from './support/limitedCatalogue.ts'

const closed = '  - { id: C, title: t, on: File, record: true, cap: none }'
const only = (rules: string, bureau: string) => filePolicy(rules, { bureau })
const stranger = callerOf({ country: 'XD' })
const held = { name: 'Ann', marking: { from: 'XC' } }

describe('the policies in force', () => {
  it('ask each other about records held for one another', () => {
    const policies = new PoliciesInForce([only(openRules, 'XA'), only(openRules, 'XC')])
    expect(learns(policies.policyOf('XA'), stranger, held)?.['name']).toBe('full')
    policies.replace([only(closed, 'XC')])
    expect(learns(policies.policyOf('XA'), stranger, held)).toBe(null)
    expect(learns(policies.policyOf('XA'), stranger, { name: 'Ann' })).not.toBe(null)
  })

  it('show nobody what is held for a bureau that has left, and go on to show what its holder has of its own', () => {
    const [xa, xc] = [only(openRules, 'XA'), only(openRules, 'XC')]
    const policies = new PoliciesInForce([xa, xc])
    const before = policies.now
    expect(learns(policies.policyOf('XA'), stranger, held)?.['name']).toBe('full')
    policies.put([xa], [])
    expect(learns(policies.policyOf('XA'), stranger, held)).toBe(null)
    expect(learns(policies.policyOf('XA'), stranger, { name: 'Ann' })).not.toBe(null)
    expect(() => policies.policyOf('XC')).toThrow(TypeError)
    // Who began before goes on with what there was.
    expect(learns(before.policyOf('XA') ?? xa, stranger, held)?.['name']).toBe('full')
    policies.put([xa, xc], [])
    expect(learns(policies.policyOf('XA'), stranger, held)?.['name']).toBe('full')
  })

  it('shut a bureau out from the moment on in which it is suspended, and let it in again', () => {
    const xa = only(openRules, 'XA')
    const policies = new PoliciesInForce([xa])
    for (const [suspended, shown] of [
      [['XD'], false],
      [[], true],
    ] as const) {
      policies.put([xa], suspended)
      expect(learns(policies.policyOf('XA'), stranger, { name: 'Ann' }) !== null).toBe(shown)
    }
  })

  it('do not ask in circles where each may hold records of the other', () => {
    const policies = new PoliciesInForce(['XA', 'XB', 'XC'].map((bureau) => only(openRules, bureau)))
    for (const bureau of ['XA', 'XB', 'XC']) expect(learns(policies.policyOf(bureau), stranger, held)).not.toBe(null)
  })

  it('change for whoever looks afterwards, and for nobody who looked before', () => {
    const policies = new PoliciesInForce([only(openRules, 'XA'), only(openRules, 'XC')])
    const before = policies.now
    const [holder, originator] = [before.policyOf('XA'), before.policyOf('XC')]
    const plan = holder?.planFor('File', stranger)
    policies.replace([only(closed, 'XC'), only(closed, 'XA')])
    expect(policies.now).not.toBe(before)
    expect(before.policyOf('XA')).toBe(holder)
    expect(before.policyOf('XC')).toBe(originator)
    if (holder === null || originator === null) throw new Error('there is no policy')
    // Also for what was not planned yet when the policies changed.
    expect(learns(holder, stranger, held)?.['name']).toBe('full')
    expect(plan?.recordCeiling).toBe('listed')
    expect(learns(policies.policyOf('XA'), stranger, held)).toBe(null)
  })

  it('leave alone what is not replaced, and its kept plans', () => {
    const policies = new PoliciesInForce([only(closed, 'XA'), only(openRules, 'XC')])
    const own = callerOf({ country: 'XC' })
    const plan = policies.policyOf('XC').planFor('File', own)
    policies.replace([only(openRules, 'XA')])
    expect(policies.policyOf('XC').planFor('File', own)).toBe(plan)
    policies.replace([only(openRules, 'XC')])
    expect(policies.policyOf('XC').planFor('File', own)).not.toBe(plan)
  })

  it('show nothing to bureaus whose access is suspended', () => {
    const policies = new PoliciesInForce([only(openRules, 'XA'), only(openRules, 'XD')], ['XD'])
    expect(learns(policies.policyOf('XA'), stranger, { name: 'Ann' })).toBe(null)
    expect(learns(policies.policyOf('XD'), stranger, { name: 'Ann' })).not.toBe(null)
    expect(learns(policies.policyOf('XA'), callerOf({ country: 'XB' }), { name: 'Ann' })).not.toBe(null)
    policies.replace([only(openRules, 'XA')])
    expect(learns(policies.policyOf('XA'), stranger, { name: 'Ann' })).toBe(null)
  })

  it('are known for their bureaus only', () => {
    const policies = new PoliciesInForce([only(openRules, 'XA')])
    expect(policies.now.policyOf('XB')).toBe(null)
    expect(() => policies.policyOf('XB')).toThrow('no policy is in force')
  })
})
