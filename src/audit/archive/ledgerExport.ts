import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import type { LedgerTables } from '../../store/ledgerTables.ts'
import { storedContent } from '../ledger/ledgerLeaf.ts'
import type { ArchiveFolder } from './archiveFolder.ts'
import { ecsLine } from './ecsLine.ts'

/** What an export is made with. */
export interface LedgerExportParts {
  readonly entries: Pick<LedgerTables, 'entries' | 'extent'>
  readonly folder: ArchiveFolder
  /** Entries in one file; the next begins after them. Default 100,000. */
  readonly fileEntries?: number
}

const portion = 200

/** Writes entries to a folder, each once and in their order, for a SIEM to collect or a medium that is written once to keep. What is written is never touched again. */
export class LedgerExport {
  readonly #parts: LedgerExportParts
  #file: { readonly descriptor: number; readonly first: number } | null = null
  #through: number | null = null
  #running: Promise<number> | null = null
  #isOver = false

  constructor(parts: LedgerExportParts) {
    this.#parts = parts
  }

  /** Exports what is there and not exported yet, and resolves with the last entry in the folder when all of it is durable. Rejects when that cannot be done; what was exported stays. */
  run(): Promise<number> {
    this.#running ??= this.#all().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  /** Exports no more, and gives the file back. */
  close(): void {
    this.#isOver = true
    this.#closeFile()
  }

  #closeFile(): void {
    if (this.#file !== null) closeSync(this.#file.descriptor)
    this.#file = null
  }

  async #all(): Promise<number> {
    const { folder, entries } = this.#parts
    folder.make()
    this.#through ??= await folder.last()
    const { lastEntry, before, pruned } = entries.extent()
    if (this.#through > lastEntry)
      throw new Error(`${folder.path} holds entries up to ${this.#through}, and the ledger ends at ${lastEntry}`)
    if (this.#through < pruned)
      throw new Error(`${folder.path} ends at ${this.#through}, and the entries up to ${pruned} are not in the ledger any more`)
    while (this.#through < lastEntry && !this.#isOver) {
      this.#portion(this.#through, before)
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
    return this.#through
  }

  #portion(through: number, before: number): void {
    const { entries, fileEntries = 100_000 } = this.#parts
    if (this.#file !== null && through + 1 - this.#file.first >= fileEntries) this.#closeFile()
    const room = fileEntries - (this.#file === null ? 0 : through + 1 - this.#file.first)
    const rows = entries.entries(through, Math.min(portion, room))
    if (rows[0]?.seq !== through + 1) throw new Error(`entry ${through + 1} is missing`)
    try {
      // A file that is there is never gone on with: it may end with half a line.
      this.#file ??= { descriptor: openSync(this.#parts.folder.fileFrom(through + 1), 'wx', 0o600), first: through + 1 }
      const text = rows.map((row) => `${ecsLine({ ...row, content: storedContent(row, before) })}\n`).join('')
      const bytes = Buffer.from(text)
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#file.descriptor, bytes, at)
      fsyncSync(this.#file.descriptor)
    } catch (error) {
      this.#closeFile()
      this.#through = null
      throw error
    }
    this.#through = rows.at(-1)?.seq ?? through
  }
}
