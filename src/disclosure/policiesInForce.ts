import type { RulePolicy, Surroundings } from './decide/rulePolicy.ts'
import type { Policy } from './policy.ts'

/** The policies of all bureaus at one moment. What one operation is decided by, from its beginning to its end. */
export interface PolicySet extends Surroundings {
  /** The policies by bureau, each asking the others of this set about records held for them. */
  readonly policies: ReadonlyMap<string, Policy>
}

/**
 * The one place that says which policies are in force. A change replaces the whole set at once: whoever took the set before goes on with it, whoever
 * takes it afterwards gets the new one, and nobody ever meets a mixture or a moment without a policy.
 */
export class PoliciesInForce {
  #suspended: ReadonlySet<string>
  #set: PolicySet

  /** `suspended`: codes of bureaus whose access to what others share is suspended. */
  constructor(policies: Iterable<Policy>, suspended: Iterable<string> = []) {
    this.#suspended = new Set(suspended)
    this.#set = setOf(policies, this.#suspended)
  }

  /** The set of this moment. */
  get now(): PolicySet {
    return this.#set
  }

  /** The policy of a bureau at this moment. Throws when there is none. */
  policyOf(bureau: string): Policy {
    const policy = this.#set.policyOf(bureau)
    if (policy === null) throw new TypeError('no policy is in force for this bureau')
    return policy
  }

  /** Puts these policies in force, all at once, in the place of those of the same bureaus. What was planned under the old ones goes with them. */
  replace(policies: Iterable<Policy>): void {
    const changed = new Map([...policies].map((policy) => [policy.bureau, policy]))
    this.#set = setOf([...new Map([...this.#set.policies, ...changed]).values()], this.#suspended)
  }

  /** Puts these policies in force, all at once, in the place of all others: a bureau without one is not there any more. `suspended`: as for the constructor. */
  put(policies: Iterable<Policy>, suspended: Iterable<string>): void {
    this.#suspended = new Set(suspended)
    this.#set = setOf(policies, this.#suspended)
  }
}

function setOf(policies: Iterable<Policy>, suspended: ReadonlySet<string>): PolicySet {
  const placed = new Map<string, Policy>()
  const bureaus: string[] = []
  const set: PolicySet = {
    policies: placed,
    bureaus,
    policyOf: (bureau) => placed.get(bureau) ?? null,
    isSuspended: (bureau) => suspended.has(bureau),
  }
  for (const policy of policies) {
    bureaus.push(policy.bureau)
    placed.set(policy.bureau, (policy as RulePolicy).among(set))
  }
  return set
}
