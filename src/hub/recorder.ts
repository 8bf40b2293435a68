import { createHash, createHmac } from 'node:crypto'
import type { AuditLog } from '../audit/auditLog.ts'
import { type Disclosures, disclosuresOf, type GivenOutside, type RecordedPolicy, recordedReader } from '../audit/entry.ts'
import { canonicalJson } from '../audit/ledger/canonicalJson.ts'
import type { ErrorCode } from '../model/errors.ts'
import type { Principal, Purpose } from '../model/principal.ts'
import type { PlannedOperation } from '../plan/operation.ts'
import type { Delivery } from './delivery.ts'
import { DeliveryRecord } from './deliveryRecord.ts'
import type { Acts, Outcome } from './hubOperation.ts'

type Policies = Readonly<Record<string, RecordedPolicy>>

/** What an entry takes of what was read. */
export type Disclosing = Pick<PlannedOperation, 'caller' | 'policies' | 'sources' | 'given'>

/** Somebody who was not let in. `purpose`: what they may declare and did, if anything. */
export interface Refused {
  readonly principal: Principal
  readonly purpose: Purpose | null
  readonly trace: string
  readonly code: ErrorCode
}

/** Puts on record what the hub does. Every method rejects with AUDIT_UNAVAILABLE when that cannot be done, and then nothing may leave. */
export class Recorder {
  readonly #audit: AuditLog
  readonly #secret: Uint8Array
  readonly #bundles = new WeakMap<Policies, string>()
  /** The bundle that was put on record last. */
  #recorded: string | null = null

  /** `secret`: the hub's own; variables are digested with a key made of it. */
  constructor(audit: AuditLog, secret: Uint8Array) {
    this.#audit = audit
    this.#secret = createHmac('sha256', secret).update('comity ledger variables').digest()
  }

  /** An operation, or one item of its answer. */
  async operation(planned: PlannedOperation, acts: Acts, trace: string, outcome: Outcome): Promise<void> {
    const { operationName: name, operationType: type, documentHash: hash, errors, codes = [], variables } = outcome
    const { principal, purpose, emergency } = planned.caller
    const disclosures = await this.#disclosures(planned)
    await this.#audit.append({
      ...recordedReader(principal),
      purpose: purpose.kind,
      case: purpose.case,
      trace,
      emergency: emergency?.id ?? null,
      operation: { name, type, hash, variables: this.#digest(variables), errors, ...(codes.length > 0 ? { codes } : {}) },
      ...disclosures,
      ...(planned.part === null ? {} : { part: planned.part }),
      ...didSomething(acts),
    })
  }

  /** What is to be written of an executed delivery, recipient by recipient. */
  delivery(
    planned: PlannedOperation,
    { alert, caller }: Delivery,
    document: { readonly hash: string; readonly errors: number },
  ): DeliveryRecord {
    const { bureau, roles } = caller.principal
    const head = { delivery: { alert: alert.id, kind: alert.kind, ...document }, bureau, roles, purpose: caller.purpose.kind }
    const disclosures = this.#disclosures(planned)
    // Whoever waits for the entry hears of it.
    disclosures.catch(() => {})
    return new DeliveryRecord(async (recipients) => this.#audit.append({ ...head, ...(await disclosures), recipients }))
  }

  /**
   * Records that are about to leave otherwise than as the answer to an operation. Nothing of them may leave before this resolves, and nothing at all when it rejects. `planned` is what they
   * were read by, so that the entry says what the reader was allowed; `given` what is about to leave.
   */
  async outside(planned: Disclosing, trace: string, given: GivenOutside): Promise<void> {
    const { principal, purpose, emergency } = planned.caller
    const disclosures = await this.#disclosures(planned)
    await this.#audit.append({
      ...recordedReader(principal),
      purpose: purpose.kind,
      case: purpose.case,
      trace,
      emergency: emergency?.id ?? null,
      given,
      ...disclosures,
    })
  }

  /** A request that was not let in. */
  async refusal({ principal, purpose, trace, code }: Refused): Promise<void> {
    const kind = purpose?.kind ?? null
    await this.#audit.append({ ...recordedReader(principal), refused: code, purpose: kind, case: purpose?.case ?? null, trace })
  }

  async #disclosures(planned: Disclosing): Promise<Disclosures> {
    const policies = planned.policies()
    const disclosures = disclosuresOf({ bundle: this.#bundleOf(policies), policies, sources: planned.sources(), given: planned.given() })
    await this.#recordBundle(disclosures.bundle, policies)
    return disclosures
  }

  /** What an entry calls a bundle stands on record before it. */
  async #recordBundle(bundle: string, policies: Policies): Promise<void> {
    if (this.#recorded === bundle) return
    await this.#audit.append({ act: 'POLICIES', bundle, policies })
    this.#recorded = bundle
  }

  #bundleOf(policies: Policies): string {
    const known = this.#bundles.get(policies)
    if (known !== undefined) return known
    const digests = Object.fromEntries(Object.entries(policies).map(([bureau, { digest }]) => [bureau, digest]))
    const bundle = createHash('sha256').update(canonicalJson(digests)).digest('base64url')
    this.#bundles.set(policies, bundle)
    return bundle
  }

  #digest(variables: unknown): string | null {
    if (variables === undefined || variables === null || Object.keys(variables).length === 0) return null
    return createHmac('sha256', this.#secret).update(canonicalJson(variables)).digest('base64url')
  }
}

function didSomething(acts: Acts): Partial<Acts> {
  return Object.fromEntries(Object.entries(acts).filter(([, done]) => done.length > 0))
}
