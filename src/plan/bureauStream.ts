import { type LinkCall, LinkFailure } from '../links/link.ts'
import type { Predicate } from '../model/predicate.ts'
import type { ViewRecord } from '../model/record.ts'
import type { SourceState, SourceStatus } from '../model/sourceStatus.ts'
import { type RowReader, readRow } from '../records/bureauSource.ts'
import { type Access, accessFor, type Stretch } from './nativeQuery.ts'
import type { Ordering, Position } from './position.ts'
import type { Select } from './selector.ts'

/** What one bureau is asked for. */
export interface StreamOptions {
  readonly reader: RowReader
  /** What of the caller's predicate is true of all that `select` keeps: what may be pushed down. */
  readonly where: Predicate | null
  readonly select: Select
  readonly ordering: Ordering
  /** Only records strictly after this position. */
  readonly start: Position | null
  /** How many records the page can take at most, one more than its size. */
  readonly most: number
  readonly call: LinkCall
}

/** A view with its place in the query's order. */
export interface Entry {
  readonly view: ViewRecord
  readonly position: Position
}

/** What is asked for in one step. */
export interface Step {
  /** Rows, at most; a bureau that cannot order gives all that it has. */
  readonly rows: number
  /** As far as records are wanted; null: as far as the rows reach. */
  readonly reach: Stretch['reach']
}

/** One bureau's views in the query's order, received step by step. A bureau that fails ends its stream; its status says so. */
export class BureauStream {
  readonly bureau: string
  /** Where this bureau's part began. */
  readonly start: Position | null
  /** Received so far, in order. */
  readonly entries: Entry[] = []
  readonly #options: StreamOptions
  readonly #started = Date.now()
  /** Keys of views read so far: a system that gives a record twice, in one page or over two that shifted, has one record all the same. */
  readonly #seen = new Set<string>()
  #access: Access
  #next: string | null = null
  #reached: Position | null = null
  #ended = false
  #asked = 0
  #scanned = 0
  #state: SourceState = 'OK'
  #finishedAt: number | null = null
  #retryAfterMs: number | null = null

  constructor(options: StreamOptions) {
    this.bureau = options.reader.source.profile.code
    this.start = options.start
    this.#options = options
    this.#access = this.#accessFrom(options.start, null)
  }

  /** Everything of this bureau up to here has been received; null: nothing is known yet. */
  get reached(): Position | null {
    return this.#reached
  }

  /** Whether there is nothing more to receive. */
  get ended(): boolean {
    return this.#ended
  }

  /** Whether it has answered or failed at least once. */
  get heard(): boolean {
    return this.#finishedAt !== null
  }

  /** Whether it could not finish: what it still holds is unknown. */
  get failed(): boolean {
    return this.#state !== 'OK' && this.#state !== 'PARTIAL'
  }

  /** How many steps it was asked for. */
  get asked(): number {
    return this.#asked
  }

  /** Receives more. One step at a time, and none after the end. */
  async ask(step: Step): Promise<void> {
    try {
      this.#aim(step)
      this.#asked++
      if (this.#access.ordered) this.entries.push(...(await this.#readPage(step.rows)))
      else this.entries.push(...(await this.#readEverything()))
    } catch (error) {
      if (!(error instanceof LinkFailure)) throw error
      this.#ended = true
      this.#state = error.state
      this.#retryAfterMs = error.retryAfterMs
    }
    this.#finishedAt = Date.now()
  }

  /** How the bureau did. */
  status(): SourceStatus {
    const finished = this.#finishedAt
    return {
      bureau: this.bureau,
      state: this.#state,
      asOf: finished === null || this.failed ? null : new Date(finished).toISOString(),
      latencyMs: finished === null ? null : finished - this.#started,
      retryAfterMs: this.#retryAfterMs,
    }
  }

  /** Chooses what the step reads: the next page of the same rows, or other rows where that brings fewer that nobody wants. */
  #aim({ reach }: Step): void {
    if (this.#asked === 0) {
      if (reach !== null) this.#access = this.#accessFrom(this.start, reach)
    } else if (this.#next === null) this.#access = this.#accessFrom(this.#reached ?? this.start, reach)
    else if (reach !== null && this.#access.reach === null && this.#reached !== null) {
      const nearer = this.#accessFrom(this.#reached, reach)
      if (nearer.reach === null) return
      this.#access = nearer
      this.#next = null
    }
  }

  #accessFrom(start: Position | null, reach: Stretch['reach']): Access {
    const { reader, where, ordering } = this.#options
    return accessFor(reader, where, ordering, { start, reach })
  }

  async #readEverything(): Promise<Entry[]> {
    const { most, reader, ordering } = this.#options
    const byPosition = (a: Entry, b: Entry) => ordering.compare(a.position, b.position, reader.mapping.keyOrder)
    let kept: Entry[] = []
    do {
      kept.push(...(await this.#readPage(reader.source.limits.pageRows)))
      if (kept.length > 4 * most) kept = kept.sort(byPosition).slice(0, most)
    } while (!this.#ended)
    return kept.sort(byPosition).slice(0, most)
  }

  async #readPage(rows: number): Promise<readonly Entry[]> {
    const { reader, call, ordering, start, select } = this.#options
    const { limits, link } = reader.source
    const page = await link.find({ ...this.#access.query, limit: Math.min(limits.pageRows, rows), page: this.#next }, call)
    this.#scanned += page.rows.length
    this.#next = page.next
    if (page.capped) this.#state = 'PARTIAL'
    const read = new Map<ViewRecord, Position>()
    for (const row of page.rows) {
      const view = readRow(reader, row)
      if (view === null || this.#seen.has(view.ref.key)) continue
      this.#seen.add(view.ref.key)
      const position = ordering.positionOf(view)
      if (start !== null && ordering.compare(position, start, reader.mapping.keyOrder) <= 0) continue
      read.set(view, position)
      // What the caller's predicate does not select counts too.
      if (this.#access.ordered) this.#advance(position)
    }
    const selected = await select([...read.keys()])
    this.#conclude(page.capped)
    return selected.map((view) => ({ view, position: read.get(view) ?? ordering.positionOf(view) }))
  }

  /** What a page was the end of. */
  #conclude(capped: boolean): void {
    const { ordering, reader } = this.#options
    const isMore = this.#next !== null
    if (isMore && this.#scanned < reader.source.limits.scanRows) return
    // A stretch that was read to its end says nothing of what lies behind it.
    if (!isMore && this.#access.reach !== null && !capped) return this.#advance(ordering.after(this.#access.reach))
    this.#ended = true
    if (isMore) this.#state = 'PARTIAL'
  }

  #advance(position: Position): void {
    const { ordering, reader } = this.#options
    const isFurther = this.#reached === null || ordering.compare(position, this.#reached, reader.mapping.keyOrder) > 0
    if (isFurther) this.#reached = position
  }
}
