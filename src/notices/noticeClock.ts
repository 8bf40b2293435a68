import type { Clock } from '../links/clock.ts'
import { RecurringLook } from '../links/recurringLook.ts'
import type { HeldRows, HeldWrite } from '../store/held/heldRows.ts'
import { advance, clockOf, endOfSuspension } from './advance.ts'
import type { HeldNotice } from './heldNotice.ts'
import { endedStates } from './machine.ts'
import { noticeType } from './noticeMapping.ts'
import { clockFor, stepWrite, type WritingParts, warningWrite } from './noticeWrite.ts'
import { warningAt } from './terms.ts'

/** What the clock works with. */
export interface NoticeClockParts extends WritingParts {
  readonly rows: HeldRows
  readonly clock: Clock
  /** The store could not be read or written; the clock looks again. */
  readonly onFault: (error: unknown) => void
}

/** Between two looks, in milliseconds. */
const everyMs = 60_000
/** Notices that are read at once. */
const atOnce = 200

/** Warns the owner half a year and a month before a notice ends, and ends it; ends one that its owner has left suspended for too long, and removes what it said a month after its end. As the clock of requests, it forgets nothing over a restart. */
export class NoticeClock {
  readonly #parts: NoticeClockParts
  readonly #recurring: RecurringLook

  constructor(parts: NoticeClockParts) {
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
      const due = await rows.due(noticeType, now, atOnce)
      let done = 0
      for (const row of due) {
        const write = this.#writeFor(sealed.notice(row), now)
        // A conflict: somebody has done something about it just now, or another node has. The next look shows.
        if ((await rows.commit([write], null, now)).is === 'DONE') done++
      }
      if (due.length < atOnce || done === 0) return
    }
  }

  #writeFor(notice: HeldNotice, now: number): HeldWrite {
    const { standing, content } = notice
    const { state } = standing
    const hub = { side: 'HUB', roles: [], bureau: null, person: null } as const
    if (endedStates.has(state)) {
      const { notice: after, step } = advance(notice, 'PURGE', {}, hub, now)
      return stepWrite(notice, after, step, clockFor(notice), this.#parts)
    }
    const due = standing.due ?? now
    if (Math.min(due, endOfSuspension(content) ?? due) <= now) {
      const { notice: after, step } = advance(notice, 'EXPIRE', {}, hub, now)
      return stepWrite(notice, after, step, clockFor(notice), this.#parts)
    }
    const told = { ...content, told: warningAt(due, content.told, now) ?? content.told }
    return warningWrite(
      notice,
      { standing: { ...standing, clock: clockOf(standing.state, standing.due, told) }, content: told },
      this.#parts,
    )
  }
}
