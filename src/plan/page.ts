import { ComityError } from '../model/errors.ts'
import type { PageEnd, RecordQuery } from '../model/predicate.ts'
import type { Caller } from '../model/principal.ts'
import { isHeldPlace, type ViewRecord } from '../model/record.ts'
import type { SourceStatus } from '../model/sourceStatus.ts'
import type { BureauSource } from '../records/bureauSource.ts'
import { BureauStream } from './bureauStream.ts'
import type { CursorState, Cursors } from './cursor.ts'
import { gather, type Wanted } from './gather.ts'
import { type Given, type MergedPage, mergePage } from './merge.ts'
import { Line } from './pace.ts'
import { partsOf, type ReadContext, servingSources } from './parts.ts'
import { Ordering } from './position.ts'
import { pendingStatus, statusesOfBureaus } from './statuses.ts'

/** What a page of an operation needs. */
export interface PageContext extends ReadContext {
  readonly caller: Caller
  readonly cursors: Cursors
  /** Fields of the type that the answer shows. */
  readonly selected: ReadonlySet<string>
}

/** One record of a page. */
export interface PageRecord {
  readonly view: ViewRecord
  /** It belongs before records that an earlier page handed out: its bureau had been silent. */
  readonly late: boolean
  /** A sealed cursor that stands at this record. */
  cursor(): string
}

/** A page of views, in the query's order. */
export interface Page {
  readonly records: readonly PageRecord[]
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  /** One per bureau that serves the type, in the order of codes. */
  readonly sources: readonly SourceStatus[]
  /** Goes on before the page; null when there is nothing to go on from. */
  startCursor(): string | null
  /** Goes on after the page; null when there is nothing to go on from. */
  endCursor(): string | null
}

/** A page that is to be read. */
export interface OpenPage {
  /** One per bureau that is asked. */
  readonly streams: readonly BureauStream[]
  /** What of them is needed. */
  readonly wanted: Wanted
  /** The page over the bureaus whose part of it has been received; the others are as if they were silent, but for their status. */
  over(received: ReadonlySet<BureauStream>): Page
}

/** Asks every bureau that serves the type, at once, and merges their views into one page. Throws CURSOR_INVALID. */
export async function readPage(query: RecordQuery, context: PageContext): Promise<Page> {
  const { streams, wanted, over } = openPage(query, context)
  await gather(streams, { ...wanted, deadline: context.call.deadline })
  return over(new Set(streams))
}

/** Makes everything ready for the reading. Nobody is asked yet. Throws CURSOR_INVALID. */
export function openPage(query: RecordQuery, context: PageContext): OpenPage {
  const { catalogue, cursors, call } = context
  const type = catalogue.types.get(query.type)
  if (type === undefined) throw new TypeError(`no record type ${query.type}`)
  const { size, from, cursor } = query.page
  const ordering = new Ordering(query.orderBy, type, from)
  const bound = cursors.boundTo(() => bindingOf(query, context))
  const state = startOf(cursor === null ? null : bound.open(cursor), from)
  const { watermark, behind, pace } = state
  const serving = servingSources(query, context)
  const fields = new Set([...context.selected, ...query.orderBy.map((order) => order.field)])
  const question = JSON.stringify([query.type, query.where, query.match, query.orderBy, size, from])
  const streams = partsOf(query, fields, context).map(({ reader, pushable, select }) => {
    const { code } = reader.source.profile
    const start = behind.has(code) ? (behind.get(code) ?? null) : watermark
    return new BureauStream({ reader, where: pushable, select, ordering, start, most: size + 1, question, call })
  })
  const keyOrders = new Map(serving.map((source) => [source.profile.code, source.mappings.get(query.type)?.keyOrder ?? 'text']))
  const keyOrderOf = (bureau: string) => keyOrders.get(bureau) ?? 'text'
  const line = new Line(
    ordering,
    serving.map(({ profile }) => profile.code),
  )

  const noted = new Set<string>()

  function over(received: ReadonlySet<BureauStream>): Page {
    const given = streams.map((stream) => (received.has(stream) ? stream : nothingYet(stream)))
    const merged = mergePage(given, { ordering, keyOrderOf, line, watermark, size })
    const sources = serving.map((source) => {
      const stream = streams.find(({ bureau }) => bureau === source.profile.code)
      return stream === undefined ? notAsked(source) : received.has(stream) ? stream.status() : pendingStatus(stream.bureau)
    })
    for (const { bureau, state, latencyMs, retryAfterMs, asOf } of sources) {
      // Told once, however often the page is made: it would look as if it had been read again.
      if (latencyMs === null || noted.has(bureau)) continue
      noted.add(bureau)
      context.onStatus(bureau, state, latencyMs, retryAfterMs, asOf)
    }
    return pageOf(merged, {
      sources: statusesOfBureaus(sources),
      from,
      cameFrom: state.at !== null,
      seal: (count) => bound.seal(merged.stateAfter(count)),
    })
  }

  return { streams, wanted: { ordering, keyOrderOf, line, watermark, need: size + 1, span: line.spanOf(watermark, pace, size + 1) }, over }
}

/** Whatever may have come: what is not whole would show how many rows it took. */
function nothingYet({ bureau, start }: BureauStream): Given {
  return { bureau, start, entries: [], failed: false, heard: false }
}

/** Where to begin: as the cursor says, or, where it was given by a page in the other direction, at the record at which it stands. Throws CURSOR_INVALID. */
function startOf(state: CursorState | null, from: PageEnd): CursorState {
  if (state?.from === from) return state
  // A page without records has no place to turn round at.
  if (state !== null && state.at === null) throw new ComityError('CURSOR_INVALID')
  const at = state?.at ?? null
  return { from, at, watermark: at, behind: new Map(), pace: null }
}

interface PageParts extends Pick<Page, 'sources'> {
  readonly from: PageEnd
  /** Whether there is a record at which the page begins. */
  readonly cameFrom: boolean
  readonly seal: (count: number) => string
}

/** A merged page in the query's order, whichever end it was read from. */
function pageOf({ records: merged, goesOn }: MergedPage, { sources, from, cameFrom, seal }: PageParts): Page {
  const count = merged.length
  const records = merged.map(({ view, late }, at): PageRecord => ({ view, late, cursor: () => seal(at + 1) }))
  const far = () => (count > 0 || goesOn ? seal(count) : null)
  const near = () => (count > 0 ? seal(1) : null)
  return from === 'START'
    ? { records, sources, hasNextPage: goesOn, hasPreviousPage: cameFrom, startCursor: near, endCursor: far }
    : { records: records.toReversed(), sources, hasNextPage: cameFrom, hasPreviousPage: goesOn, startCursor: far, endCursor: near }
}

/**
 * Everything a page is a function of, besides the data: a cursor is good for the same question by the same class of caller under the same rules only.
 * The digest and not the version: a version is a text that its bureau may forget to change.
 */
function bindingOf(query: RecordQuery, { sources, caller }: PageContext): string {
  // What the hub keeps for a bureau is decided on by the same policy, and a bureau may come to have some between two pages.
  const own = sources.filter(({ profile }) => !isHeldPlace(profile.code))
  const classes = own.map(({ profile, policy }) => [profile.code, policy.digest, policy.classKey(caller)])
  return JSON.stringify([query.type, query.where, query.match, query.orderBy, caller.principal.bureau, caller.purpose, classes])
}

function notAsked(source: BureauSource): SourceStatus {
  return { bureau: source.profile.code, state: 'NOT_ASKED', asOf: null, latencyMs: null, retryAfterMs: null }
}
