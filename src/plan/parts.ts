import type { LinkCall } from '../links/link.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Predicate, RecordQuery } from '../model/predicate.ts'
import type { Caller } from '../model/principal.ts'
import type { ViewRecord } from '../model/record.ts'
import type { BureauSource, RowReader } from '../records/bureauSource.ts'
import type { StatusListener } from '../records/readByKey.ts'
import type { RecordIds } from '../records/recordId.ts'
import type { Cursors } from './cursor.ts'
import { type Select, selector } from './selector.ts'
import { fieldsOf, foldOwner } from './weaken.ts'
import { withoutPartialDates } from './withoutPartialDates.ts'

/** What reading the bureaus needs. */
export interface ReadContext {
  readonly catalogue: Catalogue
  /** In the order of codes. */
  readonly sources: readonly BureauSource[]
  readonly call: LinkCall
  /** A reader for a bureau's rows with these fields and those the decision reads; null when the type is not served. */
  readerFor(bureau: string, type: string, fields: ReadonlySet<string>): RowReader | null
  readonly onStatus: StatusListener
}

/** What a question that is no page of a connection is answered with. */
export interface Reading {
  readonly context: ReadContext
  readonly cursors: Cursors
  readonly ids: RecordIds
  readonly caller: Caller
  /** Fields of the type that have to be read for what the answer shows. */
  readonly selected: ReadonlySet<string>
  /** The same of any record type. */
  selectedOf(type: string): ReadonlySet<string>
  /** Takes note that a view was handed to the answer, and that these fields of it show there beside those selected. */
  give(view: ViewRecord, fields: readonly string[]): void
}

/** One bureau's part of a question. */
export interface Part {
  readonly reader: RowReader
  /** What of the caller's predicate is true of all that `select` keeps: only of this may anything be told to the bureau's system. */
  readonly pushable: Predicate | null
  /** Evaluates the whole predicate on views. */
  readonly select: Select
}

/** The bureaus that serve the type of a query, in the order of codes. */
export function servingSources({ type }: Pick<RecordQuery, 'type'>, { sources }: ReadContext): readonly BureauSource[] {
  return sources.filter((source) => source.mappings.has(type))
}

/**
 * The parts of a question, one per bureau that is to be asked: every bureau that serves the type, unless the caller's own filter leaves it out. Rows are
 * read with these fields and those that the predicate looks at.
 */
export function partsOf(
  query: Pick<RecordQuery, 'type' | 'where' | 'match'>,
  fields: ReadonlySet<string>,
  context: ReadContext,
): readonly Part[] {
  const read = fields.union(fieldsOf(query.where))
  return servingSources(query, context).flatMap(({ profile: { code } }) => {
    const reader = context.readerFor(code, query.type, read)
    const folded = query.where === null ? true : foldOwner(query.where, code)
    if (reader === null || folded === false) return []
    const where = folded === true ? null : folded
    const pushable = where === null || query.match === 'CERTAIN' ? where : withoutPartialDates(where, query.type, context.catalogue)
    return [{ reader, pushable, select: selector(where, query.match, context) }]
  })
}
