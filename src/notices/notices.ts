import { randomBytes, randomInt } from 'node:crypto'
import { levelOf } from '../disclosure/policy.ts'
import { type ActingParty, actorOf } from '../lives/life.ts'
import { readerOf } from '../model/deskEntry.ts'
import { ComityError } from '../model/errors.ts'
import type { NoticeAct, NoticeSide } from '../model/noticeLife.ts'
import { type Caller, hasRole } from '../model/principal.ts'
import { heldPlace, type RecordRef, type ViewRecord } from '../model/record.ts'
import { mutationName } from '../records/held/mutationName.ts'
import { NamedActs } from '../records/held/namedActs.ts'
import { refused } from '../records/held/wording.ts'
import type { HeldRows, HeldWrite } from '../store/held/heldRows.ts'
import { type ActWords, advance, placeOf } from './advance.ts'
import { missingPoints, type SubjectData } from './gate.ts'
import type { HeldNotice, NoticeFlag, NoticeStep } from './heldNotice.ts'
import { type NoticeLifeWords, noticeLife, noticeOfficers } from './machine.ts'
import { noticeType } from './noticeMapping.ts'
import { refOf, stepWrite, type WritingParts } from './noticeWrite.ts'
import { newWordsKey } from './sealedNotices.ts'

/** What notices work with. */
export interface NoticeParts extends WritingParts {
  readonly rows: HeldRows
  /** Whether anything may be written: what only one node of several keeps, the others would not find. */
  readonly keeps: boolean
  /** Code of the Secretariat that reviews; null where none is a member. */
  readonly secretariat: () => string | null
  readonly isSuspended: (bureau: string) => boolean
  /** Whether the Secretariat has to clear a bureau's diffusions before they leave. */
  readonly isSupervised: (bureau: string) => boolean
  /** Codes of the members of this moment. */
  readonly members: () => readonly string[]
  /** Values of the `Purpose` and `Role` enums. */
  readonly purposes: readonly string[]
  readonly roles: readonly string[]
  /** Agreements in force for a bureau on a UTC day. */
  readonly agreementsOf: (bureau: string, day: string) => readonly string[]
  /** What a caller may know of a notice by its owner's rules; null when nothing. */
  readonly viewAt: (notice: HeldNotice, caller: Caller) => ViewRecord | null
}

/** A notice as its owner or the Secretariat works on it. */
export interface NoticeFile {
  /** Where its record is read. */
  readonly ref: RecordRef
  readonly notice: HeldNotice
  readonly side: NoticeSide
  readonly possible: readonly NoticeAct[]
  readonly steps: readonly NoticeStep[]
}

/** An act on one notice. */
export interface ActOnNotice extends ActWords {
  readonly clientMutationId: string
  /** Where its record lives; null for an id that the hub did not give out. */
  readonly ref: RecordRef | null
  readonly version: number
}

/** What the hub knows of the person that a notice is about, as its owner sees it; null: no such record can be read now. */
export type SubjectReader = (subject: RecordRef) => Promise<SubjectData | null>

/** Notices from the first draft to their end: written by their owner, reviewed by the Secretariat and by nobody of the owner's. As with requests, an act is one transaction and happens once under its name. */
export class Notices {
  readonly #parts: NoticeParts
  readonly #acts: NamedActs<HeldWrite>

  constructor(parts: NoticeParts) {
    this.#parts = parts
    this.#acts = new NamedActs(parts.rows)
  }

  /** Writes a draft. Throws NOT_KEPT, CASE_REQUIRED, ILLEGAL_TRANSITION for a role that writes no notices, BUREAU_SUSPENDED, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED, NOT_ACCEPTED. */
  async create(
    clientMutationId: string,
    input: object,
    words: () => Promise<HeldNotice['content']['words']>,
    caller: Caller,
  ): Promise<NoticeFile> {
    const { principal, instant } = caller
    if (!this.#parts.keeps) throw new ComityError('NOT_KEPT')
    if (caller.purpose.case === null) throw new ComityError('CASE_REQUIRED')
    if (!hasRole(principal, noticeOfficers)) throw noticeLife.illegalBeginning('OWNER', noticeOfficers)
    const name = mutationName('createNotice', clientMutationId, input, caller)
    const before = await this.#acts.repeated(name)
    if (before !== null) return this.#repeatedFile(before, caller)
    if (this.#parts.isSuspended(principal.bureau)) throw new ComityError('BUREAU_SUSPENDED')
    const reviewer = this.#parts.secretariat()
    if (reviewer === null || reviewer === principal.bureau)
      throw refused('kind', 'a notice that somebody can review: no other member is a Secretariat')
    const standing = {
      key: randomBytes(18).toString('base64url'),
      owner: principal.bureau,
      reviewer,
      state: 'DRAFT' as const,
      version: 1,
      sent: null,
      due: null,
      updated: instant,
      clock: null,
    }
    const content = {
      words: await words(),
      number: null,
      recorded: instant,
      review: 'PENDING' as const,
      doubt: false,
      approvals: [],
      suspension: null,
      suspendedMs: 0,
      pending: null,
      flags: [],
      isOnHold: false,
      ended: null,
      wordsKey: newWordsKey(),
      told: null,
    }
    const notice = { standing, content }
    const step = {
      number: 1,
      at: instant,
      act: 'CREATE',
      side: 'OWNER',
      bureau: principal.bureau,
      person: principal.personRef,
      state: 'DRAFT',
      message: null,
      outcome: null,
    } as const
    const write = stepWrite(null, notice, step, readerOf(caller), this.#parts)
    const keys = await this.#acts.commit(async () => [write], name, instant)
    if (keys !== null) return this.#repeatedFile(keys, caller)
    return this.#fileOf(standing.key, partyOf(caller, 'OWNER'))
  }

  /**
   * One act on a notice. Throws NOTICE_NOT_FOUND, alike for one that does not exist and one that the caller has no business with; VERSION_CONFLICT, ILLEGAL_TRANSITION, BAD_USER_INPUT, CASE_REQUIRED,
   * IDEMPOTENCY_KEY_REUSED, NOT_ACCEPTED; when others are to read it also BUREAU_SUSPENDED, NOTICE_INCOMPLETE, NOTICE_UNDISCLOSED, NOTICE_TOO_OPEN.
   */
  async act(act: NoticeAct, given: ActOnNotice, input: object, subjectOf: SubjectReader, caller: Caller): Promise<NoticeFile> {
    if (caller.purpose.case === null) throw new ComityError('CASE_REQUIRED')
    const name = mutationName(`notice ${act}`, given.clientMutationId, input, caller)
    const before = await this.#acts.repeated(name)
    if (before !== null) return this.#repeatedFile(before, caller)
    let done: { readonly key: string; readonly party: ActingParty<NoticeLifeWords> } | null = null
    const decide = async () => {
      const { notice, party } = await this.#find(given.ref, caller)
      const { key, version } = notice.standing
      if (given.version !== version) throw new ComityError('VERSION_CONFLICT', { version: String(version) })
      // The number may be somebody else's already: then another one is drawn.
      const words = { ...given, number: numberOf(caller.instant) }
      const isSupervised = this.#parts.isSupervised(notice.standing.owner)
      const { notice: after, step } = advance(notice, act, words, party, caller.instant, isSupervised)
      await this.#checkLeaving(notice, after, act, subjectOf, caller)
      done = { key, party }
      return [stepWrite(notice, after, step, readerOf(caller), this.#parts)]
    }
    const keys = await this.#acts.commit(decide, name, caller.instant)
    if (keys !== null) return this.#repeatedFile(keys, caller)
    const { key, party } = done as unknown as NonNullable<typeof done>
    return this.#fileOf(key, party)
  }

  /** A notice as the caller's bureau works on it; null as for one that does not exist. */
  async file(ref: RecordRef | null, caller: Caller): Promise<NoticeFile | null> {
    const found = await this.#known(ref, caller)
    return found === null ? null : this.#fileOf(found.notice.standing.key, found.party)
  }

  /**
   * Says for the caller's bureau that it cannot act on a notice that it is shown, and on which ground (null: that it can after all). For NCB_OFFICER and JUDICIAL_AUTHORITY of bureaus that are neither its owner nor
   * its reviewer. Throws NOTICE_NOT_FOUND, CASE_REQUIRED, ILLEGAL_TRANSITION, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED, NOT_ACCEPTED.
   */
  async flag(
    clientMutationId: string,
    ref: RecordRef | null,
    ground: string | null,
    input: object,
    caller: Caller,
  ): Promise<{ readonly notice: HeldNotice; readonly flag: NoticeFlag | null }> {
    if (caller.purpose.case === null) throw new ComityError('CASE_REQUIRED')
    const name = mutationName('flagNotice', clientMutationId, input, caller)
    if ((await this.#acts.repeated(name)) === null) {
      const decide = async () => {
        const notice = await this.#shownTo(ref, caller)
        if (notice === null) throw new ComityError('NOTICE_NOT_FOUND')
        const act = ground === null ? 'UNFLAG' : 'FLAG'
        const { notice: after, step } = advance(notice, act, { message: ground }, partyOf(caller, 'RECIPIENT'), caller.instant)
        return [stepWrite(notice, after, step, readerOf(caller), this.#parts)]
      }
      await this.#acts.commit(decide, name, caller.instant)
    }
    const notice = await this.#shownTo(ref, caller)
    if (notice === null) throw new ComityError('NOTICE_NOT_FOUND')
    return { notice, flag: flagOf(notice, caller) }
  }

  /** What the caller's bureau has said of a notice that it is shown; null: nothing, or there is no such notice at the hub. */
  async flagOf(ref: RecordRef | null, caller: Caller): Promise<NoticeFlag | null> {
    const notice = await this.#shownTo(ref, caller)
    return notice === null ? null : flagOf(notice, caller)
  }

  /** A notice that is out, of another bureau, which the caller is shown; null as for one that does not exist. */
  async #shownTo(ref: RecordRef | null, caller: Caller): Promise<HeldNotice | null> {
    const row = ref === null || ref.type !== noticeType ? null : await this.#parts.rows.get(ref.key)
    if (row === null || row.standing.type !== noticeType || heldPlace(row.standing.owner) !== ref?.bureau) return null
    const notice = this.#parts.sealed.notice(row)
    const { owner, reviewer, state } = notice.standing
    const { bureau } = caller.principal
    if (bureau === owner || bureau === reviewer || state !== 'PUBLISHED') return null
    return this.#parts.viewAt(notice, caller) === null ? null : notice
  }

  /** What a caller may know of a notice as it is to be from now on; null where nothing else is wanted, or shown. */
  amendmentOf(notice: HeldNotice, caller: Caller): ViewRecord | null {
    const { pending } = notice.content
    return pending === null ? null : this.#parts.viewAt({ ...notice, content: { ...notice.content, words: pending } }, caller)
  }

  /** What others are to read from now on is looked at before: by supervision, by what the rules want of its kind, and by the owner's own rules. */
  async #checkLeaving(before: HeldNotice, after: HeldNotice, act: NoticeAct, subjectOf: SubjectReader, caller: Caller): Promise<void> {
    const isAmended = act === 'AMEND' && before.standing.state === 'PUBLISHED'
    if (act !== 'SUBMIT' && act !== 'SEND' && act !== 'ADDRESS' && !isAmended) return
    const notice = { ...after, content: { ...after.content, words: after.content.pending ?? after.content.words } }
    const { owner, reviewer } = notice.standing
    const { words } = notice.content
    if (this.#parts.isSuspended(owner)) throw new ComityError('BUREAU_SUSPENDED')
    const missing = missingPoints(words, words.subject === null ? null : await subjectOf(words.subject))
    if (missing.length > 0) throw new ComityError('NOTICE_INCOMPLETE', { missing: missing.join('; ') })
    const view = this.#parts.viewAt(notice, this.#officerOf(reviewer, noticeOfficers, 'COMPLIANCE_REVIEW', caller))
    if (view === null || levelOf(view, 'summary') !== 'full') throw new ComityError('NOTICE_UNDISCLOSED', { bureau: reviewer })
    if (words.form === 'DIFFUSION') this.#checkRecipients(notice, words.recipients ?? [], caller)
  }

  /** A diffusion is for whom it names: the owner's rules have to show it to these, and to no others. */
  #checkRecipients(notice: HeldNotice, recipients: readonly string[], caller: Caller): void {
    const { owner, reviewer } = notice.standing
    const { members, purposes, roles } = this.#parts
    const others = members().filter((code) => code !== owner && code !== reviewer)
    const at = recipients.findIndex((code) => !others.includes(code))
    if (at >= 0) throw refused(`recipients[${at}]`, 'another member')
    const sent: HeldNotice = { ...notice, standing: { ...notice.standing, state: 'PUBLISHED' } }
    for (const bureau of others) {
      const reads = purposes.some((purpose) => this.#parts.viewAt(sent, this.#officerOf(bureau, roles, purpose, caller)) !== null)
      if (reads !== recipients.includes(bureau)) throw new ComityError(reads ? 'NOTICE_TOO_OPEN' : 'NOTICE_UNDISCLOSED', { bureau })
    }
  }

  /** An officer of a bureau, as the owner's rules meet one. */
  #officerOf(bureau: string, roles: Iterable<string>, purpose: string, { date, instant }: Caller): Caller {
    return {
      principal: {
        personRef: 'desk',
        bureau,
        organisation: null,
        unit: null,
        roles: [...roles],
        clearance: 3,
        agreements: this.#parts.agreementsOf(bureau, date),
        purposes: [purpose],
        expiresAt: Number.MAX_SAFE_INTEGER,
      },
      purpose: { kind: purpose, case: null },
      date,
      instant,
      emergency: null,
    }
  }

  async #find(
    ref: RecordRef | null,
    caller: Caller,
  ): Promise<{ readonly notice: HeldNotice; readonly party: ActingParty<NoticeLifeWords> }> {
    const found = await this.#known(ref, caller)
    if (found === null) throw new ComityError('NOTICE_NOT_FOUND')
    return found
  }

  async #known(
    ref: RecordRef | null,
    caller: Caller,
  ): Promise<{ readonly notice: HeldNotice; readonly party: ActingParty<NoticeLifeWords> } | null> {
    if (ref === null || ref.type !== noticeType || !hasRole(caller.principal, noticeOfficers)) return null
    const row = await this.#parts.rows.get(ref.key)
    if (row === null || row.standing.type !== noticeType || heldPlace(row.standing.owner) !== ref.bureau) return null
    const notice = this.#parts.sealed.notice(row)
    const { owner, reviewer, state } = notice.standing
    if (caller.principal.bureau === owner) return { notice, party: partyOf(caller, 'OWNER') }
    if (caller.principal.bureau !== reviewer || state === 'DRAFT') return null
    return this.#parts.viewAt(notice, caller) === null ? null : { notice, party: partyOf(caller, 'REVIEWER') }
  }

  async #fileOf(key: string, party: ActingParty<NoticeLifeWords>): Promise<NoticeFile> {
    const { rows, sealed } = this.#parts
    const [row, steps] = await Promise.all([rows.get(key), rows.steps(key)])
    if (row === null) throw new ComityError('NOTICE_NOT_FOUND')
    const notice = sealed.notice(row)
    const all = steps.map((one) => sealed.stepOf(key, one, notice.content.wordsKey))
    // The Secretariat's begin when the notice was handed in.
    const known = party.side === 'OWNER' ? all : all.slice(all.findIndex(({ act }) => act === 'SUBMIT' || act === 'SEND'))
    return {
      ref: refOf(notice),
      notice,
      side: party.side,
      possible: noticeLife.actsOf(placeOf(notice, this.#parts.isSupervised(notice.standing.owner)), actorOf(party)),
      steps: known.map((step) => ({ ...step, person: step.bureau === party.bureau ? step.person : null })),
    }
  }

  /** What came of the same act before, as it stands now. */
  async #repeatedFile([key]: readonly string[], caller: Caller): Promise<NoticeFile> {
    const row = await this.#parts.rows.get(key ?? '')
    const { notice, party } = await this.#find(row === null ? null : refOf(this.#parts.sealed.notice(row)), caller)
    return this.#fileOf(notice.standing.key, party)
  }
}

/** Numbers are drawn, not counted: from the gaps nobody learns how many were refused. */
function numberOf(instant: number): string {
  return `${new Date(instant).getUTCFullYear()}/${String(randomInt(1_000_000)).padStart(6, '0')}`
}

function flagOf({ content: { flags } }: HeldNotice, { principal }: Caller): NoticeFlag | null {
  return flags.find(({ bureau }) => bureau === principal.bureau) ?? null
}

function partyOf({ principal: { roles, bureau, personRef } }: Caller, side: NoticeSide): ActingParty<NoticeLifeWords> {
  return { side, roles, bureau, person: personRef }
}
