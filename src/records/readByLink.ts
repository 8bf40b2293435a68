import DataLoader from 'dataloader'
import type { NativePredicate, NativeRow } from '../connectors/connector.ts'
import { type LinkCall, LinkFailure } from '../links/link.ts'
import { type RecordRef, recordRefs, refKey, type ViewRecord } from '../model/record.ts'
import { conjunction, filtersOf, listedOf, type RowReader, readRow, restrictionOf } from './bureauSource.ts'
import type { KeyedRow } from './kept/keptRows.ts'
import { keptViews } from './kept/keptViews.ts'
import { shapeOf } from './kept/shapeOf.ts'
import type { ReaderFor, StatusListener } from './readByKey.ts'

/** The records that link to one record, as far as the caller may see both ends, or `'silent'` when a bureau that may hold some did not answer and none was found. */
export type Linking = readonly ViewRecord[] | 'silent'

/** What to follow backwards. */
export interface LinkQuestion {
  /** Record type that holds the link. */
  readonly type: string
  /** Its link field. */
  readonly field: string
  /** The record linked to. */
  readonly target: RecordRef
}

/**
 * Follows links backwards for one operation: all targets that one step of the execution asks about go to each bureau in one question.
 */
export class ReadByLink {
  readonly #loader: DataLoader<LinkQuestion, Linking, string>
  readonly #bureaus: readonly string[]
  readonly #readerFor: ReaderFor
  readonly #call: LinkCall
  readonly #onStatus: StatusListener

  /** `bureaus`: codes of all bureaus. */
  constructor(bureaus: readonly string[], readerFor: ReaderFor, call: LinkCall, onStatus: StatusListener) {
    this.#bureaus = bureaus
    this.#readerFor = readerFor
    this.#call = call
    this.#onStatus = onStatus
    this.#loader = new DataLoader((questions) => this.#readAll(questions), {
      cacheKeyFn: (question) => `${question.type}\u0000${question.field}\u0000${refKey(question.target)}`,
    })
  }

  /** The views that link to a record, in no particular order. */
  load(question: LinkQuestion): Promise<Linking> {
    return this.#loader.load(question)
  }

  async #readAll(questions: readonly LinkQuestion[]): Promise<Linking[]> {
    const groups = Map.groupBy(questions, (question) => `${question.type}\u0000${question.field}`)
    const found = new Map<LinkQuestion, ViewRecord[]>(questions.map((question) => [question, []]))
    const silent = new Set<LinkQuestion>()
    const readings = [...groups.values()].flatMap((group) => this.#bureaus.map((bureau) => this.#readFrom(bureau, group, found, silent)))
    await Promise.all(readings)
    return questions.map((question) => {
      const views = found.get(question) ?? []
      return views.length === 0 && silent.has(question) ? 'silent' : views
    })
  }

  async #readFrom(
    bureau: string,
    group: readonly LinkQuestion[],
    found: ReadonlyMap<LinkQuestion, ViewRecord[]>,
    silent: Set<LinkQuestion>,
  ): Promise<void> {
    const [first] = group
    const reader = first === undefined ? null : this.#readerFor(bureau, first.type)
    if (first === undefined || reader === null || !reader.mapping.mapped.has(first.field)) return
    const asked = group.filter((question) => question.target.bureau === bureau || reader.mapping.crossBureau(first.field))
    if (asked.length === 0 || reader.plan.fixedLevel(first.field) === 'none') return
    const started = Date.now()
    const rows = new Map<LinkQuestion, KeyedRow[]>(asked.map((question) => [question, []]))
    try {
      const wanted = Map.groupBy(asked, (question) => refKey(question.target))
      const complete = await this.#scan(reader, first.field, asked, (view, row) => {
        const targets = new Set(recordRefs(view.values[first.field]).map(refKey))
        for (const target of targets) {
          for (const question of wanted.get(target) ?? []) {
            found.get(question)?.push(view)
            rows.get(question)?.push({ key: view.ref.key, row })
          }
        }
      })
      this.#onStatus(bureau, complete ? 'OK' : 'PARTIAL', Date.now() - started, null)
      for (const [question, linking] of rows) {
        reader.kept?.keep(textOf(reader, question), shapeOf(reader), linking.slice(0, mostKept), started)
      }
    } catch (error) {
      if (!(error instanceof LinkFailure)) throw error
      const asOf = asked.flatMap((question) => {
        // What did arrive before the bureau fell silent is newer than anything that is kept.
        const links = (view: ViewRecord) => recordRefs(view.values[question.field]).some((ref) => refKey(ref) === refKey(question.target))
        const kept = rows.get(question)?.length === 0 ? keptViews(reader, textOf(reader, question), error, links) : null
        if (kept === null) silent.add(question)
        else found.get(question)?.push(...kept.views)
        return kept?.asOf ?? []
      })
      const oldest = asOf.sort()[0] ?? null
      this.#onStatus(bureau, oldest === null ? error.state : 'STALE', Date.now() - started, error.retryAfterMs, oldest)
    }
  }

  /** Reads every view that may link to one of the targets; false when a bound was reached. */
  async #scan(
    reader: RowReader,
    field: string,
    asked: readonly LinkQuestion[],
    onView: (view: ViewRecord, row: NativeRow) => void,
  ): Promise<boolean> {
    const { mapping, source } = reader
    const where = pushDown(reader, field, asked)
    let page: string | null = null
    let scanned = 0
    do {
      const query = { source: mapping.source, key: mapping.key, keyOrder: mapping.keyOrder, ...mapping.reads(reader.fields) }
      const limit = source.limits.pageRows
      const rows = await source.link.find({ ...query, where, orderBy: null, after: null, limit, page }, this.#call)
      for (const row of rows.rows) {
        const view = readRow(reader, row)
        if (view !== null) onView(view, row)
      }
      scanned += rows.rows.length
      page = rows.next
      if (rows.capped) return false
    } while (page !== null && scanned < source.limits.scanRows)
    return page === null
  }
}

/** Most records that are kept of those that link to one: an answer shows no more. */
const mostKept = 100

function textOf(reader: RowReader, { type, field, target }: LinkQuestion): string {
  return JSON.stringify(['link', type, field, refKey(target), shapeOf(reader)])
}

/** The link itself is told to the bureau's system only where this caller always learns it in full. */
function pushDown(reader: RowReader, field: string, asked: readonly LinkQuestion[]): NativePredicate | null {
  const { mapping, plan } = reader
  const open = conjunction([restrictionOf(reader), listedOf(reader)])
  if (plan.fixedLevel(field) !== 'full') return open
  const targets = asked.map((question) => question.target)
  const native = mapping.toNative({ kind: 'compare', field, op: 'in', value: targets }, filtersOf(reader))
  return conjunction([native, open])
}
