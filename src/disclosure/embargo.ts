import type { Caller } from '../model/principal.ts'
import type { RecordRef } from '../model/record.ts'
import { alarmsOnly } from './decide/hits.ts'
import type { Policy } from './policy.ts'

/** What owners hide for a time, record by record, whatever their rules permit. */
export interface Embargoes {
  /** Whether there are any. */
  readonly hidesAnything: boolean
  /** Whether a record is hidden from a caller at the caller's instant. */
  hides(record: RecordRef, caller: Caller): boolean
}

/**
 * A policy under embargoes: the layer above the owner's rules that takes single records out of view for a time. A record that is hidden is one that is not there, in every question: all of
 * them read what `project` gives. Hit checks find nothing; an owner who wants alarms is told.
 */
export function underEmbargoes(policy: Policy, embargoes: Embargoes): Policy {
  return {
    ...policy,
    hides: (record, caller) => caller.principal.bureau !== policy.bureau && embargoes.hides(record, caller),
    planFor(type, caller) {
      const plan = policy.planFor(type, caller)
      if (!embargoes.hidesAnything || caller.principal.bureau === policy.bureau) return plan
      return {
        ...plan,
        project(sealed) {
          const view = plan.project(sealed)
          return view === null || embargoes.hides(view.ref, caller) ? null : view
        },
        hits(sealed, key) {
          const finding = plan.hits(sealed, key)
          return embargoes.hides(sealed.ref, caller) ? alarmsOnly(finding) : finding
        },
      }
    },
  }
}
