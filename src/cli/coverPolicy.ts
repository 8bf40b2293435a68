import { readCatalogue } from '../api/readCatalogue.ts'
import { findPolicySources } from '../config/policySources.ts'
import { compileRules } from '../disclosure/compilePolicy.ts'
import { type Obligation, type PolicyCoverage, policyCoverage } from '../disclosure/study/policyCoverage.ts'
import { problemLines } from './checkText.ts'
import { progress } from './progress.ts'
import type { CommandIo } from './viewAs.ts'
import { wrap } from './wrap.ts'

/** What `policy coverage` is run with. */
export interface CoverageOptions {
  /** Least per cent for each file, 0 to 100. */
  readonly min: number
}

/** `comity policy coverage`: what the tests in disclosure files do not show. Gives the exit code: 1 when a file shows too little or has an error. */
export async function coverPolicy(path: string, { min }: CoverageOptions, { out, err }: Pick<CommandIo, 'out' | 'err'>): Promise<number> {
  if (!(min >= 0 && min <= 100)) {
    err.write('Say --min as a number from 0 to 100.\n')
    return 1
  }
  const catalogue = readCatalogue()
  const { sources, problems } = findPolicySources(path, catalogue)
  const print = (lines: readonly string[]): void => {
    for (const line of lines) out.write(`${line}\n`)
  }
  print(problemLines(problems))
  const results = sources.map(({ path: file, text, options }) => {
    const compiled = compileRules(text, file, catalogue, options)
    print([`${options.bureau}  ${file}`])
    if (compiled.rules === null) {
      print([...problemLines(compiled.problems.filter(({ severity }) => severity === 'error')), ''])
      return false
    }
    const bar = progress(err, `studying ${options.bureau}`)
    const coverage = policyCoverage(compiled, bar.show)
    bar.clear()
    print([...coverageLines(coverage), ''])
    return coverage.percent >= min
  })
  return problems.length > 0 || results.includes(false) ? 1 : 0
}

function coverageLines({ obligations, percent }: PolicyCoverage): readonly string[] {
  const count = (about: Obligation['about']): string => {
    const some = obligations.filter((one) => one.about === about)
    return `${some.filter(({ met }) => met).length} of ${some.length}`
  }
  const head = `${count('permit')} permits decide in a test, ${count('cap')} caps bind, ${count('condition')} outcomes of conditions are seen: ${percent} %`
  const missing = Map.groupBy(
    obligations.filter(({ met }) => !met),
    ({ rule, line }) => `line ${line}, ${rule}`,
  )
  return [
    ...wrap(head, '  '),
    ...[...missing].flatMap(([rule, some]) => [`  ${rule}`, ...some.flatMap(({ text }) => wrap(text, '    - '))]),
  ]
}
