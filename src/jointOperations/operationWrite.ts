import { isDeepStrictEqual } from 'node:util'
import type { Change, RecordSketch } from '../model/change.ts'
import type { DeskEntry } from '../model/deskEntry.ts'
import { heldPlace, type RecordRef } from '../model/record.ts'
import type { NewChangeRow } from '../store/changes/changeRows.ts'
import type { HeldWrite } from '../store/held/heldRows.ts'
import type { HeldOperation, OperationStep } from './heldOperation.ts'
import { operationRow, operationType } from './operationMapping.ts'
import type { SealedOperations } from './sealedOperations.ts'

/** How what happens to an operation is written down. */
export interface WritingParts {
  readonly sealed: SealedOperations
  /** Makes a change ready for the log. */
  readonly sealChange: (change: Change) => NewChangeRow
  /** What is kept of a state to tell later whose view has moved; null: nothing. */
  readonly sketch: (operation: HeldOperation) => RecordSketch | null
}

/** Who did it, as desks are told. */
export type Teller = Pick<DeskEntry, 'reader' | 'purpose' | 'case'>

/** Where an operation's record lives. */
export function refOf({ standing: { owner, key } }: HeldOperation): RecordRef {
  return { bureau: heldPlace(owner), type: operationType, key }
}

/**
 * A step with everything that is written down together with it. `before`: the operation as it was read; null for a new one. Desks are told of those who know of the step, but for who did it. `met`: bureaus
 * with a target that meets one that was nominated now. What moves nothing that the record shows moves neither its time nor the log.
 */
export function stepWrite(
  before: HeldOperation | null,
  advanced: HeldOperation,
  step: OperationStep,
  { teller, met = [] }: { readonly teller: Teller; readonly met?: readonly string[] },
  { sealed, sealChange, sketch }: WritingParts,
): HeldWrite {
  const isShown = before === null || !isDeepStrictEqual(shownOf(before), shownOf(advanced))
  const after: HeldOperation = isShown ? { ...advanced, standing: { ...advanced.standing, updated: step.at } } : advanced
  const { key, version } = after.standing
  // The clock speaks for nobody, and a bureau learns from its own desk who else takes part only where it may know of them.
  const told = step.known.filter((bureau) => bureau !== step.bureau)
  return {
    row: sealed.row(after),
    expected: before === null ? null : { version: before.standing.version, clock: before.standing.clock },
    step: sealed.step(key, step),
    message: null,
    desks: [
      ...told.map((owner) => ({ owner, entry: entryOf('OPERATION_MOVED', teller, after) })),
      ...met.map((owner) => ({ owner, entry: meeting(owner) })),
    ],
    changes: isShown
      ? [
          sealChange({
            ...refOf(after),
            kind: before === null ? 'CREATED' : 'CHANGED',
            version: String(version),
            occurredAt: new Date(step.at).toISOString(),
            late: false,
            before: before === null ? null : sketch(before),
            after: sketch(after),
          }),
        ]
      : [],
  }
}

/** The clock, as a desk is told of it. */
export function clockFor({ standing: { owner } }: HeldOperation): Teller {
  return { reader: { bureau: owner, roles: [], organisation: null, unit: null }, purpose: 'INVESTIGATION', case: null }
}

function entryOf(kind: 'OPERATION_MOVED', teller: Teller, operation: HeldOperation): DeskEntry {
  return { kind, ...teller, records: [], rules: [], emergency: null, operation: refOf(operation) }
}

/** That a target of a bureau's own meets another's: not whose, nor which one, nor in which operation. It seems to come from the bureau itself. */
function meeting(owner: string): DeskEntry {
  const reader = { bureau: owner, roles: [], organisation: null, unit: null }
  return { kind: 'TARGETS_MEET', reader, purpose: 'INVESTIGATION', case: null, records: [], rules: [], emergency: null }
}

function shownOf(operation: HeldOperation): unknown {
  return operationRow({ ...operation, standing: { ...operation.standing, updated: 0 } })
}
