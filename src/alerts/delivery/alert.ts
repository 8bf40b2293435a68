import type { NumberedDeskEntry } from '../../model/deskEntry.ts'
import { type RecordRef, refKey } from '../../model/record.ts'

/** What an alert says (`AlertKind` in the schema). */
export type AlertKind = 'NEW' | 'CHANGED' | 'WITHDRAWN' | 'HIT' | 'DESK' | 'WATCH_MATCH'

/** What one class of callers is told of a change. */
export interface Alert {
  /** The same for the same alert, to whomever and however often it is delivered; says nothing else. */
  readonly id: string
  readonly kind: AlertKind
  /** When the log took it; RFC 3339. */
  readonly publishedAt: string
  /** The change was missed when it happened. */
  readonly late: boolean
  /** Code of the bureau whose record it is. */
  readonly owner: string
  /** The record it is about; null where it is about none. */
  readonly ref: RecordRef | null
  /** Fields that the caller sees otherwise than before, in schema order; of CHANGED only. */
  readonly changedFields: readonly string[]
  /** Of HIT: what the desk was told. */
  readonly deskEntry: NumberedDeskEntry | null
  /** Of WATCH_MATCH: id of the watch. */
  readonly watch: string | null
}

/** Which alerts somebody wants. Null: any. */
export interface AlertFilter {
  readonly kinds: readonly AlertKind[] | null
  /** Record types. */
  readonly types: readonly string[] | null
  /** Codes of owners. */
  readonly owners: readonly string[] | null
  readonly records: readonly RecordRef[] | null
  /** Ids of watches. */
  readonly watches: readonly string[] | null
}

/** Equal for filters that mean the same, and for no others. */
export function filterText({ kinds, types, owners, records, watches }: AlertFilter): string {
  const set = (members: readonly string[] | null) => (members === null ? null : [...new Set(members)].sort())
  return JSON.stringify([set(kinds), set(types), set(owners), set(records?.map(refKey) ?? null), set(watches)])
}

/** A filter made ready for many alerts. */
export function alertTest({ kinds, types, owners, records, watches }: AlertFilter): (alert: Alert) => boolean {
  const keys = records === null ? null : new Set(records.map(refKey))
  return ({ kind, owner, ref, watch }) =>
    (kinds === null || kinds.includes(kind)) &&
    (owners === null || owners.includes(owner)) &&
    (types === null || (ref !== null && types.includes(ref.type))) &&
    (keys === null || (ref !== null && keys.has(refKey(ref)))) &&
    (watches === null || (watch !== null && watches.includes(watch)))
}
