/** Sorts of governed records, as type names. */
export const recordTypes = ['Person', 'Notice', 'AssistanceRequest', 'Operation'] as const

/** A sort of governed record. */
export type RecordType = (typeof recordTypes)[number]

/** Where a record is. */
export interface RecordRef {
  readonly type: RecordType
  readonly id: string
}
