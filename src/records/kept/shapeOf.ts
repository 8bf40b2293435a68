import type { RowReader } from '../bureauSource.ts'

/** What of a row the reader reads, as text: rows that were read for other fields answer nothing. */
export function shapeOf({ mapping, fields }: Pick<RowReader, 'mapping' | 'fields'>): string {
  return JSON.stringify(mapping.reads(fields))
}
