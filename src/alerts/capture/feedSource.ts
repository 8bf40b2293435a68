import { randomBytes } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import type { NativePage, NativePredicate, NativeQuery, NativeRead, NativeRow } from '../../connectors/connector.ts'
import type { NativeCapture, NativeChanges } from '../../connectors/nativeChange.ts'
import type { Link, LinkCall } from '../../links/link.ts'
import type { TypeMapping } from '../../mapping/typeMapping.ts'
import type { Limits } from '../../model/bureau.ts'
import type { RecordSketch } from '../../model/change.ts'
import type { CanonicalRecord } from '../../model/record.ts'
import { conjunction } from '../../records/bureauSource.ts'
import { Places } from './places.ts'
import type { RecordVersions } from './recordVersions.ts'

/** A record as it was read just now. */
export interface SeenRecord {
  readonly key: string
  readonly version: string
  /** What is kept of its state; null: nothing. */
  readonly sketch: RecordSketch | null
  /** The value of the field asked for, where it is a text. */
  readonly changedAt: string | null
}

/** Most rows read at once, however many the bureau allows: mapping them must not hold up questions. */
const mostRows = 100

/** Writes down what is kept of a record's state, as the policy in force wants it. */
export type SketchOf = (record: CanonicalRecord) => RecordSketch | null

/** What is read from. */
export interface FeedSourceOptions {
  readonly link: Link
  readonly limits: Limits
  readonly mapping: TypeMapping
  readonly versions: RecordVersions
  readonly sketchOf: SketchOf
  /** Calls of all feeds of the bureau at once: few, so that questions find places. Default: one of this feed. */
  readonly calls?: Places
}

/** One type of one bureau, read for its changes: rows become versions and sketches at once and are not kept. Every failure is a `LinkFailure`. */
export class FeedSource {
  readonly #link: Link
  readonly #limits: Limits
  readonly #mapping: TypeMapping
  readonly #versions: RecordVersions
  readonly #sketchOf: SketchOf
  readonly #calls: Places
  readonly #read: NativeRead
  readonly #stop = new AbortController()

  constructor({ link, limits, mapping, versions, sketchOf, calls = new Places(1) }: FeedSourceOptions) {
    this.#link = link
    this.#limits = limits
    this.#mapping = mapping
    this.#versions = versions
    this.#sketchOf = sketchOf
    this.#calls = calls
    this.#read = { source: mapping.source, key: mapping.key, keyOrder: mapping.keyOrder, ...mapping.reads() }
  }

  /** Gives up whatever is being read, for good. */
  close(): void {
    this.#stop.abort()
  }

  /** As `Connector.changes`. */
  changes(how: NativeCapture, since: string | null, limit: number): Promise<NativeChanges> {
    return this.#calls.take(() => this.#link.changes({ read: this.#read, how, since, limit }, this.#call()))
  }

  /** Records by key, as they are now; those that are not there, or do not map, are absent. */
  async get(keys: readonly string[]): Promise<ReadonlyMap<string, SeenRecord>> {
    const found = new Map<string, SeenRecord>()
    for (let start = 0; start < keys.length; start += this.#pageRows) {
      const part = keys.slice(start, start + this.#pageRows)
      const rows = await this.#calls.take(() => this.#link.get({ ...this.#read, keys: part }, this.#call()))
      for (const record of this.#seen([...rows.values()], null)) found.set(record.key, record)
    }
    return found
  }

  /**
   * Records page by page: all, or those whose date-time field `by` says `from` or later, as far as the system can be asked for them; there may be more than that.
   */
  async *pages(by: string | null, from: string | null): AsyncGenerator<readonly SeenRecord[]> {
    const filters = this.#link.capabilities(this.#mapping.source)
    const since =
      by === null || from === null
        ? null
        : this.#mapping.toNative({ kind: 'compare', field: by, op: 'gte', value: from }, (path, op, child) =>
            child === undefined ? filters.filters(path, op) : false,
          )
    const { orderBy, after } = this.#start(by, from)
    const where = conjunction([this.#restriction(), since])
    let page: string | null = null
    do {
      const query: NativeQuery = { ...this.#read, where, orderBy, after, limit: this.#pageRows, page }
      const found: NativePage = await this.#calls.take(() => this.#link.find(query, this.#call()))
      yield this.#seen(found.rows, by)
      page = found.next
      // Whoever asks meanwhile comes first.
      if (page !== null) await turn()
    } while (page !== null)
  }

  get #pageRows(): number {
    return Math.min(this.#limits.pageRows, mostRows)
  }

  /** Where the order by the field starts: a condition on a moment is often only sure to the day, a place in the order is exact. */
  #start(by: string | null, from: string | null): Pick<NativeQuery, 'orderBy' | 'after'> {
    const path = by === null ? null : this.#mapping.orderPath(by)
    const isOrdered = path !== null && this.#link.capabilities(this.#mapping.source).orders(path, 'ASC')
    if (by === null || !isOrdered) return { orderBy: null, after: null }
    const value = from === null ? null : this.#mapping.orderValue(by, from)
    return { orderBy: { path, direction: 'ASC' }, after: value === null ? null : { value, key: '' } }
  }

  #restriction(): NativePredicate | null {
    const { restriction, source } = this.#mapping
    if (restriction === null) return null
    const { filters } = this.#link.capabilities(source)
    const terms = restriction.kind === 'and' ? restriction.terms : [restriction]
    return conjunction(terms.filter((term) => term.kind === 'compare' && term.child === undefined && filters(term.path, term.op)))
  }

  #seen(rows: readonly NativeRow[], by: string | null): readonly SeenRecord[] {
    return rows.flatMap((row) => {
      const { record } = this.#mapping.toCanonical(row)
      return record === null ? [] : [this.#versioned(record, by)]
    })
  }

  #versioned(record: CanonicalRecord, by: string | null): SeenRecord {
    const { ref, values } = record
    const changedAt = by === null ? null : values[by]
    return {
      key: ref.key,
      version: this.#versions.of(ref.type, ref.key, values),
      sketch: this.#sketchOf(record),
      changedAt: typeof changedAt === 'string' ? changedAt : null,
    }
  }

  #call(): LinkCall {
    return { signal: this.#stop.signal, deadline: Date.now() + this.#limits.deadlineMs, traceId: randomBytes(16).toString('hex') }
  }
}
