import { createHmac, hkdfSync } from 'node:crypto'
import { levelOf } from '../disclosure/policy.ts'
import { ComityError } from '../model/errors.ts'
import { compareText } from '../model/order.ts'
import { type RecordRef, recordRefs, refKey, type ViewRecord } from '../model/record.ts'
import type { SourceStatus } from '../model/sourceStatus.ts'
import { type Completeness, completenessOf } from '../plan/connection.ts'
import type { Reading } from '../plan/parts.ts'
import { Statuses } from '../plan/statuses.ts'
import { ReadByKey } from '../records/readByKey.ts'
import { ReadByLink } from '../records/readByLink.ts'
import type { PersonSearches } from './personSearches.ts'
import { type SharedValue, sharedFields, soughtByDocuments, valuesIn } from './sharedValues.ts'
import { subject } from './soughtPerson.ts'

/** A record, or a value that several records have in common (`NetworkNode` in the schema). */
export interface NetworkNode {
  readonly id: string
  readonly kind: 'RECORD' | SharedValue['kind']
  /** Null for a value. */
  readonly record: ViewRecord | null
  /** As the first of the records shows it; null for a record. */
  readonly value: string | null
}

/** A link that the caller may see. */
export interface NetworkEdge {
  readonly from: string
  readonly to: string
  /** The field of the record at `from`. */
  readonly kind: string
}

/** What hangs together, as one reader sees it (`Network` in the schema). */
export interface Network {
  readonly nodes: readonly NetworkNode[]
  readonly edges: readonly NetworkEdge[]
  /** There is more than `limit` allows. */
  readonly truncated: boolean
  readonly sources: readonly SourceStatus[]
  readonly completeness: Completeness
}

/** Arguments of `Query.network`. */
export interface NetworkArguments {
  /** An id that the hub gave out. */
  readonly seed: string
  /** Links from the seed, 1 to 3. Default: 2. */
  readonly depth?: number | null
  /** Records at most, 2 to 100. Default: 50. */
  readonly limit?: number | null
}

/** What a network is drawn with. */
export interface NetworkParts {
  readonly searches: PersonSearches
  /** At least 32 bytes. */
  readonly secret: Uint8Array
}

/** Draws what hangs together with a record: over the reader's view, so many links deep and so many records wide, and no further. */
export class Networks {
  readonly #searches: PersonSearches
  readonly #valueKey: Uint8Array

  constructor({ searches, secret }: NetworkParts) {
    this.#searches = searches
    this.#valueKey = new Uint8Array(hkdfSync('sha256', secret, '', 'comity network value', 32))
  }

  /** The network around a record; null when it cannot be seen. Costs a search. Throws BAD_USER_INPUT, BUDGET_EXCEEDED, AUDIT_UNAVAILABLE. */
  async around({ seed, depth, limit }: NetworkArguments, reading: Reading): Promise<Network | null> {
    const [deep, wide] = [depth ?? 2, limit ?? 50]
    if (deep < 1 || deep > 3) throw new ComityError('BAD_USER_INPUT', { reason: 'depth: from 1 to 3' })
    if (wide < 2 || wide > 100) throw new ComityError('BAD_USER_INPUT', { reason: 'limit: from 2 to 100' })
    const { caller, ids } = reading
    this.#searches.charge(caller)
    const ref = ids.decode(seed)
    const drawing = new Drawing(reading, this.#searches)
    const first = ref === null ? null : await drawing.load(ref)
    if (first === null) return null
    const records = new Map([[refKey(first.ref), first]])
    const links = new Map<string, Link>()
    let truncated = false
    let frontier: readonly ViewRecord[] = [first]
    for (let level = 0; level < deep && frontier.length > 0; level++) {
      const next: ViewRecord[] = []
      for (const { from, to, kind, view } of await drawing.beyond(frontier)) {
        const isKnown = records.has(refKey(view.ref))
        if (!isKnown && records.size >= wide) {
          truncated = true
          continue
        }
        if (!isKnown) {
          records.set(refKey(view.ref), view)
          next.push(view)
        }
        if (kind !== null) links.set(JSON.stringify([refKey(from), refKey(to), kind]), { from, to, kind })
      }
      frontier = next
    }
    const nodes = [...records.values()].map((record): NetworkNode => ({ id: ids.encode(record.ref), kind: 'RECORD', record, value: null }))
    const edges = [...links.values()].map(({ from, to, kind }): NetworkEdge => ({ from: ids.encode(from), to: ids.encode(to), kind }))
    const shared = this.#shared([...records.values()], reading)
    const sources = drawing.statuses.list()
    return {
      nodes: [...nodes, ...shared.nodes],
      edges: [...edges, ...shared.edges],
      truncated,
      sources,
      completeness: completenessOf(sources),
    }
  }

  /** Values that two records or more have in common. */
  #shared(records: readonly ViewRecord[], { caller, ids }: Reading): Pick<Network, 'nodes' | 'edges'> {
    const holders = new Map<string, { readonly value: SharedValue; readonly views: Set<ViewRecord> }>()
    for (const view of records) {
      for (const value of valuesIn(view)) {
        const key = JSON.stringify([value.kind, value.compared])
        const known = holders.get(key) ?? { value, views: new Set() }
        known.views.add(view)
        holders.set(key, known)
      }
    }
    const common = [...holders].filter(([, { views }]) => views.size > 1)
    const idOf = (key: string) =>
      createHmac('sha256', this.#valueKey)
        .update(JSON.stringify([caller.principal.bureau, key]))
        .digest('base64url')
        .slice(0, 22)
    return {
      nodes: common.map(([key, { value }]) => ({ id: idOf(key), kind: value.kind, record: null, value: value.shown })),
      edges: common.flatMap(([key, { value, views }]) =>
        [...views].map((view) => ({ from: ids.encode(view.ref), to: idOf(key), kind: value.field })),
      ),
    }
  }
}

interface Link {
  readonly from: RecordRef
  readonly to: RecordRef
  readonly kind: string
}

/** A record one step further, and by which link; `kind` null: they have a value in common, which is drawn by itself. */
interface Step {
  readonly from: RecordRef
  readonly to: RecordRef
  readonly kind: string | null
  readonly view: ViewRecord
}

/** One drawing: its readers and how the bureaus did. */
class Drawing {
  readonly statuses = new Statuses()
  readonly #reading: Reading
  readonly #searches: PersonSearches
  readonly #byKey: ReadByKey
  readonly #byLink: ReadByLink

  constructor(reading: Reading, searches: PersonSearches) {
    const { context } = reading
    const onStatus: typeof context.onStatus = (...status) => {
      this.statuses.add(...status)
      context.onStatus(...status)
    }
    this.#reading = {
      ...reading,
      context: { ...context, onStatus },
      selected: reading.selectedOf(subject).union(this.#fieldsOf(reading, subject)),
    }
    this.#searches = searches
    const readerFor = (bureau: string, type: string) =>
      context.readerFor(bureau, type, reading.selectedOf(type).union(this.#fieldsOf(reading, type)))
    const codes = context.sources.map(({ profile }) => profile.code)
    this.#byKey = new ReadByKey(readerFor, context.call, onStatus)
    this.#byLink = new ReadByLink(codes, readerFor, context.call, onStatus)
  }

  /** The view of a record; null when it cannot be seen, or its bureau is silent. */
  async load(ref: RecordRef): Promise<ViewRecord | null> {
    const found = await this.#byKey.load(ref)
    return found === 'silent' ? null : found
  }

  /** Records that are one step from these, in an order that depends on what is seen alone. */
  async beyond(views: readonly ViewRecord[]): Promise<readonly Step[]> {
    const steps = await Promise.all([...views.flatMap((view) => [this.#forwards(view), this.#backwards(view)]), this.#byDocuments(views)])
    return steps
      .flat()
      .toSorted(
        (a, b) =>
          compareText(a.kind ?? '', b.kind ?? '') || compareText(refKey(a.from), refKey(b.from)) || compareText(refKey(a.to), refKey(b.to)),
      )
  }

  async #forwards(view: ViewRecord): Promise<readonly Step[]> {
    const links = this.#linksOf(view.ref.type).filter(({ inverse }) => inverse === undefined)
    const wanted = links.flatMap(({ name }) => recordRefs(view.values[name]).map((ref) => ({ name, ref })))
    const found = await this.#byKey.loadAll(wanted.map(({ ref }) => ref))
    return wanted.flatMap(({ name, ref }, i) => {
      const other = found[i]
      return other === null || other === 'silent' || other === undefined ? [] : [{ from: view.ref, to: ref, kind: name, view: other }]
    })
  }

  /** As where a reader follows a link back: the owner of the record has to show the way, and that of the other end the link. */
  async #backwards(view: ViewRecord): Promise<readonly Step[]> {
    const links = this.#linksOf(view.ref.type).filter(({ name, inverse }) => inverse !== undefined && levelOf(view, name) === 'full')
    const found = await Promise.all(
      links.map(async ({ to = '', inverse = '' }) => {
        const linking = await this.#byLink.load({ type: to, field: inverse, target: view.ref })
        return linking === 'silent' ? [] : linking.map((other): Step => ({ from: other.ref, to: view.ref, kind: inverse, view: other }))
      }),
    )
    return found.flat()
  }

  /** People with one of these records' documents. One search of all bureaus, whatever the number of records. */
  async #byDocuments(views: readonly ViewRecord[]): Promise<readonly Step[]> {
    const { sought, isHeld } = soughtByDocuments(views)
    if (sought === null) return []
    const parts = await this.#searches.find(sought, this.#reading, (view) => (isHeld(view).length > 0 ? { view, score: 1000 } : null))
    return parts.flatMap(({ found }) =>
      found.flatMap(({ view }) =>
        isHeld(view)
          .filter((ref) => refKey(ref) !== refKey(view.ref))
          .map((ref): Step => ({ from: ref, to: view.ref, kind: null, view })),
      ),
    )
  }

  #linksOf(type: string) {
    const fields = this.#reading.context.catalogue.types.get(type)?.fields.values() ?? []
    return [...fields].filter(({ kind }) => kind === 'link')
  }

  /** What a drawing reads of a record: its links, and what it may have in common with others. */
  #fieldsOf({ context }: Reading, type: string): ReadonlySet<string> {
    const fields = [...(context.catalogue.types.get(type)?.fields.values() ?? [])]
    return new Set(
      fields
        .filter(({ kind, name, inverse }) => (kind === 'link' && inverse === undefined) || sharedFields.has(name))
        .map(({ name }) => name),
    )
  }
}
