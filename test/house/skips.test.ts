import { describe, expect, it } from 'vitest'
import { skipProblems } from '../support/house/skipRules.ts'
import { sourceFiles } from '../support/house/sourceFile.ts'

const tests = sourceFiles(/\.(ts|tsx)$/, 'test')
const check = (text: string) => skipProblems([{ path: 'test/x.test.ts', text }])

describe('tests', () => {
  it('all run: none is skipped, set aside or singled out', () => {
    expect(tests.length).toBeGreaterThan(20)
    expect(skipProblems(tests)).toEqual([])
  })
})

describe('the rule', () => {
  it.each([
    [`it.${'skip'}('x', f)`],
    [`describe.${'only'}('x', f)`],
    [`test.concurrent.${'only'}('x', f)`],
    [`it.${'todo'}('x')`],
    [`describe.${'skipIf'}(noDatabase)('x', f)`],
    [`it.${'runIf'}(linux)('x', f)`],
    [`it.each([1]).${'skip'}('x', f)`],
    [`${'x'}it('x', f)`],
    [`it('x', (context) => context.${'skip'}())`],
    [`it('x', ({ ${'skip'} }) => ${'skip'}())`],
    [`it('x', { ${'skip'}: true }, f)`],
  ])('refuses %s', (text) => {
    expect(check(text)).toHaveLength(1)
  })

  it.each([
    "it('skips rows that do not map', f)",
    "it.each([1])('only %s', f)",
    'page.skip = 1',
    'exit(1)',
    '({ skip, take }) => rows.slice(skip, take)',
  ])('allows %s', (text) => {
    expect(check(text)).toEqual([])
  })
})
