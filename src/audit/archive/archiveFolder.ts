import { createReadStream, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** An entry as an archive holds it: its number, and what its leaf holds. */
export interface ArchivedEntry {
  readonly seq: number
  readonly content: string
}

const fileName = /^ledger-(\d{12})\.ndjson$/

/**
 * A folder to which entries are exported: files that are only ever appended to, each named by its first entry. A hub that died while it wrote leaves half a line at the end of one; it is
 * passed over, and its entry is the first of the next file.
 */
export class ArchiveFolder {
  readonly path: string

  constructor(path: string) {
    this.path = path
  }

  /** Makes the folder where there is none. Throws when that cannot be done. */
  make(): void {
    mkdirSync(this.path, { recursive: true, mode: 0o700 })
  }

  /** The path of a file that begins with an entry. */
  fileFrom(seq: number): string {
    return join(this.path, `ledger-${String(seq).padStart(12, '0')}.ndjson`)
  }

  /** The last entry that stands in it whole; 0 when there is none. */
  async last(): Promise<number> {
    for (const file of this.#files().reverse()) {
      let last = 0
      for await (const { seq } of entriesIn(file)) last = seq
      if (last > 0) return last
    }
    return 0
  }

  /** All entries that stand in it whole, in the order of the files. Throws, and names file and line, for a line that is whole and no entry. */
  async *entries(): AsyncGenerator<ArchivedEntry, void, undefined> {
    for (const file of this.#files()) yield* entriesIn(file)
  }

  #files(): string[] {
    const names = readdirSync(this.path).filter((name) => fileName.test(name))
    return names.sort().map((name) => join(this.path, name))
  }
}

async function* entriesIn(file: string): AsyncGenerator<ArchivedEntry, void, undefined> {
  let line = 0
  let broken: number | null = null
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    line++
    if (broken !== null) throw new Error(`${file}: line ${broken} is no entry`)
    const entry = entryIn(text)
    // Only the last line may be half a one.
    if (entry === null) broken = line
    else yield entry
  }
}

function entryIn(text: string): ArchivedEntry | null {
  try {
    const { event } = JSON.parse(text) as { readonly event?: { readonly sequence?: unknown; readonly original?: unknown } }
    const { sequence: seq, original: content } = event ?? {}
    return typeof seq === 'number' && typeof content === 'string' ? { seq, content } : null
  } catch {
    return null
  }
}
