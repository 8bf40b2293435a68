import { createHash } from 'node:crypto'
import type { Catalogue, RecordType } from '../model/catalogue.ts'
import type { Problem } from '../model/problem.ts'
import type { Baseline } from './compileBaseline.ts'
import { layerRules } from './decide/layers.ts'
import type { TypeRules } from './decide/rule.ts'
import { nobodyAround, type RulePolicy, rulePolicy, type Surroundings } from './decide/rulePolicy.ts'
import { type FileCheck, openFile, type PolicyOptions } from './language/checkNames.ts'
import { checkPolicy, formsOf } from './language/checkPolicy.ts'
import { checkTests } from './language/checkTests.ts'
import { inOrder } from './language/inOrder.ts'
import { readPolicyFile } from './language/readPolicyFile.ts'
import type { Policy } from './policy.ts'
import { type PolicyTest, runPolicyTests } from './policyTests.ts'

export type { PolicyOptions }

/** What a file is compiled against, besides the names it may use. */
export interface CompileOptions extends PolicyOptions {
  /** What the hub's members agreed to lower everywhere. Default: nothing. */
  readonly baseline?: Baseline
  /** The other bureaus' policies, asked when a record is held for one of them. Default: there are none. */
  readonly surroundings?: Surroundings
  /** Whether the bureau may hold records of a type for other bureaus. Default: every type that has a place for it. */
  readonly holds?: (type: string) => boolean
  /** Whether the file's own tests must pass. Default true. */
  readonly tests?: boolean
}

/** A compiled file. `policy` is null exactly when `problems` has an error; warnings leave it in force. */
export interface CompiledPolicy {
  readonly policy: Policy | null
  readonly problems: readonly Problem[]
}

/**
 * Reads, checks and compiles a `disclosure.yaml` and runs its tests. All mistakes come back at once, in the order of the file. Never throws,
 * whatever the text. `path` is the file's name in problems.
 */
export function compilePolicy(text: string, path: string, catalogue: Catalogue, options: CompileOptions): CompiledPolicy {
  const { policy, problems } = compileRules(text, path, catalogue, options)
  return { policy, problems }
}

/** A compiled file with its rules and tests in sight. */
export interface CompiledRules extends CompiledPolicy {
  /** The policy whether or not its tests pass; null when the rules themselves have an error. */
  readonly rules: RulePolicy | null
  readonly tests: readonly PolicyTest[]
  /** The file as it was checked; null when it could not be read. */
  readonly check: FileCheck | null
}

/** As `compilePolicy`, for the tools that look into a file: with its rules and tests in sight. */
export function compileRules(text: string, path: string, catalogue: Catalogue, options: CompileOptions): CompiledRules {
  const { file, source, problems: unreadable } = readPolicyFile(text, path)
  if (file === null) return { policy: null, rules: null, problems: unreadable, tests: [], check: null }
  const problems: Problem[] = []
  const { baseline } = options
  const check = openFile(file, source, catalogue, options, problems)
  const checked = checkPolicy(check, (type) => layersOf(type, baseline))
  const tests = checkTests(check)
  if (hasError(problems)) return { policy: null, rules: null, problems: inOrder(problems), tests: [], check }
  const policy: RulePolicy = rulePolicy({
    bureau: file.bureau,
    version: String(file.version),
    digest: digestOf(text, options),
    types: checked.types,
    emergencies: checked.emergencies,
    cubes: checked.cubes,
    surroundings: options.surroundings ?? nobodyAround,
    holds: options.holds ?? (() => true),
  })
  if (options.tests !== false) problems.push(...runPolicyTests(policy, tests))
  return { policy: hasError(problems) ? null : policy, rules: policy, problems: inOrder(problems), tests, check }
}

/** The policy of a bureau without a disclosure file: its own officers see its records, nobody else does. */
export function sharesNothing(bureau: string, catalogue: Catalogue): Policy {
  const { enums } = catalogue
  const types = [...catalogue.types.values()].map((type): [string, TypeRules] => [
    type.name,
    { type, rules: [], ...formsOf(type, enums), enums },
  ])
  return rulePolicy({
    bureau,
    version: 'none',
    digest: digestOf('', {}),
    types: new Map(types),
    emergencies: [],
    surroundings: nobodyAround,
    holds: () => false,
  })
}

/** What lowers every bureau's records of a type: the record's own limits, and the hub's baseline. */
function layersOf(type: RecordType, baseline: Baseline | undefined) {
  return [...layerRules(type), ...(baseline?.rules.get(type.name) ?? [])]
}

/** Everything that a decision is a function of, besides record, caller and the other bureaus' policies. */
function digestOf(text: string, { baseline, agreements }: Pick<CompileOptions, 'baseline' | 'agreements'>): string {
  const parts = [text, baseline?.digest ?? null, agreements === undefined ? null : [...agreements].sort()]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

function hasError(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error')
}
