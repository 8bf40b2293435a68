import { type LinkCall, LinkFailure } from '../links/link.ts'
import type { Predicate } from '../model/predicate.ts'
import type { ViewRecord } from '../model/record.ts'
import type { SourceState, SourceStatus } from '../model/sourceStatus.ts'
import { type RowReader, readRow } from '../records/bureauSource.ts'
import { KeptPart } from './keptPart.ts'
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
  /** The query as text: what is kept of an answer to it stands in for no other. */
  readonly question: string
  readonly call: LinkCall
}

/** A view with its place in the query's order. */
export interface Entry {
  readonly view: ViewRecord
  readonly position: Position
}

/** What is asked for in one step. */
export interface Step {
  /** Records wanted at most. */
  readonly records: number
  /** As far as they are wanted, as a value of the only sort key; null: as far as the number reaches. */
  readonly reach: Stretch['reach']
  /** Rows asked for at first where the bureau's system cannot be told how far they are wanted. */
  readonly blindly: number
}

/**
 * One bureau's views in the query's order, given out step by step. What a step gives is a function of the views alone: how many rows had to be read for it, withheld ones among
 * them, changes nothing that others could notice, such as what other bureaus are asked. A bureau that fails ends its stream; its status says so.
 */
export class BureauStream {
  readonly bureau: string
  /** Where this bureau's part began. */
  readonly start: Position | null
  /** Given out so far, in order. */
  readonly entries: Entry[] = []
  readonly #options: StreamOptions
  readonly #started = Date.now()
  /** Keys of views read so far: a system that gives a record twice, in one page or over two that shifted, has one record all the same. */
  readonly #seen = new Set<string>()
  /** Read, and not given out yet. */
  #held: Entry[] = []
  readonly #kept: KeptPart
  #access: Access
  #next: string | null = null
  /** Everything up to here was read. */
  #read: Position | null = null
  /** Whether nothing more can be read. */
  #drained = false
  #reached: Position | null = null
  #asked = 0
  #calls = 0
  #scanned = 0
  #state: SourceState = 'OK'
  #finishedAt: number | null = null
  #retryAfterMs: number | null = null
  #staleAsOf: string | null = null

  constructor(options: StreamOptions) {
    this.bureau = options.reader.source.profile.code
    this.start = options.start
    this.#options = options
    this.#kept = new KeptPart(options)
    this.#access = this.#accessFrom(options.start, null)
  }

  /** Everything of this bureau up to here was given out; null: nothing is known yet. */
  get reached(): Position | null {
    return this.#reached
  }

  /** Whether there is nothing more to give. */
  get ended(): boolean {
    return this.#drained && this.#held.length === 0
  }

  /** Whether it has answered or failed at least once. */
  get heard(): boolean {
    return this.#finishedAt !== null
  }

  /** Whether it could not finish: what it still holds is unknown, also where kept records stand in. */
  get failed(): boolean {
    return this.#state !== 'OK' && this.#state !== 'PARTIAL'
  }

  /** How many steps it was asked for. */
  get asked(): number {
    return this.#asked
  }

  /** Gives out more. One step at a time, and none after the end. */
  async ask({ records, reach, blindly }: Step): Promise<void> {
    const had = this.entries.length
    const goal = had + records
    const limit = reach === null ? null : this.#options.ordering.after(reach)
    this.#asked++
    try {
      for (let calls = 0; !this.#give(goal, limit); calls++) {
        if (this.#access.ordered) await this.#readMore({ records, reach, blindly }, calls)
        else await this.#readEverything()
      }
      const given = this.entries.slice(had).map(({ view }) => view)
      this.#kept.keep(given, this.#started)
    } catch (error) {
      if (!(error instanceof LinkFailure)) throw error
      await this.#fail(error)
    }
    this.#finishedAt = Date.now()
  }

  async #fail(failure: LinkFailure): Promise<void> {
    this.#held = []
    this.#drained = true
    this.#retryAfterMs = failure.retryAfterMs
    // Once something of today's answer has arrived, an older one would contradict it.
    const kept = this.#calls > 1 ? null : await this.#kept.standIn(failure)
    for (const view of kept?.views ?? []) this.entries.push({ view, position: this.#options.ordering.positionOf(view) })
    this.#state = kept === null ? failure.state : 'STALE'
    this.#staleAsOf = kept?.asOf ?? null
  }

  /** How the bureau did. */
  status(): SourceStatus {
    const finished = this.#finishedAt
    return {
      bureau: this.bureau,
      state: this.#state,
      asOf: this.#staleAsOf ?? (finished === null || this.failed ? null : new Date(finished).toISOString()),
      latencyMs: finished === null ? null : finished - this.#started,
      retryAfterMs: this.#retryAfterMs,
    }
  }

  /** Gives out what was read, until there are `goal` entries or all up to `limit`. Tells whether that is so, or nothing more can be read. */
  #give(goal: number, limit: Position | null): boolean {
    while (this.entries.length < goal) {
      const [entry] = this.#held
      if (entry === undefined || (limit !== null && this.#compare(entry.position, limit) > 0)) break
      this.entries.push(entry)
      this.#held.shift()
    }
    const isFull = this.entries.length >= goal
    const isPast = limit !== null && (this.#held.length > 0 || (this.#read !== null && this.#compare(this.#read, limit) >= 0))
    if (isFull) this.#reached = this.entries.at(-1)?.position ?? null
    else if (isPast) this.#reached = limit
    return isFull || isPast || this.ended
  }

  /** Twice as many rows each time: most bureaus give only their share of a page, and others withhold most of what they hold. */
  async #readMore({ records, reach, blindly }: Step, calls: number): Promise<void> {
    this.#aim(reach)
    const wanted = reach !== null && this.#access.reach === null ? blindly : records
    this.#held.push(...(await this.#readPage(calls === 0 ? wanted : Math.max(records, 4) * 2 ** Math.min(calls, 10))))
  }

  async #readEverything(): Promise<void> {
    const { most, reader } = this.#options
    const byPosition = (a: Entry, b: Entry) => this.#compare(a.position, b.position)
    let kept: Entry[] = []
    do {
      kept.push(...(await this.#readPage(reader.source.limits.pageRows)))
      if (kept.length > 4 * most) kept = kept.sort(byPosition).slice(0, most)
    } while (!this.#drained)
    this.#held = kept.sort(byPosition).slice(0, most)
  }

  /** Chooses what is read next: the next page of the same rows, or other rows where that brings fewer that nobody wants. */
  #aim(reach: Stretch['reach']): void {
    if (this.#calls === 0) {
      if (reach !== null) this.#access = this.#accessFrom(this.start, reach)
    } else if (this.#next === null) this.#access = this.#accessFrom(this.#read ?? this.start, reach)
    else if (reach !== null && this.#access.reach === null && this.#read !== null) {
      const nearer = this.#accessFrom(this.#read, reach)
      if (nearer.reach === null) return
      this.#access = nearer
      this.#next = null
    }
  }

  #accessFrom(start: Position | null, reach: Stretch['reach']): Access {
    const { reader, where, ordering } = this.#options
    return accessFor(reader, where, ordering, { start, reach })
  }

  async #readPage(rows: number): Promise<readonly Entry[]> {
    const { reader, call, ordering, start, select } = this.#options
    const { limits, link } = reader.source
    this.#calls++
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
      if (start !== null && this.#compare(position, start) <= 0) continue
      read.set(view, position)
      this.#kept.note(view, row)
      // What the caller's predicate does not select counts too.
      if (this.#access.ordered) this.#advance(position)
    }
    const selected = await select([...read.keys()])
    this.#conclude(page.capped)
    return selected.map((view) => ({ view, position: read.get(view) ?? ordering.positionOf(view) }))
  }

  /** What a page was the end of. */
  #conclude(capped: boolean): void {
    const isMore = this.#next !== null
    if (isMore && this.#scanned < this.#options.reader.source.limits.scanRows) return
    // A stretch that was read to its end says nothing of what lies behind it.
    if (!isMore && this.#access.reach !== null && !capped) {
      this.#advance(this.#options.ordering.after(this.#access.reach))
      return
    }
    this.#drained = true
    if (isMore) this.#state = 'PARTIAL'
  }

  #advance(position: Position): void {
    if (this.#read === null || this.#compare(position, this.#read) > 0) this.#read = position
  }

  #compare(a: Position, b: Position): number {
    return this.#options.ordering.compare(a, b, this.#options.reader.mapping.keyOrder)
  }
}
