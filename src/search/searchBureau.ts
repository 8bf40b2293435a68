import type { NativeRow } from '../connectors/connector.ts'
import { type LinkCall, LinkFailure } from '../links/link.ts'
import { compareText } from '../model/order.ts'
import type { ViewRecord } from '../model/record.ts'
import type { SourceState, SourceStatus } from '../model/sourceStatus.ts'
import { type RowReader, readRow } from '../records/bureauSource.ts'
import { type KeptKeys, type Lookups, lookupsOf } from './lookups.ts'
import type { SoughtPerson } from './soughtPerson.ts'

/** Rows that a search may bring of all bureaus together, and of one: more are read of nobody, since a search that fits so many finds nobody in particular. */
const [mostOfAll, mostOfOne, leastOfOne] = [8000, 500, 40]
/** Views of one bureau that are kept of a search. */
const mostFound = 1000

/** What a view is taken for; null: it is left out. `score` orders them. */
export type Judge<T extends Judged> = (view: ViewRecord) => T | null

/** A view that was judged. */
export interface Judged {
  readonly view: ViewRecord
  readonly score: number
}

/** One bureau's part in a search. */
export interface BureauPart<T extends Judged> {
  readonly found: readonly T[]
  readonly status: SourceStatus
}

/** What a search of one bureau takes. */
export interface BureauSearch<T extends Judged> {
  readonly reader: RowReader
  readonly sought: SoughtPerson
  readonly kept: KeptKeys
  readonly call: LinkCall
  /** How many bureaus are asked. */
  readonly among: number
  readonly judge: Judge<T>
}

/**
 * Looks somebody up in one bureau. Whatever way they are looked up, they are judged by the view, each once. PARTIAL where the bureau could not look up all that the caller may see, or
 * holds more who may be meant than are read. A bureau that fails has given nothing: what came before it did would be a matter of chance.
 */
export async function searchBureau<T extends Judged>({
  reader,
  sought,
  kept,
  call,
  among,
  judge,
}: BureauSearch<T>): Promise<BureauPart<T>> {
  const started = Date.now()
  const { code: bureau } = reader.source.profile
  const done = (state: SourceState, retryAfterMs: number | null = null): SourceStatus => {
    const isAnswer = state === 'OK' || state === 'PARTIAL'
    return { bureau, state, asOf: isAnswer ? new Date().toISOString() : null, latencyMs: Date.now() - started, retryAfterMs }
  }
  const mostRows = Math.max(leastOfOne, Math.min(mostOfOne, Math.floor(mostOfAll / among)))
  const found = new Map<string, T>()
  const take = (row: NativeRow) => {
    const view = readRow(reader, row)
    if (view === null || found.has(view.ref.key)) return
    const judged = judge(view)
    if (judged !== null) found.set(view.ref.key, judged)
  }
  try {
    const isWhole = await readAll(reader, lookupsOf(reader, sought, kept, mostRows), mostRows, call, take)
    const all = [...found.values()].sort((a, b) => b.score - a.score || compareText(a.view.ref.key, b.view.ref.key))
    return { found: all.slice(0, mostFound), status: done(isWhole && all.length <= mostFound ? 'OK' : 'PARTIAL') }
  } catch (error) {
    if (!(error instanceof LinkFailure)) throw error
    return { found: [], status: done(error.state, error.retryAfterMs) }
  }
}

/** Whether all could be read. */
async function readAll(
  reader: RowReader,
  { queries, keys, complete, scans }: Lookups,
  mostRows: number,
  call: LinkCall,
  take: (row: NativeRow) => void,
): Promise<boolean> {
  const { source, mapping } = reader
  const most = scans ? source.limits.scanRows : Math.min(mostRows, source.limits.scanRows)
  const readKeys = async () => {
    if (keys.length === 0) return
    const read = { source: mapping.source, key: mapping.key, keyOrder: mapping.keyOrder, ...mapping.reads(reader.fields), keys }
    for (const row of (await source.link.get(read, call)).values()) take(row)
  }
  const readQuery = async (query: (typeof queries)[number]): Promise<boolean> => {
    let page: string | null = null
    let read = 0
    do {
      const limit = scans ? query.limit : Math.min(query.limit, most - read)
      const rows = await source.link.find({ ...query, limit, page }, call)
      for (const row of rows.rows) take(row)
      if (rows.capped) return false
      read += rows.rows.length
      page = rows.next
    } while (page !== null && read < most)
    return page === null
  }
  const [whole] = await Promise.all([Promise.all(queries.map(readQuery)), readKeys()])
  return complete && whole.every(Boolean)
}
