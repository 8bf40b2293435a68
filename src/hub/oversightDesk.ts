import type { CheckpointProof, LedgerProofs } from '../audit/reading/ledgerProofs.ts'
import type { LedgerReader, OwnerAccess } from '../audit/reading/ledgerReader.ts'
import { type RuleWords, ruleWords } from '../disclosure/study/ruleWords.ts'
import { ComityError } from '../model/errors.ts'
import { actReaders, hasRole } from '../model/principal.ts'
import { ownerOf } from '../model/record.ts'
import { dueOn, neitherConfirmNorDeny, type SubjectReply, type SubjectRequest, type SubjectRequestKind } from '../model/subjectRequest.ts'
import { durably } from '../store/durably.ts'
import { type NumberedPage, type NumberedPageArguments, numberedPage } from '../store/numberedPage.ts'
import type { SubjectRequests } from '../store/subjectRequests.ts'
import type { HubOperation } from './hubOperation.ts'

type Asking = Pick<HubOperation, 'caller' | 'plan' | 'acts' | 'member'>

/** One access, with the words of the rules on which it rested, as far as the policy that decided is still in force. */
export interface ReportedAccess extends OwnerAccess {
  readonly basis: readonly RuleWords[]
}

/** One record, with every access to it, the earliest first. */
export interface ReportedRecord {
  readonly id: string
  readonly owner: string
  readonly type: string
  readonly accesses: readonly ReportedAccess[]
}

/** Everything that was disclosed of some records. */
export interface SubjectReport {
  /** RFC 3339. */
  readonly madeAt: string
  readonly records: readonly ReportedRecord[]
  /** What the ledger was when it was made. */
  readonly checkpoint: CheckpointProof | null
}

/** Records in one report. */
const mostRecords = 50

/** For a body that watches over all bureaus: what people ask of it about themselves, and what the ledger says of them. Whatever is read here is put on record. */
export class OversightDesk {
  readonly #reader: LedgerReader
  readonly #proofs: LedgerProofs
  readonly #requests: SubjectRequests

  constructor(parts: { readonly reader: LedgerReader; readonly proofs: LedgerProofs; readonly requests: SubjectRequests }) {
    this.#reader = parts.reader
    this.#proofs = parts.proofs
    this.#requests = parts.requests
  }

  /** Everything disclosed of these records, of whatever bureaus; null for who is of no oversight body. Throws BAD_USER_INPUT, AUDIT_UNAVAILABLE. */
  async report(asking: Asking, ids: readonly string[]): Promise<SubjectReport | null> {
    if (!isOversight(asking)) return null
    if (ids.length === 0 || ids.length > mostRecords)
      throw new ComityError('BAD_USER_INPUT', { reason: `records: a report is about 1 to ${mostRecords} records` })
    await this.#reader.upToDate().catch(() => {
      throw new ComityError('AUDIT_UNAVAILABLE')
    })
    const records = [...new Set(ids)].map((id) => {
      const ref = asking.plan.refOf(id)
      if (ref === null) throw new ComityError('BAD_USER_INPUT', { reason: 'records: this hub gave out no such id' })
      const accesses = this.#reader.accessesTo(ref).map((access) => ({ ...access, basis: this.#basisOf(access, asking) }))
      return { id, owner: ownerOf(ref.bureau), type: ref.type, accesses }
    })
    asking.acts.ledger.push({ read: 'SUBJECT_REPORT', shown: records.reduce((sum, { accesses }) => sum + accesses.length, 0) })
    return { madeAt: new Date(asking.caller.instant).toISOString(), records, checkpoint: this.#proofs.latest() }
  }

  /** What is on the desk of the asker's body; null for who is of none. Throws BAD_USER_INPUT, CURSOR_INVALID. */
  requests(asking: Asking, overdue: boolean, page: NumberedPageArguments): NumberedPage<SubjectRequest> | null {
    if (!isOversight(asking)) return null
    const { principal, date } = asking.caller
    const found = numberedPage(page, (before, limit) => this.#requests.page(principal.bureau, before, limit, overdue ? date : null))
    asking.acts.ledger.push({ read: 'SUBJECT_REQUESTS', shown: found.nodes.length })
    return found
  }

  /** Takes a request in. Throws BAD_USER_INPUT, AUDIT_UNAVAILABLE. */
  open(
    asking: Asking,
    { kind, reference, received }: { readonly kind: SubjectRequestKind; readonly reference: string; readonly received: string },
  ): SubjectRequest {
    mustBeOversight(asking)
    if (!/^[\p{L}\p{N}][\p{L}\p{N} ./_-]{0,63}$/u.test(reference))
      throw new ComityError('BAD_USER_INPUT', { reason: 'reference: 1 to 64 letters, digits, spaces and . / _ -' })
    if (received > asking.caller.date) throw new ComityError('BAD_USER_INPUT', { reason: 'received: not after today' })
    const { bureau: body } = asking.caller.principal
    const opened = durably(() => this.#requests.open({ body, kind, reference, received, due: dueOn(kind, received) }))
    asking.acts.ledger.push({ read: 'SUBJECT_REQUESTS', shown: 1 })
    return opened
  }

  /** Notes that a request was answered. Throws BAD_USER_INPUT, AUDIT_UNAVAILABLE. */
  answer(asking: Asking, number: number, reply: SubjectReply): SubjectRequest {
    mustBeOversight(asking)
    const { principal, date } = asking.caller
    const answered = durably(() => this.#requests.answer(principal.bureau, number, date, reply))
    if (answered === null)
      throw new ComityError('BAD_USER_INPUT', { reason: 'request: there is none with this number that waits for an answer' })
    asking.acts.ledger.push({ read: 'SUBJECT_REQUESTS', shown: 1 })
    return answered
  }

  /** The reply to a request that neither confirms nor denies. Nothing is looked up for it. */
  reply(request: SubjectRequest): string {
    return neitherConfirmNorDeny(request)
  }

  #basisOf({ owner, type, rules, policy }: OwnerAccess, { plan }: Asking): readonly RuleWords[] {
    const source = plan.sourceOf(owner)
    return source === undefined || type === null || policy?.digest !== source.policy.digest ? [] : ruleWords(source.policy, type, rules)
  }
}

/** By the hub's own registry: what a token says of roles alone opens no other bureau's records of disclosure. */
function isOversight(asking: Asking): boolean {
  const { principal, purpose } = asking.caller
  return purpose.kind === 'OVERSIGHT' && hasRole(principal, actReaders) && asking.member(principal.bureau)?.profile.kind === 'OVERSIGHT'
}

function mustBeOversight(asking: Asking): void {
  if (!isOversight(asking)) throw new ComityError('BAD_USER_INPUT', { reason: 'this is for an oversight body, with the purpose OVERSIGHT' })
}
