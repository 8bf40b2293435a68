import type { Catalogue } from '../model/catalogue.ts'
import type { Problem } from '../model/problem.ts'
import type { TypeRules } from './decide/rule.ts'
import { rulePolicy } from './decide/rulePolicy.ts'
import { openFile, type PolicyOptions } from './language/checkNames.ts'
import { checkPolicy, formsOf } from './language/checkPolicy.ts'
import { checkTests } from './language/checkTests.ts'
import { readPolicyFile } from './language/readPolicyFile.ts'
import type { Policy } from './policy.ts'
import { runPolicyTests } from './policyTests.ts'

export type { PolicyOptions }

/** A compiled file. `policy` is null exactly when `problems` has an error; warnings leave it in force. */
export interface CompiledPolicy {
  readonly policy: Policy | null
  readonly problems: readonly Problem[]
}

/**
 * Reads, checks and compiles a `disclosure.yaml` and runs its tests. All mistakes come back at once, in the order of the file. Never throws,
 * whatever the text. `path` is the file's name in problems.
 */
export function compilePolicy(text: string, path: string, catalogue: Catalogue, options: PolicyOptions): CompiledPolicy {
  const { file, source, problems: unreadable } = readPolicyFile(text, path)
  if (file === null) return { policy: null, problems: unreadable }
  const problems: Problem[] = []
  const check = openFile(file, source, catalogue, options, problems)
  const types = checkPolicy(check)
  const tests = checkTests(check)
  if (hasError(problems)) return { policy: null, problems: inOrder(problems) }
  const policy = rulePolicy(file.bureau, String(file.version), types)
  problems.push(...runPolicyTests(policy, tests))
  return { policy: hasError(problems) ? null : policy, problems: inOrder(problems) }
}

/** The policy of a bureau without a disclosure file: its own officers see its records, nobody else does. */
export function sharesNothing(bureau: string, catalogue: Catalogue): Policy {
  const { enums } = catalogue
  const types = [...catalogue.types.values()].map((type): [string, TypeRules] => [
    type.name,
    { type, rules: [], forms: formsOf(type, enums), enums },
  ])
  return rulePolicy(bureau, 'none', new Map(types))
}

function hasError(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error')
}

/** By place in the file; said once, even where a rule is on several types. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]))
  return [...distinct.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
}
