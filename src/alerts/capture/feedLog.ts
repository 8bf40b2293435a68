import type { FeedId, FeedState } from '../../model/capture.ts'
import type { Change, ChangeKind } from '../../model/change.ts'
import type { CaptureRecords, KnownVersion } from '../../store/captureRecords.ts'
import type { SeenRecord } from './feedSource.ts'
import type { RecordVersions } from './recordVersions.ts'

/** Takes changes into the one log; they are durable when it resolves. It drops a change whose version is the last that it has of that record. */
export type AppendChanges = (changes: readonly Change[]) => Promise<void>

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
  /** The inbox is done with up to this entry. */
  readonly doneUpTo?: number
}

/** What a feed logs with. */
export interface FeedLogOptions {
  readonly id: FeedId
  readonly records: CaptureRecords
  readonly versions: RecordVersions
  readonly append: AppendChanges
}

/**
 * What one feed has logged, record by record, and the way into the log.
 * INVARIANT: what is known changes after the log has taken the change, never before.
 */
export class FeedLog {
  readonly #options: FeedLogOptions

  constructor(options: FeedLogOptions) {
    this.#options = options
  }

  /** Logs records of `told` that are not as they were logged last; one that is not in `seen` is gone. Gives how many it logged. */
  async tell(
    seen: ReadonlyMap<string, Pick<SeenRecord, 'version'>>,
    told: ReadonlyMap<string, Told>,
    { late, missed, doneUpTo }: Telling,
  ): Promise<number> {
    const { id, records, append } = this.#options
    const changes: Change[] = []
    const known: KnownVersion[] = []
    for (const [key, { at }] of told) {
      const [before, now] = [this.version(key), seen.get(key)?.version ?? null]
      if (before === now) continue
      changes.push({ ...id, key, ...this.#moved(key, before, now), occurredAt: at, late })
      known.push({ key, bucket: this.bucket(key), version: now })
    }
    if (changes.length > 0) await append(changes)
    const state = missed === undefined ? {} : { state: { missed } }
    if (changes.length > 0 || doneUpTo !== undefined)
      records.write(id, { known, ...state, ...(doneUpTo === undefined ? {} : { doneUpTo }) })
    return changes.length
  }

  /** Takes records as they are, without a word: they were there before anybody listened. */
  learn(seen: readonly Pick<SeenRecord, 'key' | 'version'>[]): void {
    const { id, records } = this.#options
    records.write(id, { known: seen.map(({ key, version }) => ({ key, bucket: this.bucket(key), version })) })
  }

  /** Writes what is different in the feed's state. */
  write(state: Partial<FeedState>): void {
    this.#options.records.write(this.#options.id, { state })
  }

  /** The version logged last; null: none, or the record is gone. */
  version(key: string): string | null {
    return this.#options.records.version(this.#options.id, this.bucket(key), key)
  }

  /** Of several records. */
  versions(keys: readonly string[]): ReadonlyMap<string, string | null> {
    return new Map(keys.map((key) => [key, this.version(key)]))
  }

  /** The bucket in which a key is counted. */
  bucket(key: string): number {
    return this.#options.versions.bucket(key)
  }

  /** What was logged of all records of a bucket. */
  inBucket(bucket: number): readonly { readonly key: string; readonly version: string }[] {
    return this.#options.records.bucket(this.#options.id, bucket)
  }

  #moved(key: string, before: string | null, now: string | null): Pick<Change, 'kind' | 'version'> {
    if (now === null) return { kind: 'DELETED', version: this.#options.versions.gone(this.#options.id.type, key) }
    return { kind: before === null ? 'CREATED' : 'CHANGED', version: now }
  }
}
