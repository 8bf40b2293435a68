import type { Caller } from '../../model/principal.ts'
import type { DisclosureReason } from '../../model/record.ts'
import { settle } from '../forms/fieldForms.ts'
import { GENERALISED, MASKED } from '../levels.ts'
import { readCaller, readCallerWithoutRank } from './callerValues.ts'
import { fold } from './fold.ts'
import type { TypeRules } from './rule.ts'
import type { Slot } from './slot.ts'
import { callerTruth, holdsAgreement, isInForce, permitLevel, servesPurpose } from './specialise.ts'

/** Reasons that say what the caller would need instead, the most useful one first. */
const helpful = ['PURPOSE', 'AGREEMENT', 'ROLE'] as const
type Helpful = (typeof helpful)[number]

/**
 * Why each field is withheld, if it is withheld.
 * INVARIANT: follows from the rules, the caller and the request alone. It is worked out before any record is seen and is the same for all.
 */
export function reasonsWhenWithheld(
  rules: TypeRules,
  slots: ReadonlyMap<string, Slot>,
  caller: Caller,
): ReadonlyMap<string, DisclosureReason> {
  const missing = missingByField(rules, caller)
  const reasons = new Map<string, DisclosureReason>()
  for (const [field, slot] of slots) {
    const needs = missing.get(field)
    const reason = helpful.find((one) => needs?.has(one))
    reasons.set(field, reason !== undefined && isSilent(slot) ? reason : 'NOT_SHARED')
  }
  return reasons
}

/** Why a field is below full at this level. */
export function reasonAt(level: number, whenWithheld: DisclosureReason): DisclosureReason {
  return level === GENERALISED ? 'GENERALISED' : level === MASKED ? 'MASKED' : whenWithheld
}

/** Whether nothing but the want of a permit keeps the field back: no cap, and no permit that waits for the record's content. */
function isSilent(slot: Slot): boolean {
  return (
    !slot.capped &&
    slot.floor === 0 &&
    [...slot.permits, ...slot.caps, ...(slot.emergency?.permits ?? [])].every(({ rule }) => rule.openlyExplained)
  )
}

function missingByField(rules: TypeRules, caller: Caller): ReadonlyMap<string, ReadonlySet<Helpful>> {
  const missing = new Map<string, Set<Helpful>>()
  for (const rule of rules.rules) {
    if (rule.kind !== 'permit' || rule.fields === null) continue
    const need = missingFor(rule, caller)
    if (need === null) continue
    for (const field of rule.fields) {
      const forms = rules.forms.get(field)
      if (forms === undefined || settle(forms, permitLevel(rule)) === 0) continue
      missing.set(field, (missing.get(field) ?? new Set<Helpful>()).add(need))
    }
  }
  return missing
}

/** The one thing a permit failed on, if it is just one and the caller could know of it. */
function missingFor(rule: TypeRules['rules'][number], caller: Caller): Helpful | null {
  // What a grant gave or an emergency would give is between the owner and those concerned.
  if (!isInForce(rule, caller)) return null
  const read = readCaller(caller)
  const when = fold(rule.when, read)
  if (when.op === 'known' && when.value !== true) return null
  const purpose = servesPurpose(rule, caller)
  const agreement = holdsAgreement(rule.agreement, caller)
  const truth = callerTruth(rule, read)
  if (truth === true) return purpose === agreement ? null : purpose ? 'AGREEMENT' : 'PURPOSE'
  // With roles and clearance left open, a condition that is false stays false: then they are not what it failed on.
  const rankMatters = truth === false && callerTruth(rule, readCallerWithoutRank(read)) === null
  return purpose && agreement && rankMatters ? 'ROLE' : null
}
