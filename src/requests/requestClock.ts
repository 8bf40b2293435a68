import type { Clock } from '../links/clock.ts'
import { RecurringLook } from '../links/recurringLook.ts'
import type { HeldRows } from '../store/held/heldRows.ts'
import { advance, toldOf } from './advance.ts'
import { overdueAt } from './clocks.ts'
import { requestType } from './heldMapping.ts'
import { clockFor, clockWrite, stepWrite, type WritingParts } from './requestWrite.ts'

/** What the clock works with. */
export interface RequestClockParts extends WritingParts {
  readonly rows: HeldRows
  readonly clock: Clock
  /** The store could not be read or written; the clock looks again. */
  readonly onFault: (error: unknown) => void
}

/** Between two looks, in milliseconds. */
const everyMs = 15_000
/** Requests that are read at once. */
const atOnce = 200
/** How long the name of an act is remembered, in milliseconds. */
const rememberedMs = 35 * 86_400_000

/**
 * Tells both desks when half and four fifths of a request's time are over, and lets it lapse when all of it is. What is due stands in the store, so that a restart forgets nothing; and a look counts only
 * for the request as it was read, so that of several nodes one tells.
 */
export class RequestClock {
  readonly #parts: RequestClockParts
  readonly #recurring: RecurringLook

  constructor(parts: RequestClockParts) {
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

  /** Does all that is due. */
  async look(): Promise<void> {
    const { rows, sealed, clock } = this.#parts
    for (;;) {
      const now = clock.epoch()
      const due = await rows.due(requestType, now, atOnce)
      let done = 0
      for (const row of due) {
        const request = sealed.request(row)
        const { term, told } = request.content
        const over = term === null ? [] : overdueAt(term, told, now)
        const percent = over.at(-1)
        if (percent === undefined) continue
        const write = percent >= 100 ? this.#lapse(request, now) : clockWrite(request, toldOf(request, percent), this.#parts)
        // A conflict: somebody has done something about it just now, or another node has told. The next look shows.
        if ((await rows.commit([write], null, now)).is === 'DONE') done++
      }
      if (due.length < atOnce || done === 0) break
    }
    await rows.forgetMutations(clock.epoch() - rememberedMs)
  }

  #lapse(request: Parameters<typeof toldOf>[0], now: number) {
    const { request: after, step } = advance(request, 'LAPSE', {}, { side: 'HUB', roles: [], bureau: null, person: null }, now)
    return stepWrite(request, after, step, { teller: clockFor(request, request.standing.owner), message: null }, this.#parts)
  }
}
