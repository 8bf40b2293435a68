import type { ViewRecord } from '../model/record.ts'
import type { BureauStream } from './bureauStream.ts'
import type { CursorState } from './cursor.ts'
import type { KeyOrder, Ordering, Position } from './position.ts'

/** A merged page. */
export interface MergedPage {
  readonly views: readonly ViewRecord[]
  readonly hasNextPage: boolean
  /** Where a page that ended after the first `count` views would go on. */
  stateAfter(count: number): CursorState
}

/**
 * Merges the bureaus' streams in the query's order, `first` records at most. A bureau that failed is frozen where it stands: the cursor
 * remembers it, and when it answers again its earlier records come first.
 */
export async function mergePage(
  streams: readonly BureauStream[],
  watermark: Position | null,
  ordering: Ordering,
  keyOrderOf: (bureau: string) => KeyOrder,
  first: number,
): Promise<MergedPage> {
  const views: ViewRecord[] = []
  const heads = await Promise.all(streams.map((stream) => stream.peek()))
  const compare = (a: Position, b: Position) => ordering.compare(a, b, keyOrderOf(a.bureau))
  while (views.length < first) {
    let least = -1
    for (let i = 0; i < heads.length; i++) {
      const head = heads[i]
      const best = heads[least]
      if (!head || (best && compare(ordering.positionOf(head), ordering.positionOf(best)) >= 0)) continue
      least = i
    }
    const stream = streams[least]
    const view = heads[least]
    if (stream === undefined || !view) break
    views.push(view)
    stream.take()
    heads[least] = await stream.peek()
  }
  const positions = views.map((view) => ordering.positionOf(view))
  const further = (a: Position | null, b: Position) => (a === null || compare(a, b) < 0 ? b : a)

  function stateAfter(count: number): CursorState {
    const reached = positions.slice(0, count).reduce(further, watermark)
    const behind = new Map<string, Position | null>()
    for (const [i, stream] of streams.entries()) {
      const own = positions.findLast((position, at) => at < count && position.bureau === stream.bureau) ?? stream.start
      const later = positions.find((position, at) => at >= count && position.bureau === stream.bureau)
      const head = heads[i]
      const next = later ?? (head ? ordering.positionOf(head) : null)
      const owes = next !== null && reached !== null && compare(next, reached) <= 0
      if (stream.failed || owes) behind.set(stream.bureau, own)
    }
    return { watermark: reached, behind }
  }

  return { views, hasNextPage: heads.some((head) => head !== null) || stateAfter(views.length).behind.size > 0, stateAfter }
}
