import type { Caller } from './principal.ts'
import type { RecordRef } from './record.ts'

/** What an owner's desk is told of (`DeskEntryKind` in the schema). */
export type DeskEntryKind =
  | 'HIT'
  | 'BLIND_HIT'
  | 'EMERGENCY_INVOKED'
  | 'EMERGENCY_CLOSED'
  | 'EMERGENCY_REVIEW_DUE'
  | 'EMERGENCY_REVIEWED'
  | 'REQUEST_ARRIVED'
  | 'REQUEST_MOVED'
  | 'REQUEST_DUE'
  | 'REQUEST_UNDELIVERED'
  | 'NOTICE_MOVED'
  | 'NOTICE_ENDING'
  | 'OPERATION_MOVED'
  | 'TARGETS_MEET'
  | 'ANOMALY'

/** One thing that an owner's desk is told: who did what and why, and which records it was about. Names and keys; never a value of a record, nor what was asked. */
export interface DeskEntry {
  readonly kind: DeskEntryKind
  /** Who asked: a bureau, with as much of the officer as the owner needs to ask back. */
  readonly reader: {
    readonly bureau: string
    readonly roles: readonly string[]
    readonly organisation: string | null
    readonly unit: string | null
  }
  readonly purpose: string
  readonly case: string | null
  /** The owner's records it was about. */
  readonly records: readonly { readonly type: string; readonly key: string }[]
  /** The owner's rules that led to it. */
  readonly rules: readonly string[]
  /** The emergency access it is about, or null. */
  readonly emergency: string | null
  /** The request for assistance it is about. Absent: none. */
  readonly request?: RecordRef
  /** The notice it is about. Absent: none. */
  readonly notice?: RecordRef
  /** The joint operation it is about. Absent: none. */
  readonly operation?: RecordRef
}

/** An entry in its place at one desk. */
export interface NumberedDeskEntry extends DeskEntry {
  readonly owner: string
  /** Dense within one owner, from 1. */
  readonly number: number
  /** RFC 3339. */
  readonly at: string
}

/** The part of an entry that says who asks, and why. The person stays with their own bureau and in the audit log. */
export function readerOf({ principal, purpose }: Caller): Pick<DeskEntry, 'reader' | 'purpose' | 'case'> {
  const { bureau, roles, organisation, unit } = principal
  return { reader: { bureau, roles, organisation, unit }, purpose: purpose.kind, case: purpose.case }
}
