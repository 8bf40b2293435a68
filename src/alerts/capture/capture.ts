import { type Clock, systemClock } from '../../links/clock.ts'
import type { CaptureFile, FeedStatus } from '../../model/capture.ts'
import type { BureauSource } from '../../records/bureauSource.ts'
import type { CaptureRecords } from '../../store/capture/captureRecords.ts'
import { CaptureFeed } from './captureFeed.ts'
import type { AppendChanges } from './feedLog.ts'
import type { FeedSeals } from './feedSeals.ts'
import { FeedSource, type SketchOf } from './feedSource.ts'
import { Places } from './places.ts'
import type { RecordVersions } from './recordVersions.ts'

/** A bureau whose changes are captured. */
export interface CapturedBureau {
  readonly source: Pick<BureauSource, 'link' | 'limits' | 'mappings'> & { readonly profile: { readonly code: string } }
  readonly capture: CaptureFile
  readonly sketchOf: SketchOf
}

/** What capture needs. */
export interface CaptureOptions {
  readonly records: CaptureRecords
  readonly versions: RecordVersions
  readonly seals: FeedSeals
  readonly append: AppendChanges
  readonly clock?: Clock
  /** Hears of a feed that could not look: its state is in `statuses`. The error may hold a system's own words, so it goes to the debug log only. */
  readonly onFailure?: (bureau: string, type: string, error: unknown) => void
  /** Hears of changes that only a comparison found. */
  readonly onMissed?: (bureau: string, type: string, count: number) => void
}

/** Longest wait of a feed that fails, in milliseconds. */
const longestWaitMs = 60_000

/** Readings of everything at once: they cost this process as much as questions do. */
const mostReadings = 2

/**
 * All feeds of all bureaus, each at its own pace. A bureau is asked for one thing at a time, and two feeds at most read everything there is: one that hangs or fails holds up those of its own
 * bureau, and others at most until its deadline.
 */
export class Capture {
  readonly #options: CaptureOptions
  readonly #clock: Clock
  readonly #readings = new Places(mostReadings)
  #running = new Map<string, Running>()
  #bureaus: readonly CapturedBureau[] = []

  constructor(options: CaptureOptions) {
    this.#options = options
    this.#clock = options.clock ?? systemClock
  }

  /** Captures from these bureaus from now on. A bureau that is the same object as before goes on undisturbed; the feeds of others are ended first. */
  async run(bureaus: readonly CapturedBureau[]): Promise<void> {
    const kept = new Set(bureaus.filter((bureau) => this.#bureaus.includes(bureau)))
    const ending = [...this.#running].filter(([, { bureau }]) => !kept.has(bureau))
    for (const [name] of ending) this.#running.delete(name)
    this.#bureaus = bureaus
    await Promise.all(ending.map(([, running]) => running.stop()))
    for (const bureau of bureaus.filter((one) => !kept.has(one))) this.#start(bureau)
  }

  /** How every feed stands, by bureau and type. */
  statuses(): readonly FeedStatus[] {
    return [...this.#running.values()].map(({ feed }) => feed.status())
  }

  /** A bureau has something new: its feeds look at once. A hint only: what it says is never relied upon. */
  wake(bureau: string): void {
    for (const running of this.#running.values()) if (running.feed.id.bureau === bureau) running.lookNow()
  }

  /** Compares everything of one feed now, as is done from time to time anyway. Gives how many changes had been missed; null when there is no such feed. */
  async reconcile(bureau: string, type: string): Promise<number | null> {
    return (await this.#running.get(nameOf(bureau, type))?.reconcile()) ?? null
  }

  /** Ends all feeds; resolves when nothing is written any more. */
  stop(): Promise<void> {
    return this.run([])
  }

  #start(bureau: CapturedBureau): void {
    const { code } = bureau.source.profile
    const calls = new Places(1)
    for (const [type, declaration] of Object.entries(bureau.capture.types)) {
      const mapping = bureau.source.mappings.get(type)
      if (mapping === undefined) continue
      const { link, limits } = bureau.source
      const { versions, seals, records, append } = this.#options
      const source = new FeedSource({ link, limits, mapping, versions, sketchOf: bureau.sketchOf, calls })
      const feed = new CaptureFeed({
        id: { bureau: code, type },
        declaration,
        source,
        records,
        versions,
        seals,
        append,
        clock: this.#clock,
        readings: this.#readings,
      })
      const pace = { everyMs: declaration.everySeconds * 1000, reconcileMs: bureau.capture.reconcileMinutes * 60_000 }
      const running = new Running(bureau, feed, pace, this.#clock, this.#options)
      this.#running.set(nameOf(code, type), running)
      running.lookNow()
    }
  }
}

const nameOf = (bureau: string, type: string) => `${bureau} ${type}`

class Running {
  readonly bureau: CapturedBureau
  readonly feed: CaptureFeed
  readonly #pace: { readonly everyMs: number; readonly reconcileMs: number }
  readonly #clock: Clock
  readonly #options: CaptureOptions
  #cancel = () => {}
  #looking: Promise<void> | null = null
  #comparing: Promise<number> | null = null
  #again = false
  #failures = 0
  #stopped = false

  constructor(bureau: CapturedBureau, feed: CaptureFeed, pace: Running['pace'], clock: Clock, options: CaptureOptions) {
    this.bureau = bureau
    this.feed = feed
    this.#pace = pace
    this.#clock = clock
    this.#options = options
  }

  get pace(): { readonly everyMs: number; readonly reconcileMs: number } {
    return this.#pace
  }

  lookNow(): void {
    if (this.#stopped) return
    if (this.#looking !== null) {
      this.#again = true
      return
    }
    this.#cancel()
    this.#looking = this.#look().finally(() => {
      this.#looking = null
      if (this.#again) {
        this.#again = false
        this.lookNow()
      }
    })
  }

  /** Two at once would be one too many: whoever asks meanwhile gets the one that is under way. */
  reconcile(): Promise<number> {
    this.#comparing ??= this.feed
      .reconcile()
      .then((missed) => {
        if (missed > 0) this.#options.onMissed?.(this.feed.id.bureau, this.feed.id.type, missed)
        return missed
      })
      .finally(() => {
        this.#comparing = null
      })
    return this.#comparing
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#cancel()
    await this.feed.close()
    await Promise.allSettled([this.#looking, this.#comparing])
  }

  async #look(): Promise<void> {
    try {
      await this.feed.look()
      this.#failures = 0
      if (this.#isDue()) void this.reconcile().catch((error: unknown) => this.#failed(error))
    } catch (error) {
      this.#failures++
      this.#failed(error)
    }
    if (this.#stopped) return
    const wait = Math.min(Math.max(longestWaitMs, this.#pace.everyMs), this.#pace.everyMs * 2 ** Math.min(this.#failures, 10))
    this.#cancel = this.#clock.after(wait, () => this.lookNow())
  }

  #isDue(): boolean {
    const { lastReconcileAt } = this.feed.status()
    const since = lastReconcileAt === null ? Number.POSITIVE_INFINITY : this.#clock.epoch() - Date.parse(lastReconcileAt)
    return this.#comparing === null && since >= this.#pace.reconcileMs
  }

  #failed(error: unknown): void {
    if (!this.#stopped) this.#options.onFailure?.(this.feed.id.bureau, this.feed.id.type, error)
  }
}
