import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../support/house/sourceFile.ts'
import { threatCount, threatProblems, threatsIn } from '../support/house/threatRules.ts'

const textOf = (file: string): string | null => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : null)

describe('the table of threats', () => {
  it('has every threat once, each with tests that exist', () => {
    expect(threatProblems(threatsIn(textOf('docs/threats.md') ?? ''), textOf)).toEqual([])
  })
})

describe('the rules of the table', () => {
  const line = (id: number, test: string, state = 'holds') => `| T${id} | field | attack | defence | ${test} | ${state} |`
  const good = '`test/a.test.ts` "says so"'
  const whole = (first: string) => [first, ...Array.from({ length: threatCount - 1 }, (_, i) => line(i + 2, good))].join('\n')
  const problems = (first: string) =>
    threatProblems(threatsIn(whole(first)), (file) => (file === 'test/a.test.ts' ? "  it('says so', () => {" : null))

  it.each([
    [line(1, good), []],
    [line(1, 'none'), ['T1 names no test']],
    [line(1, '`test/b.test.ts` "says so"'), ['T1 names test/b.test.ts, which does not exist']],
    [line(1, '`test/a.test.ts` "says"'), ['T1 names "says", which test/a.test.ts does not have']],
    [line(1, good, 'fine'), ['T1 is neither held, nor partly, nor to come: "fine"']],
    [line(2, good), ['T1 has not one line', 'T2 has not one line']],
  ])('of %s find %j', (first, found) => {
    expect(problems(first)).toEqual(found)
  })
})
