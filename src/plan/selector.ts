import type { Match, Predicate } from '../model/predicate.ts'
import { type RecordRef, recordRefs, type ViewRecord } from '../model/record.ts'
import { ReadByKey, type ReaderFor } from '../records/readByKey.ts'
import { type Linked, outcomesOf } from './evaluate.ts'
import { isFound } from './outcomes.ts'
import type { ReadContext } from './parts.ts'
import { fieldsOf } from './weaken.ts'

/** Keeps the views that satisfy the query's predicate; reads linked records in batches where the predicate needs them. */
export type Select = (views: readonly ViewRecord[]) => Promise<readonly ViewRecord[]>

/** Evaluates the whole predicate on views. Null keeps everything. */
export function selector(where: Predicate | null, match: Match, context: ReadContext): Select {
  if (where === null) return async (views) => views
  return async (views) => {
    const linked = await linkedFor([where], views, context)
    return views.filter((view) => isFound(outcomesOf(where, view, context.catalogue.types, linked), match))
  }
}

/** What these predicates need to know of the records that the views link to, read in one batch. */
export async function linkedFor(wheres: readonly Predicate[], views: readonly ViewRecord[], context: ReadContext): Promise<Linked> {
  const links = new Map<string, Set<string>>()
  for (const where of wheres) linkTerms(where, links)
  return links.size === 0 ? () => null : await readLinked(links, views, context)
}

/** The links whose other end a predicate looks at, with the fields it looks at there. */
function linkTerms(predicate: Predicate, into: Map<string, Set<string>> = new Map()): Map<string, Set<string>> {
  if (predicate.kind === 'and' || predicate.kind === 'or') for (const term of predicate.terms) linkTerms(term, into)
  else if (predicate.kind === 'not') linkTerms(predicate.term, into)
  else if (predicate.kind === 'some') fieldsOf(predicate.term, into.get(predicate.field) ?? setIn(into, predicate.field))
  return into
}

function setIn(map: Map<string, Set<string>>, key: string): Set<string> {
  const set = new Set<string>()
  map.set(key, set)
  return set
}

/** Reads the other ends of these links for a batch of views, with just the fields that the predicate looks at. */
async function readLinked(
  links: ReadonlyMap<string, ReadonlySet<string>>,
  views: readonly ViewRecord[],
  context: ReadContext,
): Promise<Linked> {
  const found = new Map<RecordRef, ViewRecord | null | 'silent'>()
  for (const [field, fields] of links) {
    const refs = views.flatMap((view) => recordRefs(view.values[field]))
    if (refs.length === 0) continue
    // Whether a record is found never rests on what is kept of another: the record that is shown would not say so.
    const readerFor: ReaderFor = (bureau, type) => {
      const reader = context.readerFor(bureau, type, fields)
      return reader === null ? null : { ...reader, kept: null }
    }
    const reading = new ReadByKey(readerFor, context.call, context.onStatus)
    const targets = await reading.loadAll(refs)
    for (const [i, ref] of refs.entries()) found.set(ref, targets[i] ?? null)
  }
  return (ref) => found.get(ref) ?? null
}
