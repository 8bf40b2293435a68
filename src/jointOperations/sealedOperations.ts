import type { OperationState } from '../model/jointOperation.ts'
import { SealedHeld } from '../records/held/sealedHeld.ts'
import type { HeldRow, StepRow } from '../store/held/heldRows.ts'
import type { HeldOperation, OperationContent, OperationStep } from './heldOperation.ts'
import { operationType } from './operationMapping.ts'
import { nameOf } from './standing.ts'

/** Joint operations as they are kept. */
export class SealedOperations {
  readonly #held: SealedHeld

  /** `secret`: at least 32 bytes, kept for as long as the operations. */
  constructor(secret: Uint8Array) {
    this.#held = new SealedHeld(secret, 'comity joint operation')
  }

  /** The label, once only within the type, is a digest of the name: it takes nobody's place, and tells nobody what it is. */
  row(operation: HeldOperation): HeldRow {
    const { standing, content } = operation
    return {
      standing: { ...standing, type: operationType, party: null, label: this.#held.digest(nameOf(operation)) },
      sealed: this.#held.seal('content', standing.key, content),
    }
  }

  /** A keyed digest of what identifies a target. */
  mark(text: string): string {
    return this.#held.digest(`target ${text}`)
  }

  step(key: string, step: OperationStep): StepRow {
    return { number: step.number, at: step.at, sealed: this.#held.seal('step', key, step) }
  }

  /** Throws for what was not sealed here, or for another operation, and for a record of another type. */
  operation({ standing: { type, party: _party, label: _label, ...rest }, sealed }: HeldRow): HeldOperation {
    if (type !== operationType) throw new TypeError('this is no joint operation')
    return {
      standing: { ...rest, state: rest.state as OperationState },
      content: this.#held.open(sealed, 'content', rest.key) as OperationContent,
    }
  }

  /** As `operation`. */
  stepOf(key: string, { sealed }: StepRow): OperationStep {
    return this.#held.open(sealed, 'step', key) as OperationStep
  }
}
