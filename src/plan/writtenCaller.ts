import { ComityError } from '../model/errors.ts'
import { type Caller, hasRole, policyReaders } from '../model/principal.ts'

/** Somebody who may ask, as the GraphQL input `ExplainedCaller` writes them out. */
export interface WrittenCaller {
  readonly country: string
  readonly organisation?: string | null
  readonly unit?: string | null
  readonly roles: readonly string[]
  readonly clearance: number
  readonly agreements?: readonly string[] | null
  readonly operations?: readonly string[] | null
  readonly purpose: string
  readonly case?: string | null
  readonly at?: string | null
  readonly emergency?: string | null
}

/** Whether the caller may see how the rules of their own bureau decide. */
export function isPolicyReader({ principal }: Caller): boolean {
  return hasRole(principal, policyReaders)
}

/** The caller who is written out: to be decided about, never to be answered. Throws BAD_USER_INPUT. */
export function writtenCaller(
  written: WrittenCaller,
  asking: Caller,
  agreementsOf: (bureau: string, day: string) => readonly string[],
): Caller {
  const { country, clearance, purpose } = written
  if (clearance < 0 || clearance > 3) throw new ComityError('BAD_USER_INPUT', { reason: 'clearance: from 0 to 3' })
  const instant = typeof written.at !== 'string' ? asking.instant : Date.parse(written.at)
  const date = typeof written.at !== 'string' ? asking.date : new Date(instant).toISOString().slice(0, 10)
  return {
    principal: {
      personRef: '',
      bureau: country,
      organisation: written.organisation ?? null,
      unit: written.unit ?? null,
      roles: written.roles,
      clearance,
      agreements: written.agreements ?? agreementsOf(country, date),
      operations: (written.operations ?? []).map((name) => ({ name, parties: [asking.principal.bureau, country] })),
      purposes: [purpose],
      expiresAt: 0,
    },
    purpose: { kind: purpose, case: written.case ?? null },
    date,
    instant,
    emergency: typeof written.emergency !== 'string' ? null : { id: '', bureau: asking.principal.bureau, rule: written.emergency },
  }
}
