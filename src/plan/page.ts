import type { LinkCall } from '../links/link.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { Predicate, RecordQuery } from '../model/predicate.ts'
import type { Caller } from '../model/principal.ts'
import { type RecordRef, recordRefs, type ViewRecord } from '../model/record.ts'
import type { SourceStatus } from '../model/sourceStatus.ts'
import type { BureauSource, RowReader } from '../records/bureauSource.ts'
import { ReadByKey, type StatusListener } from '../records/readByKey.ts'
import { BureauStream, type Select } from './bureauStream.ts'
import type { Cursors } from './cursor.ts'
import { evaluate, type Linked } from './evaluate.ts'
import { mergePage } from './merge.ts'
import { Ordering, type Position } from './position.ts'
import { fieldsOf, foldOwner } from './weaken.ts'

/** What a page of an operation needs. */
export interface PageContext {
  readonly catalogue: Catalogue
  readonly sources: readonly BureauSource[]
  readonly caller: Caller
  readonly call: LinkCall
  readonly cursors: Cursors
  /** A reader for a bureau's rows with these fields and those the decision reads; null when the type is not served. */
  readerFor(bureau: string, type: string, fields: ReadonlySet<string>): RowReader | null
  /** Fields of the type that the answer shows. */
  readonly selected: ReadonlySet<string>
  readonly onStatus: StatusListener
}

/** A page of views. */
export interface Page {
  readonly views: readonly ViewRecord[]
  readonly hasNextPage: boolean
  /** One per bureau that serves the type, in the order of codes. */
  readonly sources: readonly SourceStatus[]
  /** A sealed cursor that goes on after the first `count` views. */
  cursorAfter(count: number): string
}

/** Asks every bureau that serves the type, at once, and merges their views into one page. Throws CURSOR_INVALID. */
export async function readPage(query: RecordQuery, context: PageContext): Promise<Page> {
  const { catalogue, cursors } = context
  const type = catalogue.types.get(query.type)
  if (type === undefined) throw new TypeError(`no record type ${query.type}`)
  const ordering = new Ordering(query.orderBy, type)
  const binding = bindingOf(query, context)
  const state = query.after === null ? { watermark: null, behind: new Map<string, Position | null>() } : cursors.open(query.after, binding)
  const fields = new Set([...context.selected, ...fieldsOf(query.where), ...query.orderBy.map((order) => order.field)])
  const serving = context.sources.filter((source) => source.mappings.has(query.type))
  const streams: BureauStream[] = []
  for (const source of serving) {
    const reader = context.readerFor(source.profile.code, query.type, fields)
    const where = query.where === null ? true : foldOwner(query.where, source.profile.code)
    if (reader === null || where === false) continue
    const { code } = source.profile
    const start = state.behind.has(code) ? (state.behind.get(code) ?? null) : state.watermark
    const remaining = where === true ? null : where
    streams.push(
      new BureauStream({
        reader,
        where: remaining,
        select: selector(remaining, context),
        ordering,
        start,
        expected: Math.ceil((query.first * 2) / serving.length),
        most: query.first + 1,
        call: context.call,
      }),
    )
  }
  const keyOrders = new Map(serving.map((source) => [source.profile.code, source.mappings.get(query.type)?.keyOrder ?? 'text']))
  const merged = await mergePage(streams, state.watermark, ordering, (bureau) => keyOrders.get(bureau) ?? 'text', query.first)
  const sources = serving.map((source) => streams.find((stream) => stream.bureau === source.profile.code)?.status() ?? notAsked(source))
  for (const status of sources) {
    if (status.latencyMs !== null) context.onStatus(status.bureau, status.state, status.latencyMs, status.retryAfterMs)
  }
  return {
    views: merged.views,
    hasNextPage: merged.hasNextPage,
    sources,
    cursorAfter: (count) => cursors.seal(merged.stateAfter(count), binding),
  }
}

/** Everything a page is a function of, besides the data: a cursor is good for the same question by the same class of caller only. */
function bindingOf(query: RecordQuery, { sources, caller }: PageContext): string {
  const classes = sources.map((source) => [source.profile.code, source.policy.version, source.policy.classKey(caller)])
  return JSON.stringify([query.type, query.where, query.orderBy, caller.principal.bureau, caller.purpose, classes])
}

function selector(where: Predicate | null, context: PageContext): Select {
  if (where === null) return async (views) => views
  const links = linkTerms(where)
  return async (views) => {
    const linked = links.size === 0 ? () => null : await readLinked(links, views, context)
    return views.filter((view) => evaluate(where, view, context.catalogue.types, linked) === true)
  }
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
  context: PageContext,
): Promise<Linked> {
  const found = new Map<RecordRef, ViewRecord | null | 'silent'>()
  for (const [field, fields] of links) {
    const refs = views.flatMap((view) => recordRefs(view.values[field]))
    if (refs.length === 0) continue
    const reading = new ReadByKey((bureau, type) => context.readerFor(bureau, type, fields), context.call, context.onStatus)
    const targets = await reading.loadAll(refs)
    for (const [i, ref] of refs.entries()) found.set(ref, targets[i] ?? null)
  }
  return (ref) => found.get(ref) ?? null
}

function notAsked(source: BureauSource): SourceStatus {
  return { bureau: source.profile.code, state: 'NOT_ASKED', asOf: null, latencyMs: null, retryAfterMs: null }
}
