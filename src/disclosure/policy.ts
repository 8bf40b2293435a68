import type { Caller } from '../model/principal.ts'
import type { FieldDisclosure, FieldLevel, RecordLevel, ViewRecord } from '../model/record.ts'
import type { SealedRecord } from './seal.ts'

/** A bureau's checked disclosure file. Opaque outside `disclosure/`. */
export interface Policy {
  readonly bureau: string
  /** The file's `version:`. */
  readonly version: string
  /** What one caller may know of one type of this bureau's records. Pure; cheap enough to call per request, cached by `classKey`. */
  planFor(type: string, caller: Caller): DisclosurePlan
  /** Equal for callers whom no rule of this policy can tell apart, on the same day. */
  classKey(caller: Caller): string
}

/** A policy specialised for one caller and one record type. */
export interface DisclosurePlan {
  readonly type: string
  /** Canonical fields a decision reads: always fetched, whatever was selected. */
  readonly inputs: ReadonlySet<string>
  /** `none` when no record of this type can be listed for this caller, whatever it holds: the bureau is still asked, so that time tells nothing. */
  readonly recordCeiling: RecordLevel
  /**
   * The level of a field when it does not depend on the record, else null. Only a field fixed at `full` may be filtered or ordered by
   * the bureau's system; anything else is decided on the view, in the hub.
   */
  fixedLevel(field: string): FieldLevel | null
  /** The caller's view of one record, or null when it is not listed. The only way out of a seal. */
  project(sealed: SealedRecord): ViewRecord | null
}

/** Re-exported for readers of this port. */
export type { FieldDisclosure, FieldLevel, RecordLevel, SealedRecord, ViewRecord }
