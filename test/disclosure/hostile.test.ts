import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../../src/disclosure/compilePolicy.ts'
import { checkCondition } from '../../src/disclosure/language/checkCondition.ts'
import type { RecordType } from '../../src/model/catalogue.ts'
import type { CanonicalValue } from '../../src/model/record.ts'
import { callerOf, catalogue, dossier, file, options, policyOf } from './support/caseCatalogue.ts'
import { fields, fileOf, policyCase } from './support/policyCases.ts'

function compiled(text: string): { shares: boolean; errors: number } {
  const { policy, problems } = compilePolicy(text, 'd.yaml', catalogue, options)
  for (const { line, column, message } of problems) {
    expect(line).toBeGreaterThan(0)
    expect(column).toBeGreaterThan(0)
    expect(message).not.toBe('')
  }
  return { shares: policy !== null, errors: problems.filter(({ severity }) => severity === 'error').length }
}

describe('a hostile file', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['a scalar', 'x'],
    ['a list', '- 1'],
    ['open brackets', '['.repeat(20_000)],
    ['open braces', '{'.repeat(20_000)],
    ['deep nesting', `${'[ '.repeat(3000)}${' ]'.repeat(3000)}`],
    ['deep indentation', Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    [
      'an alias bomb',
      `a: &a [x]\n${Array.from({ length: 30 }, (_, i) => `${'bcdefghijklmnopqrstuvwxyzABCDE'.charAt(i)}: &n${i} [*a, *a]`).join('\n')}`,
    ],
    ['a tag', 'comity: !!js/function "function () {}"\n'],
    ['an unknown YAML version', '%YAML 3\n---\na'],
    ['two documents', 'a: 1\n---\nb: 2\n'],
    ['the prototype', '__proto__: { rules: [] }\nconstructor: { prototype: 1 }\n'],
    ['a lone surrogate', 'comity: "\\ud800"\n'],
    ['a NUL', 'comity: \u0000\n'],
    ['a repeated key', 'comity: disclosure/v1\ncomity: disclosure/v1\nbureau: XA\nversion: 1\nrules: []\n'],
    ['a very long file', `comity: disclosure/v1\nbureau: XA\nversion: 1\nrules: []\n# ${'x'.repeat(1_000_001)}\n`],
  ]
  it.each(cases)('of %s shares nothing and says why', (_, text) => {
    const { shares, errors } = compiled(text)
    expect(shares).toBe(false)
    expect(errors).toBeGreaterThan(0)
  })

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        compiled(text)
      }),
      { numRuns: 500 },
    )
  })

  it('never throws, whatever stands in a well-formed file, and shares nothing after an error', () => {
    const anything = fc.jsonValue({ maxDepth: 3 })
    fc.assert(
      fc.property(
        policyCase,
        fc.nat(),
        fc.constantFrom('id', 'on', 'record', 'fields', 'level', 'cap', 'to', 'for', 'under', 'when', 'title', 'explain'),
        anything,
        (one, at, key, value) => {
          const parsed = JSON.parse(fileOf(one)) as { rules: Record<string, unknown>[] }
          const rule = parsed.rules[at % Math.max(parsed.rules.length, 1)]
          if (rule !== undefined) rule[key] = value
          const { shares, errors } = compiled(JSON.stringify(parsed))
          expect(shares).toBe(errors === 0)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('a hostile condition', () => {
  const scope = {
    part: 'when' as const,
    record: catalogue.types.get('Dossier') as RecordType,
    sets: new Map(),
    enums: catalogue.enums,
    agreements: null,
  }
  it('never throws, and either has a problem or a meaning', () => {
    const word = fc.constantFrom(
      'record.',
      'caller.',
      'colour',
      'in',
      '&&',
      '||',
      '!',
      '(',
      ')',
      '[',
      ']',
      '"RED"',
      "'",
      '"',
      '==',
      '<',
      '1',
      '-',
      ',',
      '.',
      'has(',
      'null',
      'true',
      '\\',
      '\u0000',
      '__proto__',
      'constructor',
      ' ',
    )
    const noise = fc.oneof(
      fc.array(word, { maxLength: 25 }).map((words) => words.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(noise, (text) => {
        const { condition, problems } = checkCondition(text, scope)
        expect(condition === null).toBe(problems.length > 0)
        for (const { start, end } of problems) expect(start >= 0 && end >= start).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
  it('may be long without being deep', () => {
    const { condition } = checkCondition(Array.from({ length: 300 }, () => 'record.open').join('||'), scope)
    expect(condition).toMatchObject({ op: 'or' })
    expect(checkCondition(`${'!'.repeat(3000)}record.open`, scope).problems).toEqual([])
  })
})

describe('a hostile record', () => {
  it('is decided without throwing, whatever its values', () => {
    fc.assert(
      fc.property(
        policyCase,
        fc.dictionary(
          fc.constantFrom(...fields),
          fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true, withDate: true, withMap: true }),
        ),
        (one, values) => {
          const plan = policyOf(fileOf(one)).planFor('Dossier', callerOf(one.caller))
          plan.project(dossier(values as Readonly<Record<string, CanonicalValue>>))
        },
      ),
      { numRuns: 1000 },
    )
  })
  it('is withheld by a cap that cannot be evaluated on it, and not shown by such a permit', () => {
    const rules = `  - { id: L, title: t, on: Dossier, record: listed, to: any, for: any }
  - { id: A, title: t, on: Dossier, fields: [label], level: full, to: any, for: any, when: '!("WITNESS" in record.tags)' }
  - { id: B, title: t, on: Dossier, fields: [size], level: full, to: any, for: any }
  - { id: C, title: t, on: Dossier, fields: [size], cap: none, when: '"WITNESS" in record.tags' }`
    const plan = policyOf(file(rules)).planFor('Dossier', callerOf())
    for (const tags of ['WITNESS', { 0: 'ARMED' }, ['witness'], [null], 7, null]) {
      expect(plan.project(dossier({ tags: tags as CanonicalValue, label: 'x', size: 1 }))?.values).toEqual({})
    }
    expect(plan.project(dossier({ tags: ['ARMED'], label: 'x', size: 1 }))?.values).toEqual({ label: 'x', size: 1 })
  })
})
