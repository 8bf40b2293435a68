import { randomBytes } from 'node:crypto'
import type { ActingParty } from '../lives/life.ts'
import type { RequestAct } from '../model/assistance.ts'
import { readerOf } from '../model/deskEntry.ts'
import { ComityError } from '../model/errors.ts'
import { type Caller, hasRole } from '../model/principal.ts'
import { heldPlace, type RecordRef } from '../model/record.ts'
import { mutationName } from '../records/held/mutationName.ts'
import { NamedActs } from '../records/held/namedActs.ts'
import { refused } from '../records/held/wording.ts'
import type { HeldRows, HeldWrite } from '../store/held/heldRows.ts'
import type { NewMessage, OutboxRows } from '../store/held/outboxRows.ts'
import { type ActWords, advance } from './advance.ts'
import { type DraftLinks, type DraftWords, questionOf } from './draft.ts'
import { requestType } from './heldMapping.ts'
import type { HeldRequest, RequestStep } from './heldRequest.ts'
import { type RequestLifeWords, requestLife, requestOfficers, unsent } from './machine.ts'
import { fileFor, type RequestFile, refOf } from './requestFile.ts'
import { stepWrite, type WritingParts } from './requestWrite.ts'
import type { Sending } from './sending.ts'

/** What requests work with. */
export interface RequestParts extends WritingParts {
  readonly rows: HeldRows
  readonly outbox: Pick<OutboxRows, 'about' | 'revive'>
  readonly sending: Sending
  /** Whether anything may be written: what only one node of several keeps, the others would not find. */
  readonly keeps: boolean
  /** Codes of the members of this moment. */
  readonly members: () => readonly string[]
  /** Whether a bureau's own system takes requests; otherwise its officers work on them at the hub. */
  readonly delivers: (bureau: string) => boolean
  /** Called when something is in the outbox. */
  readonly onMessage: () => void
}

/** What an officer sends off to be written as a draft. */
export interface NewRequest extends DraftWords {
  readonly clientMutationId: string
  /** Codes of bureaus. */
  readonly requestedBureaus: readonly string[]
}

/** An act on one request. */
export interface ActOnRequest extends ActWords {
  readonly clientMutationId: string
  /** Where its record lives; null for an id that the hub did not give out. */
  readonly ref: RecordRef | null
  readonly version: number
}

/** Most bureaus that are asked at once. */
const mostAsked = 196

/**
 * Requests for assistance between two bureaus. Whatever resolves is durable, with its step, its message, what the desks and the log of changes are told; and what was sent under one name by one
 * person happens once.
 */
export class Requests {
  readonly #parts: RequestParts
  readonly #acts: NamedActs<HeldWrite>

  constructor(parts: RequestParts) {
    this.#parts = parts
    this.#acts = new NamedActs(parts.rows)
  }

  /**
   * Writes drafts, one for each bureau that is asked. Throws NOT_KEPT, CASE_REQUIRED, ILLEGAL_TRANSITION for a role that writes no requests, BUREAU_SUSPENDED, NO_LEGAL_BASIS, BAD_USER_INPUT,
   * IDEMPOTENCY_KEY_REUSED, NOT_ACCEPTED. `input`: everything that the caller gave; `links`: the records that it names, found to be visible to the caller, or what to throw.
   */
  async create(request: NewRequest, input: object, links: () => Promise<DraftLinks>, caller: Caller): Promise<readonly RequestFile[]> {
    const { principal, purpose, instant, date } = caller
    if (!this.#parts.keeps) throw new ComityError('NOT_KEPT')
    if (purpose.case === null) throw new ComityError('CASE_REQUIRED')
    if (!hasRole(principal, requestOfficers)) throw requestLife.illegalBeginning('REQUESTER', requestOfficers)
    const name = mutationName('createRequest', request.clientMutationId, input, caller)
    const before = await this.#acts.repeated(name)
    if (before !== null) return this.#repeatedFiles(before, caller)
    const { sending } = this.#parts
    sending.checkSupervision(principal.bureau)
    const asked = this.#checkBureaus(request.requestedBureaus, principal.bureau)
    const question = questionOf(request, await links(), { kind: purpose.kind, case: purpose.case }, instant)
    for (const bureau of asked) sending.checkLaw(principal.bureau, bureau, question.legalBasis, date)
    const drafts = asked.map((requested): HeldRequest => {
      const key = randomBytes(18).toString('base64url')
      const standing = {
        key,
        owner: principal.bureau,
        requested,
        state: 'DRAFT' as const,
        version: 1,
        sent: null,
        due: null,
        updated: instant,
        clock: null,
      }
      const lastBy = `${principal.bureau} ${principal.personRef}`
      return { standing, content: { asked: question, recorded: instant, term: null, told: 0, pause: null, lastBy, replies: [] } }
    })
    const told = { teller: readerOf(caller), message: null }
    const writes = drafts.map((draft) => stepWrite(null, draft, creation(draft, caller), told, this.#parts))
    const keys = await this.#acts.commit(async () => writes, name, instant)
    if (keys !== null) return this.#repeatedFiles(keys, caller)
    return Promise.all(drafts.map(({ standing }) => this.#fileOf(standing.key, partyOf(caller, 'REQUESTER'))))
  }

  /**
   * One act on a request. Throws REQUEST_NOT_FOUND, alike for one that does not exist and one that the caller has no business with; VERSION_CONFLICT, ILLEGAL_TRANSITION, BAD_USER_INPUT, CASE_REQUIRED,
   * IDEMPOTENCY_KEY_REUSED, NOT_ACCEPTED; before it is sent also BUREAU_SUSPENDED, NO_LEGAL_BASIS, REQUEST_UNDISCLOSED. `field`: the mutation's name.
   */
  async act(field: string, act: RequestAct, given: ActOnRequest, input: object, caller: Caller): Promise<RequestFile> {
    if (caller.purpose.case === null) throw new ComityError('CASE_REQUIRED')
    const name = mutationName(field, given.clientMutationId, input, caller)
    const before = await this.#acts.repeated(name)
    if (before !== null) return this.#repeatedFile(before, caller)
    let done: { readonly key: string; readonly party: ActingParty<RequestLifeWords>; readonly message: NewMessage | null } | null = null
    // The clock may tell the desks meanwhile: then the very same is decided again. Another act has another version, and is told.
    const decide = async () => {
      const { request, party } = await this.#find(given.ref, caller)
      const { key, version } = request.standing
      if (given.version !== version) throw new ComityError('VERSION_CONFLICT', { version: String(version) })
      const { request: after, step } = advance(request, act, given, party, caller.instant)
      const message = this.#checkLeaving(request, after, step, caller)
      done = { key, party, message }
      return [stepWrite(request, after, step, { teller: readerOf(caller), message }, this.#parts)]
    }
    const keys = await this.#acts.commit(decide, name, caller.instant)
    if (keys !== null) return this.#repeatedFile(keys, caller)
    const { key, party, message } = done as unknown as NonNullable<typeof done>
    if (message !== null) this.#parts.onMessage()
    return this.#fileOf(key, party)
  }

  /** A request as the caller's bureau works on it; null as for one that does not exist. */
  async file(ref: RecordRef | null, caller: Caller): Promise<RequestFile | null> {
    const found = await this.#known(ref, caller)
    return found === null ? null : this.#fileOf(found.request.standing.key, found.party)
  }

  /**
   * Has dead letters of a request delivered again, once whatever was in the way is mended. By an officer of either bureau; nothing happens where there are none. Throws REQUEST_NOT_FOUND, CASE_REQUIRED,
   * NOT_ACCEPTED.
   */
  async redeliver(ref: RecordRef | null, caller: Caller): Promise<RequestFile> {
    if (caller.purpose.case === null) throw new ComityError('CASE_REQUIRED')
    const { request, party } = await this.#find(ref, caller)
    const { outbox, onMessage } = this.#parts
    const { key } = request.standing
    await this.#written(async () => {
      for (const { id, state } of await outbox.about(key)) if (state === 'DEAD_LETTER') await outbox.revive(id, caller.instant)
    })
    onMessage()
    return this.#fileOf(key, party)
  }

  /** What leaves for another bureau is looked at before; what has to reach its own system is made ready. */
  #checkLeaving(before: HeldRequest, after: HeldRequest, step: RequestStep, caller: Caller): NewMessage | null {
    const { sending, sealed, delivers } = this.#parts
    const { owner, requested, key, version } = after.standing
    if (unsent.has(before.standing.state)) {
      sending.checkSupervision(owner)
      sending.checkLaw(owner, requested, after.content.asked.legalBasis, caller.date)
      // As it will be once it is sent, though an authority may have to consent first: it is better to know now.
      sending.checkDisclosure({ ...after, standing: { ...after.standing, state: 'SENT', sent: caller.instant } }, caller)
    }
    if (step.side !== 'REQUESTER' || unsent.has(after.standing.state) || !delivers(requested)) return null
    const message = `${key}.${version}`
    const body = sending.messageOf(after, step, caller, message)
    return { message, record: key, target: requested, lane: after.content.asked.case, sealed: sealed.message(key, body) }
  }

  #checkBureaus(given: readonly string[], own: string): readonly string[] {
    const asked = [...new Set(given)]
    const members = new Set(this.#parts.members())
    if (asked.length < 1 || asked.length > mostAsked) throw refused('requestedBureaus', `1 to ${mostAsked} bureaus`)
    const at = asked.findIndex((code) => code === own || !members.has(code))
    if (at >= 0) throw refused(`requestedBureaus[${at}]`, 'another member')
    return asked
  }

  async #find(
    ref: RecordRef | null,
    caller: Caller,
  ): Promise<{ readonly request: HeldRequest; readonly party: ActingParty<RequestLifeWords> }> {
    const found = await this.#known(ref, caller)
    if (found === null) throw new ComityError('REQUEST_NOT_FOUND')
    return found
  }

  async #known(
    ref: RecordRef | null,
    caller: Caller,
  ): Promise<{ readonly request: HeldRequest; readonly party: ActingParty<RequestLifeWords> } | null> {
    if (ref === null || ref.type !== requestType || !hasRole(caller.principal, requestOfficers)) return null
    const row = await this.#parts.rows.get(ref.key)
    if (row === null || row.standing.type !== requestType || heldPlace(row.standing.owner) !== ref.bureau) return null
    const request = this.#parts.sealed.request(row)
    const { owner, requested, state } = request.standing
    const { bureau } = caller.principal
    if (bureau === owner) return { request, party: partyOf(caller, 'REQUESTER') }
    if (bureau !== requested || unsent.has(state)) return null
    return this.#parts.sending.viewAt(request, caller) === null ? null : { request, party: partyOf(caller, 'REQUESTED') }
  }

  async #fileOf(key: string, party: ActingParty<RequestLifeWords>): Promise<RequestFile> {
    const { rows, sealed, outbox } = this.#parts
    const [row, steps, messages] = await Promise.all([rows.get(key), rows.steps(key), outbox.about(key)])
    if (row === null) throw new ComityError('REQUEST_NOT_FOUND')
    return fileFor(
      sealed.request(row),
      steps.map((one) => sealed.stepOf(key, one)),
      messages,
      party,
    )
  }

  /** What came of the same act before, as it stands now. */
  async #repeatedFiles(keys: readonly string[], caller: Caller): Promise<readonly RequestFile[]> {
    const rows = await this.#parts.rows.getAll(keys)
    const refs = rows.map((row) => refOf(this.#parts.sealed.request(row)))
    const found = await Promise.all(refs.map((ref) => this.#find(ref, caller)))
    return Promise.all(found.map(({ request, party }) => this.#fileOf(request.standing.key, party)))
  }

  async #repeatedFile(keys: readonly string[], caller: Caller): Promise<RequestFile> {
    const [file] = await this.#repeatedFiles(keys, caller)
    if (file === undefined) throw new ComityError('REQUEST_NOT_FOUND')
    return file
  }

  /** What the store cannot do has not happened. */
  async #written<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch {
      throw new ComityError('NOT_ACCEPTED')
    }
  }
}

function partyOf({ principal: { roles, bureau, personRef } }: Caller, side: 'REQUESTER' | 'REQUESTED'): ActingParty<RequestLifeWords> {
  return { side, roles, bureau, person: personRef }
}

function creation({ standing }: HeldRequest, { principal, instant }: Caller): RequestStep {
  return {
    number: 1,
    at: instant,
    act: 'CREATE',
    side: 'REQUESTER',
    bureau: standing.owner,
    person: principal.personRef,
    state: 'DRAFT',
    message: null,
    grounds: [],
    conditionsOfUse: [],
    reviewAt: null,
    authorisation: null,
    reply: null,
    found: null,
    attachments: [],
  }
}
