import { ConnectorError } from '../connector.ts'
import type { JsonAnswer, JsonClient } from '../http/jsonClient.ts'
import { at } from '../http/parseJson.ts'
import type { RestPaging, RestSource } from './restOptions.ts'
import type { RestQuery } from './restQuery.ts'

/** How far a question has come. */
export interface Progress {
  /** Rows read so far. */
  readonly read: number
  /** Cursor, or path of the next page; null at the start, or where rows are counted. */
  readonly mark: string | null
}

/** One page to ask for. */
export interface RestPage {
  readonly path: string
  /** Rows asked for; null where the system gives all at once. */
  readonly size: number | null
}

/** The path of the page at which a question stands. */
export function pageAt(source: RestSource, query: RestQuery, progress: Progress, limit: number, client: JsonClient): RestPage {
  const { paging } = source
  if (paging.kind === 'none') return { path: `${client.under(source.path)}${query}`, size: null }
  const size = pageSize(paging, progress.read, limit, source.cap)
  if (paging.kind === 'link' && progress.mark !== null) return { path: client.pathOf(progress.mark), size }
  if (paging.kind === 'page') query.set(paging.parameter, [String(paging.first + progress.read / size)])
  if (paging.kind === 'offset') query.set(paging.parameter, [String(progress.read)])
  if (paging.kind === 'cursor' && progress.mark !== null) query.set(paging.parameter, [progress.mark])
  if (paging.size !== undefined) query.set(paging.size, [String(size)])
  return { path: `${client.under(source.path)}${query}`, size }
}

function pageSize(paging: Exclude<RestPaging, { kind: 'none' }>, read: number, limit: number, cap: number | undefined): number {
  if (paging.size === undefined) return paging.max
  const most = Math.max(1, Math.min(paging.max, limit, (cap ?? Number.POSITIVE_INFINITY) - (paging.kind === 'page' ? 0 : read)))
  if (paging.kind !== 'page') return most
  // Pages are counted in pages of one size: the next one has to begin where the last one ended.
  let size = Math.trunc(most)
  while (read % size !== 0) size--
  return size
}

/** What comes after a page. */
export interface Outcome {
  readonly next: Progress | null
  /** There are rows that cannot be reached. */
  readonly capped: boolean
}

/** Decides from an answer whether there is more. */
export function outcomeOf(source: RestSource, progress: Progress, size: number | null, rows: number, answer: JsonAnswer): Outcome {
  const { paging, cap } = source
  const read = progress.read + rows
  const total = source.total === undefined ? null : countAt(answer.body, source.total)
  if (size === null) return { next: null, capped: total !== null ? total > read : cap !== undefined && rows >= cap }
  const mark = markOf(paging, answer)
  const isCounted = paging.kind === 'page' || paging.kind === 'offset'
  const isLast = isCounted ? (total === null ? rows < size : read >= total) : mark === null
  if (isLast) return { next: null, capped: cap !== undefined && total === null && read >= cap && rows > 0 }
  // The system stops before its own total, or at the cap that was declared.
  if (rows === 0 || (cap !== undefined && read >= cap)) return { next: null, capped: isCounted || rows > 0 }
  if (rows === size || paging.kind !== 'page') return { next: { read, mark }, capped: false }
  if (progress.read > 0) return { next: null, capped: true }
  throw new ConnectorError('BAD_ANSWER', 'a page is shorter than asked for: `paging.max` is more than the system gives')
}

function markOf(paging: RestPaging, answer: JsonAnswer): string | null {
  if (paging.kind === 'cursor') return textAt(answer.body, paging.next)
  if (paging.kind !== 'link') return null
  if (paging.next !== undefined) return textAt(answer.body, paging.next)
  for (const [, address, parameters] of (answer.link ?? '').matchAll(/<([^>]*)>([^,]*(?:,(?!\s*<)[^,]*)*)/g)) {
    if (/;\s*rel\s*=\s*"?([^";]*\s)?next(\s|"|;|$)/i.test(parameters ?? '')) return address ?? null
  }
  return null
}

function textAt(body: unknown, path: string): string | null {
  const value = at(body, path)
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : null
}

function countAt(body: unknown, path: string): number {
  const total = Number(at(body, path))
  if (!Number.isSafeInteger(total) || total < 0) throw new ConnectorError('BAD_ANSWER', `there is no count at '${path}' in the answer`)
  return total
}

/** A page token. */
export function writeProgress(progress: Progress | null): string | null {
  return progress === null ? null : Buffer.from(JSON.stringify([progress.read, progress.mark])).toString('base64url')
}

/** The progress of a page token. Throws REFUSED when it is none. */
export function readProgress(token: string | null): Progress {
  if (token === null) return { read: 0, mark: null }
  try {
    const [read, mark] = JSON.parse(Buffer.from(token, 'base64url').toString()) as unknown[]
    if (Number.isSafeInteger(read) && (mark === null || typeof mark === 'string')) return { read: read as number, mark }
  } catch {}
  throw new ConnectorError('REFUSED', 'this is no page of this source')
}
