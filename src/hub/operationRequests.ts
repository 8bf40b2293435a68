import type { RequestActRecord } from '../audit/entry.ts'
import type { ReplyKind, RequestAct } from '../model/assistance.ts'
import { ComityError } from '../model/errors.ts'
import type { RecordRef } from '../model/record.ts'
import type { PlannedOperation } from '../plan/operation.ts'
import type { ActWords } from '../requests/advance.ts'
import type { DraftLinks, DraftWords } from '../requests/draft.ts'
import { requestType } from '../requests/heldMapping.ts'
import type { AttachmentRef } from '../requests/heldRequest.ts'
import type { RequestFile } from '../requests/requestFile.ts'
import type { Requests } from '../requests/requests.ts'

/** `CreateRequestInput` as it comes through the door. */
export interface CreateRequestInput extends Omit<DraftWords, 'wantedBy'> {
  readonly clientMutationId: string
  readonly requestedBureaus: readonly string[]
  /** RFC 3339. */
  readonly wantedBy?: string | null
  readonly subjects?: readonly string[] | null
  readonly notice?: string | null
  readonly operation?: string | null
  readonly parent?: string | null
}

/** The inputs of acts on a request, as they come through the door. */
export interface RequestActInput {
  readonly clientMutationId: string
  readonly id: string
  readonly version: number
  readonly message?: string | null
  readonly attachments?: readonly AttachmentRef[] | null
  readonly authorisation?: string | null
  readonly grounds?: readonly string[] | null
  /** RFC 3339. */
  readonly reviewAt?: string | null
  readonly kind?: ReplyKind | null
  readonly text?: string | null
  readonly neutral?: boolean | null
  readonly conditionsOfUse?: readonly string[] | null
}

/** Most persons that one request names. */
const mostSubjects = 50

/** What one operation does about requests for assistance. */
export class OperationRequests {
  /** For the operation's audit entry. */
  readonly acts: RequestActRecord[] = []
  readonly requests: Requests
  readonly plan: PlannedOperation

  constructor(requests: Requests, plan: PlannedOperation) {
    this.requests = requests
    this.plan = plan
  }

  /** Writes drafts. Throws as `Requests.create`. */
  async create(input: CreateRequestInput): Promise<readonly RequestFile[]> {
    const { wantedBy, ...words } = input
    const request = { ...words, wantedBy: instantOf(wantedBy) }
    const files = await this.requests.create(request, input, () => this.linksOf(input), this.plan.caller)
    for (const file of files) this.note('CREATE', file)
    return files
  }

  /** One act. Throws as `Requests.act`. */
  async act(field: string, act: RequestAct, input: RequestActInput): Promise<RequestFile> {
    const words: ActWords = {
      message: input.message ?? null,
      attachments: input.attachments ?? null,
      authorisation: input.authorisation ?? null,
      grounds: input.grounds ?? null,
      reviewAt: instantOf(input.reviewAt),
      replyKind: input.kind ?? null,
      replyText: input.text ?? null,
      neutral: input.neutral ?? null,
      conditionsOfUse: input.conditionsOfUse ?? null,
    }
    const { clientMutationId, id, version } = input
    const given = { ...words, clientMutationId, version, ref: this.plan.placeOf(id) }
    const file = await this.requests.act(field, act, given, input, this.plan.caller)
    this.note(act, file)
    return file
  }

  /** An answer, in part or in full. */
  answer(input: RequestActInput): Promise<RequestFile> {
    return this.act('answerRequest', input.kind === 'PARTIAL' ? 'ANSWER_PART' : 'ANSWER', input)
  }

  /** Has dead letters delivered again. Throws as `Requests.redeliver`. */
  async redeliver(id: string): Promise<RequestFile> {
    const file = await this.requests.redeliver(this.plan.placeOf(id), this.plan.caller)
    this.note('REDELIVER', file)
    return file
  }

  /** A request as the caller's bureau works on it; null as for one that does not exist. */
  file(id: string): Promise<RequestFile | null> {
    return this.requests.file(this.plan.placeOf(id), this.plan.caller)
  }

  private note(act: RequestActRecord['act'], { request: { standing } }: RequestFile): void {
    const { key, owner, requested, state, version } = standing
    this.acts.push({ act, key, owner, requested, state, version })
  }

  private async linksOf({ subjects, notice, operation, parent }: CreateRequestInput): Promise<DraftLinks> {
    const persons = [...new Set(subjects ?? [])]
    if (persons.length > mostSubjects) throw new ComityError('BAD_USER_INPUT', { reason: `subjects: at most ${mostSubjects}` })
    const link = (id: string | null | undefined, name: string, type: string) =>
      id === null || id === undefined ? Promise.resolve(null) : this.link(id, name, type)
    const [found, ofNotice, ofOperation, ofParent] = await Promise.all([
      Promise.all(persons.map((id, i) => this.link(id, `subjects[${i}]`, 'Person'))),
      link(notice, 'notice', 'Notice'),
      link(operation, 'operation', 'Operation'),
      link(parent, 'parent', requestType),
    ])
    return { subjects: found, notice: ofNotice, operation: ofOperation, parent: ofParent }
  }

  /** A record that the caller can see now. One that is hidden, one that is not there and one whose bureau is silent are refused alike. */
  private async link(id: string, name: string, type: string): Promise<RecordRef> {
    const ref = this.plan.placeOf(id)
    if (ref === null || ref.type !== type || !(await this.plan.sees(ref)))
      throw new ComityError('BAD_USER_INPUT', { reason: `${name}: there is no such record that you can see now` })
    return ref
  }
}

/** A checked instant in epoch milliseconds. */
function instantOf(text: string | null | undefined): number | null {
  return text === null || text === undefined ? null : Date.parse(text)
}
