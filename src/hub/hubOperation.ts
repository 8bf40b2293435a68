import type { Alert, AlertFilter, AlertKind } from '../alerts/delivery/alert.ts'
import type {
  CubeRecord,
  EmergencyAct,
  HitCheckRecord,
  LedgerRead,
  NoticeActRecord,
  OperationActRecord,
  RequestActRecord,
  RevocationAct,
  SearchRecord,
  VerdictRecord,
  WatchAct,
} from '../audit/entry.ts'
import type { Explanation } from '../disclosure/study/explanation.ts'
import type { TypeView } from '../disclosure/study/viewMatrix.ts'
import type { Invocation } from '../emergency/emergencyAccesses.ts'
import type { ReviewInput } from '../emergency/emergencyReviews.ts'
import type { HitCheckResult } from '../hits/hitChecks.ts'
import type { HitCheckInput } from '../hits/hitKey.ts'
import type { Hub } from '../hub.ts'
import type { LinkCall } from '../links/link.ts'
import { constantOf } from '../model/constant.ts'
import type { NumberedDeskEntry } from '../model/deskEntry.ts'
import type { EmergencyAccess } from '../model/emergencyAccess.ts'
import { ComityError } from '../model/errors.ts'
import type { PolicyStatus } from '../model/policyStatus.ts'
import { accessRevokers, type Caller, deskReaders, hasRole } from '../model/principal.ts'
import type { RecordRef, ViewRecord } from '../model/record.ts'
import type { NumberedRevocation } from '../model/revocation.ts'
import { type Connection, completenessOf } from '../plan/connection.ts'
import type { PlannedOperation, ResolveInfo } from '../plan/operation.ts'
import type { PageArguments } from '../plan/pageArguments.ts'
import type { WrittenCaller } from '../plan/writtenCaller.ts'
import type { Network, NetworkArguments } from '../search/network.ts'
import type { PersonSearchArguments } from '../search/personSearches.ts'
import type { JudgeMatchInput, MatchArguments, MatchCluster } from '../search/possibleMatches.ts'
import type { CubeTable, OfferedCube } from '../search/publishedCubes.ts'
import type { RankedPage } from '../search/rankedPage.ts'
import { scoredFields } from '../search/viewSketch.ts'
import { type NumberedPage, type NumberedPageArguments, numberedPage } from '../store/numberedPage.ts'
import type { AlertFeed, AlertPage } from './alertFeed.ts'
import type { Delivery } from './delivery.ts'
import type { DeliveryRecord } from './deliveryRecord.ts'
import { type BureauFeed, type BureauHealth, formerMember, type Member, notAsked, type Standing, standingOf } from './member.ts'
import { OperationNotices } from './operationNotices.ts'
import { OperationOperations } from './operationOperations.ts'
import { OperationRequests } from './operationRequests.ts'
import { OperationWatches } from './operationWatches.ts'
import { type RevokeAccessInput, revokeAccess } from './revokeAccess.ts'
import type { Lease } from './roster.ts'
import type { RunningOperation } from './runningOperation.ts'

/** How an operation ended. */
export interface Outcome {
  readonly operationName: string | null
  readonly documentHash: string
  readonly operationType: string
  readonly errors: number
  /** Distinct codes of the errors. Default: none. */
  readonly codes?: readonly string[]
  /** What the document was given. Default: nothing. */
  readonly variables?: unknown
}

/** Which alerts are asked for. */
export interface AlertArguments {
  readonly after?: string | null
  readonly filter?: {
    readonly kinds?: readonly AlertKind[] | null
    /** Values of `AlertRecordType`. */
    readonly recordTypes?: readonly string[] | null
    readonly owners?: readonly string[] | null
    readonly records?: readonly string[] | null
    readonly watches?: readonly string[] | null
  } | null
}

/** What an operation did besides reading, for its audit entry. */
export interface Acts {
  readonly hitChecks: readonly HitCheckRecord[]
  readonly emergencies: readonly EmergencyAct[]
  readonly revocations: readonly RevocationAct[]
  readonly requests: readonly RequestActRecord[]
  readonly notices: readonly NoticeActRecord[]
  readonly jointOperations: readonly OperationActRecord[]
  readonly ledger: readonly LedgerRead[]
  readonly searches: readonly SearchRecord[]
  readonly verdicts: readonly VerdictRecord[]
  readonly cubes: readonly CubeRecord[]
  readonly watches: readonly WatchAct[]
}

/** One operation, as resolvers see it: the GraphQL context value. Apollo Server hands resolvers a shallow copy, on which `#private` members are missing. */
export class HubOperation {
  readonly hub: Hub
  readonly plan: PlannedOperation
  /** What it did besides reading. */
  readonly acts: { readonly [A in keyof Acts]: Acts[A][number][] }
  /** Requests for assistance. */
  readonly requests: OperationRequests
  /** The caller's watches. */
  readonly watches: OperationWatches
  /** Notices from draft to end. */
  readonly notices: OperationNotices
  /** Joint operations of bureaus. */
  readonly joint: OperationOperations
  /** The circumstances of a step with a deadline of its own. */
  readonly call: () => LinkCall

  readonly lease: Lease
  readonly running: RunningOperation

  /** `call` gives each step that needs one a deadline of its own; `lease` is given back when the operation is disposed of. */
  constructor(hub: Hub, plan: PlannedOperation, call: () => LinkCall, { lease, running }: Pick<HubOperation, 'lease' | 'running'>) {
    this.hub = hub
    this.plan = plan
    this.requests = new OperationRequests(hub.office.requests, plan)
    this.notices = new OperationNotices(hub.noticeOffice.notices, plan)
    this.watches = new OperationWatches(hub, plan)
    this.joint = new OperationOperations(hub.jointOffice, plan)
    const kept = { requests: this.requests.acts, notices: this.notices.acts, jointOperations: this.joint.acts }
    this.acts = {
      hitChecks: [],
      emergencies: [],
      revocations: [],
      ...kept,
      searches: [],
      verdicts: [],
      cubes: [],
      ledger: [],
      watches: this.watches.acts,
    }
    this.call = call
    this.lease = lease
    this.running = running
  }

  /** It has ended: it is counted, and what only it still held open is closed. */
  [Symbol.dispose](): void {
    this.lease.release()
    this.running.end()
  }

  /** Who asks. */
  get caller(): Caller {
    return this.plan.caller
  }

  /** A page of all bureaus' records of a type. Throws BAD_USER_INPUT, CURSOR_INVALID. */
  async connection(type: string, args: PageArguments, info: ResolveInfo): Promise<Connection> {
    return this.plan.connection(type, args, info)
  }

  /** The pages of a question as the bureaus answer it, each as the value of `field`. Throws BAD_USER_INPUT, CURSOR_INVALID. */
  async progress<F extends string>(
    field: F,
    type: string,
    args: PageArguments,
    info: ResolveInfo,
  ): Promise<AsyncIterable<Record<F, Connection>>> {
    return valuesOf(field, await this.plan.progress(type, args, info))
  }

  /** What a caller may come to learn of the asker's own bureau's records; null when the asker has no business asking. Throws BAD_USER_INPUT. */
  disclosurePreview(about: WrittenCaller, type: string | null): readonly TypeView[] | null {
    return this.plan.preview(about, type)
  }

  /** Why a caller learns what they learn of a record of the asker's own bureau; null as for a record that does not exist. Throws BAD_USER_INPUT. */
  explainDisclosure(id: string, about: WrittenCaller): Promise<Explanation | null> {
    return this.plan.explain(id, about)
  }

  /** The members that it began with. */
  get members(): readonly Member[] {
    return this.lease.members
  }

  /** A member by its code. */
  member(code: string): Member | null {
    return this.members.find((member) => member.profile.code === code) ?? null
  }

  /** The bureau with a code that the hub itself wrote down: a member, one that has joined since, or one that has left. */
  memberOf(code: string): Member {
    return this.member(code) ?? this.hub.members.find(({ profile }) => profile.code === code) ?? formerMember(code)
  }

  /** Whether a bureau takes part. */
  standingOf(member: Member): Standing {
    return standingOf(member)
  }

  /** How a member's system has been doing. What could not be mapped is for its own officers to know: the count alone would tell of hidden records. */
  healthOf(member: Member): BureauHealth {
    const { profile, source } = member
    const own = profile.code === this.caller.principal.bureau
    const health = (standingOf(member) === 'READY' ? source?.link.health() : null) ?? notAsked
    return { ...health, skippedRows: own ? (source?.problems.count ?? 0) : null, skipped: own ? (source?.problems.latest ?? []) : null }
  }

  /**
   * How the changes of a member's records are captured, by type: whoever relies on alerts may know whether they are complete. How many were missed tells how busy its records are, and is for its own
   * officers to know.
   */
  feedsOf({ profile }: Member): readonly BureauFeed[] {
    const own = profile.code === this.caller.principal.bureau
    const feeds = this.hub.feeds().filter(({ bureau }) => bureau === profile.code)
    return feeds.map((feed) => ({ ...feed, missed: own ? feed.missed : null })).sort((a, b) => (a.type < b.type ? -1 : 1))
  }

  /** How a member's policy stands, for its own officers; null for everybody else. */
  policyOf({ profile }: Member): PolicyStatus | null {
    return profile.code === this.caller.principal.bureau ? this.hub.policyStatus(profile.code) : null
  }

  /** Looks for somebody in all bureaus. Throws as `PersonSearches.page`. */
  async searchPersons(args: PersonSearchArguments, info: ResolveInfo): Promise<RankedPage> {
    return this.hub.searches.page(args, this.plan.reading('Person', info), (fields) => this.acts.searches.push({ fields }))
  }

  /** Records of other bureaus that may be of the same person. Throws as `PossibleMatchFinder.of`. */
  async possibleMatches(view: ViewRecord, args: MatchArguments, info: ResolveInfo): Promise<MatchCluster | null> {
    const reading = this.plan.reading(view.ref.type, info)
    const found = await this.hub.matches.of(view.ref, args, reading)
    this.acts.searches.push({ fields: ['possibleMatches'] })
    for (const { person } of found?.matches ?? []) reading.give(person, scoredFields)
    return found
  }

  /** What hangs together with a record. Throws as `Networks.around`. */
  async network(args: NetworkArguments, info: ResolveInfo): Promise<Network | null> {
    const reading = this.plan.reading('Person', info)
    const found = await this.hub.networks.around(args, reading)
    this.acts.searches.push({ fields: ['network'] })
    for (const { record } of found?.nodes ?? []) if (record !== null) reading.give(record, [])
    return found
  }

  /** The counts that bureaus publish to the caller; of one bureau, or of all (null). */
  offeredCubes(bureau: string | null, info: ResolveInfo): readonly OfferedCube[] {
    return this.hub.cubes.offered(bureau, this.plan.reading('Person', info))
  }

  /** The table of a published cube; null where not all records could be counted in time. */
  async cubeTable(cube: OfferedCube, info: ResolveInfo): Promise<CubeTable | null> {
    const table = await this.hub.cubes.tableOf(cube, this.plan.reading(cube.type, info))
    if (table !== null) this.acts.cubes.push({ owner: cube.owner, cube: cube.id })
    return table
  }

  /** Says whether two records are of one person. Throws as `PossibleMatchFinder.judge`. */
  async judgeMatch(input: JudgeMatchInput, info: ResolveInfo): Promise<readonly ViewRecord[]> {
    const reading = this.plan.reading('Person', info)
    const views = await this.hub.matches.judge(input, reading)
    for (const view of views) reading.give(view, [])
    const records = views.map(({ ref: { bureau: owner, type, key } }) => ({ owner, type, key }))
    this.acts.verdicts.push({ verdict: input.verdict, records })
    return views
  }

  /** Asks all bureaus whether they know somebody. Throws as `HitChecks.check`. */
  async hitCheck(input: HitCheckInput): Promise<HitCheckResult> {
    const result = await this.hub.hitChecks.check(input, {
      caller: this.caller,
      call: this.call(),
      bureaus: this.members.map(({ profile }) => profile.code),
      sourceOf: (bureau) => this.plan.sourceOf(bureau),
    })
    this.acts.hitChecks.push({
      key: result.kind,
      outcomes: Object.fromEntries(result.rows.map(({ bureau, outcome }) => [bureau, outcome])),
      alarmed: result.alarmed,
    })
    return result
  }

  /** Invokes an emergency access. Throws as `EmergencyAccesses.invoke`. */
  invokeEmergency(input: Invocation): EmergencyAccess {
    return this.noted('INVOKED', this.hub.emergencies.invoke(input, this.caller))
  }

  /** Gives an emergency access back. Throws as `EmergencyAccesses.close`. */
  closeEmergency(id: string): EmergencyAccess {
    return this.noted('CLOSED', this.hub.emergencies.close(id, this.caller))
  }

  /** Reviews an emergency access. Throws as `EmergencyReviews.review`. */
  reviewEmergency(input: ReviewInput): EmergencyAccess {
    return this.noted(input.finding, this.hub.reviews.review(input, this.caller))
  }

  /** Emergency accesses to the records of the caller's bureau; null for who has no business at its desk. Throws BAD_USER_INPUT, CURSOR_INVALID. */
  emergencyAccesses(overdue: boolean, page: NumberedPageArguments): NumberedPage<EmergencyAccess> | null {
    const { principal, instant } = this.caller
    if (!hasRole(principal, deskReaders)) return null
    return numberedPage(page, (before, limit) => this.hub.reviews.page(principal.bureau, before, limit, overdue ? instant : null))
  }

  /** What the desk of the caller's bureau was told; null for who has no business there. Throws BAD_USER_INPUT, CURSOR_INVALID, AUDIT_UNAVAILABLE. */
  deskEntries(page: NumberedPageArguments): NumberedPage<NumberedDeskEntry> | null {
    const { principal, instant } = this.caller
    if (!hasRole(principal, deskReaders)) return null
    this.hub.reviews.remind(principal.bureau, instant)
    return numberedPage(page, (before, limit) => this.hub.desks.page(principal.bureau, before, limit))
  }

  /** A stream of alerts. Throws BAD_USER_INPUT, CURSOR_INVALID, CURSOR_MISMATCH. */
  alerts({ after, filter, heartbeatSeconds }: AlertArguments & { readonly heartbeatSeconds: number }): AlertFeed {
    if (heartbeatSeconds < 1 || heartbeatSeconds > 60) throw new ComityError('BAD_USER_INPUT', { reason: 'heartbeatSeconds: 1 to 60' })
    const request = { after: after ?? null, filter: this.alertFilter(filter) }
    this.hub.watchDesk?.noteRights(this.caller)
    return this.hub.alertDesk().open(this.caller, { ...request, heartbeatMs: heartbeatSeconds * 1000, trace: this.call().traceId })
  }

  /** A page of alerts of the past. Throws BAD_USER_INPUT, CURSOR_INVALID, CURSOR_MISMATCH. */
  async alertPage({ after, filter, first }: AlertArguments & { readonly first: number }): Promise<AlertPage> {
    if (first < 1 || first > 100) throw new ComityError('BAD_USER_INPUT', { reason: 'first: a page has 1 to 100 alerts' })
    const page = await this.hub.alertDesk().page(this.caller, { after: after ?? null, filter: this.alertFilter(filter), first })
    for (const { alert } of page.nodes) this.toldOf(alert)
    return page
  }

  /** What is written of a delivery that it has executed, recipient by recipient. */
  deliveryRecord(delivery: Delivery, document: { readonly hash: string; readonly errors: number }): DeliveryRecord {
    return this.hub.deliveryRecord(this.plan, delivery, document)
  }

  /** Takes note of what an alert tells of by itself. */
  toldOf({ ref, owner, deskEntry }: Alert): void {
    if (ref !== null) this.plan.toldOf(ref)
    for (const record of deskEntry?.records ?? []) this.plan.toldOf({ bureau: owner, ...record })
  }

  /** An id that this hub has not given out stands for no record: nothing comes, as for one that the caller may not see. */
  private alertFilter(filter: AlertArguments['filter']): AlertFilter {
    const { kinds = null, recordTypes = null, owners = null, records = null, watches = null } = filter ?? {}
    const typeNames = new Map([...this.hub.catalogue.types.keys()].map((type) => [constantOf(type), type]))
    return {
      kinds,
      types: recordTypes?.map((constant) => typeNames.get(constant) ?? '') ?? null,
      owners,
      records: records?.map((id) => this.plan.refOf(id) ?? nowhere) ?? null,
      watches,
    }
  }

  /** What an answer says of itself, besides its data. */
  get extensions(): Readonly<Record<string, unknown>> {
    const sources = this.plan.sources()
    const disclosure = this.plan.disclosed.summary()
    return {
      ...(sources.length === 0 ? {} : { sources, completeness: completenessOf(sources) }),
      ...(disclosure.length === 0 ? {} : { disclosure }),
    }
  }

  /** Ends the access of an officer or a system of the caller's bureau. Throws as `revokeAccess`. */
  async revokeAccess(input: RevokeAccessInput): Promise<NumberedRevocation> {
    const revoked = await revokeAccess(this.hub.revocations, input, this.caller)
    this.acts.revocations.push({ id: revoked.id, person: revoked.person })
    return revoked
  }

  /** Whose access the caller's bureau has ended; null for who may not end it. Throws BAD_USER_INPUT, CURSOR_INVALID. */
  accessRevocations(page: NumberedPageArguments): NumberedPage<NumberedRevocation> | null {
    const { principal } = this.caller
    if (!hasRole(principal, accessRevokers)) return null
    return numberedPage(page, (before, limit) => this.hub.revocations.page(principal.bureau, before, limit))
  }

  private noted(act: EmergencyAct['act'], access: EmergencyAccess): EmergencyAccess {
    this.acts.emergencies.push({ act, id: access.id, owner: access.owner, block: access.block })
    return access
  }

  /** After execution and before the first byte of an answer or of one item of it: the entry becomes durable, then it may leave. Throws AUDIT_UNAVAILABLE. */
  async conclude(outcome: Outcome): Promise<Readonly<Record<string, unknown>>> {
    await this.hub.record(this.plan, this.acts, this.call().traceId, outcome)
    this.running.concluded(outcome, completenessOf(this.plan.sources()).complete)
    return this.extensions
  }
}

/** Where no record is. */
const nowhere: RecordRef = { bureau: '', type: '', key: '' }

async function* valuesOf<F extends string, T>(field: F, items: AsyncIterable<T>): AsyncGenerator<Record<F, T>, void, undefined> {
  for await (const item of items) yield { [field]: item } as Record<F, T>
}
