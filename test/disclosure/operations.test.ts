import { describe, expect, it } from 'vitest'
import { compilePolicy, compileRules } from '../../src/disclosure/compilePolicy.ts'
import { policyDiff } from '../../src/disclosure/study/policyDiff.ts'
import type { OperationMembership } from '../../src/model/jointOperation.ts'
import { caller } from '../support/caller.ts'
import { catalogue, file, options, problemsOf, purposes } from './support/caseCatalogue.ts'

const rules = (name: string) => `  - { id: A, title: t, on: Dossier, record: listed, to: '"${name}" in caller.operations', for: any }`
const member = (...operations: readonly OperationMembership[]) => caller({ bureau: 'XB', operations })

function ceiling(who: ReturnType<typeof caller>): string | undefined {
  return compilePolicy(file(rules('XC/NIGHT')), 'd.yaml', catalogue, options).policy?.planFor('Dossier', who).recordCeiling
}

describe('a membership, as rules meet it', () => {
  it('opens to its members what the owner shares in the operation, and to nobody else', () => {
    expect(ceiling(member({ name: 'XC/NIGHT', parties: ['XA', 'XB', 'XC'] }))).toBe('listed')
    expect(ceiling(member({ name: 'XB/NIGHT', parties: ['XA', 'XB', 'XC'] }))).toBe('none')
    expect(ceiling(caller({ bureau: 'XB' }))).toBe('none')
  })

  it('is none toward an owner who does not take part', () => {
    expect(ceiling(member({ name: 'XC/NIGHT', parties: ['XB', 'XC'] }))).toBe('none')
  })

  it('tells callers apart where a rule reads it, and only there', () => {
    const inside = member({ name: 'XC/NIGHT', parties: ['XA', 'XB'] })
    const outside = member({ name: 'XC/NIGHT', parties: ['XB'] })
    const reads = compilePolicy(file(rules('XC/NIGHT')), 'd.yaml', catalogue, options).policy
    expect(reads?.classKey(inside)).not.toBe(reads?.classKey(member()))
    expect(reads?.classKey(outside)).toBe(reads?.classKey(member()))
    const plain = compilePolicy(
      file('  - { id: A, title: t, on: Dossier, record: listed, to: any, for: any }'),
      'd.yaml',
      catalogue,
      options,
    ).policy
    expect(plain?.classKey(inside)).toBe(plain?.classKey(member()))
  })

  it('can be named in the tests of a file', () => {
    const withTest = (operations: string, record: string) =>
      problemsOf(
        `${file(rules('XC/NIGHT'))}tests:\n  - { on: Dossier, caller: { country: XB, purpose: AUDIT${operations} }, record: {}, expect: { record: ${record} } }\n`,
      )
    expect(withTest(', operations: [XC/NIGHT]', 'listed')).toEqual([])
    expect(withTest('', 'none')).toEqual([])
    expect(withTest('', 'listed')).toHaveLength(1)
  })

  it('is tried when two files are compared', () => {
    const compiled = (name: string) => compileRules(file(rules(name)), 'd.yaml', catalogue, options)
    const world = { bureau: 'XA', purposes, now: Date.parse('2026-06-15T12:00:00Z') }
    const diff = policyDiff(compiled('XC/NIGHT'), compiled('XC/DAY'), world)
    expect(diff).toMatchObject({ exhaustive: true, loosens: true, tightens: true })
    expect(diff.changes.flatMap(({ callers }) => callers)).toEqual([
      'callers who are members of XC/NIGHT alone',
      'callers who are members of XC/DAY alone',
    ])
  })
})
