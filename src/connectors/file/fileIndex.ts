import { createHash } from 'node:crypto'
import { ConnectorError, type NativeRow } from '../connector.ts'
import { keyOf, scalarAt } from '../position.ts'
import type { FileSource } from './fileOptions.ts'
import { listFiles } from './listFiles.ts'
import { type ReadContext, readWatched, TooManyRows, type WatchedFile } from './watchedFile.ts'

/** What `FileIndex` needs. */
export interface FileIndexOptions {
  readonly name: string
  readonly folder: string
  readonly source: FileSource
  readonly maxRows: number
  readonly refreshMs: number
  readonly signal: AbortSignal
  readonly log: (message: string) => void
}

/** Rows of a source at one moment. The same object as long as no file changes. */
export interface Snapshot {
  readonly rows: readonly NativeRow[]
  readonly byKey: ReadonlyMap<string, NativeRow>
  /** Says which content of which files it was made of; the same after a restart. */
  readonly mark: string
}

/** The rows of one source, kept in memory and kept up to date with its files. */
export class FileIndex {
  readonly #options: FileIndexOptions
  #files: readonly WatchedFile[] = []
  #lookedAt = Number.NEGATIVE_INFINITY
  #looking: Promise<void> | null = null
  #merged = new Map<string, Snapshot>()

  constructor(options: FileIndexOptions) {
    this.#options = options
  }

  /** Lines and records left out so far. */
  get broken(): number {
    return this.#files.reduce((sum, file) => sum + file.broken, 0)
  }

  /** The rows as the files have them now; `key` where the options name none, null for a child table. */
  async snapshot(key: string | null): Promise<Snapshot> {
    if (Date.now() - this.#lookedAt >= this.#options.refreshMs) {
      // Everybody waits for the same look; it goes on when one of them gives up.
      this.#looking ??= this.#look().finally(() => {
        this.#looking = null
      })
      await this.#looking
    }
    const chosen = this.#options.source.key ?? key
    const name = chosen === null ? '' : `by ${chosen}`
    const known = this.#merged.get(name)
    if (known !== undefined) return known
    const merged = merge(this.#files, chosen, this.#options.source.deleted)
    this.#merged.set(name, merged)
    return merged
  }

  async #look(): Promise<void> {
    const { folder, source, maxRows, signal, log, name } = this.#options
    const known = new Map(this.#files.map((file) => [file.name, file]))
    const files: WatchedFile[] = []
    let room = maxRows
    for (const listed of await listFiles(folder, source.files)) {
      const context: ReadContext = { ...listed, source, room, signal, log }
      const file = await readWatched(known.get(listed.name), context).catch((error: unknown) => {
        throw this.#fault(error)
      })
      room -= file.rows.length
      if (room < 0) throw this.#fault(new TooManyRows())
      files.push(file)
    }
    const isUnreadable = files.length > 0 && files.every((file) => file.rows.length === 0 && file.read.unfinished && file.broken > 0)
    if (isUnreadable) throw new ConnectorError('BAD_ANSWER', `no file of '${name}' can be read`)
    if (files.length !== this.#files.length || files.some((file, i) => file.rows !== this.#files[i]?.rows)) this.#merged = new Map()
    this.#files = files
    this.#lookedAt = Date.now()
  }

  #fault(error: unknown): ConnectorError {
    const { maxRows, name } = this.#options
    if (error instanceof TooManyRows)
      return new ConnectorError('BAD_ANSWER', `'${name}' has more than ${maxRows} rows: raise maxRows, or use a database`)
    return new ConnectorError('UNREACHABLE', `a file of '${name}' cannot be read`, { cause: error })
  }
}

/** Later rows replace earlier ones with the same key, and a marked row removes it. */
function merge(files: readonly WatchedFile[], key: string | null, deleted: FileSource['deleted']): Snapshot {
  const marks = new Set(deleted?.values.map(String))
  const isRemoved = (row: NativeRow) => deleted !== undefined && marks.has(String(scalarAt(row, deleted.path)))
  const mark = markOf(files)
  if (key === null) return { rows: files.flatMap((file) => file.rows.filter((row) => !isRemoved(row))), byKey: new Map(), mark }
  const byKey = new Map<string, NativeRow>()
  for (const file of files) {
    for (const row of file.rows) {
      const text = keyOf(row, key)
      if (text === null) continue
      if (isRemoved(row)) byKey.delete(text)
      else byKey.set(text, row)
    }
  }
  return { rows: [...byKey.values()], byKey, mark }
}

function markOf(files: readonly WatchedFile[]): string {
  return createHash('sha256')
    .update(JSON.stringify(files.map(({ name, hash, rows }) => [name, hash, rows.length])))
    .digest('base64url')
}
