import { systemClock } from '../links/clock.ts'
import type { BureauStream, Step } from './bureauStream.ts'
import type { Line, Span } from './pace.ts'
import type { KeyOrder, Ordering, Position, SortValue } from './position.ts'

/** What is wanted of the bureaus for a page. */
export interface Wanted {
  readonly ordering: Ordering
  readonly keyOrderOf: (bureau: string) => KeyOrder
  /** The furthest position that earlier pages handed out. */
  readonly watermark: Position | null
  /** How many of the first records are wanted. */
  readonly need: number
  /** Where positions lie. */
  readonly line: Line
  /** Where they probably lie. */
  readonly span: Span
}

/** What a page needs to know. */
export interface GatherOptions extends Wanted {
  /** Epoch milliseconds by which all is over. */
  readonly deadline: number
}

/** Records asked for at first, all bureaus together, for each one that is wanted. */
const generosity = 2
/** Records that are asked for at first in any case, all bureaus together and up to eight of each: they cost less than a second round. */
const handful = 200
const handfulOfEach = 8
/** The share of the bureaus whose answers are waited for before any of them is asked for more. */
const quorum = 0.75
/** The share of the time left after which slower bureaus are no longer waited for. */
const patience = 0.25

/**
 * Receives, from all bureaus at once, the first `need` records and proof that they are the first: little from each to begin with, and more from those that ran dry before
 * the records that are known by then. A bureau that hangs holds up nobody but itself.
 */
export async function gather(streams: readonly BureauStream[], options: GatherOptions): Promise<void> {
  const { need, span } = options
  const front = new Front(options)
  const pending = new Set<BureauStream>()
  /** Those that may have more for the page. Who is settled stays so: others only bring its end nearer. */
  const open = new Set(streams)
  let wake = Promise.withResolvers<void>()
  const late = Promise.withResolvers<void>()
  let isLate = false

  function ask(stream: BureauStream, step: Step): void {
    const had = stream.entries.length
    pending.add(stream)
    stream.ask(step).then(
      () => {
        pending.delete(stream)
        for (const { position } of stream.entries.slice(had)) front.add(position)
        wake.resolve()
      },
      // A fault of ours, and no failure of the bureau's.
      (fault: unknown) => wake.reject(fault),
    )
  }

  /** Waits until somebody is heard, or until it is time not to wait for the slower ones. */
  async function next(): Promise<void> {
    await (isLate ? wake.promise : Promise.race([wake.promise, late.promise]))
    wake = Promise.withResolvers<void>()
  }

  /** Whether all that was asked for has come, or those who have still to answer will hardly make up for what is missing. */
  function isStuck(): boolean {
    const heard = streams.length - pending.size
    if (open.isSubsetOf(pending) || [...pending].some((stream) => stream.heard)) return false
    return isLate || (front.size / heard) * streams.length < need
  }

  const share = shareOf(need, streams.length)
  for (const stream of streams) ask(stream, firstStep(share, span.reachOf(stream.bureau)))
  const cancel = systemClock.after(patience * (options.deadline - Date.now()), () => {
    isLate = true
    late.resolve()
  })
  try {
    while (pending.size > (1 - quorum) * streams.length && !isLate) await next()
    for (;;) {
      for (const stream of open.difference(pending)) {
        if (front.settles(stream)) open.delete(stream)
        else {
          const step = front.nextStep(stream, share)
          if (step !== null) ask(stream, step)
        }
      }
      if (isStuck()) span.widen()
      else if (pending.size === 0) return
      else await next()
    }
  } finally {
    cancel()
  }
}

/** How many records each bureau is asked for at first. */
export function shareOf(need: number, bureaus: number): number {
  if (bureaus === 1) return Math.max(need, handfulOfEach)
  const few = Math.min(handfulOfEach, Math.floor(handful / bureaus))
  return Math.max(1, few, Math.floor((generosity * need) / bureaus))
}

/** What a bureau is asked for at first. */
export function firstStep(share: number, reach: SortValue): Step {
  return { records: reach === null ? share : Math.max(3, generosity * share), reach, blindly: share }
}

/** The first `need` positions that are known so far. */
export class Front {
  readonly #options: Wanted
  readonly #positions: Position[] = []
  /** For the bureaus that come behind the end on its day; kept as long as the end stays where it is. */
  #behind: { readonly end: Position; readonly needed: Position } | null = null

  constructor(options: Wanted) {
    this.#options = options
  }

  add(position: Position): void {
    let low = 0
    let high = this.#positions.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#compare(this.#positions[middle] as Position, position) > 0) high = middle
      else low = middle + 1
    }
    if (low >= this.#options.need) return
    this.#positions.splice(low, 0, position)
    if (this.#positions.length > this.#options.need) this.#positions.pop()
  }

  /** How many there are. */
  get size(): number {
    return this.#positions.length
  }

  /** The last of them; null while there are fewer. */
  get end(): Position | null {
    return this.#positions[this.#options.need - 1] ?? null
  }

  /**
   * Whether a bureau has no further record among them, as far as is known of it. Of one that stands before the watermark it must be known too whether it has another record there: the
   * next page begins with it.
   */
  settles(stream: BureauStream): boolean {
    const { watermark } = this.#options
    const { start, reached, entries, ended } = stream
    if (ended) return true
    if (!this.#isKnown(stream)) return false
    const isPast = (position: Position | null) => watermark === null || (position !== null && this.#compare(position, watermark) >= 0)
    const last = entries.at(-1)?.position
    return isPast(start) || isPast(reached) || (last !== undefined && this.end !== null && this.#compare(last, this.end) >= 0)
  }

  /**
   * What a bureau is asked for that has not given all it must, more each time; null when it is not asked: it has given its part, or all that it has in the span, and others have more there.
   */
  nextStep(stream: BureauStream, share: number): Step | null {
    if (this.settles(stream)) return null
    const { need, ordering, span } = this.#options
    const records = Math.min(need, Math.max(4, share) * 4 ** Math.max(0, stream.asked - 1))
    if (this.end !== null) return { records, reach: this.#reachFor(stream, this.end), blindly: records }
    const reach = span.reachOf(stream.bureau)
    const isGiven = reach !== null && stream.reached !== null && this.#compare(stream.reached, ordering.after(reach)) >= 0
    return isGiven ? null : { records, reach, blindly: records }
  }

  /** As far as a bureau is asked for more, as a value of the only sort key; null: as far as it takes. */
  #reachFor(stream: BureauStream, end: Position): SortValue {
    if (end.values.length > 1 || this.#isKnown(stream)) return null
    return this.#neededOf(end, stream.bureau).values[0] ?? null
  }

  /** Whether a bureau is known as far as its records can be among them. */
  #isKnown({ reached, bureau }: BureauStream): boolean {
    const { end } = this
    return reached !== null && end !== null && this.#compare(reached, this.#neededOf(end, bureau)) >= 0
  }

  /** How far a bureau must be known, so that none of its records can come before the end. */
  #neededOf(end: Position, bureau: string): Position {
    const { line } = this.#options
    if (!line.isBehind(bureau, end)) return end
    if (this.#behind?.end !== end) this.#behind = { end, needed: line.dayBefore(end) }
    return this.#behind.needed
  }

  #compare(a: Position, b: Position): number {
    return this.#options.ordering.compare(a, b, this.#options.keyOrderOf(a.bureau))
  }
}
