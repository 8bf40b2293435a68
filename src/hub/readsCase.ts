import type { Policy } from '../disclosure/policy.ts'
import type { Caller } from '../model/principal.ts'

/** Whether the rules of a policy look at the case: they then tell two callers apart who differ in nothing else. */
export function readsCase(policy: Policy): boolean {
  const about = (number: string): Caller => ({ ...anybody, purpose: { kind: 'INVESTIGATION', case: number } })
  return policy.classKey(about('1')) !== policy.classKey(about('2'))
}

/** Of no bureau that there is. */
const anybody: Caller = {
  principal: {
    personRef: '',
    bureau: '',
    organisation: null,
    unit: null,
    roles: [],
    clearance: 0,
    agreements: [],
    purposes: [],
    expiresAt: 0,
  },
  purpose: { kind: '', case: null },
  date: '1970-01-01',
  instant: 0,
  emergency: null,
}
