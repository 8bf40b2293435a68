import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Broadcast } from './alerts/broadcast.ts'
import type { ChangeLog } from './alerts/changeLog.ts'
import type { AuditLog } from './audit/auditLog.ts'
import type { GivenOutside } from './audit/entry.ts'
import type { Gift, GivenField, OwnerAccess, ReaderAct } from './audit/reading/ledgerReader.ts'
import { RefusalCount } from './audit/refusalCount.ts'
import type { Policy } from './disclosure/policy.ts'
import type { Explanation, FieldAccount, LevelAccount } from './disclosure/study/explanation.ts'
import type { FieldOutlook, Outlook } from './disclosure/study/levelText.ts'
import type { RuleAccount } from './disclosure/study/ruleAccount.ts'
import type { TypeView } from './disclosure/study/viewMatrix.ts'
import { EmergencyAccesses } from './emergency/emergencyAccesses.ts'
import { EmergencyReviews } from './emergency/emergencyReviews.ts'
import { machineTimer, type Timer } from './hits/answerTime.ts'
import { HitChecks } from './hits/hitChecks.ts'
import { AlertDesk, type RulesOfNow } from './hub/alertDesk.ts'
import { callerOfNow } from './hub/callerOfNow.ts'
import type { Delivery } from './hub/delivery.ts'
import type { DeliveryRecord } from './hub/deliveryRecord.ts'
import { type Acts, HubOperation, type Outcome } from './hub/hubOperation.ts'
import { keptRecords } from './hub/keptRecords.ts'
import { type DisclosurePage, LedgerDesk, type LedgerReading } from './hub/ledgerDesk.ts'
import { type Member, standingOf } from './hub/member.ts'
import { NoticeOffice } from './hub/noticeOffice.ts'
import { OversightDesk, type ReportedAccess, type ReportedRecord, type SubjectReport } from './hub/oversightDesk.ts'
import { probe } from './hub/probe.ts'
import { type Disclosing, Recorder, type Refused } from './hub/recorder.ts'
import { RequestOffice, type RequestOfficeParts } from './hub/requestOffice.ts'
import { Roster } from './hub/roster.ts'
import { type OperationListener, RunningOperation } from './hub/runningOperation.ts'
import { Revocations } from './identity/revocations.ts'
import { systemClock } from './links/clock.ts'
import type { LinkCall } from './links/link.ts'
import type { FeedStatus } from './model/capture.ts'
import type { Catalogue } from './model/catalogue.ts'
import type { PolicyStatus } from './model/policyStatus.ts'
import type { Caller } from './model/principal.ts'
import type { Revocation } from './model/revocation.ts'
import type { Tempo } from './plan/arrivals.ts'
import { Cursors } from './plan/cursor.ts'
import { PlannedOperation } from './plan/operation.ts'
import type { PlanContext } from './plan/planContext.ts'
import { type FreshReading, visibleAmong } from './plan/standing.ts'
import type { BureauSource } from './records/bureauSource.ts'
import type { HeldSources } from './records/held/heldSources.ts'
import { RecordIds } from './records/recordId.ts'
import { Networks } from './search/network.ts'
import { PersonSearches } from './search/personSearches.ts'
import { PossibleMatchFinder } from './search/possibleMatches.ts'
import { PublishedCubes } from './search/publishedCubes.ts'
import { TokenIndex } from './search/tokenIndex.ts'
import type { Store } from './store/store.ts'
import { WatchDesk } from './watches/watchDesk.ts'
import type { WatchGround, WatchReading } from './watches/watchGround.ts'

/** What resolvers show of the ledger and of policies. */
export type {
  DisclosurePage,
  Explanation,
  FieldAccount,
  FieldOutlook,
  Gift,
  GivenField,
  LevelAccount,
  Outlook,
  OwnerAccess,
  ReaderAct,
  ReportedAccess,
  ReportedRecord,
  RuleAccount,
  SubjectReport,
  TypeView,
}

/** What a hub is made of. */
export interface HubParts {
  readonly catalogue: Catalogue
  /** Those of the start, for good, or a list that may be replaced while the hub runs. */
  readonly members: readonly Member[] | Roster
  /** At least 32 bytes; ids and cursors stay valid for as long as it does. */
  readonly secret: Uint8Array
  readonly audit: AuditLog
  /** Nonces of cursors. Default: random; anything else is for tests, which compare whole answers. */
  readonly cursorNonce?: () => Uint8Array
  /** How a member's policy stands; null for one that takes no part. Default: not known. */
  readonly policyStatus?: (bureau: string) => PolicyStatus | null
  /** The hub's own: what must outlast a restart. */
  readonly store: Store
  /** Hit checks that one person has on one UTC day. Default 200. */
  readonly hitChecksPerDay?: number
  /** Searches for people that one person has in one hour of the clock (UTC). Default 300. */
  readonly searchesPerHour?: number
  /** By which hit checks wait. Default: the machine's clock. */
  readonly timer?: Timer
  /** Agreements in force for a bureau on a UTC day, for questions about callers who are written out. Default: none. */
  readonly agreementsOf?: (bureau: string, day: string) => readonly string[]
  /** Hears of every operation that has ended. Default: nobody does. */
  readonly onOperation?: OperationListener
  /** The log of changes, for alerts. Default: none, and nobody can subscribe. */
  readonly broadcast?: Broadcast
  /** How the feeds of all bureaus stand, by bureau and type. Default: there are none. */
  readonly feeds?: () => readonly FeedStatus[]
  /** Whether changes of some bureau are missing from the log. Default: whether a feed says so. */
  readonly hasFeedGap?: () => boolean
  /** How requests for assistance are delivered, by which clock, and who hears of faults. Default: as `RequestOfficeParts` says. */
  readonly office?: Pick<RequestOfficeParts, 'keeps' | 'clock' | 'delivery' | 'onFault'>
  /** Where the ledger is read. Default: nowhere, and whoever asks for it has failed. */
  readonly ledger?: LedgerReading
  /** The log of changes, for watches, which are kept in the hub's own store. Default: none, and nobody can watch. */
  readonly changeLog?: ChangeLog
  /** Hears why watches could not be kept up: it is tried again. Default: nobody does. */
  readonly onWatchFailure?: (error: unknown) => void
  /** When items of progress leave. Default: as `Tempo` says, by the machine's clock. */
  readonly tempo?: Tempo
  /** Tells the other nodes that somebody's access has ended; they `take` it. Default: there are no others. */
  readonly announceRevocation?: (revocation: Revocation) => Promise<void>
}

const usualHitChecks = 200
const usualSearches = 300
const usualTempo: Tempo = { clock: systemClock, firstMs: 50, betweenMs: 200 }

/** The hub: joins the members' systems and decides nothing itself. */
export class Hub {
  readonly catalogue: Catalogue
  /** How a member's policy stands. */
  readonly policyStatus: (bureau: string) => PolicyStatus | null
  /** How the feeds of all bureaus stand, by bureau and type. */
  readonly feeds: () => readonly FeedStatus[]
  readonly hitChecks: HitChecks
  readonly searches: PersonSearches
  readonly matches: PossibleMatchFinder
  readonly networks: Networks
  readonly cubes = new PublishedCubes()
  /** What the hub keeps to look people up by; capture keeps it current. */
  readonly searchIndex: TokenIndex
  readonly emergencies: EmergencyAccesses
  readonly reviews: EmergencyReviews
  readonly desks: Store['desks']
  readonly revocations: Revocations
  /** Counts those who were not let in without saying who they are. */
  readonly refusals: RefusalCount
  /** Requests for assistance. Delivers and keeps time once it is opened. */
  readonly office: RequestOffice
  /** Notices; likewise. */
  readonly noticeOffice: NoticeOffice
  readonly #recorder: Recorder
  /** Where watches are kept; null: this hub follows no log of changes. */
  readonly watchDesk: WatchDesk | null
  readonly #roster: Roster
  readonly #kept: HeldSources
  readonly #onOperation: OperationListener
  readonly #shared: Pick<PlanContext, 'catalogue' | 'ids' | 'agreementsOf' | 'tempo'>
  readonly #cursorsFor: (members: readonly Member[]) => Cursors
  readonly #alerts: AlertDesk | null
  readonly #ledger: { readonly desk: LedgerDesk; readonly oversight: OversightDesk } | null
  readonly #rules = new WeakMap<PlanContext, RulesOfNow>()
  /** What operations that begin now are decided by: members and policies as they were when they were last looked at, held fast. */
  #known: { readonly members: readonly Member[]; readonly owners: ReadonlySet<string>; readonly context: PlanContext } | null = null

  constructor(parts: HubParts) {
    const {
      catalogue,
      members,
      secret,
      audit,
      cursorNonce,
      agreementsOf = () => [],
      policyStatus = () => null,
      onOperation = () => {},
      store,
      hitChecksPerDay: perDay = usualHitChecks,
      searchesPerHour = usualSearches,
      timer = machineTimer,
      tempo = usualTempo,
      broadcast,
      feeds = () => [],
      hasFeedGap: hasGap = () => feeds().some(({ gap }) => gap),
      announceRevocation,
      ledger,
      changeLog: log,
      onWatchFailure: onFailure = () => {},
    } = parts
    this.catalogue = catalogue
    this.#roster = members instanceof Roster ? members : new Roster(members)
    this.hitChecks = new HitChecks({ store, timer, perDay })
    this.searchIndex = new TokenIndex(store.searchTokens, secret)
    this.searches = new PersonSearches({ store, kept: this.searchIndex, perHour: searchesPerHour })
    this.matches = new PossibleMatchFinder({ searches: this.searches, verdicts: store.matchVerdicts, secret })
    this.networks = new Networks({ searches: this.searches, secret })
    this.emergencies = new EmergencyAccesses({ sources: () => sourcesOf(this.members), store })
    this.reviews = new EmergencyReviews({ store })
    this.desks = store.desks
    this.revocations = new Revocations({ records: store.revocations, ...(announceRevocation ? { announce: announceRevocation } : {}) })
    this.#recorder = new Recorder(audit, secret)
    this.refusals = new RefusalCount((entry) => audit.append(entry))
    this.#onOperation = onOperation
    this.policyStatus = policyStatus
    this.feeds = feeds
    const ids = new RecordIds(secret)
    this.#kept = keptRecords(store.held, secret, catalogue)
    const shared = { store, held: this.#kept, secret, sources: () => sourcesOf(this.members), agreementsOf, ...parts.office }
    this.office = new RequestOffice({ ...shared, ids, members: () => this.members.map(({ profile }) => profile.code) })
    this.noticeOffice = new NoticeOffice({
      ...shared,
      secretariat: () => this.members.find(({ profile }) => profile.kind === 'SECRETARIAT')?.profile.code ?? null,
    })
    this.#shared = { catalogue, ids, agreementsOf, tempo }
    this.#cursorsFor = (members) => new Cursors(cursorSecret(secret, members), cursorNonce)
    this.#ledger =
      ledger === undefined
        ? null
        : { desk: new LedgerDesk(ledger), oversight: new OversightDesk({ ...ledger, requests: store.subjectRequests }) }
    const rules = () => this.#rulesOf(this.#contextNow())
    const { clock } = tempo
    this.#alerts = broadcast === undefined ? null : new AlertDesk({ broadcast, clock, secret, rules, agreementsOf, hasGap })
    const ground: WatchGround = {
      rules,
      callerOf: (of) => callerOfNow(of, { clock, agreementsOf }),
      begin: (caller, signal, onStatus) => this.#read(caller, signal, onStatus),
    }
    this.watchDesk = log === undefined ? null : new WatchDesk({ catalogue, ground, records: store.watches, log, secret, clock, onFailure })
  }

  /** Where alerts are subscribed to. */
  alertDesk(): AlertDesk {
    if (this.#alerts === null) throw new TypeError('this hub follows no log of changes')
    return this.#alerts
  }

  /** Where the ledger is read. */
  ledgerDesk(): LedgerDesk {
    return this.#recorded().desk
  }

  /** Where those who watch over all bureaus read it. */
  oversightDesk(): OversightDesk {
    return this.#recorded().oversight
  }

  #recorded() {
    if (this.#ledger === null) throw new TypeError('this hub has no ledger to read')
    return this.#ledger
  }

  /** The members of this moment, in the order of codes. */
  get members(): readonly Member[] {
    return this.#roster.members
  }

  /** Asks every member's system whether it is there, so that the first question does not pay for the first connection. Never throws: `health` tells. */
  async warmUp(): Promise<void> {
    await Promise.all(sourcesOf(this.members).map((source) => probe(source)))
  }

  /**
   * Starts one caller's operation. The whole of it shares one deadline, the longest that any bureau is given, one list of members and one set of policies: those of
   * now. What changes meanwhile decides the operations that begin after it. To be disposed of when it has ended: what it asks stays open until then. `uncounted`: it is a part of one
   * that was counted when it began.
   */
  begin(
    caller: Caller,
    { uncounted = false, ...call }: { readonly signal: AbortSignal; readonly traceId: string; readonly uncounted?: boolean },
  ): HubOperation {
    const context = this.#contextNow()
    const longest = longestDeadline(context)
    const inTime = (): LinkCall => ({ ...call, deadline: Date.now() + longest })
    return new HubOperation(this, new PlannedOperation(context, caller, inTime()), inTime, {
      lease: this.#roster.hold(),
      running: new RunningOperation(uncounted ? () => {} : this.#onOperation),
    })
  }

  /** Begins to read as a caller whose operation has ended: with the members and rules of now and a deadline. */
  #read(caller: Caller, signal: AbortSignal, onStatus: FreshReading['onStatus']): WatchReading {
    const lease = this.#roster.hold()
    const context = this.#contextNow()
    const call = { signal, deadline: Date.now() + longestDeadline(context), traceId: randomBytes(16).toString('hex') }
    return { context: new PlannedOperation(context, caller, call).freshReading(onStatus), [Symbol.dispose]: () => lease.release() }
  }

  /** The caller of a request that names an emergency access (null: none). Throws EMERGENCY_NOT_OPEN. */
  admit(caller: Caller, emergency: string | null): Caller {
    return emergency === null ? caller : { ...caller, emergency: this.emergencies.admit(emergency, caller) }
  }

  /** Writes the entry of an operation. Throws AUDIT_UNAVAILABLE. */
  async record(planned: PlannedOperation, acts: Acts, trace: string, outcome: Outcome): Promise<void> {
    await this.#recorder.operation(planned, acts, trace, outcome)
  }

  /** What is written of an executed delivery, recipient by recipient. */
  deliveryRecord(plan: PlannedOperation, delivery: Delivery, document: { readonly hash: string; readonly errors: number }): DeliveryRecord {
    return this.#recorder.delivery(plan, delivery, document)
  }

  /** Puts on record what is about to leave otherwise than as an answer (see `Recorder.outside`). Nothing may leave before it resolves. Throws AUDIT_UNAVAILABLE. */
  async recordDisclosure(planned: Disclosing, trace: string, given: GivenOutside): Promise<void> {
    await this.#recorder.outside(planned, trace, given)
  }

  /** Puts on record that somebody was not let in. Throws AUDIT_UNAVAILABLE. */
  async refuse(refused: Refused): Promise<void> {
    await this.#recorder.refusal(refused)
  }

  #rulesOf(context: PlanContext): RulesOfNow {
    const known = this.#rules.get(context)
    if (known !== undefined) return known
    const policies = new Map(context.sources.map(({ profile, policy }) => [profile.code, policy]))
    const rules: RulesOfNow = {
      planFor: (bureau, type, caller) => policies.get(bureau)?.planFor(type, caller) ?? null,
      readsCase: [...policies.values()].some(readsCase),
      visible: async (refs, caller) => {
        using reading = this.#read(caller, new AbortController().signal, () => {})
        return await visibleAmong(refs, reading.context)
      },
    }
    this.#rules.set(context, rules)
    return rules
  }

  /** Read without a pause, so that members and policies are of one and the same moment. */
  #contextNow(): PlanContext {
    const { members } = this
    const { owners } = this.#kept
    const own = sourcesOf(members)
    const sources = [...own, ...this.#kept.sourcesOf(own)]
    const known = this.#known
    if (
      known?.members === members &&
      known.owners === owners &&
      known.context.sources.every(({ policy }, i) => policy === sources[i]?.policy)
    )
      return known.context
    const cursors = known?.members === members ? known.context.cursors : this.#cursorsFor(members)
    const fixed = sources.map((source) => ({ ...source, policy: source.policy }))
    const ofMembers = fixed.slice(0, own.length)
    const sourceSince = (place: string) => this.#kept.sourceAt(place, ofMembers)
    const context = { ...this.#shared, cursors, sources: fixed, sourceSince }
    this.#known = { members, owners, context }
    return context
  }

  /** Closes every member's connector, and keeps nothing. */
  async close(): Promise<void> {
    this.#alerts?.close()
    await Promise.all([this.office.close(), this.noticeOffice.close()])
    await this.watchDesk?.stop()
    await this.refusals.close().catch(() => {})
    for (const { kept } of sourcesOf(this.#roster.members)) kept?.purge()
    await this.#roster.close()
  }
}

/** The longest that any bureau is given, in milliseconds. */
function longestDeadline({ sources }: PlanContext): number {
  return Math.max(0, ...sources.map((source) => source.limits.deadlineMs))
}

/** Whether the rules of a policy look at the case: they then tell two callers apart who differ in nothing else. */
function readsCase(policy: Policy): boolean {
  const about = (number: string): Caller => ({ ...anybody, purpose: { kind: 'INVESTIGATION', case: number } })
  return policy.classKey(about('1')) !== policy.classKey(about('2'))
}

/** Of no bureau that there is. */
const anybody: Caller = {
  principal: {
    personRef: '',
    bureau: '',
    organisation: null,
    unit: null,
    roles: [],
    clearance: 0,
    agreements: [],
    purposes: [],
    expiresAt: 0,
  },
  purpose: { kind: '', case: null },
  date: '1970-01-01',
  instant: 0,
  emergency: null,
}

function sourcesOf(members: readonly Member[]): readonly BureauSource[] {
  return members.flatMap(({ source }) => source ?? [])
}

/** A cursor opens only among the members for whom it was sealed, asked as they were then. */
function cursorSecret(secret: Uint8Array, members: readonly Member[]): Uint8Array {
  const asked = members.map((member) => [member.profile.code, standingOf(member), member.source?.reads ?? null])
  const among = createHash('sha256').update(JSON.stringify(asked)).digest()
  return createHmac('sha256', secret).update('comity members').update(among).digest()
}
