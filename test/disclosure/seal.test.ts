import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { type SealedRecord, unseal } from '../../src/disclosure/seal.ts'
import { callerOf, dossier, file, policyOf } from './support/caseCatalogue.ts'

const canary = 'CANARY-7f3a'
const sealed = dossier({ label: canary, home: { name: canary, country: 'XB' }, tags: ['WITNESS'] })

/** Every way in which a record tends to end up in a log or an answer. */
const ways: readonly (readonly [string, (value: unknown) => string])[] = [
  ['JSON', (value) => JSON.stringify(value)],
  ['inspect', (value) => inspect(value, { showHidden: true, depth: null, getters: true })],
  ['spread', (value) => inspect({ ...(value as object) }, { depth: null })],
  ['structuredClone', (value) => inspect(structuredClone(value), { depth: null })],
  [
    'keys',
    (value) =>
      Reflect.ownKeys(value as object)
        .map(String)
        .join(),
  ],
  ['string', (value) => String(value)],
  ['assign', (value) => JSON.stringify(Object.assign({}, value))],
  ['error', (value) => String(new Error('failed', { cause: value }).cause)],
]

describe('a sealed record', () => {
  it.each(ways)('leaks nothing through %s', (_, show) => {
    expect(show(sealed)).not.toContain(canary)
  })
  it('cannot be changed, nor moved to another owner by whoever made it', () => {
    expect(() => Object.assign(sealed, { label: 'x' })).toThrow(TypeError)
    expect(() => Object.assign(sealed.ref, { bureau: 'XB' })).toThrow(TypeError)
  })
  it('cannot be made up or copied', () => {
    expect(() => unseal({ ref: sealed.ref })).toThrow('not a sealed record')
    expect(() => unseal(structuredClone(sealed) as SealedRecord)).toThrow('not a sealed record')
  })
})

describe('a plan that has decided a record', () => {
  const plan = policyOf(file('  - { id: A, title: t, on: Dossier, record: listed, to: any, for: any, when: has(record.label) }')).planFor(
    'Dossier',
    callerOf(),
  )
  const view = plan.project(sealed)
  it.each(ways.filter(([name]) => name !== 'structuredClone'))('keeps nothing of it in reach of %s', (_, show) => {
    expect(show(plan)).not.toContain(canary)
    expect(show(view)).not.toContain(canary)
  })
  it('gives a view that is frozen throughout', () => {
    const open = policyOf(
      file(
        '  - { id: A, title: t, on: Dossier, record: listed, to: any, for: any }\n  - { id: B, title: t, on: Dossier, fields: [home, tags, label], level: full, to: any, for: any }',
      ),
    )
    const shown = open.planFor('Dossier', callerOf()).project(sealed)
    for (const part of [
      shown,
      shown?.ref,
      shown?.values,
      shown?.values['home'],
      shown?.values['tags'],
      shown?.disclosure,
      shown?.disclosure[0],
    ]) {
      expect(Object.isFrozen(part)).toBe(true)
    }
  })
})
