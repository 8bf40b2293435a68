import { describe, expect, it } from 'vitest'
import { diffLines } from '../../src/cli/diffText.ts'
import { type CompiledRules, compileRules } from '../../src/disclosure/compilePolicy.ts'
import { policyDiff } from '../../src/disclosure/study/policyDiff.ts'
import { formatProblem } from '../../src/model/problem.ts'
import { catalogue, file, options, purposes } from './support/caseCatalogue.ts'

const world = { bureau: 'XA', purposes, now: Date.parse('2026-06-15T12:00:00Z') }
const rules = '  - { id: L, title: listed, on: Dossier, record: listed, to: any, for: any }'

function compiled(cubes: readonly string[]): CompiledRules {
  const text = cubes.length === 0 ? file(rules) : `${file(rules)}\ncubes:\n${cubes.map((cube) => `  - { ${cube} }`).join('\n')}\n`
  const found = compileRules(text, 'd.yaml', catalogue, options)
  if (found.rules === null) throw new Error(found.problems.map(formatProblem).join('\n'))
  return found
}

const cube = (more: { to?: string; for?: string; dimensions?: string; base?: number; least?: number } = {}) => {
  const { to = 'any', for: purpose = 'any', dimensions = '[colour, open]', base = 5, least = 10 } = more
  return `id: C1, title: Dossiers, on: Dossier, dimensions: ${dimensions}, to: '${to}', for: ${purpose}, base: ${base}, least: ${least}`
}
const diffOf = (older: readonly string[], newer: readonly string[]) => policyDiff(compiled(older), compiled(newer), world)
const toldOf = (older: readonly string[], newer: readonly string[]) =>
  diffOf(older, newer).cubes.map(({ about, direction, from, to, callers }) => [about, direction, from, to, callers])

describe('published counts in a comparison of policies', () => {
  it('are told when they are new, and when they are gone', () => {
    expect(toldOf([], [cube()])).toEqual([['readers', 'loosens', '', '', ['every caller']]])
    expect(toldOf([cube()], [])).toEqual([['readers', 'tightens', '', '', ['every caller']]])
    expect(diffOf([], [cube()])).toMatchObject({ loosens: true, tightens: false, changes: [] })
    expect(diffOf([cube()], [])).toMatchObject({ loosens: false, tightens: true })
  })

  it('are told when other callers may read them, and which', () => {
    const told = toldOf([cube({ for: '[AUDIT]' })], [cube({ for: '[INVESTIGATION]', to: 'caller.country == "XB"' })])
    expect(told.map(([about, direction]) => [about, direction])).toEqual([
      ['readers', 'loosens'],
      ['readers', 'tightens'],
    ])
    expect(told[0]?.[4]).toEqual(['callers of XB, for INVESTIGATION'])
    expect(told[1]?.[4]).toEqual(['callers for AUDIT'])
  })

  it.each([
    ['a finer base', { base: 3 }, 'base', 'loosens', '5', '3'],
    ['a coarser base', { base: 10 }, 'base', 'tightens', '5', '10'],
    ['smaller counts', { least: 5 }, 'least', 'loosens', '10', '5'],
    ['larger counts', { least: 20 }, 'least', 'tightens', '10', '20'],
    ['fewer dimensions', { dimensions: '[colour]' }, 'counted', 'tightens', 'Dossier by colour, open', 'Dossier by colour'],
  ])('are told when they say more or less: %s', (_, more, about, direction, from, to) => {
    expect(toldOf([cube()], [cube(more)])).toEqual([[about, direction, from, to, []]])
  })

  it('loosen when they divide by another field', () => {
    expect(toldOf([cube({ dimensions: '[colour]' })], [cube({ dimensions: '[open]' })])).toEqual([
      ['counted', 'loosens', 'Dossier by colour', 'Dossier by open', []],
    ])
  })

  it('are not told when nothing but words and order changed', () => {
    expect(toldOf([cube()], [cube({ dimensions: '[open, colour]' }).replace('title: Dossiers', 'title: Files')])).toEqual([])
    expect(diffLines(diffOf([cube()], [cube()])).join()).not.toContain('counts')
  })

  it('are printed with who reads them', () => {
    const lines = diffLines(diffOf([cube({ for: '[AUDIT]' })], [cube({ least: 5 })]))
    expect(lines).toContain('Published counts')
    expect(lines).toContain('  C1 loosens: is read by')
    expect(lines).toContain('  C1 loosens: shows counts from 10 -> 5')
    expect(lines.at(-1)).toMatch(/^Loosens\./)
  })
})
