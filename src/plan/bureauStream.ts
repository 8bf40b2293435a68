import { type LinkCall, LinkFailure } from '../links/link.ts'
import type { Predicate } from '../model/predicate.ts'
import type { ViewRecord } from '../model/record.ts'
import type { SourceState, SourceStatus } from '../model/sourceStatus.ts'
import { type RowReader, readRow } from '../records/bureauSource.ts'
import { type Access, accessFor } from './nativeQuery.ts'
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
  /** How many records the page is likely to take from this bureau. */
  readonly expected: number
  /** How many records the page can take at most, one more than its size. */
  readonly most: number
  readonly call: LinkCall
}

/** One bureau's views in the query's order, read as they are needed. A bureau that fails ends its stream; its status says so. */
export class BureauStream {
  readonly bureau: string
  /** Where this bureau's part began. */
  readonly start: Position | null
  readonly #options: StreamOptions
  readonly #access: Access
  readonly #started = Date.now()
  /** Keys of views read so far: a system that gives a record twice, in one page or over two that shifted, has one record all the same. */
  readonly #seen = new Set<string>()
  #buffer: ViewRecord[] = []
  #next: string | null = null
  #exhausted = false
  #asked = 0
  #scanned = 0
  #state: SourceState = 'OK'
  #finishedAt: number | null = null
  #retryAfterMs: number | null = null

  constructor(options: StreamOptions) {
    this.bureau = options.reader.source.profile.code
    this.start = options.start
    this.#options = options
    this.#access = accessFor(options.reader, options.where, options.ordering, options.start)
  }

  /** The first view not taken yet, or null when there is none, or none that can be reached. */
  async peek(): Promise<ViewRecord | null> {
    while (this.#buffer.length === 0 && !this.#exhausted) await this.#fill()
    return this.#buffer[0] ?? null
  }

  /** Takes the view that `peek` showed. */
  take(): void {
    this.#buffer.shift()
  }

  /** Whether it could not finish: what it still holds is unknown. */
  get failed(): boolean {
    return this.#state !== 'OK' && this.#state !== 'PARTIAL'
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

  async #fill(): Promise<void> {
    try {
      if (this.#access.ordered) this.#buffer = await this.#readPage(this.#limit())
      else await this.#readEverything()
    } catch (error) {
      if (!(error instanceof LinkFailure)) throw error
      this.#exhausted = true
      this.#buffer = []
      this.#state = error.state
      this.#retryAfterMs = error.retryAfterMs
    }
    this.#finishedAt = Date.now()
  }

  /** Few rows first, then twice as many each time: most bureaus give only their share of a page. */
  #limit(): number {
    const { reader, expected } = this.#options
    return Math.min(reader.source.limits.pageRows, Math.max(8, expected) * 2 ** Math.min(this.#asked, 10))
  }

  async #readEverything(): Promise<void> {
    const { ordering, most, reader } = this.#options
    const byPosition = (a: ViewRecord, b: ViewRecord) =>
      ordering.compare(ordering.positionOf(a), ordering.positionOf(b), reader.mapping.keyOrder)
    let kept: ViewRecord[] = []
    while (!this.#exhausted) {
      kept.push(...(await this.#readPage(reader.source.limits.pageRows)))
      if (kept.length > 4 * most) kept = kept.sort(byPosition).slice(0, most)
    }
    this.#buffer = kept.sort(byPosition).slice(0, most)
  }

  async #readPage(limit: number): Promise<ViewRecord[]> {
    const { reader, call, ordering, start } = this.#options
    const page = await reader.source.link.find({ ...this.#access.query, limit, page: this.#next }, call)
    this.#asked++
    this.#scanned += page.rows.length
    this.#next = page.next
    this.#exhausted = page.next === null
    if (page.capped) this.#state = 'PARTIAL'
    if (!this.#exhausted && this.#scanned >= reader.source.limits.scanRows) {
      this.#exhausted = true
      this.#state = 'PARTIAL'
    }
    const views: ViewRecord[] = []
    for (const row of page.rows) {
      const view = readRow(reader, row)
      if (view === null || this.#seen.has(view.ref.key)) continue
      this.#seen.add(view.ref.key)
      if (start !== null && ordering.compare(ordering.positionOf(view), start, reader.mapping.keyOrder) <= 0) continue
      views.push(view)
    }
    return [...(await this.#options.select(views))]
  }
}
