import { actorOf, type Place } from '../lives/life.ts'
import type { OperationAct, OperationSide, OperationState } from '../model/jointOperation.ts'
import type { RecordRef } from '../model/record.ts'
import type { Embargo, HeldOperation, Member, OperationStep, OperationTerms, Party, Target } from './heldOperation.ts'
import { type OperationLifeWords, operationLife, over } from './machine.ts'
import { refOf } from './operationWrite.ts'
import { acceptedIn, nameOf, partyAt, placeOf, termsToSign } from './standing.ts'

/** A target as a party knows it. */
export interface KnownTarget {
  /** The same for everybody in the operation: says neither whose nor who. */
  readonly key: string
  /** Whose; null while it is not revealed. */
  readonly bureau: string | null
  readonly isOwn: boolean
  /** The person's record; null while it is not revealed. */
  readonly person: RecordRef | null
  /** Of one's own: whether it meets a target of another bureau, in whichever operation. Null for others' targets. */
  readonly meets: boolean | null
}

/** A joint operation as one bureau works on it. */
export interface OperationFile {
  /** Where its record is read. */
  readonly ref: RecordRef
  readonly operation: HeldOperation
  readonly name: string
  readonly side: OperationSide
  /** As this bureau may know it: whoever has not answered does not learn that somebody else has. */
  readonly state: OperationState
  /** Of what this bureau knows: the number of steps that it was told of. */
  readonly version: number
  readonly possible: readonly OperationAct[]
  /** Null where the lead's rules do not show them. */
  readonly terms: OperationTerms | null
  /** What is to be signed in their place. */
  readonly pending: OperationTerms | null
  readonly parties: readonly Party[]
  /** Of one's own bureau. */
  readonly members: readonly Member[]
  readonly targets: readonly KnownTarget[]
  /** Of one's own bureau. */
  readonly embargoes: readonly Embargo[]
  readonly steps: readonly OperationStep[]
}

/** Who looks, and as what. */
export interface FileReader {
  readonly bureau: string
  readonly person: string
  readonly roles: readonly string[]
  readonly side: OperationSide
}

/** Those steps of all that a bureau knows of, numbered for it. */
export function knownSteps(steps: readonly OperationStep[], bureau: string): readonly OperationStep[] {
  return steps
    .filter(({ known }) => known.includes(bureau))
    .map((step, i) => ({ ...step, number: i + 1, person: step.bureau === bureau ? step.person : null }))
}

/** An operation as one bureau may know it. `shows`: whether the lead's rules show the terms; `meets`: whether a target meets another bureau's. */
export function fileFor(
  operation: HeldOperation,
  all: readonly OperationStep[],
  reader: FileReader,
  { shows, meets }: { readonly shows: boolean; readonly meets: (target: Target) => boolean },
): OperationFile {
  const { bureau, side } = reader
  const { content, standing } = operation
  const isOutside = side === 'INVITED'
  const own = <T extends { readonly bureau: string }>(some: readonly T[]) => some.filter((one) => one.bureau === bureau)
  const steps = knownSteps(all, bureau).map((step) => (isOutside ? { ...step, state: unanswered(step.state) } : step))
  return {
    ref: refOf(operation),
    operation,
    name: nameOf(operation),
    side,
    state: isOutside ? unanswered(standing.state) : standing.state,
    version: steps.length,
    possible: partyAt(content, bureau) === null ? [] : operationLife.actsOf(placeOf(operation, bureau), actorOf(reader)),
    // To whoever has not answered there is one set of terms: those that they would sign.
    terms: shows ? (isOutside ? termsToSign(content) : content.terms) : null,
    pending: shows && !isOutside ? content.pending : null,
    parties: side === 'LEAD' ? content.parties : isOutside ? partiesAt(content.parties, bureau) : acceptedIn(content),
    members: own(content.members),
    targets: isOutside ? [] : content.targets.map((one) => knownTarget(one, bureau, meets)),
    embargoes: own(content.embargoes),
    steps,
  }
}

/** Where an operation stands, as somebody may know it. */
export function placeFor(operation: HeldOperation, { bureau, side }: Pick<FileReader, 'bureau' | 'side'>): Place<OperationLifeWords> {
  const place = placeOf(operation, bureau)
  return side === 'INVITED' ? { ...place, state: unanswered(place.state), facts: [] } : place
}

/** Of one who has not answered: the lead and they themselves. */
function partiesAt(parties: readonly Party[], bureau: string): readonly Party[] {
  return parties.filter((one) => one.role === 'LEAD' || one.bureau === bureau)
}

/** What others have answered is not theirs to know; that it is over is. */
function unanswered(state: OperationState): OperationState {
  return over.has(state) ? state : 'PROPOSED'
}

function knownTarget(target: Target, bureau: string, meets: (target: Target) => boolean): KnownTarget {
  const { key, revealed } = target
  const isOwn = target.bureau === bureau
  const isKnown = isOwn || revealed
  return {
    key,
    isOwn,
    bureau: isKnown ? target.bureau : null,
    person: isKnown ? target.person : null,
    meets: isOwn ? meets(target) : null,
  }
}
