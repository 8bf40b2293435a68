import { compilePolicy } from '../../../src/disclosure/compilePolicy.ts'
import type { Policy } from '../../../src/disclosure/policy.ts'
import type { Caller } from '../../../src/model/principal.ts'
import { formatProblem } from '../../../src/model/problem.ts'
import { caller as callerWith } from '../../support/caller.ts'
import { catalogue } from '../../support/catalogue.ts'
import { type MemoryBureau, memoryBureau, type Rows } from '../../support/memoryBureau.ts'
import type { CallerCase } from '../reference/decide.ts'
import { recordTypes, typeNames } from '../world/recordTypes.ts'
import { agreement, fileOf } from '../world/rules.ts'
import type { RecordCase, Setting } from '../world/world.ts'

/** What policies are compiled against. */
const options = {
  purposes: catalogue.enums.get('Purpose') ?? [],
  roles: catalogue.enums.get('Role') ?? [],
  agreements: new Map([[agreement, 'full' as const]]),
}
const mapped = [...new Set(typeNames.flatMap((type) => Object.keys(recordTypes[type].fields)))]

/** The compiled policies of a setting, each with the others around it. */
export function policiesOf(setting: Setting): ReadonlyMap<string, Policy> {
  const { bureaus, rules, holds } = setting
  const policies = new Map<string, Policy>()
  const surroundings = { bureaus, policyOf: (bureau: string) => policies.get(bureau) ?? null, isSuspended: () => false }
  for (const bureau of bureaus) {
    const text = fileOf(bureau, rules[bureau] ?? [])
    const { policy, problems } = compilePolicy(text, 'disclosure.yaml', catalogue, {
      ...options,
      bureau,
      surroundings,
      holds: (type) => holds.some((held) => held === type),
    })
    if (policy === null) throw new Error(problems.map(formatProblem).join('\n'))
    policies.set(bureau, policy)
  }
  return policies
}

/** The setting's bureaus with these records in their systems, which filter and order by themselves where they are asked to. */
export function bureausOf(
  setting: Setting,
  records: readonly RecordCase[],
  policies = policiesOf(setting),
  staleSeconds = 0,
): readonly MemoryBureau[] {
  return setting.bureaus.map((bureau) => {
    const policy = policies.get(bureau)
    return memoryBureau(bureau, { rows: rowsOf(bureau, records), mapped, staleSeconds, ...(policy === undefined ? {} : { policy }) })
  })
}

function rowsOf(bureau: string, records: readonly RecordCase[]): Rows {
  return Object.fromEntries(
    typeNames.map((type) => [
      type,
      records.filter(({ ref }) => ref.bureau === bureau && ref.type === type).map(({ ref, values }) => ({ key: ref.key, ...values })),
    ]),
  )
}

/** A generated caller as the hub knows one. */
export function callerOf({ country, roles, clearance, purpose, holdsAgreement }: CallerCase): Caller {
  return callerWith({ bureau: country, roles, clearance, agreements: holdsAgreement ? [agreement] : [] }, { kind: purpose })
}
