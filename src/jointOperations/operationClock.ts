import type { Clock } from '../links/clock.ts'
import { RecurringLook } from '../links/recurringLook.ts'
import type { HeldRows } from '../store/held/heldRows.ts'
import { advance } from './advance.ts'
import type { HeldOperation } from './heldOperation.ts'
import type { LiveOperations } from './liveOperations.ts'
import { operationType } from './operationMapping.ts'
import { clockFor, stepWrite, type WritingParts } from './operationWrite.ts'

/** What the clock works with. */
export interface OperationClockParts extends WritingParts {
  readonly rows: HeldRows
  readonly live: LiveOperations
  readonly clock: Clock
  /** The store could not be read or written; the clock looks again. */
  readonly onFault: (error: unknown) => void
}

/** Between two looks, in milliseconds. An embargo ends by its instant, whether or not the clock has looked; what waits for it is that somebody is told. */
const everyMs = 5_000
/** Operations that are looked at at once. */
const atOnce = 100
const hub = { side: 'HUB', roles: [], bureau: null, person: null } as const

/** Ends an operation after its last day, and embargoes at their instant. As the clock of requests, it forgets nothing over a restart, and of several nodes the one whose write is the first does it. */
export class OperationClock {
  readonly #parts: OperationClockParts
  readonly #recurring: RecurringLook

  constructor(parts: OperationClockParts) {
    this.#parts = parts
    const { clock, onFault } = parts
    this.#recurring = new RecurringLook({ look: () => this.look(), everyMs, clock, onFault })
  }

  /** Looks now, and then again and again. */
  start(): void {
    this.#recurring.start()
  }

  /** Idempotent. */
  stop(): Promise<void> {
    return this.#recurring.stop()
  }

  /** Does all that is due, and reads what other nodes have written. */
  async look(): Promise<void> {
    const { rows, sealed, clock, live } = this.#parts
    for (;;) {
      const now = clock.epoch()
      const due = await rows.due(operationType, now, atOnce)
      let done = 0
      for (const row of due) {
        const operation = sealed.operation(row)
        const { operation: after, step } = advance(operation, isOver(operation, now) ? 'END' : 'LIFT', {}, hub, now)
        const write = stepWrite(operation, after, step, { teller: clockFor(operation) }, this.#parts)
        // A conflict: somebody has done something about it just now, or another node has. The next look shows.
        if ((await rows.commit([write], null, now)).is !== 'DONE') continue
        live.note(after)
        done++
      }
      if (due.length < atOnce || done === 0) break
    }
    await live.read()
  }
}

function isOver({ standing: { due, state } }: HeldOperation, now: number): boolean {
  return state !== 'DEBRIEF' && due !== null && due <= now
}
