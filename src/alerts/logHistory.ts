import { ComityError } from '../model/errors.ts'
import type { AlertPlace, BoundAlertCursors } from './alertCursors.ts'
import type { LogEntry } from './changeLog.ts'
import type { Decide } from './changeStream.ts'
import { entryAtSequence, type LogPages } from './logPages.ts'
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

/** What the past is read from. */
export interface HistoryGround {
  readonly tail: Tail
  readonly pages: LogPages
}

/** Changes looked at for one page: how many are withheld must not decide how long it takes. */
const mostLookedAt = 2000

/** Reads on in the log until the page is full, enough was looked at, or the end of now is reached. Throws CURSOR_INVALID for a place that the log no longer has. */
export async function readHistory<T>(
  { tail, pages }: HistoryGround,
  { after, cursors, decide, first }: HistoryOptions<T>,
): Promise<HistoryPage<T>> {
  const { epoch, oldest } = tail
  const head = tail.ring.head
  let place: AlertPlace = after ?? { epoch, sequence: oldest - 1, mark: 0 }
  if (place.epoch !== epoch || place.sequence > head.sequence || place.sequence < oldest - 1) throw new ComityError('CURSOR_INVALID')
  if (after !== null && after.sequence >= oldest && (await entryAt(after.sequence, { tail, pages })).mark !== after.mark)
    throw new ComityError('CURSOR_INVALID')
  const never = new AbortController().signal
  const items: { readonly cursor: string; readonly value: T }[] = []
  for (let looked = 0; looked < mostLookedAt && items.length < first && place.sequence < head.sequence; looked++) {
    const entry = await entryAt(place.sequence + 1, { tail, pages })
    const value = entry.logged === null ? null : await decide(entry.logged, never)
    place = { epoch, sequence: entry.sequence, mark: entry.mark }
    if (value !== null) items.push({ cursor: cursors.sealDelivered(place), value })
  }
  return { items, endCursor: cursors.seal(place), hasNextPage: place.sequence < head.sequence }
}

/** The last place before all that was logged at or after an instant, by halving: entries come in the order of their instants, but for clocks that differ between nodes by less than a minute. */
export async function placeBefore(instant: number, ground: HistoryGround): Promise<AlertPlace> {
  const { epoch, oldest, ring } = ground.tail
  const { head } = ring
  if (head.sequence < oldest) return { epoch, ...head }
  const isBefore = async (sequence: number) =>
    Date.parse((await entryAt(sequence, ground)).logged?.loggedAt ?? '') < instant - clockDifferenceMs
  if (oldest === 1 && !(await isBefore(1))) return { epoch, sequence: 0, mark: 0 }
  let [low, high] = [oldest, head.sequence]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (await isBefore(middle)) low = middle
    else high = middle - 1
  }
  const { sequence, mark } = await entryAt(low, ground)
  return { epoch, sequence, mark }
}

const clockDifferenceMs = 60_000

/** Throws CURSOR_INVALID for a place that the log no longer has. */
async function entryAt(sequence: number, { tail, pages }: HistoryGround): Promise<LogEntry> {
  const held = tail.ring.get(sequence)
  if (held !== undefined) return held
  const entry = entryAtSequence(await pages.holding(sequence), sequence)
  if (entry === undefined) throw new ComityError('CURSOR_INVALID')
  return entry
}
