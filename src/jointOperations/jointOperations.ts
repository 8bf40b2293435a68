import { randomBytes } from 'node:crypto'
import { levelOf } from '../disclosure/policy.ts'
import { actorOf } from '../lives/life.ts'
import { readerOf } from '../model/deskEntry.ts'
import { ComityError } from '../model/errors.ts'
import type { OperationAct, OperationSide } from '../model/jointOperation.ts'
import { type Caller, hasRole } from '../model/principal.ts'
import { heldPlace, type RecordRef, type ViewRecord } from '../model/record.ts'
import { mutationName } from '../records/held/mutationName.ts'
import { NamedActs } from '../records/held/namedActs.ts'
import { refused } from '../records/held/wording.ts'
import type { HeldRows, HeldWrite } from '../store/held/heldRows.ts'
import { type ActWords, advance } from './advance.ts'
import type { HeldOperation, OperationStep, OperationTerms } from './heldOperation.ts'
import type { LiveOperations } from './liveOperations.ts'
import { operationLife, operationOfficers } from './machine.ts'
import { type FileReader, fileFor, knownSteps, type OperationFile, placeFor } from './operationFile.ts'
import { operationType } from './operationMapping.ts'
import { refOf, stepWrite, type WritingParts } from './operationWrite.ts'
import { endOf, nameOf, partyAt, placeOf, termsToSign } from './standing.ts'

/** What joint operations work with. */
export interface JointOperationParts extends WritingParts {
  readonly rows: HeldRows
  readonly live: LiveOperations
  /** Whether anything may be written: what only one node of several keeps, the others would not find. */
  readonly keeps: boolean
  /** Codes of the members of this moment. */
  readonly members: () => readonly string[]
  readonly isSuspended: (bureau: string) => boolean
  /** Agreements in force for a bureau on a UTC day. */
  readonly agreementsOf: (bureau: string, day: string) => readonly string[]
  /** What a caller may know of an operation by its lead's rules; null when nothing. */
  readonly viewAt: (operation: HeldOperation, caller: Caller) => ViewRecord | null
}

/** An act on one operation. */
export interface ActOnOperation {
  readonly clientMutationId: string
  /** Where its record lives; null for an id that the hub did not give out. */
  readonly ref: RecordRef | null
  /** As in the caller's file: of what their bureau knows. */
  readonly version: number
}

/** What an act says, once the operation is known. */
export type WordsFor = (operation: HeldOperation) => ActWords | Promise<ActWords>

/** Parties act side by side and must not notice each other: an act is decided anew this often before it is given up. */
const mostAttempts = 50
/** Most files that are listed. */
const mostFiles = 100
/** What a party has to be shown before it can sign. */
const shownTerms = ['kind', 'purpose', 'legalBasis', 'startsOn', 'endsOn', 'offenceFamilies'] as const

/**
 * Joint operations from proposal to archive. A bureau takes part by its own act alone, and what it knows of the others is what `whoKnows` says. As with requests, an act is one transaction and happens
 * once under its name; its version counts what the acting bureau knows of, so that nobody learns from it of acts that are not theirs to know.
 */
export class JointOperations {
  readonly #parts: JointOperationParts
  readonly #acts: NamedActs<HeldWrite>

  constructor(parts: JointOperationParts) {
    this.#parts = parts
    this.#acts = new NamedActs(parts.rows, mostAttempts)
  }

  /**
   * Proposes an operation that the caller's bureau leads. Nobody else learns of it before they are invited. Throws NOT_KEPT, CASE_REQUIRED, ILLEGAL_TRANSITION for a role that proposes none, BUREAU_SUSPENDED,
   * BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED, NOT_ACCEPTED.
   */
  async propose(
    clientMutationId: string,
    input: object,
    words: () => { readonly codename: string; readonly terms: OperationTerms },
    caller: Caller,
  ): Promise<OperationFile> {
    const { principal, instant } = caller
    if (!this.#parts.keeps) throw new ComityError('NOT_KEPT')
    if (caller.purpose.case === null) throw new ComityError('CASE_REQUIRED')
    if (!hasRole(principal, operationOfficers)) throw operationLife.illegalBeginning('LEAD', operationOfficers)
    const name = mutationName('proposeOperation', clientMutationId, input, caller)
    const before = await this.#acts.repeated(name)
    if (before !== null) return this.#fileAt(before, caller)
    if (this.#parts.isSuspended(principal.bureau)) throw new ComityError('BUREAU_SUSPENDED')
    const operation = newOperation(words(), caller)
    if (this.#parts.live.hasName(nameOf(operation))) throw refused('codename', 'one that your bureau has not used yet')
    const step = creation(operation, caller)
    const keys = await this.#acts.commit(
      async () => [stepWrite(null, operation, step, { teller: readerOf(caller) }, this.#parts)],
      name,
      instant,
    )
    if (keys !== null) return this.#fileAt(keys, caller)
    this.#parts.live.note(operation)
    return this.#fileOf(operation.standing.key, readerFrom(caller, 'LEAD'), caller)
  }

  /**
   * One act on an operation. Throws OPERATION_NOT_FOUND, alike for one that does not exist and one that the caller has no business with; VERSION_CONFLICT, ILLEGAL_TRANSITION, BAD_USER_INPUT, CASE_REQUIRED,
   * IDEMPOTENCY_KEY_REUSED, NOT_ACCEPTED, BUREAU_SUSPENDED; when somebody is invited also OPERATION_UNDISCLOSED.
   */
  async act(act: OperationAct, given: ActOnOperation, input: object, wordsFor: WordsFor, caller: Caller): Promise<OperationFile> {
    if (caller.purpose.case === null) throw new ComityError('CASE_REQUIRED')
    const name = mutationName(`operation ${act}`, given.clientMutationId, input, caller)
    const before = await this.#acts.repeated(name)
    const isGone = act === 'LEAVE' || act === 'DECLINE'
    if (before !== null) return this.#fileAt(before, caller, isGone)
    let done: { readonly after: HeldOperation; readonly reader: FileReader } | null = null
    const decide = async () => {
      const { operation, reader } = await this.#find(given.ref, caller)
      const { key } = operation.standing
      const version = knownSteps(await this.#steps(key), reader.bureau).length
      if (given.version !== version) throw new ComityError('VERSION_CONFLICT', { version: String(version) })
      // Whoever may not do it at all is told so before what they say is looked at.
      operationLife.step(act, placeOf(operation, reader.bureau), actorOf(reader), placeFor(operation, reader))
      const words = await wordsFor(operation)
      const { operation: after, step } = advance(operation, act, words, reader, caller.instant)
      this.#checkAct(act, after, words, reader, caller)
      done = { after, reader }
      const met = words.target ? this.#met(reader.bureau, words.target.marks) : []
      return [stepWrite(operation, after, step, { teller: readerOf(caller), met }, this.#parts)]
    }
    const keys = await this.#acts.commit(decide, name, caller.instant)
    if (keys !== null) return this.#fileAt(keys, caller, isGone)
    const { after, reader } = done as unknown as { readonly after: HeldOperation; readonly reader: FileReader }
    this.#parts.live.note(after)
    return this.#fileOf(after.standing.key, reader, caller)
  }

  /** An operation as the caller's bureau works on it; null as for one that does not exist. */
  async file(ref: RecordRef | null, caller: Caller): Promise<OperationFile | null> {
    const found = await this.#known(ref, caller)
    return found === null ? null : this.#fileOf(found.operation.standing.key, found.reader, caller)
  }

  /** The operations that the caller's bureau has business with and that are not over; those first in which something was done last. */
  async files(caller: Caller): Promise<readonly OperationFile[]> {
    const { bureau } = caller.principal
    const found = await Promise.all(this.#parts.live.of(bureau).map((one) => this.file(refOf(one), caller)))
    return found.filter((one) => one !== null).slice(0, mostFiles)
  }

  /** A new key for a part of an operation. */
  static newKey(): string {
    return randomBytes(9).toString('base64url')
  }

  /** Desks that are to hear that targets meet: of the bureaus whose targets do, this one's own among them. */
  #met(bureau: string, marks: readonly string[]): readonly string[] {
    const others = new Set(this.#parts.live.meeting({ bureau, marks }).map((one) => one.bureau))
    return others.size === 0 ? [] : [bureau, ...others]
  }

  #checkAct(act: OperationAct, after: HeldOperation, { bureau }: ActWords, reader: FileReader, caller: Caller): void {
    const { isSuspended, members } = this.#parts
    if ((act === 'INVITE' || act === 'ACCEPT' || act === 'SIGN') && isSuspended(reader.bureau)) throw new ComityError('BUREAU_SUSPENDED')
    if (act === 'SIGN' && reader.side !== 'LEAD' && !this.#shows(after, caller)) throw refused('act', 'terms that you are shown')
    if (act !== 'INVITE' || bureau === null || bureau === undefined) return
    if (!members().includes(bureau)) throw refused('bureau', 'another member')
    // Inviting is a disclosure, and the lead's own rules decide on it as on any other.
    if (!this.#shows(after, this.#officerOf(bureau, caller))) throw new ComityError('OPERATION_UNDISCLOSED', { bureau })
  }

  /** Whether a caller is shown what is to be signed, once it counts for their bureau. */
  #shows(operation: HeldOperation, caller: Caller): boolean {
    const view = this.#parts.viewAt(asAgreedWith(operation, caller.principal.bureau), caller)
    return view !== null && shownTerms.every((field) => levelOf(view, field) === 'full')
  }

  /** An officer of a bureau, as the lead's rules meet one. */
  #officerOf(bureau: string, { purpose, date, instant }: Caller): Caller {
    const principal = {
      personRef: 'desk',
      bureau,
      organisation: null,
      unit: null,
      roles: [...operationOfficers],
      clearance: 3,
      agreements: this.#parts.agreementsOf(bureau, date),
      purposes: [purpose.kind],
      expiresAt: Number.MAX_SAFE_INTEGER,
    }
    return { principal, purpose, date, instant, emergency: null }
  }

  async #find(ref: RecordRef | null, caller: Caller): Promise<{ readonly operation: HeldOperation; readonly reader: FileReader }> {
    const found = await this.#known(ref, caller)
    if (found === null) throw new ComityError('OPERATION_NOT_FOUND')
    return found
  }

  async #known(ref: RecordRef | null, caller: Caller): Promise<{ readonly operation: HeldOperation; readonly reader: FileReader } | null> {
    if (ref === null || ref.type !== operationType || !hasRole(caller.principal, operationOfficers)) return null
    const row = await this.#parts.rows.get(ref.key)
    if (row === null || row.standing.type !== operationType || heldPlace(row.standing.owner) !== ref.bureau) return null
    const operation = this.#parts.sealed.operation(row)
    const { bureau } = caller.principal
    if (bureau === operation.standing.owner) return { operation, reader: readerFrom(caller, 'LEAD') }
    const party = partyAt(operation.content, bureau)
    if (party === null || this.#parts.viewAt(asAgreedWith(operation, bureau), caller) === null) return null
    return { operation, reader: readerFrom(caller, party.accepted === null ? 'INVITED' : 'PARTY') }
  }

  async #steps(key: string): Promise<readonly OperationStep[]> {
    const { rows, sealed } = this.#parts
    return (await rows.steps(key)).map((one) => sealed.stepOf(key, one))
  }

  async #fileOf(key: string, reader: FileReader, caller: Caller): Promise<OperationFile> {
    const { rows, sealed, live } = this.#parts
    const [row, steps] = await Promise.all([rows.get(key), this.#steps(key)])
    if (row === null) throw new ComityError('OPERATION_NOT_FOUND')
    const operation = sealed.operation(row)
    return fileFor(operation, steps, sideNow(operation, reader), {
      shows: reader.side === 'LEAD' || this.#shows(operation, caller),
      meets: (target) => live.meeting(target).length > 0,
    })
  }

  /** What came of the same act before, as it stands now. `isGone`: with it the caller's bureau went, which knows no more of it than that. */
  async #fileAt([key]: readonly string[], caller: Caller, isGone = false): Promise<OperationFile> {
    const row = key === undefined ? null : await this.#parts.rows.get(key)
    if (row !== null && isGone) return this.#fileOf(row.standing.key, readerFrom(caller, 'INVITED'), caller)
    const { operation, reader } = await this.#find(row === null ? null : refOf(this.#parts.sealed.operation(row)), caller)
    return this.#fileOf(operation.standing.key, reader, caller)
  }
}

function readerFrom({ principal: { bureau, personRef, roles } }: Caller, side: OperationSide): FileReader {
  return { bureau, person: personRef, roles, side }
}

/** As what somebody looks after their own act: who has accepted is a party, and who has gone is outside again. */
function sideNow({ content }: HeldOperation, reader: FileReader): FileReader {
  if (reader.side === 'LEAD') return reader
  return { ...reader, side: partyAt(content, reader.bureau)?.accepted ? 'PARTY' : 'INVITED' }
}

/** An operation as it would be if it were agreed on with a bureau: what an invitation shows of it. */
function asAgreedWith(operation: HeldOperation, bureau: string): HeldOperation {
  const { standing, content } = operation
  const isProposed = standing.state === 'PROPOSED' || standing.state === 'NEGOTIATED'
  const parties = content.parties.map((one) =>
    one.bureau === bureau || one.role === 'LEAD' ? { ...one, joined: one.joined ?? standing.updated } : one,
  )
  return {
    standing: { ...standing, state: isProposed ? 'AGREED' : standing.state },
    content: { ...content, parties, terms: termsToSign(content) },
  }
}

function newOperation({ codename, terms }: { readonly codename: string; readonly terms: OperationTerms }, caller: Caller): HeldOperation {
  const { instant, principal } = caller
  const lead = {
    bureau: principal.bureau,
    role: 'LEAD' as const,
    invited: instant,
    accepted: instant,
    joined: null,
    signed: null,
    results: null,
  }
  const due = endOf(terms)
  return {
    standing: {
      key: randomBytes(18).toString('base64url'),
      owner: principal.bureau,
      state: operationLife.begins,
      version: 1,
      sent: null,
      due,
      updated: instant,
      clock: due,
    },
    content: {
      codename,
      recorded: instant,
      terms,
      pending: null,
      edition: 1,
      parties: [lead],
      members: [],
      targets: [],
      embargoes: [],
      resumes: null,
    },
  }
}

function creation({ standing }: HeldOperation, { principal, instant }: Caller): OperationStep {
  return {
    number: 1,
    at: instant,
    act: 'CREATE',
    side: 'LEAD',
    bureau: standing.owner,
    person: principal.personRef,
    state: standing.state,
    message: null,
    about: null,
    known: [standing.owner],
  }
}
