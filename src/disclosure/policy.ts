import type { RecordSketch } from '../model/change.ts'
import type { ExactKey, HitFinding } from '../model/exactKey.ts'
import type { Predicate } from '../model/predicate.ts'
import type { Caller } from '../model/principal.ts'
import type { FieldDisclosure, FieldLevel, RecordLevel, RecordRef, ViewRecord } from '../model/record.ts'
import type { PublishedCube } from './cubes/publishedCube.ts'
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
  /**
   * What is kept of a record's state to tell later whether somebody's view of it has moved (`DisclosurePlan.moves`): the values that decide who learns what, of all others keyed
   * digests of the forms in which they may be shown, and where links lead. `digest`: keyed, of a text, the same for the same text for as long as sketches are compared; eight
   * characters of base64url are enough. The record must have been read whole. Of a record of another bureau, or of a type that the schema does not know, nothing is kept.
   */
  sketch(sealed: SealedRecord, digest: (text: string) => string): RecordSketch
  /** The cubes that the owner publishes to a caller. Absent: it publishes none. */
  cubesFor?(caller: Caller): readonly PublishedCube[]
  /** Whether the owner hides a record from a caller for a time, whatever its rules say. Absent: it hides none. */
  hides?(record: RecordRef, caller: Caller): boolean
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
  /**
   * Ids of the rules on which it rests that records are listed with these levels of these fields, sorted: for the record of disclosures. Where rules wait for a record's content
   * all are named that can have led there. Empty for the owner's own officers, who are under no rule.
   */
  rulesBehind(levels: ReadonlyMap<string, FieldLevel>): readonly string[]
  /**
   * How the caller's view of one record differs between two of its states, both decided by this plan; null when it does not. A null sketch: there was no such record. Never throws.
   * What a sketch does not hold, since it was made under other rules or is none, is taken to be as in the other state; where that does not hold it either, nothing is told.
   */
  moves(before: RecordSketch | null, after: RecordSketch | null): Move | null
}

/** What moved in a caller's view of a record. */
export interface Move {
  /** `APPEARED`: listed after and not before; `CHANGED`: both times; `DISAPPEARED`: before and not after, whether the record is gone or withheld. */
  readonly kind: 'APPEARED' | 'CHANGED' | 'DISAPPEARED'
  /** Fields of the type whose level differs, or whose value as it is shown, in schema order; none unless `CHANGED`. Of links the level alone: their ends are `links`. */
  readonly fields: readonly string[]
  /**
   * Links of which ends came or went; none unless `CHANGED`. A link in a view leads to visible records only: whoever uses this must see that one of the ends is visible to the caller before
   * saying that the field moved.
   */
  readonly links: readonly { readonly field: string; readonly ends: readonly RecordRef[] }[]
}

/** The level at which a view shows a field of its type. */
export function levelOf(view: ViewRecord, field: string): FieldLevel {
  for (const marker of view.disclosure) if (marker.field === field) return marker.level
  return 'full'
}

/** Re-exported for readers of this port. */
export type { FieldDisclosure, FieldLevel, RecordLevel, SealedRecord, ViewRecord }
