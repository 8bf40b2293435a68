import { compilePolicy } from '../../src/disclosure/compilePolicy.ts'
import type { Policy } from '../../src/disclosure/policy.ts'
import { formatProblem } from '../../src/model/problem.ts'
import { catalogue } from './catalogue.ts'

/** A bureau's policy over the real schema, of rules (a YAML list) and further top-level keys. `holds`: whether it may hold records of a type for other bureaus; default: of all. Throws with every mistake of the file. */
export function compiledPolicy(bureau: string, rules: string, more = '', holds: (type: string) => boolean = () => true): Policy {
  const text = `comity: disclosure/v1\nbureau: ${bureau}\nversion: test\n${more}\nrules:\n${rules}\n`
  const words = { purposes: catalogue.enums.get('Purpose') ?? [], roles: catalogue.enums.get('Role') ?? [] }
  const { policy, problems } = compilePolicy(text, 'disclosure.yaml', catalogue, { bureau, agreements: new Map(), holds, ...words })
  if (policy === null) throw new Error(problems.map(formatProblem).join('\n'))
  return policy
}
