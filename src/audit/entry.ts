import type { RequestAct, RequestState } from '../model/assistance.ts'
import type { NoticeAct, NoticeState } from '../model/noticeLife.ts'
import type { Caller } from '../model/principal.ts'
import type { FieldLevel } from '../model/record.ts'
import type { SourceStatus } from '../model/sourceStatus.ts'

/** What is recorded of one operation: who, why, what was asked, what was given at which level. Names, levels and keys; never values. */
export interface AuditEntry {
  readonly personRef: string
  readonly bureau: string
  readonly roles: readonly string[]
  readonly purpose: string
  readonly case: string | null
  /** W3C trace id. */
  readonly trace: string
  /** The emergency access under which it was asked, or null. */
  readonly emergency: string | null
  readonly operation: { readonly name: string | null; readonly type: string; readonly hash: string; readonly errors: number }
  /** The policies that decided, by bureau: the version each bureau gave its own, and the digest that tells it from every other text. */
  readonly policies: Readonly<Record<string, { readonly version: string; readonly digest: string }>>
  readonly sources: readonly { readonly bureau: string; readonly state: string }[]
  /** Per owner, type and pattern of levels: the selected fields below full, and the records. */
  readonly disclosed: readonly {
    readonly owner: string
    readonly type: string
    readonly below: Readonly<Record<string, FieldLevel>>
    readonly keys: readonly string[]
  }[]
  /** Which item of an answer that came in parts, and whether it was the last; then `disclosed` is what no item before it gave out. Absent for an answer in one piece. */
  readonly part?: AnswerPart
  /** Hit checks, in their order; absent when there were none. */
  readonly hitChecks?: readonly HitCheckRecord[]
  /** What was done about emergency accesses, in its order; absent when nothing was. */
  readonly emergencies?: readonly EmergencyAct[]
  /** What was done about requests for assistance, in its order; absent when nothing was. */
  readonly requests?: readonly RequestActRecord[]
  /** What was done about notices, likewise. */
  readonly notices?: readonly NoticeActRecord[]
  /** Whose access was ended; absent when nobody's was. */
  readonly revocations?: readonly RevocationAct[]
}

/** What is recorded of one alert that was delivered: to whom, of which change, and what was given at which level. Names, levels and keys; never values. */
export interface DeliveryEntry {
  readonly delivery: {
    /** The alert's id, and what it said. */
    readonly alert: string
    readonly kind: string
    /** SHA-256 of the subscription's document, in hex. */
    readonly hash: string
    readonly errors: number
  }
  /** Code of the recipients' bureau. */
  readonly bureau: string
  readonly roles: readonly string[]
  readonly purpose: string
  /** Officers or systems, each with the trace of the subscription's own entry. */
  readonly recipients: readonly { readonly personRef: string; readonly case: string | null; readonly trace: string }[]
  /** Policies of the bureaus whose records were given. */
  readonly policies: AuditEntry['policies']
  readonly sources: AuditEntry['sources']
  readonly disclosed: AuditEntry['disclosed']
}

/** One item of an answer that came in parts. */
export interface AnswerPart {
  /** From 1. */
  readonly number: number
  readonly last: boolean
}

/** One hit check: what sort of key, and what came of it at each bureau. Never the key's values. */
export interface HitCheckRecord {
  readonly key: 'DOCUMENT' | 'PERSON'
  /** What the reader was told, by bureau. */
  readonly outcomes: Readonly<Record<string, 'HIT' | 'NO_HIT' | 'NOT_ANSWERED'>>
  /** Bureaus whose desks were alarmed by a blind hit: theirs to know, and never the reader's. */
  readonly alarmed: readonly string[]
}

/** Something done about an emergency access. */
export interface EmergencyAct {
  readonly act: 'INVOKED' | 'CLOSED' | 'JUSTIFIED' | 'NOT_JUSTIFIED'
  readonly id: string
  readonly owner: string
  readonly block: string
}

/** Somebody's access to the hub was ended by their own bureau. */
export interface RevocationAct {
  readonly id: string
  /** The stable reference of the officer or system of the caller's bureau. */
  readonly person: string
}

/** Something done about a request for assistance. An act that is sent again is noted again, as what it came to. */
export interface RequestActRecord {
  readonly act: RequestAct | 'REDELIVER'
  /** The request's key at the hub. */
  readonly key: string
  readonly owner: string
  readonly requested: string
  /** State and version after it. */
  readonly state: RequestState
  readonly version: number
}

/** Something done about a notice, noted as for requests. */
export interface NoticeActRecord {
  readonly act: NoticeAct
  /** The notice's key at the hub. */
  readonly key: string
  readonly owner: string
  /** State and version after it. */
  readonly state: NoticeState
  readonly version: number
}

/** The entry for an operation by `caller`. */
export function auditEntry(
  caller: Caller,
  rest: Omit<AuditEntry, 'personRef' | 'bureau' | 'roles' | 'purpose' | 'case' | 'emergency' | 'sources'> & {
    readonly sources: readonly SourceStatus[]
  },
): AuditEntry {
  const { personRef, bureau, roles } = caller.principal
  const sources = rest.sources.map((status) => ({ bureau: status.bureau, state: status.state }))
  return {
    personRef,
    bureau,
    roles,
    purpose: caller.purpose.kind,
    case: caller.purpose.case,
    emergency: caller.emergency?.id ?? null,
    ...rest,
    sources,
  }
}
