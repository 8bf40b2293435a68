import { type Clock, systemClock } from '../links/clock.ts'
import type { Change, RecordSketch } from '../model/change.ts'
import type { NumberedDeskEntry } from '../model/deskEntry.ts'
import type { Desks } from '../store/desks.ts'

/** What the feed works with. */
export interface DeskFeedParts {
  readonly desks: Pick<Desks, 'untold' | 'told' | 'onAdded'>
  /** Takes changes into the log; durable when it resolves. One that it has already is left out. */
  readonly append: (changes: readonly Change[]) => Promise<unknown>
  /** Hears of a log that cannot be written: it is tried again. */
  readonly onFailure: (error: unknown) => void
  readonly clock?: Clock
}

const atOnce = 100
const againMs = 1000

/**
 * What desks are told goes into the log too, so that duty desks hear of it at once: all of it, in each desk's order, once. The entry is durable first, and counts as told when the
 * log has it.
 */
export class DeskFeed {
  readonly #parts: DeskFeedParts
  readonly #clock: Clock
  readonly #stopHearing: () => void
  #telling: Promise<void> | null = null
  #again = false
  #stopTimer: () => void = () => {}
  #stopped = false

  constructor(parts: DeskFeedParts) {
    this.#parts = parts
    this.#clock = parts.clock ?? systemClock
    this.#stopHearing = parts.desks.onAdded(() => this.#tell())
    this.#tell()
  }

  /** Resolves when nothing is being written any more. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#stopHearing()
    this.#stopTimer()
    await this.#telling
  }

  #tell(): void {
    if (this.#stopped) return
    if (this.#telling !== null) {
      this.#again = true
      return
    }
    this.#stopTimer()
    this.#telling = this.#tellAll()
      .catch((error: unknown) => {
        this.#parts.onFailure(error)
        if (!this.#stopped) this.#stopTimer = this.#clock.after(againMs, () => this.#tell())
      })
      .finally(() => {
        this.#telling = null
        if (!this.#again) return
        this.#again = false
        this.#tell()
      })
  }

  async #tellAll(): Promise<void> {
    const { desks, append } = this.#parts
    for (;;) {
      const entries = desks.untold(atOnce)
      if (entries.length === 0) return
      await append(entries.map(changeOf))
      desks.told(entries)
    }
  }
}

function changeOf(entry: NumberedDeskEntry): Change {
  return {
    bureau: entry.owner,
    type: 'DeskEntry',
    key: String(entry.number),
    kind: 'HIT',
    version: entry.at,
    occurredAt: entry.at,
    late: false,
    details: entry as unknown as RecordSketch,
  }
}
