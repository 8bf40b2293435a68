import type { Caller } from '../../model/principal.ts'
import type { Policy } from '../policy.ts'
import { callerClasses } from './callerClass.ts'
import { planFor, type RecordPlan } from './plan.ts'
import type { TypeRules } from './rule.ts'

/** A policy as `disclosure/` itself knows it. */
export interface RulePolicy extends Policy {
  planFor(type: string, caller: Caller): RecordPlan
}

/** Plans kept per policy; the longest unused one goes first. */
const plansKept = 512

/** A policy made of checked rules, by record type. */
export function rulePolicy(bureau: string, version: string, types: ReadonlyMap<string, TypeRules>): RulePolicy {
  const classKey = callerClasses(
    bureau,
    [...types.values()].flatMap(({ rules }) => rules),
  )
  const plans = new Map<string, RecordPlan>()
  return {
    bureau,
    version,
    classKey,
    planFor(type, caller) {
      const rules = types.get(type)
      if (rules === undefined) return emptyPlan(type)
      const key = `${type} ${classKey(caller)}`
      const plan = plans.get(key) ?? planFor(bureau, rules, caller)
      // Taken out and put back, so that the first key is always the longest unused.
      plans.delete(key)
      plans.set(key, plan)
      const oldest = plans.size > plansKept ? plans.keys().next().value : undefined
      if (oldest !== undefined) plans.delete(oldest)
      return plan
    },
  }
}

function emptyPlan(type: string): RecordPlan {
  return { type, inputs: new Set(), recordCeiling: 'none', fixedLevel: () => 'none', recordLevel: () => 'none', project: () => null }
}
