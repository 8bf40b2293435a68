import { randomBytes } from 'node:crypto'
import type { GivenOutside } from './audit/entry.ts'
import type { Gift, GivenField, OwnerAccess, ReaderAct } from './audit/reading/ledgerReader.ts'
import { RefusalCount } from './audit/refusalCount.ts'
import { underEmbargoes } from './disclosure/embargo.ts'
import type { Policy } from './disclosure/policy.ts'
import type { Explanation, FieldAccount, LevelAccount } from './disclosure/study/explanation.ts'
import type { FieldOutlook, Outlook } from './disclosure/study/levelText.ts'
import type { RuleAccount } from './disclosure/study/ruleAccount.ts'
import type { TypeView } from './disclosure/study/viewMatrix.ts'
import { EmergencyAccesses } from './emergency/emergencyAccesses.ts'
import { EmergencyReviews } from './emergency/emergencyReviews.ts'
import { machineTimer } from './hits/answerTime.ts'
import { HitChecks } from './hits/hitChecks.ts'
import { AlertDesk, type RulesOfNow } from './hub/alertDesk.ts'
import { callerOfNow } from './hub/callerOfNow.ts'
import { cursorSecret } from './hub/cursorSecret.ts'
import type { Delivery } from './hub/delivery.ts'
import type { DeliveryRecord } from './hub/deliveryRecord.ts'
import { type Acts, HubOperation, type Outcome } from './hub/hubOperation.ts'
import type { HubParts } from './hub/hubParts.ts'
import { JointOffice } from './hub/jointOffice.ts'
import { keptRecords } from './hub/keptRecords.ts'
import { type DisclosurePage, LedgerDesk } from './hub/ledgerDesk.ts'
import type { Member } from './hub/member.ts'
import { NoticeOffice } from './hub/noticeOffice.ts'
import { OversightDesk, type ReportedAccess, type ReportedRecord, type SubjectReport } from './hub/oversightDesk.ts'
import { probe } from './hub/probe.ts'
import { readsCase } from './hub/readsCase.ts'
import { type Disclosing, Recorder, type Refused } from './hub/recorder.ts'
import { RequestOffice } from './hub/requestOffice.ts'
import { Roster } from './hub/roster.ts'
import { type OperationListener, RunningOperation } from './hub/runningOperation.ts'
import { Revocations } from './identity/revocations.ts'
import { systemClock } from './links/clock.ts'
import type { LinkCall } from './links/link.ts'
import type { FeedStatus } from './model/capture.ts'
import type { Catalogue } from './model/catalogue.ts'
import type { PolicyStatus } from './model/policyStatus.ts'
import type { Caller } from './model/principal.ts'
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

/** What a hub is made of, and what resolvers show of the ledger and of policies. */
export type {
  DisclosurePage,
  Explanation,
  FieldAccount,
  FieldOutlook,
  Gift,
  GivenField,
  HubParts,
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

/** What operations were decided by, and of what it was made. */
interface KnownContext {
  readonly members: readonly Member[]
  readonly owners: ReadonlySet<string>
  readonly lifted: number
  readonly context: PlanContext
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
  /** Joint operations; likewise. */
  readonly jointOffice: JointOffice
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
  #known: KnownContext | null = null
  readonly #policies = new WeakMap<Policy, Policy>()

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
    this.reviews = new EmergencyReviews({ store, ...parts.office })
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
    const codes = () => this.members.map(({ profile }) => profile.code)
    this.office = new RequestOffice({ ...shared, ids, members: codes })
    this.jointOffice = new JointOffice({ ...shared, members: codes })
    this.noticeOffice = new NoticeOffice({
      ...shared,
      members: codes,
      purposes: catalogue.enums.get('Purpose') ?? [],
      roles: catalogue.enums.get('Role') ?? [],
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
    const { live } = this.jointOffice
    this.#alerts = broadcast === undefined ? null : new AlertDesk({ broadcast, clock, secret, rules, agreementsOf, live, hasGap })
    const ground: WatchGround = {
      rules,
      callerOf: (of) => callerOfNow(of, { clock, agreementsOf, live }),
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
    // Until it is known what operations hide, it is hidden.
    const live = this.jointOffice.live.read().catch(() => {})
    await Promise.all([live, ...sourcesOf(this.members).map((source) => probe(source))])
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
    return new HubOperation(this, new PlannedOperation(context, this.#asMember(caller), inTime()), inTime, {
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
  admit(asking: Caller, emergency: string | null): Caller {
    const caller = this.#asMember(asking)
    return emergency === null ? caller : { ...caller, emergency: this.emergencies.admit(emergency, caller) }
  }

  /** A caller with the joint operations that they are a member of now. */
  #asMember(caller: Caller): Caller {
    const operations = this.jointOffice.live.operationsOf(caller)
    return operations.length === 0 ? caller : { ...caller, principal: { ...caller.principal, operations } }
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
      hides: (record, caller) => this.jointOffice.live.hides(record, caller),
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
    const { lifted } = this.jointOffice.live
    const own = sourcesOf(members)
    const sources = [...own, ...this.#kept.sourcesOf(own)]
    const known = this.#known
    if (
      known?.members === members &&
      known.owners === owners &&
      known.lifted === lifted &&
      known.context.sources.every(({ policy }, i) => policy === this.#guarded(sources[i]))
    )
      return known.context
    const cursors = known?.members === members ? known.context.cursors : this.#cursorsFor(members)
    const fixed = sources.map((source) => ({ ...source, policy: this.#guarded(source) ?? source.policy }))
    const ofMembers = fixed.slice(0, own.length)
    const sourceSince = (place: string) => {
      const since = this.#kept.sourceAt(place, ofMembers)
      return since === undefined ? undefined : { ...since, policy: underEmbargoes(since.policy, this.jointOffice.live) }
    }
    const context = { ...this.#shared, cursors, sources: fixed, sourceSince }
    this.#known = { members, owners, lifted, context }
    return context
  }

  /** A source's policy of now, under embargoes: one object for as long as it is in force. */
  #guarded(source: BureauSource | undefined): Policy | undefined {
    if (source === undefined) return undefined
    const { policy } = source
    const known = this.#policies.get(policy) ?? underEmbargoes(policy, this.jointOffice.live)
    this.#policies.set(policy, known)
    return known
  }

  /** Closes every member's connector, and keeps nothing. */
  async close(): Promise<void> {
    this.#alerts?.close()
    await Promise.all([this.office.close(), this.noticeOffice.close(), this.jointOffice.close(), this.reviews.close()])
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

function sourcesOf(members: readonly Member[]): readonly BureauSource[] {
  return members.flatMap(({ source }) => source ?? [])
}
