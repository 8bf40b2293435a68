import type { AuditLog } from './audit/auditLog.ts'
import { auditEntry, type EmergencyAct, type HitCheckRecord } from './audit/entry.ts'
import type { Explanation, FieldAccount, LevelAccount } from './disclosure/study/explanation.ts'
import type { FieldOutlook, Outlook } from './disclosure/study/levelText.ts'
import type { RuleAccount } from './disclosure/study/ruleAccount.ts'
import type { TypeView } from './disclosure/study/viewMatrix.ts'
import { EmergencyAccesses, type Invocation } from './emergency/emergencyAccesses.ts'
import { EmergencyReviews, type ReviewInput } from './emergency/emergencyReviews.ts'
import { machineTimer, type Timer } from './hits/answerTime.ts'
import { type HitCheckResult, HitChecks } from './hits/hitChecks.ts'
import type { HitCheckInput } from './hits/hitKey.ts'
import type { LinkCall, LinkHealth } from './links/link.ts'
import type { BureauProfile, RowProblem } from './model/bureau.ts'
import type { Catalogue } from './model/catalogue.ts'
import type { NumberedDeskEntry } from './model/deskEntry.ts'
import type { EmergencyAccess } from './model/emergencyAccess.ts'
import type { PolicyStatus } from './model/policyStatus.ts'
import { type Caller, deskReaders, hasRole } from './model/principal.ts'
import { type Connection, completenessOf } from './plan/connection.ts'
import { Cursors } from './plan/cursor.ts'
import { type PageArguments, type PlanContext, PlannedOperation, type ResolveInfo } from './plan/operation.ts'
import type { WrittenCaller } from './plan/writtenCaller.ts'
import type { BureauSource } from './records/bureauSource.ts'
import { RecordIds } from './records/recordId.ts'
import { type NumberedPage, type NumberedPageArguments, numberedPage } from './store/numberedPage.ts'
import type { Store } from './store/store.ts'

/** What resolvers show of a policy. */
export type { Explanation, FieldAccount, FieldOutlook, LevelAccount, Outlook, RuleAccount, TypeView }

/** A member bureau: one that is asked, or one whose files have errors. */
export interface Member {
  readonly profile: BureauProfile
  /** Null for a bureau that the hub was told to start without. */
  readonly source: BureauSource | null
}

/** How a member's system has been doing since the hub started. */
export interface BureauHealth extends LinkHealth {
  readonly skippedRows: number | null
  readonly skipped: readonly RowProblem[] | null
}

const notAsked: LinkHealth = { state: 'NOT_ASKED', lastAnsweredAt: null, latencyMs: null, breaker: null, concurrency: null }

/** What a hub is made of. */
export interface HubParts {
  readonly catalogue: Catalogue
  readonly members: readonly Member[]
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
  /** By which hit checks wait. Default: the machine's clock. */
  readonly timer?: Timer
  /** Agreements in force for a bureau on a UTC day, for questions about callers who are written out. Default: none. */
  readonly agreementsOf?: (bureau: string, day: string) => readonly string[]
}

const usualHitChecks = 200

/** How an operation ended. */
export interface Outcome {
  readonly operationName: string | null
  readonly documentHash: string
  readonly operationType: string
  readonly errors: number
}

/** The hub: joins the members' systems and decides nothing itself. */
export class Hub {
  readonly catalogue: Catalogue
  /** In the order of codes. */
  readonly members: readonly Member[]
  /** How a member's policy stands. */
  readonly policyStatus: (bureau: string) => PolicyStatus | null
  readonly hitChecks: HitChecks
  readonly emergencies: EmergencyAccesses
  readonly reviews: EmergencyReviews
  readonly desks: Store['desks']
  readonly #audit: AuditLog
  readonly #base: PlanContext
  /** `#base` with the policies that were in force when it was last looked at, held fast. */
  #context: PlanContext

  constructor(parts: HubParts) {
    const {
      catalogue,
      members,
      secret,
      audit,
      cursorNonce,
      agreementsOf = () => [],
      policyStatus = () => null,
      store,
      hitChecksPerDay: perDay = usualHitChecks,
      timer = machineTimer,
    } = parts
    const sorted = members.toSorted((a, b) => (a.profile.code < b.profile.code ? -1 : 1))
    const sources = sorted.map((member) => member.source).filter((source) => source !== null)
    this.catalogue = catalogue
    this.members = sorted
    this.hitChecks = new HitChecks({ bureaus: sorted.map(({ profile }) => profile.code), store, timer, perDay })
    this.emergencies = new EmergencyAccesses({ sources, store })
    this.reviews = new EmergencyReviews({ store })
    this.desks = store.desks
    this.#audit = audit
    this.policyStatus = policyStatus
    this.#base = { catalogue, sources, ids: new RecordIds(secret), cursors: new Cursors(secret, cursorNonce), agreementsOf }
    this.#context = this.#base
  }

  /** Asks every member's system whether it is there, so that the first question does not pay for the first connection. Never throws: `health` tells. */
  async warmUp(): Promise<void> {
    const { signal } = new AbortController()
    const probe = ({ link, limits }: BureauSource) =>
      link.probe({ signal, deadline: Date.now() + limits.deadlineMs, traceId: '0'.repeat(32) })
    await Promise.allSettled(this.#base.sources.map(probe))
  }

  /**
   * Starts one caller's operation. The whole of it shares one deadline, the longest that any bureau is given, and one set of policies: those in force
   * now. A policy that changes meanwhile decides the operations that begin after it.
   */
  begin(caller: Caller, call: { readonly signal: AbortSignal; readonly traceId: string }): HubOperation {
    const context = this.#contextNow()
    const longest = Math.max(0, ...context.sources.map((source) => source.limits.deadlineMs))
    const inTime = (): LinkCall => ({ ...call, deadline: Date.now() + longest })
    return new HubOperation(this, new PlannedOperation(context, caller, inTime()), inTime)
  }

  /** The caller of a request that names an emergency access (null: none). Throws EMERGENCY_NOT_OPEN. */
  admit(caller: Caller, emergency: string | null): Caller {
    return emergency === null ? caller : { ...caller, emergency: this.emergencies.admit(emergency, caller) }
  }

  /** Writes the entry of an operation. Throws AUDIT_UNAVAILABLE. */
  async record(planned: PlannedOperation, acts: Acts, trace: string, outcome: Outcome): Promise<void> {
    const { operationName: name, operationType: type, documentHash: hash, errors } = outcome
    const rest = {
      trace,
      operation: { name, type, hash, errors },
      policies: planned.policies(),
      sources: planned.sources(),
      ...didSomething(acts),
    }
    await this.#audit.append(auditEntry(planned.caller, { ...rest, disclosed: planned.disclosed.list() }))
  }

  /** Read without a pause, so that all sources show one and the same set. */
  #contextNow(): PlanContext {
    const isSame = this.#context.sources.every((held, i) => held !== this.#base.sources[i] && held.policy === this.#base.sources[i]?.policy)
    if (!isSame) this.#context = { ...this.#base, sources: this.#base.sources.map((source) => ({ ...source, policy: source.policy })) }
    return this.#context
  }

  /** Closes every member's connector. */
  async close(): Promise<void> {
    await Promise.all(this.#base.sources.map((source) => source.link.close()))
  }
}

/** What an operation did besides reading, for its audit entry. */
interface Acts {
  readonly hitChecks: readonly HitCheckRecord[]
  readonly emergencies: readonly EmergencyAct[]
}

function didSomething({ hitChecks, emergencies }: Acts): Partial<Acts> {
  return { ...(hitChecks.length > 0 ? { hitChecks } : {}), ...(emergencies.length > 0 ? { emergencies } : {}) }
}

/** One operation, as resolvers see it: the GraphQL context value. Apollo Server hands resolvers a shallow copy, on which `#private` members are missing. */
export class HubOperation {
  readonly hub: Hub
  readonly plan: PlannedOperation
  /** What it did besides reading. */
  readonly acts = { hitChecks: [] as HitCheckRecord[], emergencies: [] as EmergencyAct[] } satisfies Acts
  /** The circumstances of a step with a deadline of its own. */
  readonly call: () => LinkCall

  /** `call` gives each step that needs one a deadline of its own. */
  constructor(hub: Hub, plan: PlannedOperation, call: () => LinkCall) {
    this.hub = hub
    this.plan = plan
    this.call = call
  }

  /** Who asks. */
  get caller(): Caller {
    return this.plan.caller
  }

  /** A page of all bureaus' records of a type. Throws BAD_USER_INPUT, CURSOR_INVALID. */
  async connection(type: string, args: PageArguments, info: ResolveInfo): Promise<Connection> {
    return this.plan.connection(type, args, info)
  }

  /** What a caller may come to learn of the asker's own bureau's records; null when the asker has no business asking. Throws BAD_USER_INPUT. */
  disclosurePreview(about: WrittenCaller, type: string | null): readonly TypeView[] | null {
    return this.plan.preview(about, type)
  }

  /** Why a caller learns what they learn of a record of the asker's own bureau; null as for a record that does not exist. Throws BAD_USER_INPUT. */
  explainDisclosure(id: string, about: WrittenCaller): Promise<Explanation | null> {
    return this.plan.explain(id, about)
  }

  /** A member by its code. */
  member(code: string): Member | null {
    return this.hub.members.find((member) => member.profile.code === code) ?? null
  }

  /** A member that is known to be one. */
  memberOf(code: string): Member {
    const member = this.member(code)
    if (member === null) throw new TypeError('not a member')
    return member
  }

  /** How a member's system has been doing. What could not be mapped is for its own officers to know: the count alone would tell of hidden records. */
  healthOf({ profile, source }: Member): BureauHealth {
    const own = profile.code === this.caller.principal.bureau
    const health = source?.link.health() ?? notAsked
    return { ...health, skippedRows: own ? (source?.problems.count ?? 0) : null, skipped: own ? (source?.problems.latest ?? []) : null }
  }

  /** How a member's policy stands, for its own officers; null for everybody else. */
  policyOf({ profile }: Member): PolicyStatus | null {
    return profile.code === this.caller.principal.bureau ? this.hub.policyStatus(profile.code) : null
  }

  /** Asks all bureaus whether they know somebody. Throws as `HitChecks.check`. */
  async hitCheck(input: HitCheckInput): Promise<HitCheckResult> {
    const result = await this.hub.hitChecks.check(input, {
      caller: this.caller,
      call: this.call(),
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

  private noted(act: EmergencyAct['act'], access: EmergencyAccess): EmergencyAccess {
    this.acts.emergencies.push({ act, id: access.id, owner: access.owner, block: access.block })
    return access
  }

  /** After execution and before the first byte: the entry becomes durable, then the answer may leave. Throws AUDIT_UNAVAILABLE. */
  async conclude(outcome: Outcome): Promise<Readonly<Record<string, unknown>>> {
    await this.hub.record(this.plan, this.acts, this.call().traceId, outcome)
    const sources = this.plan.sources()
    const disclosure = this.plan.disclosed.summary()
    return {
      ...(sources.length === 0 ? {} : { sources, completeness: completenessOf(sources) }),
      ...(disclosure.length === 0 ? {} : { disclosure }),
    }
  }
}
