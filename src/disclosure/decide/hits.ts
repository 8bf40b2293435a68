import type { HitFinding } from '../../model/exactKey.ts'
import { HIT } from '../levels.ts'
import { meetsKey } from '../matchKey.ts'
import type { DisclosurePlan } from '../policy.ts'
import { unseal } from '../seal.ts'
import type { Decider } from './decider.ts'
import type { Entry } from './slot.ts'

/** The rules that a hit may rest on. */
export interface HitRules {
  /** Everything said about the record's level. */
  readonly permits: readonly Entry[]
  /** Blind hit permits. */
  readonly alarms: readonly Entry[]
}

/**
 * Answers hit checks for one caller. What lowers the record's level lowers the reader's answer and nothing else: an alarm is the owner's own wish, is told to the
 * owner alone, and is silenced by no cap.
 */
export function hitFinder(
  of: { readonly bureau: string; readonly type: string },
  decide: Decider,
  { permits, alarms }: HitRules,
): Pick<DisclosurePlan, 'hits'> {
  const granting = permits.filter(({ rule, level }) => rule.kind === 'permit' && level >= HIT)
  // One that stands under an agreement with a ceiling of none grants nothing.
  const alarming = alarms.filter(({ level }) => level >= HIT)
  return {
    hits(sealed, key) {
      if (sealed.ref.bureau !== of.bureau || sealed.ref.type !== of.type || key.type !== of.type) return null
      const { values } = unseal(sealed)
      if (!meetsKey(key, values)) return null
      const hit = decide.recordLevel(values) >= HIT
      const alarmed = idsOf(alarming, decide)
      if (!hit && alarmed.length === 0) return null
      return { hit, permits: hit ? idsOf(granting, decide) : [], alarms: alarmed }
    },
  }
}

/** What remains of a finding where the reader learns nothing: the owner's alarms. */
export function alarmsOnly(finding: HitFinding | null): HitFinding | null {
  return finding === null || finding.alarms.length === 0 ? null : { hit: false, permits: [], alarms: finding.alarms }
}

function idsOf(entries: readonly Entry[], decide: Decider): readonly string[] {
  return [...new Set(entries.filter(({ condition }) => decide.holds(condition)).map(({ rule }) => rule.id))]
}
