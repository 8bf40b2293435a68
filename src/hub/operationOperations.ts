import type { OperationActRecord } from '../audit/entry.ts'
import type { ActWords } from '../jointOperations/advance.ts'
import type { HeldOperation, Party } from '../jointOperations/heldOperation.ts'
import { type ActOnOperation, JointOperations } from '../jointOperations/jointOperations.ts'
import type { OperationFile } from '../jointOperations/operationFile.ts'
import { checkedCodename, operationMember, operationTerms, type TermsInput } from '../jointOperations/operationTerms.ts'
import { markFields, targetMarks } from '../jointOperations/targetMarks.ts'
import { ComityError } from '../model/errors.ts'
import type { OperationAct, PartyRole } from '../model/jointOperation.ts'
import { ownerOf, type RecordRef } from '../model/record.ts'
import type { PlannedOperation } from '../plan/operation.ts'
import type { JointOffice } from './jointOffice.ts'

interface NamedInput {
  readonly clientMutationId: string
  readonly id: string
  readonly version: number
}

/** The inputs of acts on an operation, as they come through the door. */
export interface OperationInputs {
  readonly propose: { readonly clientMutationId: string; readonly codename: string; readonly terms: TermsInput }
  readonly amend: NamedInput & { readonly terms: TermsInput }
  readonly invite: NamedInput & { readonly bureau: string; readonly role: PartyRole }
  readonly name: NamedInput & {
    readonly personRef: string
    readonly role: string
    readonly from?: string | null
    readonly to?: string | null
  }
  readonly nominate: NamedInput & { readonly person: string }
  readonly embargo: NamedInput & { readonly record: string; readonly bureaus: readonly string[]; readonly until: string }
  readonly act: NamedInput & {
    readonly act: OperationAct
    readonly message?: string | null
    readonly bureau?: string | null
    readonly personRef?: string | null
    readonly key?: string | null
  }
}

/** A party as it is shown. */
export interface ShownParty extends Party {
  /** Whether it has signed what there is to sign, or is in force. */
  readonly isSigned: boolean
}

/** Acts with a mutation of their own, and the hub's. */
const apart: ReadonlySet<OperationAct> = new Set<OperationAct>(['CREATE', 'AMEND', 'INVITE', 'NAME', 'NOMINATE', 'EMBARGO', 'END'])

/** What one operation (of GraphQL) does about joint operations (of bureaus). */
export class OperationOperations {
  /** For the operation's audit entry. */
  readonly acts: OperationActRecord[] = []
  readonly office: JointOffice
  readonly plan: PlannedOperation

  constructor(office: JointOffice, plan: PlannedOperation) {
    this.office = office
    this.plan = plan
  }

  /** Throws as `JointOperations.propose`. */
  async propose(input: OperationInputs['propose']): Promise<OperationFile> {
    const { caller } = this.plan
    const words = () => ({ codename: checkedCodename(input.codename), terms: operationTerms(input.terms, caller.date) })
    return this.noted('CREATE', null, await this.office.operations.propose(input.clientMutationId, input, words, caller))
  }

  /** This and the following throw as `JointOperations.act`. */
  amend(input: OperationInputs['amend']): Promise<OperationFile> {
    return this.do('AMEND', input, () => ({ terms: operationTerms(input.terms, this.plan.caller.date) }))
  }

  invite(input: OperationInputs['invite']): Promise<OperationFile> {
    return this.do('INVITE', input, () => ({ bureau: input.bureau, role: input.role }))
  }

  name(input: OperationInputs['name']): Promise<OperationFile> {
    const { personRef: person, role, from = null, to = null } = input
    return this.do('NAME', input, ({ content }) => ({ member: operationMember({ person, role, from, to }, content.terms) }))
  }

  nominate(input: OperationInputs['nominate']): Promise<OperationFile> {
    return this.do('NOMINATE', input, () => this.target(input.person))
  }

  embargo(input: OperationInputs['embargo']): Promise<OperationFile> {
    return this.do('EMBARGO', input, async () => ({
      embargo: {
        key: JointOperations.newKey(),
        record: await this.own(input.record, 'record', ['Notice', 'Person']),
        from: [...new Set(input.bureaus)],
        until: Date.parse(input.until),
      },
    }))
  }

  async act(input: OperationInputs['act']): Promise<OperationFile> {
    const { act, message = null, bureau = null, personRef: person = null, key = null } = input
    if (apart.has(act)) throw new ComityError('BAD_USER_INPUT', { reason: 'act: one that has no mutation of its own' })
    // Of a member that is taken back, only who it is counts.
    const member = person === null ? null : { person, role: '', from: '', to: '' }
    return this.do(act, input, () => ({ message, bureau: act === 'EXCLUDE' ? bureau : null, member, key }))
  }

  /** An operation as the caller's bureau works on it; null as for one that does not exist. */
  file(id: string): Promise<OperationFile | null> {
    return this.office.operations.file(this.plan.placeOf(id), this.plan.caller)
  }

  /** Those that the caller's bureau has business with. */
  files(): Promise<readonly OperationFile[]> {
    return this.office.operations.files(this.plan.caller)
  }

  /** The parties that a file shows. */
  partiesOf({ operation, parties }: OperationFile): readonly ShownParty[] {
    return parties.map((one) => ({ ...one, isSigned: one.signed === operation.content.edition }))
  }

  private async do(
    act: OperationAct,
    input: NamedInput,
    wordsFor: (operation: HeldOperation) => ActWords | Promise<ActWords>,
  ): Promise<OperationFile> {
    const { clientMutationId, id, version } = input
    const given: ActOnOperation = { clientMutationId, version, ref: this.plan.placeOf(id) }
    let about: string | null = null
    const file = await this.office.operations.act(
      act,
      given,
      input,
      async (operation) => {
        const words = await wordsFor(operation)
        about = words.bureau ?? null
        return words
      },
      this.plan.caller,
    )
    return this.noted(act, about, file)
  }

  private noted(act: OperationAct, about: string | null, file: OperationFile): OperationFile {
    const { key, owner } = file.operation.standing
    this.acts.push({ act, key, owner, ...(about === null ? {} : { about }), state: file.state, version: file.version })
    return file
  }

  private async target(id: string): Promise<ActWords> {
    const person = await this.own(id, 'person', ['Person'])
    const view = await this.plan.look(person, markFields)
    const marks = view === null ? [] : targetMarks(view.values).map((text) => this.office.sealed.mark(text))
    if (marks.length === 0)
      throw new ComityError('BAD_USER_INPUT', { reason: 'person: with a document and its issuer, or whole name, whole birth date and sex' })
    return { target: { key: JointOperations.newKey(), person, marks } }
  }

  /** A record of the caller's own bureau that they can see. Any other id is refused alike. */
  private async own(id: string, name: string, types: readonly string[]): Promise<RecordRef> {
    const ref = this.plan.placeOf(id)
    const isOwn = ref !== null && types.includes(ref.type) && ownerOf(ref.bureau) === this.plan.caller.principal.bureau
    if (!isOwn || !(await this.plan.sees(ref)))
      throw new ComityError('BAD_USER_INPUT', { reason: `${name}: your bureau has no such record that you can see now` })
    return ref
  }
}
