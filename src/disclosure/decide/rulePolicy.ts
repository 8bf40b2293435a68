import type { Caller } from '../../model/principal.ts'
import type { CheckedCube } from '../cubes/publishedCube.ts'
import { recordSketcher } from '../moves/recordSketcher.ts'
import type { EmergencyBlock, Policy } from '../policy.ts'
import { callerClasses } from './callerClass.ts'
import { heldPlan } from './held.ts'
import { alarmsOnly } from './hits.ts'
import { originatorRef } from './layers.ts'
import { emptyPlan, planFor, type RecordPlan } from './plan.ts'
import type { TypeRules } from './rule.ts'
import { mayGrant } from './specialise.ts'

/** A policy as `disclosure/` itself knows it. */
export interface RulePolicy extends Policy {
  /** By record type. */
  readonly types: ReadonlyMap<string, TypeRules>
  /** What it was made of. */
  readonly parts: PolicyParts
  planFor(type: string, caller: Caller): RecordPlan
  /** The plan for records that the bureau has of its own, or passed on: by its rules alone, whoever may hold the record. */
  ownRulesFor(type: string, caller: Caller): RecordPlan
  /** The same rules in other surroundings. Plans are kept for both together, since no kept plan depends on the surroundings. */
  among(surroundings: Surroundings): RulePolicy
}

/** What a policy was made of; null for one that was not made of rules. */
export function partsOf(policy: Policy): PolicyParts | null {
  return (policy as Partial<RulePolicy>).parts ?? null
}

/** What a policy asks of the house around it. */
export interface Surroundings {
  /** Codes of all bureaus whose policies there are. */
  readonly bureaus: readonly string[]
  /** The policy in force of a bureau; null when there is none. */
  policyOf(bureau: string): Policy | null
  /** Whether the Secretariat has suspended the bureau's access to what others share. */
  isSuspended(bureau: string): boolean
}

/** What a policy is made of. */
export interface PolicyParts {
  readonly bureau: string
  readonly version: string
  readonly digest: string
  readonly types: ReadonlyMap<string, TypeRules>
  readonly emergencies: readonly EmergencyBlock[]
  /** Default: none are published. */
  readonly cubes?: readonly CheckedCube[]
  readonly surroundings: Surroundings
  /** Record types of which the bureau may hold records for other bureaus. */
  readonly holds: (type: string) => boolean
}

/** For a policy on its own: whatever a record is held for another bureau by, that bureau's rules are unknown. */
export const nobodyAround: Surroundings = { bureaus: [], policyOf: () => null, isSuspended: () => false }

/** Plans kept per policy; the longest unused one goes first. */
const plansKept = 512

/** A policy made of checked rules, by record type. */
export function rulePolicy(parts: PolicyParts): RulePolicy {
  const { bureau, types } = parts
  const classOf = callerClasses(
    bureau,
    [...types.values()].flatMap(({ rules }) => rules),
  )
  const plans = new Map<string, RecordPlan>()

  function keptPlan(rules: TypeRules, caller: Caller): RecordPlan {
    const key = `${rules.type.name} ${classOf(caller)}`
    const plan = plans.get(key) ?? planFor(bureau, rules, caller)
    // Taken out and put back, so that the first key is always the longest unused.
    plans.delete(key)
    plans.set(key, plan)
    const oldest = plans.size > plansKept ? plans.keys().next().value : undefined
    if (oldest !== undefined) plans.delete(oldest)
    return plan
  }

  return placed(parts, classOf, keptPlan)
}

/** A policy in its surroundings. */
function placed(
  parts: PolicyParts,
  classOf: (caller: Caller) => string,
  keptPlan: (rules: TypeRules, caller: Caller) => RecordPlan,
): RulePolicy {
  const { bureau, version, digest, types, emergencies, cubes = [], surroundings, holds } = parts
  const isShutOut = ({ principal }: Caller) => principal.bureau !== bureau && surroundings.isSuspended(principal.bureau)

  function ownRulesFor(type: string, asking: Caller): RecordPlan {
    const rules = types.get(type)
    if (rules === undefined) return emptyPlan(bureau, type, asking)
    const plan = keptPlan(rules, facing(bureau, asking))
    if (!isShutOut(asking)) return plan
    // Whose access is suspended learns nothing; that they asked is still told to an owner who wants alarms.
    const { inputs } = plan
    return { ...emptyPlan(bureau, type, asking), inputs, hits: (sealed, key) => alarmsOnly(plan.hits(sealed, key)) }
  }

  return {
    bureau,
    version,
    digest,
    types,
    parts,
    emergencies,
    classKey: (caller) => (isShutOut(caller) ? 'suspended' : classOf(facing(bureau, caller))),
    ownRulesFor,
    planFor(type, asking) {
      const plan = ownRulesFor(type, asking)
      const rules = types.get(type)
      const originator = rules === undefined || isShutOut(asking) ? null : originatorRef(rules.type)
      const isHeld = originator !== null && asking.principal.bureau !== bureau && holds(type)
      return isHeld ? heldPlan(plan, originator, asking, surroundings) : plan
    },
    sketch: recordSketcher(parts),
    cubesFor(caller) {
      if (isShutOut(caller)) return []
      const own = caller.principal.bureau === bureau
      return cubes.filter(({ rule }) => own || mayGrant(rule, facing(bureau, caller))).map(({ cube }) => cube)
    },
    mayInvoke(id, caller) {
      const invoked: Caller = { ...caller, emergency: { id: '', bureau, rule: id } }
      return (
        !isShutOut(caller) &&
        [...types.values()].some(({ rules }) =>
          rules.some((rule) => rule.emergency && rule.id === id && mayGrant(rule, facing(bureau, invoked))),
        )
      )
    },
    among: (others) => placed({ ...parts, surroundings: others }, classOf, keptPlan),
  }
}

/**
 * A caller as one bureau's rules see them. Rules of two bureaus may have the same id, and an emergency opens one bureau's records only; and a membership of an operation is none toward a bureau that
 * does not take part in it.
 */
export function facing(bureau: string, caller: Caller): Caller {
  const { principal, emergency } = caller
  const all = principal.operations ?? []
  const operations = all.filter(({ parties }) => parties.includes(bureau))
  const isOther = emergency !== null && emergency.bureau !== bureau
  if (!isOther && operations.length === all.length) return caller
  return { ...caller, principal: { ...principal, operations }, emergency: isOther ? null : emergency }
}
