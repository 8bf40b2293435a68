import type {
  DisclosureReason,
  Level,
  NoticeRowFragment,
  OperationRowFragment,
  PersonRowFragment,
  RequestRowFragment,
} from '../generated/graphql.ts'
import type { RecordType } from './recordRef.ts'

/** What a record says of a field that is not given in full. */
export interface Mark {
  readonly field: string
  readonly level: Level
  readonly reason: DisclosureReason
}

/** The fields of a row, as the hub gave them. */
export type RecordFields = PersonRowFragment | NoticeRowFragment | RequestRowFragment | OperationRowFragment

/** One line of the table. */
export interface RecordRow {
  readonly type: RecordType
  readonly id: string
  readonly owner: string
  readonly fields: RecordFields
  /** Of a search: how alike, 0 to 1, and in what. */
  readonly score: number | null
  readonly explanation: string | null
}

/** The columns of each type, by field: what a table shows of it. */
export const columnsOf: Readonly<Record<RecordType, readonly string[]>> = {
  Person: ['names', 'birthDate', 'nationalities', 'status', 'warnings', 'recordedAt'],
  Notice: ['number', 'kind', 'subject', 'state', 'issuedOn', 'expiresOn'],
  AssistanceRequest: ['reference', 'kind', 'state', 'urgency', 'requestedBureaus', 'sentAt', 'dueAt'],
  Operation: ['codename', 'kind', 'state', 'startsOn', 'endsOn', 'participants'],
}

/** A row of what the hub gave. */
export function rowOf(type: RecordType, fields: RecordFields, score: number | null = null, explanation: string | null = null): RecordRow {
  return { type, id: fields.id, owner: fields.owner.code, fields, score, explanation }
}

/** The value of a field of a row; undefined when the list does not ask for it. */
export function valueOf(row: RecordRow, field: string): unknown {
  return (row.fields as Readonly<Record<string, unknown>>)[field]
}

/** The mark of a field, or undefined when it is given in full. */
export function markOf(row: RecordRow, field: string): Mark | undefined {
  return row.fields._disclosure.find((mark) => mark.field === field)
}
