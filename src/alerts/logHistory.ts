import { ComityError } from '../model/errors.ts'
import type { AlertPlace, BoundAlertCursors } from './alertCursors.ts'
import type { LogEntry } from './changeLog.ts'
import type { Decide } from './changeStream.ts'
import type { LogPages } from './logPages.ts'
import type { Tail } from './tail.ts'

/** A page of the past. */
export interface HistoryPage<T> {
  readonly items: readonly { readonly cursor: string; readonly value: T }[]
  /** Goes on after all that was looked at. */
  readonly endCursor: string
  /** Whether the log holds more than was looked at. */
  readonly hasNextPage: boolean
}

/** Which page of the past. */
export interface HistoryOptions<T> {
  /** Null: from the first that the log holds. */
  readonly after: AlertPlace | null
  readonly cursors: BoundAlertCursors
  readonly decide: Decide<T>
  /** Items of a full page. */
  readonly first: number
}

/** Changes looked at for one page: how many are withheld must not decide how long it takes. */
const mostLookedAt = 2000

/** Reads on in the log until the page is full, enough was looked at, or the end of now is reached. Throws CURSOR_INVALID for a place that the log no longer has. */
export async function readHistory<T>(
  { tail, pages }: { readonly tail: Tail; readonly pages: LogPages },
  { after, cursors, decide, first }: HistoryOptions<T>,
): Promise<HistoryPage<T>> {
  const { epoch, oldest } = tail
  const head = tail.ring.head
  const entryAt = async (sequence: number): Promise<LogEntry> => {
    const held = tail.ring.get(sequence)
    if (held !== undefined) return held
    const page = await pages.holding(sequence)
    const entry = page[sequence - (page[0]?.sequence ?? 0)]
    if (entry === undefined) throw new ComityError('CURSOR_INVALID')
    return entry
  }
  let place: AlertPlace = after ?? { epoch, sequence: oldest - 1, mark: 0 }
  if (place.epoch !== epoch || place.sequence > head.sequence || place.sequence < oldest - 1) throw new ComityError('CURSOR_INVALID')
  if (after !== null && after.sequence >= oldest && (await entryAt(after.sequence)).mark !== after.mark)
    throw new ComityError('CURSOR_INVALID')
  const never = new AbortController().signal
  const items: { readonly cursor: string; readonly value: T }[] = []
  for (let looked = 0; looked < mostLookedAt && items.length < first && place.sequence < head.sequence; looked++) {
    const entry = await entryAt(place.sequence + 1)
    const value = entry.logged === null ? null : await decide(entry.logged, never)
    place = { epoch, sequence: entry.sequence, mark: entry.mark }
    if (value !== null) items.push({ cursor: cursors.seal(place), value })
  }
  return { items, endCursor: cursors.seal(place), hasNextPage: place.sequence < head.sequence }
}
