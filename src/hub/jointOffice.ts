import type { HeldOperation } from '../jointOperations/heldOperation.ts'
import { JointOperations } from '../jointOperations/jointOperations.ts'
import { LiveOperations } from '../jointOperations/liveOperations.ts'
import { OperationClock } from '../jointOperations/operationClock.ts'
import { operationRow, operationType } from '../jointOperations/operationMapping.ts'
import { SealedOperations } from '../jointOperations/sealedOperations.ts'
import { type Clock, systemClock } from '../links/clock.ts'
import { changeWriting } from './changeWriting.ts'
import type { RequestOfficeParts } from './requestOffice.ts'

/** What joint operations need of the hub: what requests do. */
export type JointOfficeParts = Pick<
  RequestOfficeParts,
  'store' | 'held' | 'secret' | 'sources' | 'members' | 'agreementsOf' | 'keeps' | 'clock' | 'onFault'
>

/** Joint operations at the hub: who works on them, what they mean for whoever asks, and the clock. */
export class JointOffice {
  readonly operations: JointOperations
  readonly live: LiveOperations
  readonly sealed: SealedOperations
  readonly #clock: OperationClock

  constructor({ store, held, secret, sources, members, agreementsOf, ...rest }: JointOfficeParts) {
    const { keeps = true, onFault = () => {} } = rest
    const clock: Clock = rest.clock ?? systemClock
    const { sealChange, sketchOf } = changeWriting(operationType, secret, held, sources)
    this.sealed = new SealedOperations(secret)
    const writing = {
      sealed: this.sealed,
      sealChange,
      sketch: (operation: HeldOperation) => sketchOf(operation.standing.owner, operationRow(operation)),
    }
    const sourceOf = (bureau: string) => sources().find(({ profile }) => profile.code === bureau)
    this.live = new LiveOperations({ rows: store.held, sealed: this.sealed })
    this.#clock = new OperationClock({ ...writing, rows: store.held, live: this.live, clock, onFault })
    this.operations = new JointOperations({
      ...writing,
      rows: store.held,
      live: this.live,
      keeps,
      members,
      isSuspended: (bureau) => sourceOf(bureau)?.profile.supervision === 'SUSPENDED',
      agreementsOf,
      viewAt: (operation, caller) => {
        const own = sourceOf(operation.standing.owner)
        return own === undefined ? null : held.viewFor(operationType, operationRow(operation), caller, own, sources())
      },
    })
  }

  /** Starts the clock. */
  open(): void {
    this.#clock.start()
  }

  /** Does what the clock does, now. */
  look(): Promise<void> {
    return this.#clock.look()
  }

  /** Idempotent. */
  close(): Promise<void> {
    return this.#clock.stop()
  }
}
