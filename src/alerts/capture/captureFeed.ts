import type { NativeCapture } from '../../connectors/nativeChange.ts'
import type { Clock } from '../../links/clock.ts'
import { LinkFailure } from '../../links/link.ts'
import type { CaptureDeclaration, FeedId, FeedState, FeedStatus } from '../../model/capture.ts'
import type { CaptureRecords } from '../../store/capture/captureRecords.ts'
import { type ComparisonListener, compareAll } from './compareAll.ts'
import { type AppendChanges, FeedLog, type Told } from './feedLog.ts'
import type { FeedSeals } from './feedSeals.ts'
import type { FeedSource } from './feedSource.ts'
import { feedStatus } from './feedStatus.ts'
import { Places } from './places.ts'
import type { RecordVersions } from './recordVersions.ts'

/** What a feed is made of. */
export interface FeedOptions {
  readonly id: FeedId
  readonly declaration: CaptureDeclaration
  readonly source: FeedSource
  readonly records: CaptureRecords
  readonly versions: RecordVersions
  readonly seals: FeedSeals
  readonly append: AppendChanges
  readonly clock: Clock
  /** Readings of everything, of all feeds of the node at once. Default: any number. */
  readonly readings?: Places
}

/** Most changes asked for at once. */
const mostChanges = 1000

/**
 * The changes of one type of one bureau. Each look reads what is new, tells the log of it, and then goes on from there: a crash in between makes it read again what is known by then.
 */
export class CaptureFeed {
  readonly id: FeedId
  readonly #declaration: CaptureDeclaration
  readonly #source: FeedSource
  readonly #records: CaptureRecords
  readonly #seals: FeedSeals
  readonly #log: FeedLog
  readonly #clock: Clock
  readonly #readings: Places
  #limit = mostChanges
  #lastError: string | null = null
  #closed = false
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: FeedOptions) {
    this.id = options.id
    this.#declaration = options.declaration
    this.#source = options.source
    this.#records = options.records
    this.#seals = options.seals
    this.#log = new FeedLog(options)
    this.#clock = options.clock
    this.#readings = options.readings ?? new Places(Number.POSITIVE_INFINITY)
  }

  /** Logs everything that is new. Rejects as its source or the log do; what was logged until then stays logged. */
  look(): Promise<void> {
    return this.#alone(() => this.#look())
  }

  /** Compares everything there is with what was logged, and logs what was missed as late. Gives how many. Looks may go on meanwhile. */
  async reconcile(): Promise<number> {
    if (this.#state.checkpoint === null) await this.look()
    let missed = 0
    const listener: ComparisonListener = {
      different: async (keys) => {
        missed += await this.#alone(() => this.#confirm(keys))
      },
      redrawn: (records) => this.#alone(() => this.#log.redraw(records)),
    }
    try {
      await this.#readings.take(() => compareAll({ source: this.#source, log: this.#log }, listener))
    } catch (error) {
      await this.#alone(() => this.#note(error)).catch(() => {})
      throw error
    }
    await this.#alone(() => this.#log.write({ reconciledAt: this.#clock.epoch() }))
    return missed
  }

  /** How it stands. */
  status(): FeedStatus {
    return feedStatus(this.id, this.#declaration.mode, { ...this.#state, lastError: this.#lastError }, this.#clock.epoch())
  }

  /** Gives up what is being read; resolves when nothing is being written any more. */
  async close(): Promise<void> {
    this.#closed = true
    this.#source.close()
    await this.#last
  }

  get #state(): FeedState {
    return this.#log.state
  }

  /** One at a time: what is known of a record must not change between being looked at and being written. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(async () => {
      try {
        await this.#log.open()
        return await work()
      } catch (error) {
        await this.#note(error)
        throw error
      }
    })
    this.#last = mine.catch(() => {})
    return mine
  }

  async #look(): Promise<void> {
    const began = this.#clock.epoch()
    if (this.#state.checkpoint === null) await this.#readings.take(() => this.#begin())
    else await this.#drain()
    await this.#log.write({ caughtUpAt: began, lastError: null })
    this.#lastError = null
    this.#limit = Math.min(mostChanges, this.#limit * 2)
  }

  /** The place first, then what there is: what changes in between is told again. */
  async #begin(): Promise<void> {
    const now = this.#clock.epoch()
    const how = nativeCapture(this.#declaration)
    const place = how === null ? null : (await this.#source.changes(how, null, 1)).checkpoint
    const by = this.#declaration.mode === 'poll' ? this.#declaration.by : null
    let latest: string | null = null
    for await (const page of this.#source.pages(by, null)) {
      latest = later(latest, ...page.map((record) => record.changedAt))
      await this.#log.learn(page)
    }
    await this.#log.write({ checkpoint: place ?? bounded(latest, now) ?? '', reconciledAt: now })
  }

  #drain(): Promise<void> {
    const { mode } = this.#declaration
    if (mode === 'poll') return this.#poll(this.#declaration)
    return mode === 'webhook' ? this.#readInbox() : this.#readChanges()
  }

  async #readChanges(): Promise<void> {
    const how = nativeCapture(this.#declaration)
    for (let more = how !== null; more && how !== null; ) {
      const found = await this.#source.changes(how, this.#state.checkpoint, this.#limit)
      if (found.gap) await this.#log.write({ gap: true })
      const told = new Map(found.changes.map((change): [string, Told] => [change.key, change]))
      await this.#log.tell(await this.#source.get([...told.keys()]), told, { late: false })
      if (found.compare) await this.#compareNow(found.gap)
      await this.#log.write({ checkpoint: found.checkpoint, gap: false })
      more = found.more
    }
  }

  async #poll({ by, overlapSeconds }: CaptureDeclaration & { readonly mode: 'poll' }): Promise<void> {
    const now = this.#clock.epoch()
    const known = this.#state.checkpoint || null
    const from = known === null ? null : new Date(Date.parse(known) - overlapSeconds * 1000).toISOString()
    let latest = known
    for await (const page of this.#source.pages(by, from)) {
      latest = later(latest, ...page.map((record) => record.changedAt))
      const told = new Map(page.map(({ key, changedAt }): [string, Told] => [key, { kind: 'UNKNOWN', at: changedAt }]))
      await this.#log.tell(new Map(page.map((record) => [record.key, record])), told, { late: false })
    }
    await this.#log.write({ checkpoint: bounded(latest, now) ?? '' })
  }

  async #readInbox(): Promise<void> {
    for (;;) {
      const entries = await this.#records.inbox(this.id, mostChanges)
      if (entries.length === 0) return
      const told = new Map(entries.map((entry): [string, Told] => [this.#seals.openKey(entry.key), entry]))
      const done = entries.map(({ seq }) => seq)
      await this.#log.tell(await this.#source.get([...told.keys()]), told, { late: false, done })
    }
  }

  /** The source knows that something changed, but not what; or no longer knows. */
  async #compareNow(late: boolean): Promise<void> {
    const listener: ComparisonListener = {
      different: async (keys) => {
        await this.#log.tell(await this.#source.get(keys), new Map(keys.map((key) => [key, unknown])), { late })
      },
      redrawn: (records) => this.#log.redraw(records),
    }
    await compareAll({ source: this.#source, log: this.#log }, listener)
    await this.#log.write({ reconciledAt: this.#clock.epoch() })
  }

  /**
   * Of records that differ from what was logged, those that the feed does not tell of by itself: it gets to say all it knows after the record is read, so that a
   * change under way is not taken for a missed one.
   */
  async #confirm(keys: readonly string[]): Promise<number> {
    const seen = await this.#source.get(keys)
    const before = await this.#log.versions(keys)
    await this.#look()
    const after = await this.#log.versions(keys)
    const missed = keys.filter((key) => before.get(key) === after.get(key) && seen.get(key)?.version !== after.get(key))
    if (missed.length === 0) return 0
    const wanted = new Set(missed)
    const found = new Map([...seen].filter(([key]) => wanted.has(key)))
    const told = new Map(missed.map((key) => [key, unknown]))
    return this.#log.tell(found, told, { late: true, missed: this.#state.missed + missed.length })
  }

  async #note(error: unknown): Promise<void> {
    // Whoever has stopped it has not made it fail.
    if (this.#closed) return
    const lastError = error instanceof LinkFailure ? error.state : 'INTERNAL'
    const isNew = lastError !== this.#lastError
    this.#lastError = lastError
    // For the other nodes. Where the store is what has failed, the watermark that stands still tells.
    if (isNew) await this.#log.write({ lastError }).catch(() => {})
    // What was too much for the time may be done in parts.
    if (error instanceof LinkFailure && error.state === 'TIMEOUT') this.#limit = Math.max(1, Math.floor(this.#limit / 4))
  }
}

const unknown: Told = { kind: 'UNKNOWN', at: null }

/** What the bureau's system is asked; null where the hub finds out by reading rows, or is told. */
export function nativeCapture(declaration: CaptureDeclaration): NativeCapture | null {
  switch (declaration.mode) {
    case 'slot':
      return { mode: 'slot', slot: declaration.slot, publication: declaration.publication }
    case 'outbox':
      return { mode: 'outbox', table: declaration.table, holdMs: declaration.lateCommitMinutes * 60_000 }
    case 'xmin':
    case 'files':
      return { mode: declaration.mode }
    default:
      return null
  }
}

function later(...moments: readonly (string | null)[]): string | null {
  const known = moments.filter((moment) => moment !== null && !Number.isNaN(Date.parse(moment)))
  return known.reduce<string | null>(
    (last, moment) => (last === null || Date.parse(moment as string) > Date.parse(last) ? moment : last),
    null,
  )
}

/** A row that a clock ahead of ours has stamped must not carry the place beyond now: what others stamp until then would be passed over. */
function bounded(moment: string | null, now: number): string | null {
  return moment === null ? null : new Date(Math.min(Date.parse(moment), now)).toISOString()
}
