import { type SealingKey, sealingKey } from './sealingKey.ts'

/** Rows of one answer, sealed, with what is needed to find and to end them. */
export interface VaultEntry {
  readonly bureau: string
  /** Digest of whom it is kept for. */
  readonly reader: string
  /** Nonce, ciphertext and tag. */
  readonly sealed: Buffer
  /** When its rows were read, in epoch milliseconds. */
  readonly readAt: number
  /** First instant at which it may not be given any more. */
  readonly until: number
  /** Digests of the records in it, each with the version in which it was read. */
  readonly records: ReadonlyMap<string, RecordVersion>
}

/** Digests of how a record was read, and of what came of it: versions of one shape that differ are a record that has changed. */
export interface RecordVersion {
  readonly shape: string
  readonly content: string
}

/** How much a vault holds. */
export interface VaultOptions {
  /** Most bytes, of all bureaus together. Default 64 MiB. */
  readonly mostBytes?: number
  /** Most entries, of all bureaus together. Default 20,000. */
  readonly mostEntries?: number
  /** Where entries stand, the one that was used last at the end. Default: a map of its own; anything else is for tests, which look into it. */
  readonly entries?: Map<string, VaultEntry>
}

/** How often entries that are over are looked for, in milliseconds. None of them is given out meanwhile. */
const sweepMs = 30_000
/** What an entry and a record in it weigh besides the sealed rows, in bytes. */
const entryBytes = 400
const recordBytes = 200

/**
 * What a hub keeps of rows it has read: sealed, in memory only, for a bounded time, and no more than fits. Each bureau's entries are sealed under a key of their own, which
 * is drawn when the bureau's place is opened and is in no file. Entries that were not used for longest go first.
 */
export class RowVault {
  readonly #entries: Map<string, VaultEntry>
  readonly #byRecord = new Map<string, Set<string>>()
  readonly #mostBytes: number
  readonly #mostEntries: number
  #bytes = 0
  #sweep: NodeJS.Timeout | null = null

  constructor({ mostBytes = 64 * 1024 * 1024, mostEntries = 20_000, entries = new Map() }: VaultOptions = {}) {
    this.#mostBytes = mostBytes
    this.#mostEntries = mostEntries
    this.#entries = entries
  }

  /** A new key for a bureau. Whatever was kept of it is gone: its file, its mapping or its keys may have changed. */
  keyFor(bureau: string): SealingKey {
    this.purge(bureau)
    return sealingKey()
  }

  /** Bytes that are held, as far as they are counted. */
  get bytes(): number {
    return this.#bytes
  }

  /** An entry that is not over, moved to the end of the line; null when there is none. */
  get(id: string): VaultEntry | null {
    const entry = this.#entries.get(id)
    if (entry === undefined) return null
    const now = Date.now()
    // A clock that was set back tells no age.
    if (now >= entry.until || now < entry.readAt) {
      this.drop(id)
      return null
    }
    this.#entries.delete(id)
    this.#entries.set(id, entry)
    return entry
  }

  /** Puts an entry in the place of one of the same id. One that would take more than an eighth of the room is not kept. */
  put(id: string, entry: VaultEntry): void {
    this.drop(id)
    const weight = weightOf(entry)
    if (weight > this.#mostBytes / 8 || entry.until <= Date.now()) return
    this.#entries.set(id, entry)
    this.#bytes += weight
    for (const record of entry.records.keys()) {
      const holders = this.#byRecord.get(record)
      if (holders === undefined) this.#byRecord.set(record, new Set([id]))
      else holders.add(id)
    }
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#mostBytes && this.#entries.size <= this.#mostEntries) break
      this.drop(oldest)
    }
    this.#sweepLater()
  }

  /** Entries that hold a record. */
  holding(record: string): readonly (readonly [id: string, entry: VaultEntry])[] {
    return [...(this.#byRecord.get(record) ?? [])].flatMap((id) => {
      const entry = this.#entries.get(id)
      return entry === undefined ? [] : [[id, entry] as const]
    })
  }

  /** Drops one entry, if it is there. */
  drop(id: string): void {
    const entry = this.#entries.get(id)
    if (entry === undefined) return
    this.#entries.delete(id)
    this.#bytes -= weightOf(entry)
    for (const record of entry.records.keys()) {
      const holders = this.#byRecord.get(record)
      holders?.delete(id)
      if (holders?.size === 0) this.#byRecord.delete(record)
    }
  }

  /** Drops all that is kept of a bureau; of every bureau when none is named. */
  purge(bureau: string | null = null): void {
    for (const [id, entry] of this.#entries) if (bureau === null || entry.bureau === bureau) this.drop(id)
  }

  #sweepLater(): void {
    if (this.#sweep !== null) return
    this.#sweep = setTimeout(() => {
      this.#sweep = null
      const now = Date.now()
      for (const [id, { until }] of this.#entries) if (now >= until) this.drop(id)
      if (this.#entries.size > 0) this.#sweepLater()
    }, sweepMs)
    this.#sweep.unref()
  }
}

function weightOf({ sealed, records }: VaultEntry): number {
  return sealed.length + entryBytes + recordBytes * records.size
}
