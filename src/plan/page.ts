import type { RecordQuery } from '../model/predicate.ts'
import type { Caller } from '../model/principal.ts'
import type { ViewRecord } from '../model/record.ts'
import type { SourceStatus } from '../model/sourceStatus.ts'
import type { BureauSource } from '../records/bureauSource.ts'
import { BureauStream } from './bureauStream.ts'
import type { Cursors } from './cursor.ts'
import { mergePage } from './merge.ts'
import { partsOf, type ReadContext, servingSources } from './parts.ts'
import { Ordering, type Position } from './position.ts'

/** What a page of an operation needs. */
export interface PageContext extends ReadContext {
  readonly caller: Caller
  readonly cursors: Cursors
  /** Fields of the type that the answer shows. */
  readonly selected: ReadonlySet<string>
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
  const serving = servingSources(query, context)
  const fields = new Set([...context.selected, ...query.orderBy.map((order) => order.field)])
  const streams = partsOf(query, fields, context).map(({ reader, pushable, select }) => {
    const { code } = reader.source.profile
    return new BureauStream({
      reader,
      where: pushable,
      select,
      ordering,
      start: state.behind.has(code) ? (state.behind.get(code) ?? null) : state.watermark,
      expected: Math.ceil((query.first * 2) / serving.length),
      most: query.first + 1,
      call: context.call,
    })
  })
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
    cursorAfter: (count) => cursors.seal(merged.stateAfter(count), binding, context.sources.length),
  }
}

/**
 * Everything a page is a function of, besides the data: a cursor is good for the same question by the same class of caller under the same rules only.
 * The digest and not the version: a version is a text that its bureau may forget to change.
 */
function bindingOf(query: RecordQuery, { sources, caller }: PageContext): string {
  const classes = sources.map(({ profile, policy }) => [profile.code, policy.digest, policy.classKey(caller)])
  return JSON.stringify([query.type, query.where, query.match, query.orderBy, caller.principal.bureau, caller.purpose, classes])
}

function notAsked(source: BureauSource): SourceStatus {
  return { bureau: source.profile.code, state: 'NOT_ASKED', asOf: null, latencyMs: null, retryAfterMs: null }
}
