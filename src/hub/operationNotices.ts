import type { NoticeActRecord } from '../audit/entry.ts'
import { ComityError } from '../model/errors.ts'
import type { NoticeAct, ReviewOutcome } from '../model/noticeLife.ts'
import { ownerOf, type RecordRef, type ViewRecord } from '../model/record.ts'
import type { SubjectData } from '../notices/gate.ts'
import type { NoticeFlag, NoticeWords } from '../notices/heldNotice.ts'
import type { NoticeFile, Notices } from '../notices/notices.ts'
import { type NoticeInput, noticeWords, recipientsOf } from '../notices/noticeWords.ts'
import type { PlannedOperation, ResolveInfo } from '../plan/operation.ts'

/** `CreateNoticeInput` as it comes through the door. */
export interface CreateNoticeInput extends NoticeInput {
  readonly clientMutationId: string
  readonly subject?: string | null
}

/** `AmendNoticeInput` as it comes through the door. */
export interface AmendNoticeInput {
  readonly clientMutationId: string
  readonly id: string
  readonly version: number
  readonly notice: NoticeInput & { readonly subject?: string | null }
}

/** `NoticeActInput` as it comes through the door. */
export interface NoticeActInput {
  readonly clientMutationId: string
  readonly id: string
  readonly version: number
  readonly act: NoticeAct
  readonly message?: string | null
  readonly outcome?: ReviewOutcome | null
  readonly recipients?: readonly string[] | null
}

/** `FlagNoticeInput` as it comes through the door. */
export interface FlagNoticeInput {
  readonly clientMutationId: string
  readonly id: string
  /** Null: it can act after all. */
  readonly ground?: string | null
}

/** Acts with a mutation of their own, and the hub's. */
const apart: ReadonlySet<NoticeAct> = new Set<NoticeAct>(['CREATE', 'AMEND', 'FLAG', 'UNFLAG', 'EXPIRE'])
const subjectFields: ReadonlySet<string> = new Set(['names', 'sex', 'birthDate', 'documents', 'description'])

/** What one operation does about notices. */
export class OperationNotices {
  /** For the operation's audit entry. */
  readonly acts: NoticeActRecord[] = []
  readonly notices: Notices
  readonly plan: PlannedOperation

  constructor(notices: Notices, plan: PlannedOperation) {
    this.notices = notices
    this.plan = plan
  }

  /** Writes a draft. Throws as `Notices.create`. */
  async create(input: CreateNoticeInput): Promise<NoticeFile> {
    return this.noted('CREATE', await this.notices.create(input.clientMutationId, input, () => this.wordsOf(input), this.plan.caller))
  }

  /** Writes what a notice says anew. Throws as `Notices.act`. */
  async amend(input: AmendNoticeInput): Promise<NoticeFile> {
    const { clientMutationId, id, version, notice } = input
    const given = { clientMutationId, version, ref: this.plan.placeOf(id), words: await this.wordsOf(notice) }
    return this.noted('AMEND', await this.notices.act('AMEND', given, input, (ref) => this.subjectData(ref), this.plan.caller))
  }

  /** Any other act. Throws as `Notices.act`. */
  async act(input: NoticeActInput): Promise<NoticeFile> {
    const { clientMutationId, id, version, act, message = null, outcome = null } = input
    const recipients = act === 'ADDRESS' ? recipientsOf(input.recipients) : null
    if (apart.has(act))
      throw new ComityError('BAD_USER_INPUT', { reason: 'act: one that has no mutation of its own, and is not the clock’s' })
    const given = { clientMutationId, version, ref: this.plan.placeOf(id), message, outcome, recipients }
    return this.noted(act, await this.notices.act(act, given, input, (ref) => this.subjectData(ref), this.plan.caller))
  }

  /** Says that the caller's bureau cannot act on a notice, or that it can after all. Throws as `Notices.flag`. */
  async flag(input: FlagNoticeInput): Promise<NoticeFlag | null> {
    const { clientMutationId, id, ground = null } = input
    const { notice, flag } = await this.notices.flag(clientMutationId, this.plan.placeOf(id), ground, input, this.plan.caller)
    const { key, owner, state, version } = notice.standing
    this.acts.push({ act: ground === null ? 'UNFLAG' : 'FLAG', key, owner, state, version })
    return flag
  }

  /** What the caller's bureau has said of a notice; null: nothing. */
  flagOf(id: string): Promise<NoticeFlag | null> {
    return this.notices.flagOf(this.plan.placeOf(id), this.plan.caller)
  }

  /** A notice as the caller's bureau works on it; null as for one that does not exist. */
  file(id: string): Promise<NoticeFile | null> {
    return this.notices.file(this.plan.placeOf(id), this.plan.caller)
  }

  /** What a notice would say from now on, as its owner's rules show it to the caller; null: nothing else than it does. */
  amendment(file: NoticeFile, info: ResolveInfo): ViewRecord | null {
    const view = this.notices.amendmentOf(file.notice, this.plan.caller)
    return view === null ? null : this.plan.giveOut(view, info)
  }

  private noted(act: NoticeAct, file: NoticeFile): NoticeFile {
    const { key, owner, state, version } = file.notice.standing
    this.acts.push({ act, key, owner, state, version })
    return file
  }

  private async wordsOf(input: NoticeInput & { readonly subject?: string | null }): Promise<NoticeWords> {
    const { subject = null } = input
    return noticeWords(input, subject === null ? null : await this.subject(subject))
  }

  /** A person of the caller's own bureau. Any other id is refused alike. */
  private async subject(id: string): Promise<RecordRef> {
    const ref = this.plan.placeOf(id)
    const isOwn = ref !== null && ref.type === 'Person' && ownerOf(ref.bureau) === this.plan.caller.principal.bureau
    if (!isOwn || !(await this.plan.sees(ref)))
      throw new ComityError('BAD_USER_INPUT', { reason: 'subject: your bureau has no such person that you can see now' })
    return ref
  }

  private async subjectData(ref: RecordRef): Promise<SubjectData | null> {
    const view = await this.plan.look(ref, subjectFields)
    if (view === null) return null
    const { names, sex, birthDate, documents, description } = view.values
    const listed = (value: unknown): readonly Readonly<Record<string, unknown>>[] => (Array.isArray(value) ? value : [])
    const has = (value: unknown) => value !== null && value !== undefined
    return {
      hasFamilyName: listed(names).some((name) => has(name['family'])),
      hasGivenName: listed(names).some((name) => has(name['given'])),
      hasSex: has(sex),
      hasBirthYear: typeof birthDate === 'string' && /^\d{4}/.test(birthDate),
      hasDocument: listed(documents).some((document) => has(document['number'])),
      hasDescription: has(description),
    }
  }
}
