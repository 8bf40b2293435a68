import type { Caller } from '../model/principal.ts'
import type { Problem } from '../model/problem.ts'
import type { CanonicalValue, ViewRecord } from '../model/record.ts'
import type { RulePolicy } from './decide/rulePolicy.ts'
import { levelOf } from './policy.ts'
import { seal } from './seal.ts'

/** A test of a disclosure file, ready to run. */
export interface PolicyTest {
  readonly title: string
  readonly type: string
  readonly caller: Caller
  readonly record: Readonly<Record<string, CanonicalValue>>
  /** Expected levels: of the record under `record`, of fields under their names. */
  readonly expect: ReadonlyMap<string, string>
  /** Makes a problem at the expectation of one of these names. */
  readonly problemAt: (name: string, message: string) => Problem
}

/** Runs the tests of a file; every expectation that is not met is an error. */
export function runPolicyTests(policy: RulePolicy, tests: readonly PolicyTest[]): readonly Problem[] {
  return tests.flatMap((test) => runPolicyTest(policy, test))
}

/** The expectations of one test that are not met. */
export function runPolicyTest(policy: RulePolicy, test: PolicyTest): readonly Problem[] {
  const levels = levelsInTest(policy, test)
  return [...test.expect].flatMap(([name, expected]) => {
    const found = levels.of(name)
    if (found === expected) return []
    const because = name !== 'record' && levels.of('record') !== 'listed' ? `, because the record is ${levels.of('record')}` : ''
    return [test.problemAt(name, `test "${test.title}": ${name} should be ${expected} but is ${found}${because}`)]
  })
}

/** What a policy comes to in a test: the record's level under `record`, fields' under their names. */
export function levelsInTest(policy: RulePolicy, test: PolicyTest): { readonly of: (name: string) => string } {
  const plan = policy.planFor(test.type, test.caller)
  const sealed = seal({ ref: { bureau: policy.bureau, type: test.type, key: 'test' }, values: test.record })
  const recordLevel = plan.recordLevel(sealed)
  const view = plan.project(sealed)
  return { of: (name) => (name === 'record' ? recordLevel : fieldLevel(view, name)) }
}

function fieldLevel(view: ViewRecord | null, field: string): string {
  return view === null ? 'none' : levelOf(view, field)
}
