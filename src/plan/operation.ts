import type { GraphQLResolveInfo } from 'graphql'
import { type DisclosurePlan, levelOf } from '../disclosure/policy.ts'
import type { Explanation } from '../disclosure/study/explanation.ts'
import { type TypeView, viewMatrix } from '../disclosure/study/viewMatrix.ts'
import { type LinkCall, LinkFailure } from '../links/link.ts'
import type { Order, Predicate, RecordQuery } from '../model/predicate.ts'
import type { Caller } from '../model/principal.ts'
import { heldPlace, ownerOf, type RecordRef, recordRefs, type ViewRecord } from '../model/record.ts'
import type { SourceState, SourceStatus } from '../model/sourceStatus.ts'
import type { BureauSource, RowReader } from '../records/bureauSource.ts'
import { explainRecord } from '../records/explainRecord.ts'
import { ReadByKey, type StatusListener } from '../records/readByKey.ts'
import { ReadByLink } from '../records/readByLink.ts'
import { type Connection, connectionOf } from './connection.ts'
import { Counts } from './counts.ts'
import { type DecidingPolicy, policiesOf } from './decidingPolicies.ts'
import { Disclosed, type DisclosedRecords } from './disclosed.ts'
import { type OpenPage, openPage, type Page, readPage } from './page.ts'
import { fieldName, type PageArguments, pageRequest, pageSize } from './pageArguments.ts'
import type { ReadContext, Reading } from './parts.ts'
import type { PlanContext } from './planContext.ts'
import { Ordering } from './position.ts'
import { readProgress } from './progress.ts'
import { readFilter } from './readFilter.ts'
import { nothingSelected, type Selection, selectionOf } from './selection.ts'
import { type FreshReading, freshReading } from './standing.ts'
import { Statuses } from './statuses.ts'
import { readTally } from './tally.ts'
import { isPolicyReader, type WrittenCaller, writtenCaller } from './writtenCaller.ts'

/** What graphql-js tells a resolver of its place in the document. */
export type ResolveInfo = GraphQLResolveInfo

/** What a link of one record leads to. */
type LinkEnds = ViewRecord | readonly ViewRecord[] | null

/** Made at the first read, when the document is known. */
interface Readers {
  readonly selection: Selection
  readonly byKey: ReadByKey
  readonly byLink: ReadByLink
}

/** Items of progress that the time of an operation has room for; one more may come before the first bureau answers, and the last one waits for nothing. */
const mostItems = 20

/** While bureaus have still to answer no number is exact. */
const notCounted: Pick<Counts, 'total' | 'facets'> = { total: async () => null, facets: async () => null }

/**
 * One caller's GraphQL operation in flight: plans, loaders and statuses live as long as it does and are shared with nobody. All of it is decided as of
 * the instant at which it began, though a grant may end before its deadline.
 */
export class PlannedOperation {
  readonly caller: Caller
  readonly statuses = new Statuses()
  readonly disclosed = new Disclosed()
  readonly #context: PlanContext
  readonly #call: LinkCall
  readonly #plans = new Map<string, DisclosurePlan>()
  #readers: Readers | null = null
  #part: { readonly number: number; readonly last: boolean } | null = null
  /** Over when an item that is not the last has waited long enough for what its records link to; null: nothing is cut short. */
  #patience: Promise<void> | null = null

  constructor(context: PlanContext, caller: Caller, call: LinkCall) {
    this.#context = context
    this.caller = caller
    this.#call = call
  }

  /** A page of all bureaus' records of a type, and what can be counted over all pages. Throws BAD_USER_INPUT, CURSOR_INVALID. */
  async connection(type: string, args: PageArguments, info: ResolveInfo): Promise<Connection> {
    const { question, reading, shown } = this.#asked(type, args, info)
    const page = await readPage(question, reading)
    return this.#connectionOf(page, shown, new Counts((facets) => readTally(question, facets, reading)))
  }

  /**
   * The same, item after item, as the bureaus answer: see `readProgress`. The next item may be taken once what the one before gave out is on record. Nothing is counted before
   * the last. Throws BAD_USER_INPUT, CURSOR_INVALID.
   */
  async progress(type: string, args: PageArguments, info: ResolveInfo): Promise<AsyncIterable<Connection>> {
    const { question, reading, shown } = this.#asked(type, args, info)
    const counts = new Counts((facets) => readTally(question, facets, reading))
    return this.#items(openPage(question, reading), (page, last) => this.#connectionOf(page, shown, last ? counts : notCounted))
  }

  async *#items(open: OpenPage, connection: (page: Page, last: boolean) => Connection): AsyncGenerator<Connection, void, undefined> {
    const { clock, firstMs, betweenMs: least } = this.#context.tempo
    const betweenMs = Math.max(least, (this.#call.deadline - Date.now()) / mostItems)
    for await (const { page, pending, last } of readProgress(open, { clock, firstMs, betweenMs })) {
      this.disclosed.next()
      this.statuses.expect(pending)
      this.#part = { number: (this.#part?.number ?? 0) + 1, last }
      const { promise, resolve } = Promise.withResolvers<void>()
      const stop = last ? () => {} : clock.after(betweenMs, resolve)
      this.#patience = last ? null : promise
      try {
        yield connection(page, last)
      } finally {
        stop()
      }
    }
  }

  /** Which item of an answer that comes in parts it is at, from 1, and whether it is the last; null for an answer in one piece. */
  get part(): { readonly number: number; readonly last: boolean } | null {
    return this.#part
  }

  /** The record with this id; null when it does not exist, is withheld, or its bureau is silent. */
  async node(id: string, info: ResolveInfo): Promise<ViewRecord | null> {
    const ref = this.#context.ids.decode(id)
    if (ref === null) return null
    return this.#given(await this.#open(info).byKey.load(ref), info)
  }

  /** The record at a place, as `node` gives it; that there was something to be told of it is on record in any case. */
  async at(ref: RecordRef, info: ResolveInfo): Promise<ViewRecord | null> {
    return this.#given(await this.#open(info).byKey.load(ref), info)
  }

  /** Gives out a view that the hub made itself, of a state that a record may come to. */
  giveOut(view: ViewRecord, info: ResolveInfo): ViewRecord | null {
    return this.#given(view, info)
  }

  /** Takes note that something was told of a record, whatever of it is read. */
  toldOf(ref: RecordRef): void {
    this.disclosed.speak(ref)
  }

  /**
   * The record or records that each of these views links to, as far as the caller may see them; null where the link is withheld, or leads to nothing that the caller may
   * see. A list is empty then: nothing recorded and nothing but withheld ends must look alike.
   */
  async follow(views: readonly ViewRecord[], field: string, info: ResolveInfo): Promise<readonly LinkEnds[]> {
    const { byKey } = this.#open(info)
    const ends = views.map((view) => recordRefs(view.values[field]))
    const refs = ends.flat()
    const found = refs.length === 0 ? [] : await this.#soon(byKey.loadAll(refs), [])
    let next = 0
    return views.map((view, i) => {
      const value = view.values[field] ?? null
      if (value === null) return this.#isList(view, field) && levelOf(view, field) === 'full' ? [] : null
      const given = (ends[i] ?? []).flatMap(() => this.#given(found[next++] ?? null, info) ?? [])
      return Array.isArray(value) ? given : (given[0] ?? null)
    })
  }

  /**
   * For each of these views, the records of `link.type` whose field `link.field` points to it, in the type's default order; null when the owner of the view withholds the link, or a
   * bureau that may hold some is silent.
   */
  async followBack(
    views: readonly ViewRecord[],
    link: { readonly name: string; readonly type: string; readonly field: string },
    first: number | null | undefined,
    info: ResolveInfo,
  ): Promise<readonly (readonly ViewRecord[] | null)[]> {
    const size = pageSize(first, 'first')
    const { byLink } = this.#open(info)
    const recordType = this.#context.catalogue.types.get(link.type)
    const ordering = recordType === undefined ? null : new Ordering([recordType.defaultOrder], recordType)
    const keyOrder = (bureau: string) => this.sourceOf(bureau)?.mappings.get(link.type)?.keyOrder ?? 'text'
    const read = views.map((view) =>
      levelOf(view, link.name) === 'full' ? byLink.load({ type: link.type, field: link.field, target: view.ref }) : null,
    )
    const found = await Promise.all(read.map((one) => (one === null ? null : this.#soon(one, 'silent'))))
    return found.map((linking) => {
      if (linking === null || linking === 'silent' || ordering === null) return null
      const sorted = linking.toSorted((a, b) => ordering.compare(ordering.positionOf(a), ordering.positionOf(b), keyOrder(a.ref.bureau)))
      return sorted.slice(0, size).flatMap((one) => this.#given(one, info) ?? [])
    })
  }

  /**
   * What a written-out caller may come to learn of the asker's own bureau's records, by type; null when the asker has no business asking. Throws
   * BAD_USER_INPUT.
   */
  preview(written: WrittenCaller, type: string | null): readonly TypeView[] | null {
    const about = writtenCaller(written, this.caller, this.#context.agreementsOf)
    const source = isPolicyReader(this.caller) ? this.sourceOf(this.caller.principal.bureau) : undefined
    return source === undefined ? null : viewMatrix(source.policy, about, type === null ? undefined : [type])
  }

  /**
   * Why a written-out caller learns what they learn of a record of the asker's own bureau; null when it does not exist, its bureau is silent, or the
   * asker has no business asking. Throws BAD_USER_INPUT.
   */
  async explain(id: string, written: WrittenCaller): Promise<Explanation | null> {
    const about = writtenCaller(written, this.caller, this.#context.agreementsOf)
    const ref = this.#context.ids.decode(id)
    const source = ref === null ? undefined : this.sourceOf(ref.bureau)
    // A record of another bureau is not asked for at all: nothing about the answer may differ from that to an id nobody gave out.
    if (ref === null || source === undefined || ownerOf(ref.bureau) !== this.caller.principal.bureau || !isPolicyReader(this.caller))
      return null
    const started = Date.now()
    const note = (state: SourceState, retryAfterMs: number | null) =>
      this.statuses.add(ref.bureau, state, Date.now() - started, retryAfterMs)
    try {
      const found = await explainRecord(source, ref, about, this.#call)
      note('OK', null)
      if (found !== null) this.disclosed.add({ ref, values: {}, disclosure: [] }, new Set())
      return found
    } catch (error) {
      if (!(error instanceof LinkFailure)) throw error
      note(error.state, error.retryAfterMs)
      return null
    }
  }

  /** As `node`, of a record at a place, read anew even if this operation has read it before: it has changed since. */
  async reread(ref: RecordRef, info: ResolveInfo): Promise<ViewRecord | null> {
    const { byKey } = this.#open(info)
    byKey.forget(ref)
    return this.#given(await byKey.load(ref), info)
  }

  /** Whether the caller may see a record at all; false, too, when its bureau is silent. Nothing is given out. */
  async sees(ref: RecordRef): Promise<boolean> {
    return (await this.look(ref, new Set())) !== null
  }

  /** The caller's view of a record with these fields, for the hub's own use; null, too, when its bureau is silent. Nothing is given out. */
  async look(ref: RecordRef, fields: ReadonlySet<string>): Promise<ViewRecord | null> {
    const reading = new ReadByKey(
      (bureau, type) => this.#readerFor(bureau, type, fields),
      this.#call,
      (...status) => this.statuses.add(...status),
    )
    const found = await reading.load(ref)
    return found === 'silent' ? null : found
  }

  /** The place of a record, or null for an id that this hub did not give out. */
  placeOf(id: string): RecordRef | null {
    return this.#context.ids.decode(id)
  }

  /** The opaque id of a view. */
  idOf(view: ViewRecord): string {
    return this.idAt(view.ref)
  }

  /** The opaque id of a record at a place; says nothing of whether there is one. */
  idAt(ref: RecordRef): string {
    return this.#context.ids.encode(ref)
  }

  /** Where the record with an id is; null for anything that this hub has not given out. */
  refOf(id: string): RecordRef | null {
    return this.#context.ids.decode(id)
  }

  /** How each bureau did, over all reads of this operation. */
  sources(): readonly SourceStatus[] {
    return this.statuses.list()
  }

  /** The policies that decide this operation, by bureau: one and the same object for all operations that they decide. */
  policies(): Readonly<Record<string, DecidingPolicy>> {
    return policiesOf(this.#context.sources)
  }

  /** What it gave out, or this item of its answer did, with the rules that it rests on: for the record. */
  given(): readonly (DisclosedRecords & { readonly rules: readonly string[] })[] {
    return this.disclosed.list().map((records) => ({ ...records, rules: this.#rulesBehind(records) }))
  }

  #rulesBehind({ owner, held, type, selected, below }: DisclosedRecords): readonly string[] {
    const source = this.sourceOf(held ? heldPlace(owner) : owner)
    if (source === undefined) return []
    return this.#planFor(source, type).rulesBehind(new Map(selected.map((field) => [field, below[field] ?? 'full'])))
  }

  /** What reading records of a type takes beside what the answer shows of them, for questions that are no pages of a connection. */
  reading(type: string, info: ResolveInfo): Reading {
    const of = (name: string) => this.#open(info).selection.get(name) ?? nothingSelected
    const { cursors, ids } = this.#context
    return {
      ...{ context: this.#readContext(), cursors, ids, caller: this.caller, selected: of(type).read, selectedOf: (name) => of(name).read },
      give: (view, fields) => this.disclosed.add(view, of(view.ref.type).shown.union(new Set(fields))),
    }
  }

  /** A question with all that reading it takes. */
  #asked(type: string, args: PageArguments, info: ResolveInfo) {
    const question = this.#queryOf(type, args)
    const { read: selected, shown } = this.#open(info).selection.get(type) ?? nothingSelected
    return { question, shown, reading: { ...this.#readContext(), cursors: this.#context.cursors, caller: this.caller, selected } }
  }

  #connectionOf(page: Page, shown: ReadonlySet<string>, counts: Pick<Counts, 'total' | 'facets'>): Connection {
    return connectionOf({
      page,
      onGiven: (view) => this.disclosed.add(view, shown),
      totalCount: () => counts.total(),
      facets: ({ by }) => counts.facets(by.map(fieldName)),
    })
  }

  /** What is being read, or this in its place where an item cannot wait for it. It is read on, and a later item has it. */
  #soon<T>(found: Promise<T>, otherwise: T): Promise<T> {
    return this.#patience === null ? found : Promise.race([found, this.#patience.then(() => otherwise)])
  }

  #queryOf(type: string, args: PageArguments): RecordQuery {
    const { catalogue } = this.#context
    const recordType = catalogue.types.get(type)
    if (recordType === undefined) throw new TypeError(`no record type ${type}`)
    const orders = (args.orderBy ?? []).map((order): Order => ({ field: fieldName(order.field), direction: order.direction }))
    return {
      type,
      where: this.filterOf(args.where, type),
      match: args.match ?? 'CERTAIN',
      orderBy: orders.length > 0 ? orders : [recordType.defaultOrder],
      page: pageRequest(args),
    }
  }

  /** A `where` argument as a predicate. Throws BAD_USER_INPUT. */
  filterOf = (where: unknown, type: string): Predicate | null => readFilter(where, type, this.#context.catalogue, (id) => this.refOf(id))

  /** All that reading for a question that stands takes; `onStatus` alone hears how bureaus do. */
  freshReading = (onStatus: StatusListener): FreshReading =>
    freshReading({ ...this.#readContext(), onStatus, cursors: this.#context.cursors, caller: this.caller })

  #readContext(): ReadContext {
    const { catalogue, sources } = this.#context
    return {
      catalogue,
      sources,
      call: this.#call,
      readerFor: (bureau, name, fields) => this.#readerFor(bureau, name, fields),
      onStatus: (...status) => this.statuses.add(...status),
    }
  }

  #open(info: ResolveInfo): Readers {
    if (this.#readers !== null) return this.#readers
    const selection = selectionOf(info, this.#context.catalogue)
    const readerFor = (bureau: string, type: string) => this.#readerFor(bureau, type, (selection.get(type) ?? nothingSelected).read)
    /** Links back are put in the type's own order, whether or not the answer shows what it orders by. */
    const orderedReaderFor = (bureau: string, type: string) => {
      const { read } = selection.get(type) ?? nothingSelected
      const order = this.#context.catalogue.types.get(type)?.defaultOrder.field
      return this.#readerFor(bureau, type, order === undefined ? read : read.union(new Set([order])))
    }
    const onStatus = (...status: Parameters<Statuses['add']>) => this.statuses.add(...status)
    const codes = this.#context.sources.map((source) => source.profile.code)
    this.#readers = {
      selection,
      byKey: new ReadByKey(readerFor, this.#call, onStatus),
      byLink: new ReadByLink(codes, orderedReaderFor, this.#call, onStatus),
    }
    return this.#readers
  }

  #given(found: ViewRecord | null | 'silent', info: ResolveInfo): ViewRecord | null {
    if (found === null || found === 'silent') return null
    this.disclosed.add(found, (this.#open(info).selection.get(found.ref.type) ?? nothingSelected).shown)
    return found
  }

  #readerFor(bureau: string, type: string, fields: ReadonlySet<string>): RowReader | null {
    const source = this.sourceOf(bureau)
    const mapping = source?.mappings.get(type)
    if (source === undefined || mapping === undefined) return null
    const plan = this.#planFor(source, type)
    // What is withheld on every record is not even read: a value that does not leave the bureau cannot fail to map either.
    const shown = [...fields].filter((field) => plan.fixedLevel(field) !== 'none')
    return { source, mapping, plan, fields: plan.inputs.union(new Set(shown)), kept: source.kept?.of(mapping, this.caller) ?? null }
  }

  #planFor(source: BureauSource, type: string): DisclosurePlan {
    const key = `${source.profile.code}\u0000${type}`
    const known = this.#plans.get(key)
    if (known !== undefined) return known
    const plan = source.policy.planFor(type, this.caller)
    this.#plans.set(key, plan)
    return plan
  }

  #isList(view: ViewRecord, field: string): boolean {
    return this.#context.catalogue.types.get(view.ref.type)?.fields.get(field)?.list ?? false
  }

  /** A bureau as this operation asks it, with the policy that decides in it; undefined for one that takes no part. */
  sourceOf(bureau: string): BureauSource | undefined {
    const { sources, sourceSince } = this.#context
    return sources.find((source) => source.profile.code === bureau) ?? sourceSince?.(bureau)
  }
}
