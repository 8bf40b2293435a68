import type { FeedId, FeedState } from '../../model/capture.ts'
import type { Change, ChangeKind } from '../../model/change.ts'
import {
  type CaptureRecords,
  type FeedWrite,
  feedBeginning,
  type KnownRecord,
  type PresentRecord,
} from '../../store/capture/captureRecords.ts'
import type { FeedSeals } from './feedSeals.ts'
import type { SeenRecord } from './feedSource.ts'
import type { RecordVersions } from './recordVersions.ts'

/** Takes changes into the one log; they are durable when it resolves. It drops those that it has. */
export type AppendChanges = (changes: readonly Change[]) => Promise<unknown>

/** What a source said of a record. */
export interface Told {
  readonly kind: ChangeKind
  readonly at: string | null
}

/** What goes with a change. */
export interface Telling {
  readonly late: boolean
  /** The count of missed changes, with these. */
  readonly missed?: number
  /** Places of inbox entries that are done with. */
  readonly done?: readonly number[]
}

/** What a feed logs with. */
export interface FeedLogOptions {
  readonly id: FeedId
  readonly records: CaptureRecords
  readonly versions: RecordVersions
  readonly seals: FeedSeals
  readonly append: AppendChanges
}

/** What a writer writes besides the number that it raises. */
export type FeedProgress = Partial<Omit<FeedState, 'batches'>>

type Seen = Pick<SeenRecord, 'key' | 'version' | 'sketch'>

/**
 * What one feed knows, record by record, and the way into the log. A change is written down as on its way in the transaction in which its state becomes the one that is known, then logged,
 * and forgotten with the next write: whoever dies or is overtaken in between loses none, and one that is logged again is the same change.
 * INVARIANT: nothing is logged before it was written down by a writer whom nobody had overtaken.
 */
export class FeedLog {
  readonly #options: FeedLogOptions
  /** As it was read or written last; null: to be read. */
  #state: FeedState | null = null
  /** Written down and not known to be logged. */
  #waiting: readonly Change[] = []
  /** Changes that are logged are still written down as waiting. */
  #logged = false
  /** What is shown of the state when it is not known. */
  #shown: FeedState = feedBeginning

  constructor(options: FeedLogOptions) {
    this.#options = options
  }

  /** Reads where the feed stands, which another node may have changed, and logs what waits. To be called before anything else is, and again after anything has failed. */
  async open(): Promise<void> {
    const { id, records, seals } = this.#options
    const state = await records.state(id)
    if (state.batches !== this.#state?.batches) {
      this.#waiting = (await records.waiting(id)).map((sealed) => seals.openChange(sealed))
      this.#logged = false
    }
    this.#keep(state)
    await this.#flush()
  }

  /** Where the feed stands, as far as this node knows. */
  get state(): FeedState {
    return this.#shown
  }

  /** Logs records of `told` that are not as they are known; one that is not in `seen` is gone. Gives how many it logged. */
  async tell(seen: ReadonlyMap<string, Seen>, told: ReadonlyMap<string, Told>, { late, missed, done }: Telling): Promise<number> {
    const { id, seals } = this.#options
    const before = await this.#known([...told.keys()])
    const changes: Change[] = []
    const known: KnownRecord[] = []
    for (const [key, { at }] of told) {
      const [was, now] = [before.get(key) ?? null, seen.get(key) ?? null]
      if ((was?.version ?? null) === (now?.version ?? null)) continue
      const states = { before: seals.openSketch(id, key, was?.sketch ?? null), after: now?.sketch ?? null }
      changes.push({ ...id, key, ...this.#moved(key, was, now), occurredAt: at, late, ...states })
      known.push(this.#present(key, now))
    }
    const progress = { ...(missed === undefined ? {} : { missed }) }
    const rest = done === undefined ? {} : { done }
    if (changes.length > 0) {
      await this.#write(progress, { known, ...rest, waiting: changes.map((change) => seals.change(change)) })
      this.#waiting = changes
      await this.#flush()
    } else if (done !== undefined) await this.#write(progress, rest)
    return changes.length
  }

  /** Takes records as they are, without a word: they were there before anybody listened. */
  async learn(seen: readonly Seen[]): Promise<void> {
    await this.#write({}, { known: seen.map((one) => this.#present(one.key, one)) })
  }

  /** Takes other sketches of states that are known. */
  async redraw(seen: readonly Seen[]): Promise<void> {
    // What has changed since it was read has been drawn as it is now.
    const { redrawn } = await this.compare(seen)
    if (redrawn.length > 0) await this.learn(redrawn)
  }

  /** Which of these records are not in the state that is known, and which are and have another sketch. */
  async compare<T extends Seen>(seen: readonly T[]): Promise<{ readonly different: readonly T[]; readonly redrawn: readonly T[] }> {
    const { id, seals } = this.#options
    const known = await this.#known(seen.map(({ key }) => key))
    const isKnown = ({ key, version }: T) => known.get(key)?.version === version
    const isDrawn = ({ key, sketch }: T) => same(seals.sketch(id, key, sketch), known.get(key)?.sketch ?? null)
    return { different: seen.filter((one) => !isKnown(one)), redrawn: seen.filter((one) => isKnown(one) && !isDrawn(one)) }
  }

  /** Writes what is different in the feed's state. */
  write(progress: FeedProgress): Promise<void> {
    return this.#write(progress, {})
  }

  /** Versions by key of the records that are known and not gone. */
  async versions(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return new Map([...(await this.#known(keys))].map(([key, { version }]) => [key, version]))
  }

  /** A number from 0 to 65,535 that is the same for the same key. */
  spread(key: string): number {
    return this.#options.seals.key(this.#options.id, key).readUInt16BE(0)
  }

  /** Known records whose `spread` is, in steps of 256, from `from` to before `to`. */
  async stretch(
    from: number,
    to: number,
  ): Promise<readonly { readonly spread: number; readonly version: string; readonly key: () => string }[]> {
    const { id, records, seals } = this.#options
    const found = await records.range(id, from, to)
    return found.map(({ key, version }) => ({ spread: Buffer.from(key).readUInt16BE(0), version, key: () => seals.openKey(key) }))
  }

  async #known(keys: readonly string[]): Promise<ReadonlyMap<string, PresentRecord>> {
    const { id, records, seals } = this.#options
    const bySeal = new Map(keys.map((key) => [seals.key(id, key).toString('hex'), key]))
    const found = await records.known(
      id,
      [...bySeal.keys()].map((hex) => Buffer.from(hex, 'hex')),
    )
    return new Map(found.map((one) => [bySeal.get(Buffer.from(one.key).toString('hex')) ?? '', one]))
  }

  async #write(progress: FeedProgress, rest: Omit<FeedWrite, 'state'>): Promise<void> {
    const { id, records } = this.#options
    const state = this.#state
    if (state === null) throw new Error('a feed is written before it is read')
    const next = { ...state, ...progress }
    try {
      await records.write(id, { state: next, ...(this.#logged ? { waiting: [] } : {}), ...rest })
    } catch (error) {
      // Whether it was written, or who else has, is for the next reading to find out.
      this.#state = null
      throw error
    }
    this.#logged = false
    this.#keep({ ...next, batches: state.batches + 1 })
  }

  async #flush(): Promise<void> {
    if (this.#waiting.length === 0) return
    try {
      await this.#options.append(this.#waiting)
    } catch (error) {
      this.#state = null
      throw error
    }
    this.#waiting = []
    this.#logged = true
  }

  #keep(state: FeedState): void {
    this.#state = state
    this.#shown = state
  }

  #present(key: string, seen: Seen | null): KnownRecord {
    const { id, seals } = this.#options
    return { key: seals.key(id, key), version: seen?.version ?? null, sketch: seals.sketch(id, key, seen?.sketch ?? null) }
  }

  /** INVARIANT: no two batches of a feed have the same number, so that a state that comes back is another change. */
  #moved(key: string, was: PresentRecord | null, now: Seen | null): Pick<Change, 'kind' | 'version'> {
    const { id, versions } = this.#options
    const state = now?.version ?? versions.gone(id.type, key)
    const kind = now === null ? 'DELETED' : was === null ? 'CREATED' : 'CHANGED'
    return { kind, version: versions.change(state, this.#shown.batches) }
  }
}

function same(one: Uint8Array | null, other: Uint8Array | null): boolean {
  return one === null || other === null ? one === other : Buffer.compare(one, other) === 0
}
