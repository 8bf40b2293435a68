import type { ViewRecord } from '../model/record.ts'
import type { BureauStream } from './bureauStream.ts'
import type { CursorState } from './cursor.ts'
import type { Line } from './pace.ts'
import type { KeyOrder, Ordering, Position } from './position.ts'

/** One record of a merged page. */
export interface MergedRecord {
  readonly view: ViewRecord
  /** It belongs before records that were handed out already: its bureau had been silent. */
  readonly late: boolean
}

/** A merged page. */
export interface MergedPage {
  /** In the direction in which the pages are read. */
  readonly records: readonly MergedRecord[]
  /** Whether another page follows in that direction. */
  readonly goesOn: boolean
  /** Where a page that ended after the first `count` records would go on. */
  stateAfter(count: number): CursorState
}

/** What a bureau gave for a page. */
export type Given = Pick<BureauStream, 'bureau' | 'start' | 'entries' | 'failed' | 'heard'>

/** What the records of a page are merged by. */
export interface MergeOptions {
  readonly ordering: Ordering
  readonly keyOrderOf: (bureau: string) => KeyOrder
  readonly line: Line
  readonly watermark: Position | null
  readonly size: number
}

/**
 * Merges what the bureaus have given in the query's order, `size` records at most. A bureau that failed, or has not answered yet, is frozen where it stands: the cursor
 * remembers it, and when it answers again its earlier records come first.
 */
export function mergePage(streams: readonly Given[], { ordering, keyOrderOf, line, watermark, size }: MergeOptions): MergedPage {
  const compare = (a: Position, b: Position) => ordering.compare(a, b, keyOrderOf(a.bureau))
  const isPast = (position: Position, mark: Position | null) => mark !== null && compare(position, mark) <= 0
  const known = streams.flatMap((stream) => stream.entries).sort((a, b) => compare(a.position, b.position))
  const page = known.slice(0, size)
  const isLate = ({ position }: { readonly position: Position }) => isPast(position, watermark)
  const places = Map.groupBy(page.keys(), (at) => page[at]?.view.ref.bureau ?? '')

  function stateAfter(count: number): CursorState {
    const handed = page.slice(0, count)
    const furthest = handed.at(-1)?.position ?? null
    const reached = furthest === null || (watermark !== null && compare(watermark, furthest) > 0) ? watermark : furthest
    const behind = new Map<string, Position | null>()
    for (const stream of streams) {
      const taken = (places.get(stream.bureau) ?? []).filter((at) => at < count).length
      const last = stream.entries[taken - 1]
      const next = stream.entries[taken]
      const owes = next !== undefined && isPast(next.position, reached)
      if (stream.failed || !stream.heard || owes) behind.set(stream.bureau, last?.position ?? stream.start)
    }
    return {
      from: ordering.from,
      at: furthest,
      watermark: reached,
      behind,
      pace: line.paceOf(handed.filter((one) => !isLate(one)).map(({ position }) => position)),
    }
  }

  const goesOn = known.length > size || stateAfter(page.length).behind.size > 0
  return { records: page.map((one) => ({ view: one.view, late: isLate(one) })), goesOn, stateAfter }
}
