import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../../src/disclosure/compilePolicy.ts'
import { levelOf } from '../../src/disclosure/policy.ts'
import { formatProblem } from '../../src/model/problem.ts'
import { catalogue } from '../support/catalogue.ts'
import { callerOf, dossier } from './support/caseCatalogue.ts'

const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'disclosure.md'), 'utf8')
const example = /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? ''
const { policy, problems } = compilePolicy(example, 'disclosure.yaml', catalogue, {
  bureau: 'XA',
  purposes: catalogue.enums.get('Purpose') ?? [],
  roles: catalogue.enums.get('Role') ?? [],
})

describe('the file in docs/disclosure.md', () => {
  it('is in order, and its tests pass', () => {
    expect(problems.map(formatProblem)).toEqual([])
  })
  it('does what the text says', () => {
    const wanted = { status: 'MISSING', birthDate: '1980-11-02', documents: [{ kind: 'PASSPORT', number: 'XA1234567' }] }
    const view = (values: Parameters<typeof dossier>[0], who = {}) =>
      policy?.planFor('Person', callerOf(who)).project(dossier(values, 'XA', 'Person')) ?? null
    expect(view(wanted)?.values['birthDate']).toBe('198X')
    expect(view({ ...wanted, protectedClasses: ['WITNESS'] })).toBe(null)
    expect(view({ ...wanted, excludedCountries: ['XB'] })).toBe(null)
    expect(view(wanted, { country: 'XD' })).toBe(null)
    const cleared = view(wanted, { agreements: ['BILAT-XA-XB'] })
    expect(cleared === null ? null : levelOf(cleared, 'documents')).toBe('full')
  })
})
