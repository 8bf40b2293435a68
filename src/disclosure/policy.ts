import type { ExactKey, HitFinding } from '../model/exactKey.ts'
import type { Predicate } from '../model/predicate.ts'
import type { Caller } from '../model/principal.ts'
import type { FieldDisclosure, FieldLevel, RecordLevel, ViewRecord } from '../model/record.ts'
import type { SealedRecord } from './seal.ts'

/** A bureau's checked disclosure file. Opaque outside `disclosure/`. */
export interface Policy {
  readonly bureau: string
  /** The file's `version:`. */
  readonly version: string
  /** SHA-256 of the file, in hex: equal for equal files only. */
  readonly digest: string
  /** What the file's `emergency:` offers. */
  readonly emergencies: readonly EmergencyBlock[]
  /**
   * What one caller may know of one type of this bureau's records. Pure; cheap enough to call per request: plans are kept by `classKey`.
   * A type the schema does not know yields a plan that shows nothing.
   */
  planFor(type: string, caller: Caller): DisclosurePlan
  /** Equal for callers whom no rule of this policy can tell apart, as long as their plans are valid. */
  classKey(caller: Caller): string
  /** Whether the caller fulfils what the block asks of who may invoke it. */
  mayInvoke(emergency: string, caller: Caller): boolean
}

/** An `emergency:` block: what an officer of another bureau may open, and on what terms. */
export interface EmergencyBlock {
  readonly id: string
  readonly title: string
  /** Record types it opens something of. */
  readonly types: readonly string[]
  /** How long the access lasts, in milliseconds; at most four hours. */
  readonly ttlMs: number
  /** Least number of signs of a justification; at least 40. */
  readonly justificationMin: number
  /** How often one person may invoke it on one UTC day. */
  readonly perDay: number
  /** By when the owner shall review it, in milliseconds after it was invoked. */
  readonly reviewMs: number
}

/** A policy specialised for one caller and one record type. */
export interface DisclosurePlan {
  /** Code of the bureau that owns the records. */
  readonly bureau: string
  readonly type: string
  /** First instant, in epoch milliseconds, at which the plan may decide otherwise: a day begins, or a grant begins or ends. */
  readonly validUntil: number
  /** Canonical fields a decision reads: always fetched, whatever was selected. */
  readonly inputs: ReadonlySet<string>
  /** `none` when no record of this type can be listed for this caller, whatever it holds: the bureau is still asked, so that time tells nothing. */
  readonly recordCeiling: RecordLevel
  /**
   * The level of a field when it does not depend on the record, else null. Only a field fixed at `full` may be filtered or ordered by
   * the bureau's system; anything else is decided on the view, in the hub.
   */
  fixedLevel(field: string): FieldLevel | null
  /**
   * Something that is true of the content of every record that can be listed, and perhaps of others: a bureau's system may be asked for no more than that. It follows
   * from the rules and the class of the caller alone. `mapped`: the fields that the bureau's records can hold; any other is unknown on all of them. Null: nothing can be said.
   */
  listedWhere(mapped: ReadonlySet<string>): Predicate | null
  /**
   * What is true of the content of exactly those records that are listed and show this field in full, texts compared as they are stored. Null where that cannot be said, or
   * where other records show the field in a coarser form, which a filter may match too.
   */
  fullWhere(field: string, mapped: ReadonlySet<string>): Predicate | null
  /**
   * The caller's view of one record, or null when it is not listed. The only way out of a seal. The view is frozen throughout and shares nothing with the
   * record. Its values hold every stored field above level none, null when unknown; inverse links, for which nothing is stored, are not among
   * them: `levelOf` tells whether one may be followed.
   */
  project(sealed: SealedRecord): ViewRecord | null
  /**
   * What a hit check with this key comes to for one record: null when the record does not meet the key, or nobody is to learn of it. Reads the raw record and
   * shows nothing of it; a hit check is the only one to call this. The record must have been read with the fields of the key and `inputs`.
   */
  hits(sealed: SealedRecord, key: ExactKey): HitFinding | null
}

/** The level at which a view shows a field of its type. */
export function levelOf(view: ViewRecord, field: string): FieldLevel {
  for (const marker of view.disclosure) if (marker.field === field) return marker.level
  return 'full'
}

/** Re-exported for readers of this port. */
export type { FieldDisclosure, FieldLevel, RecordLevel, SealedRecord, ViewRecord }
