import type { OperationMembership } from './jointOperation.ts'

/** Who asks: from a verified token or client certificate, and from the hub's registry. */
export interface Principal {
  /** Stable reference of the officer or system; never a plain name. */
  readonly personRef: string
  /** Code of the caller's bureau. */
  readonly bureau: string
  readonly organisation: string | null
  readonly unit: string | null
  /** Names of `Role`. */
  readonly roles: readonly string[]
  /** 0 to 3. */
  readonly clearance: number
  /** Agreements in force for the bureau today, from the hub's registry, never from the token. */
  readonly agreements: readonly string[]
  /** Joint operations that this person is a member of now, as the hub knows it, never the token. Absent: none. */
  readonly operations?: readonly OperationMembership[]
  /** Purposes this principal may declare. */
  readonly purposes: readonly string[]
  /** Unix seconds after which the identity is void. */
  readonly expiresAt: number
}

/** Roles whose task it is to know how their own bureau's rules work out: they write them, or they watch over them. */
export const policyReaders: ReadonlySet<string> = new Set(['POLICY_OFFICER', 'DATA_PROTECTION_OFFICER', 'AUDITOR'])

/** Roles that read what their bureau's desk is told: who asked, came upon what, and opened what in an emergency. */
export const deskReaders: ReadonlySet<string> = new Set(['NCB_OFFICER', 'DUTY_OFFICER', ...policyReaders])

/** Roles that say for their bureau whether an emergency was justified. */
export const emergencyReviewers: ReadonlySet<string> = new Set(['NCB_OFFICER', 'POLICY_OFFICER', 'DATA_PROTECTION_OFFICER'])

/** Roles that end an officer's or a system's access for their bureau, by day and by night. */
export const accessRevokers: ReadonlySet<string> = new Set(['NCB_OFFICER', 'DUTY_OFFICER', 'DATA_PROTECTION_OFFICER'])

/** Roles that see what the officers of their own bureau did. */
export const actReaders: ReadonlySet<string> = new Set(['DATA_PROTECTION_OFFICER', 'AUDITOR'])
/** Roles that say for their bureau whether two records are of one person. */
export const matchJudges: ReadonlySet<string> = new Set(['NCB_OFFICER', 'DUTY_OFFICER', 'INVESTIGATOR', 'ANALYST', 'LIAISON'])

/** Whether somebody has one of these roles. */
export function hasRole({ roles }: Pick<Principal, 'roles'>, among: ReadonlySet<string>): boolean {
  return roles.some((role) => among.has(role))
}

/** Why they ask: declared with each operation, recorded, and read by the owners' rules. */
export interface Purpose {
  /** A value of the `Purpose` enum. */
  readonly kind: string
  /** Case reference, or null. */
  readonly case: string | null
}

/** Emergency access under an `emergency:` block of an owner's disclosure file. */
export interface OpenEmergency {
  readonly id: string
  /** Whose records it opens. */
  readonly bureau: string
  /** The id of the block. */
  readonly rule: string
}

/** One caller asking one thing: everything a decision may depend on besides the record. */
export interface Caller {
  readonly principal: Principal
  readonly purpose: Purpose
  /** The hub's UTC day, `YYYY-MM-DD`. */
  readonly date: string
  /** The hub's clock, epoch milliseconds; `date` is its UTC day. */
  readonly instant: number
  /** The emergency access that the caller has invoked and that is still open, or null. */
  readonly emergency: OpenEmergency | null
}

/**
 * Equal for callers whom no rule can tell apart on one day and under one set of agreements: what rules read of who they are. The case counts where some rule reads it; who the person
 * is never does.
 */
export function rightsKey({ principal, purpose }: Pick<Caller, 'principal' | 'purpose'>, readsCase: boolean): string {
  const { bureau, organisation, unit, roles, clearance, purposes } = principal
  const said = [bureau, organisation, unit, [...roles].sort(), clearance, [...purposes].sort(), purpose.kind]
  return JSON.stringify([...said, readsCase ? purpose.case : null])
}
