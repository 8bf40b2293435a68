import type { LinkFailure } from '../../links/link.ts'
import type { ViewRecord } from '../../model/record.ts'
import { type RowReader, readRow } from '../bureauSource.ts'

/** One reader's views of kept rows. */
export interface KeptViews {
  /** Never empty; each says when it was read. */
  readonly views: readonly ViewRecord[]
  /** When they were read, RFC 3339. */
  readonly asOf: string
}

/**
 * What may be given in the place of an answer that did not come: rows kept for this reader and this question, decided anew, each on its own, as if they had just arrived.
 * Null when there are none, or none that `isWanted` keeps: then the bureau has not answered. A system that refuses has answered: nothing of it is given, now or later.
 */
export function keptViews(
  reader: RowReader,
  question: string,
  failure: LinkFailure,
  isWanted: (view: ViewRecord) => boolean = () => true,
): KeptViews | null {
  const { kept } = reader
  if (kept === undefined || kept === null) return null
  if (failure.refused) {
    kept.purge()
    return null
  }
  const found = kept.recall(question)
  if (found === null) return null
  const asOf = new Date(found.readAt).toISOString()
  // What is decided on here is old: it says nothing of how the records are now.
  const deciding = { ...reader, kept: null }
  const views = found.rows.map((row) => readRow(deciding, row)).filter((view) => view !== null && isWanted(view)) as readonly ViewRecord[]
  return views.length === 0 ? null : { asOf, views: views.map((view) => Object.freeze({ ...view, staleAsOf: asOf })) }
}
