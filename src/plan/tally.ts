import { levelOf } from '../disclosure/policy.ts'
import { LinkFailure } from '../links/link.ts'
import type { FieldType } from '../model/catalogue.ts'
import { compareText } from '../model/order.ts'
import type { RecordQuery } from '../model/predicate.ts'
import { type CanonicalValue, type FieldLevel, ownerOf, type ViewRecord } from '../model/record.ts'
import type { SourceState } from '../model/sourceStatus.ts'
import { readRow } from '../records/bureauSource.ts'
import { accessFor } from './nativeQuery.ts'
import { type Part, partsOf, type ReadContext } from './parts.ts'
import { Ordering } from './position.ts'

/** How the records of a view divide by one field. */
export interface FacetCount {
  readonly field: string
  /** Values that are shown in full, most frequent first. A record with several values counts once in each. */
  readonly buckets: readonly { readonly value: string; readonly count: number }[]
  /** Records on which the field is below full, by level, whether or not its owner holds a value. */
  readonly below: readonly { readonly level: FieldLevel; readonly count: number }[]
  /** Records on which it is full, and its owner holds no value. */
  readonly unknown: number
}

/** What a question comes to over the whole view. */
export interface Tally {
  readonly total: number
  /** By field. */
  readonly facets: ReadonlyMap<string, FacetCount>
}

/**
 * Counts all records that a query finds, in one reading of every bureau, and divides them by these fields. Null when the numbers would not be exact: a
 * bureau, or one that a filter looks into, was silent or a bound was reached.
 */
export async function readTally(query: RecordQuery, facets: readonly string[], context: ReadContext): Promise<Tally | null> {
  const type = context.catalogue.types.get(query.type)
  if (type === undefined) throw new TypeError(`no record type ${query.type}`)
  let exact = true
  const noting: ReadContext = {
    ...context,
    onStatus: (bureau, state, ...rest) => {
      if (state !== 'OK') exact = false
      context.onStatus(bureau, state, ...rest)
    },
  }
  const counters = facets.map((field) => new FacetCounter(field, type.fields.get(field)))
  let total = 0
  const count = (views: readonly ViewRecord[]) => {
    total += views.length
    for (const counter of counters) for (const view of views) counter.add(view)
  }
  const fields = new Set(facets.filter((field) => type.fields.has(field)))
  const ordering = new Ordering(query.orderBy, type)
  await Promise.all(partsOf(query, fields, noting).map((part) => countPart(part, ordering, noting, count)))
  return exact ? { total, facets: new Map(counters.map((counter) => [counter.field, counter.result()])) } : null
}

/** Reads everything that one bureau's part may hold, and hands on what the predicate keeps. */
async function countPart(
  part: Part,
  ordering: Ordering,
  context: ReadContext,
  count: (views: readonly ViewRecord[]) => void,
): Promise<void> {
  const started = Date.now()
  const { profile } = part.reader.source
  try {
    const state = await scan(part, ordering, context, count)
    context.onStatus(profile.code, state, Date.now() - started, null)
  } catch (error) {
    if (!(error instanceof LinkFailure)) throw error
    context.onStatus(profile.code, error.state, Date.now() - started, error.retryAfterMs)
  }
}

async function scan(
  { reader, pushable, select }: Part,
  ordering: Ordering,
  { call }: ReadContext,
  count: (views: readonly ViewRecord[]) => void,
): Promise<SourceState> {
  const { link, limits } = reader.source
  const { query } = accessFor(reader, pushable, ordering, { start: null, reach: null })
  let page: string | null = null
  let scanned = 0
  do {
    const rows = await link.find({ ...query, orderBy: null, after: null, limit: limits.pageRows, page }, call)
    count(await select(rows.rows.map((row) => readRow(reader, row)).filter((view) => view !== null)))
    if (rows.capped) return 'PARTIAL'
    scanned += rows.rows.length
    page = rows.next
  } while (page !== null && scanned < limits.scanRows)
  return page === null ? 'OK' : 'PARTIAL'
}

class FacetCounter {
  readonly field: string
  readonly #type: FieldType | undefined
  readonly #values = new Map<string, number>()
  readonly #levels = new Map<FieldLevel, number>()
  #unknown = 0

  /** `type`: undefined for the owner, which every record has. */
  constructor(field: string, type: FieldType | undefined) {
    this.field = field
    this.#type = type
  }

  add(view: ViewRecord): void {
    const level = this.#type === undefined ? 'full' : levelOf(view, this.field)
    if (level !== 'full') {
      increment(this.#levels, level)
      return
    }
    const values = this.#type === undefined ? new Set([ownerOf(view.ref.bureau)]) : valuesOf(view.values[this.field] ?? null, this.#type)
    if (values.size === 0) this.#unknown++
    for (const value of values) increment(this.#values, value)
  }

  result(): FacetCount {
    const buckets = [...this.#values].map(([value, count]) => ({ value, count }))
    return {
      field: this.field,
      buckets: buckets.sort((a, b) => b.count - a.count || compareText(a.value, b.value)),
      below: levels.flatMap((level) => {
        const count = this.#levels.get(level)
        return count === undefined ? [] : [{ level, count }]
      }),
      unknown: this.#unknown,
    }
  }
}

const levels: readonly FieldLevel[] = ['none', 'masked', 'generalised']

function increment<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** The distinct values of a field; of a value object, its country. */
function valuesOf(value: CanonicalValue, type: FieldType): ReadonlySet<string> {
  const members = Array.isArray(value) ? value : [value]
  const shown = type.kind === 'object' ? members.map((member) => countryOf(member)) : members
  return new Set(shown.filter((one) => typeof one === 'string'))
}

function countryOf(value: CanonicalValue): CanonicalValue {
  return (value as { readonly country?: CanonicalValue } | null)?.country ?? null
}
