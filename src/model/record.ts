/** A value in canonical form. `null` is "unknown"; absent and null mean the same. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | RecordRef
  | readonly CanonicalValue[]
  | { readonly [field: string]: CanonicalValue }

/** Where a record lives. Internal to the hub: callers see only an opaque id made of it. */
export interface RecordRef {
  /** Code of the owning bureau; of a record that the hub keeps for it, `heldPlace` of the code. */
  readonly bureau: string
  /** Name of the record type. */
  readonly type: string
  /** The record's key in the bureau's own system, as text. */
  readonly key: string
}

/** A record after mapping and before disclosure. Only `mapping/` makes it and only `disclosure/` may keep it: it is sealed at once. */
export interface CanonicalRecord {
  readonly ref: RecordRef
  /** By canonical field name. Link fields hold a `RecordRef`, or a list of them. */
  readonly values: Readonly<Record<string, CanonicalValue>>
}

/** How much of a record a caller learns: `hit` answers hit checks only and appears nowhere else. */
export type RecordLevel = 'none' | 'hit' | 'listed'
/** How much of a field a caller learns, in this order. */
export type FieldLevel = 'none' | 'masked' | 'generalised' | 'full'
/** Why a field is below full (`DisclosureReason` in the schema). */
export type DisclosureReason = 'NOT_SHARED' | 'PURPOSE' | 'ROLE' | 'AGREEMENT' | 'GENERALISED' | 'MASKED'

/** A field below full. */
export interface FieldDisclosure {
  readonly field: string
  readonly level: FieldLevel
  readonly reason: DisclosureReason
}

/** What one caller may know of one record: the only form of a record outside `mapping/` and `disclosure/`. */
export interface ViewRecord {
  readonly ref: RecordRef
  /** Values by field, each at its level. A field at level none is absent. */
  readonly values: Readonly<Record<string, CanonicalValue>>
  /** Fields below full, in schema order; the same array for every record decided alike. */
  readonly disclosure: readonly FieldDisclosure[]
  /** When it was read, RFC 3339, for a record that was kept and stands in because its bureau did not answer. Absent: its bureau gave it for this operation. */
  readonly staleAsOf?: string
}

/** No code has it, and it comes before every sign that one has: what the hub keeps for a bureau follows what the bureau has itself. */
const heldMark = '+'

/** Where records live that the hub keeps for a bureau, in the place of the bureau's code: two systems, each with keys of its own, and one owner. */
export function heldPlace(bureau: string): string {
  return `${bureau}${heldMark}`
}

/** Whether records of this place are kept by the hub. */
export function isHeldPlace(place: string): boolean {
  return place.endsWith(heldMark)
}

/** The bureau that owns the records of a place. */
export function ownerOf(place: string): string {
  return isHeldPlace(place) ? place.slice(0, -heldMark.length) : place
}

/** `ref` as one string, for maps and loaders. */
export function refKey(ref: RecordRef): string {
  return `${ref.bureau}\u0000${ref.type}\u0000${ref.key}`
}

/** The records that a link field's value refers to. */
export function recordRefs(value: CanonicalValue | undefined): readonly RecordRef[] {
  if (value === null || value === undefined) return []
  return Array.isArray(value) ? value.filter(isRecordRef) : isRecordRef(value) ? [value] : []
}

/** Whether a value is a reference to a record. */
export function isRecordRef(value: CanonicalValue): value is RecordRef {
  return typeof value === 'object' && value !== null && 'bureau' in value && 'type' in value && 'key' in value
}
