import { readCatalogue } from '../api/readCatalogue.ts'
import { findPolicySources, type PolicySource } from '../config/policySources.ts'
import { type CompiledRules, compileRules } from '../disclosure/compilePolicy.ts'
import { policyDiff } from '../disclosure/study/policyDiff.ts'
import type { Catalogue } from '../model/catalogue.ts'
import { problemLines } from './checkText.ts'
import { diffLines } from './diffText.ts'
import { progress } from './progress.ts'
import type { CommandIo } from './viewAs.ts'

/** What `policy diff` is run with. */
export interface PolicyDiffOptions {
  /** Print the differences as JSON. */
  readonly json?: boolean
}

/** Exit code of `policy diff` when somebody learns more. */
const loosened = 3

/**
 * `comity policy diff`: who learns more or less by a new disclosure file. Gives the exit code: 3 when anything is loosened, 0 when nothing is, 1 when the
 * files cannot be compared.
 */
export async function comparePolicies(
  older: string,
  newer: string,
  options: PolicyDiffOptions,
  { out, err }: Pick<CommandIo, 'out' | 'err'>,
): Promise<number> {
  const catalogue = readCatalogue()
  try {
    const [before, after] = pairOf(older, newer, catalogue)
    const world = { bureau: after.rules?.bureau ?? '', purposes: catalogue.enums.get('Purpose') ?? [], now: Date.now() }
    const bar = progress(err, 'comparing')
    const diff = policyDiff(before, after, world, bar.show)
    bar.clear()
    out.write(options.json === true ? `${JSON.stringify(diff, null, 2)}\n` : `${diffLines(diff).join('\n')}\n`)
    return diff.loosens ? loosened : 0
  } catch (error) {
    err.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

/**
 * Both files against one registry and baseline, those beside the new one or, where it stands alone, beside the old one: only what the bureau itself
 * changed is to be told.
 */
function pairOf(older: string, newer: string, catalogue: Catalogue): readonly [CompiledRules, CompiledRules] {
  const [before, after] = [sourceAt(older, catalogue), sourceAt(newer, catalogue)]
  const { options } = after.options.agreements === undefined ? before : after
  const compiled = [before, after].map(({ path, text }) =>
    compileRules(text, path, catalogue, { ...options, bureau: before.options.bureau }),
  )
  const errors = compiled.flatMap(({ rules, problems }) => (rules === null ? problems.filter(({ severity }) => severity === 'error') : []))
  const [first, second] = compiled
  if (errors.length > 0 || first === undefined || second === undefined) throw new Error(problemLines(errors).join('\n'))
  return [first, second]
}

function sourceAt(path: string, catalogue: Catalogue): PolicySource {
  const { sources, problems } = findPolicySources(path, catalogue)
  const [source] = sources
  if (problems.length > 0) throw new Error(problemLines(problems).join('\n'))
  if (source === undefined || sources.length > 1)
    throw new Error(`${path} holds ${sources.length} disclosure files: name one, or one bureau's folder`)
  return source
}
