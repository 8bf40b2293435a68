import { createHash } from 'node:crypto'
import type { Catalogue } from '../model/catalogue.ts'
import type { Problem } from '../model/problem.ts'
import type { Rule } from './decide/rule.ts'
import { openFile, type PolicyOptions } from './language/checkNames.ts'
import { checkRule } from './language/checkRule.ts'
import { inOrder } from './language/inOrder.ts'
import { readBaselineFile } from './language/readPolicyFile.ts'

/** What the hub's members agreed to lower everywhere: caps on every bureau's records, above its own file. */
export interface Baseline {
  readonly version: string
  /** SHA-256 of the file, in hex. */
  readonly digest: string
  /** Caps by record type. */
  readonly rules: ReadonlyMap<string, readonly Rule[]>
}

/** Without a `baseline.yaml`. */
export const noBaseline: Baseline = { version: 'none', digest: '', rules: new Map() }

/** A compiled file. `baseline` is null exactly when `problems` has an error: then no bureau's file may be used either. */
export interface CompiledBaseline {
  readonly baseline: Baseline | null
  readonly problems: readonly Problem[]
}

/**
 * Reads and checks a `baseline.yaml`: the rules of a disclosure file, of which it may have caps only. All of them are absolute, since no single owner may lift what all
 * members agreed on. Never throws.
 */
export function compileBaseline(
  text: string,
  path: string,
  catalogue: Catalogue,
  words: Pick<PolicyOptions, 'purposes' | 'roles'>,
): CompiledBaseline {
  const { file, source, problems: unreadable } = readBaselineFile(text, path)
  if (file === null) return { baseline: null, problems: unreadable }
  const problems: Problem[] = []
  const check = openFile(file, source, catalogue, { ...words, bureau: '' }, problems)
  const rules = new Map<string, Rule[]>()
  const ids = new Set<string>()
  file.rules.forEach((rule, index) => {
    const place = ['rules', index]
    if (rule.cap === undefined) check.report(place, 'the baseline only lowers: write a cap ("cap:")')
    if (ids.has(rule.id)) check.report([...place, 'id'], `another rule already has the id "${rule.id}"`)
    ids.add(rule.id)
    for (const [type, checked] of checkRule(check, rule, place)) {
      rules.set(type, [...(rules.get(type) ?? []), { ...checked, layer: 'baseline', absolute: true }])
    }
  })
  const broken = problems.some(({ severity }) => severity === 'error')
  const digest = createHash('sha256').update(text).digest('hex')
  return { baseline: broken ? null : { version: String(file.version), digest, rules }, problems: inOrder(problems) }
}
