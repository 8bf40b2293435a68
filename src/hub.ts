import type { AuditLog } from './audit/auditLog.ts'
import { auditEntry } from './audit/entry.ts'
import type { Explanation, FieldAccount, LevelAccount } from './disclosure/study/explanation.ts'
import type { FieldOutlook, Outlook } from './disclosure/study/levelText.ts'
import type { RuleAccount } from './disclosure/study/ruleAccount.ts'
import type { TypeView } from './disclosure/study/viewMatrix.ts'
import { EmergencyAccesses } from './emergency/emergencyAccesses.ts'
import { EmergencyReviews } from './emergency/emergencyReviews.ts'
import { machineTimer, type Timer } from './hits/answerTime.ts'
import { HitChecks } from './hits/hitChecks.ts'
import { type Acts, HubOperation, type Outcome } from './hub/hubOperation.ts'
import type { Member } from './hub/member.ts'
import type { LinkCall } from './links/link.ts'
import type { Catalogue } from './model/catalogue.ts'
import type { PolicyStatus } from './model/policyStatus.ts'
import type { Caller } from './model/principal.ts'
import { Cursors } from './plan/cursor.ts'
import { type PlanContext, PlannedOperation } from './plan/operation.ts'
import type { BureauSource } from './records/bureauSource.ts'
import { RecordIds } from './records/recordId.ts'
import type { Store } from './store/store.ts'

/** What resolvers show of a policy. */
export type { Explanation, FieldAccount, FieldOutlook, LevelAccount, Outlook, RuleAccount, TypeView }

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

function didSomething({ hitChecks, emergencies }: Acts): Partial<Acts> {
  return { ...(hitChecks.length > 0 ? { hitChecks } : {}), ...(emergencies.length > 0 ? { emergencies } : {}) }
}
