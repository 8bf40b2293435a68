import { readCatalogue } from '../api/readCatalogue.ts'
import { findPolicySources, type PolicySource } from '../config/policySources.ts'
import { compileRules } from '../disclosure/compilePolicy.ts'
import { type PolicyTest, runPolicyTest } from '../disclosure/policyTests.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Problem } from '../model/problem.ts'
import { problemLines } from './checkText.ts'
import type { CommandIo } from './viewAs.ts'
import { wrap } from './wrap.ts'

/** `comity policy test`: runs the tests in disclosure files and tells how each went. Gives the exit code: 1 when one fails or a file has an error. */
export async function policyTest(path: string, { out }: Pick<CommandIo, 'out'>): Promise<number> {
  const catalogue = readCatalogue()
  const { sources, problems } = findPolicySources(path, catalogue)
  const print = (lines: readonly string[]): void => {
    for (const line of lines) out.write(`${line}\n`)
  }
  print(problemLines(problems))
  const tallies = sources.map((source) => {
    const { lines, ...tally } = testFile(source, catalogue)
    print([...lines, ''])
    return tally
  })
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
  print([`${passed + failed} tests: ${passed} passed, ${failed} failed`])
  return failed > 0 || problems.length > 0 || tallies.some(({ broken }) => broken) ? 1 : 0
}

interface Tally {
  readonly lines: readonly string[]
  readonly passed: number
  readonly failed: number
  /** Whether the rules themselves have errors, so that no test could be run. */
  readonly broken: boolean
}

function testFile({ path, text, options }: PolicySource, catalogue: Catalogue): Tally {
  const { rules, tests, problems } = compileRules(text, path, catalogue, options)
  const head = `${options.bureau}  ${path}`
  if (rules === null) {
    const errors = problems.filter(({ severity }) => severity === 'error')
    return { lines: [head, ...problemLines(errors)], passed: 0, failed: 0, broken: true }
  }
  const results = tests.map((test) => ({ test, failures: runPolicyTest(rules, test) }))
  const byType = Map.groupBy(results, ({ test }) => test.type)
  const lines = [...byType].flatMap(([type, group]) => [`  ${type}`, ...group.flatMap(({ test, failures }) => testLines(test, failures))])
  const failed = results.filter(({ failures }) => failures.length > 0).length
  const none = tests.length === 0 ? ['  there are no tests in this file'] : []
  return { lines: [head, ...lines, ...none], passed: tests.length - failed, failed, broken: false }
}

function testLines({ title }: PolicyTest, failures: readonly Problem[]): readonly string[] {
  const told = failures.flatMap(({ line, message }) => wrap(`line ${line}: ${message.replace(/^test "[^"]*": /, '')}`, '            '))
  return [...wrap(title, failures.length === 0 ? '    ok    ' : '    FAILS '), ...told]
}
