import type { LedgerTables } from '../../store/ledgerTables.ts'
import type { SubjectRow } from '../../store/subjectTables.ts'
import { signCheckpoint } from './checkpoint.ts'
import type { LedgerFolder } from './ledgerFolder.ts'
import { leafContent, leafOf } from './ledgerLeaf.ts'
import { type CompactRange, leafHash, type TreeNode } from './merkleTree.ts'
import { recoverLedger } from './recoverLedger.ts'
import type { SignerKey } from './signedNote.ts'

/** What a ledger is made of. */
export interface LedgerParts {
  readonly tables: LedgerTables
  readonly folder: LedgerFolder
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Hears why the ledger is not to be used, once, and of every checkpoint that could not be signed or exported. */
  readonly onFault: (error: Error, what: 'ledger' | 'checkpoint') => void
  /** A checkpoint is signed when so many entries have come since the last. Default 5000. */
  readonly checkpointEntries?: number
  /** And at the latest so many milliseconds after the first that came. Default 10,000. */
  readonly checkpointMs?: number
  /** Runs something later; gives what calls it off. Default: the machine's clock. */
  readonly after?: (ms: number, run: () => void) => () => void
}

/**
 * The audit log as a Merkle tree (RFC 6962). It is made of what the store holds, and is used only if that is provably what this hub has written: else nothing can be
 * appended, and so nothing is disclosed. It never begins anew over something that it cannot read.
 */
export class Ledger {
  readonly #parts: LedgerParts
  #state: { readonly range: CompactRange; readonly signer: SignerKey } | null = null
  /** Entries that the last checkpoint speaks of. */
  #signed = 0
  /** Entries when one was last to be signed: one that fails is not tried again with every entry. */
  #tried = 0
  /** Whether it is not known what became of the last append. */
  #unsure = false
  #callOff: (() => void) | null = null
  #fault: string | null = null

  constructor(parts: LedgerParts) {
    this.#parts = parts
    try {
      const { range, signer, signed } = recoverLedger(parts.tables, parts.folder)
      this.#state = { range, signer }
      this.#signed = signed ?? 0
      this.#tried = range.size
      if (signed !== range.size) this.checkpoint()
    } catch (error) {
      this.#blame(error)
    }
  }

  /** Why nothing can be appended; null while the ledger is what this hub has written. */
  get fault(): string | null {
    return this.#fault
  }

  /** Whether entries can be appended. */
  get isSound(): boolean {
    return this.#state !== null
  }

  /** Entries so far; 0 while the ledger is not sound. */
  get size(): number {
    return this.#state?.range.size ?? 0
  }

  /**
   * Makes entries durable, with their leaves and with what leads from the names in them to whom they stand for. `entry` is canonical JSON. Throws when they cannot be, or when the ledger is
   * not sound.
   */
  append(entries: readonly { readonly at: string; readonly entry: string }[], subjects: readonly SubjectRow[] = []): void {
    if (this.#unsure) this.#lookAgain()
    if (this.#state === null) throw new Error('the ledger is not what this hub has written')
    const range = this.#state.range.copy()
    const nodes: TreeNode[] = []
    const rows = entries.map(({ at, entry }) => {
      const leaf = leafHash(leafContent(range.size + 1, at, entry))
      nodes.push(...range.append(leaf))
      return { at, entry, leaf }
    })
    this.#unsure = true
    this.#parts.tables.append(this.#state.range.size, rows, nodes, subjects)
    this.#unsure = false
    this.#state = { ...this.#state, range }
    this.#checkpointSoon()
  }

  /** Signs a checkpoint of what is there now, keeps it and exports it. Never throws: entries are durable without. */
  checkpoint(): void {
    this.#callOff?.()
    this.#callOff = null
    if (this.#state === null) return
    const { tables, folder, now, onFault } = this.#parts
    const { range, signer } = this.#state
    this.#tried = range.size
    try {
      const note = signCheckpoint({ size: range.size, root: range.root() }, signer)
      tables.addCheckpoint(new Date(now()).toISOString(), { size: range.size, note })
      this.#signed = range.size
      folder.export(note)
    } catch (error) {
      onFault(asError(error), 'checkpoint')
    }
  }

  /** Signs what has come since the last checkpoint. */
  close(): void {
    if (this.size !== this.#signed) this.checkpoint()
    this.#callOff?.()
    this.#callOff = null
  }

  #checkpointSoon(): void {
    const { checkpointEntries = 5000, checkpointMs = 10_000, after = later } = this.#parts
    if (this.size - this.#tried >= checkpointEntries) this.checkpoint()
    else this.#callOff ??= after(checkpointMs, () => this.checkpoint())
  }

  /** After an append that failed, the store may hold its entries or not. */
  #lookAgain(): void {
    const { tables } = this.#parts
    const { lastEntry, lastLeaf, before } = tables.extent()
    const size = this.size
    this.#unsure = false
    if (lastEntry === size && lastLeaf === size - 1) return
    try {
      if (this.#state === null || lastEntry < size || lastLeaf !== lastEntry - 1)
        throw new Error('entries have gone while the hub was running')
      const range = this.#state.range.copy()
      for (const row of tables.rows(size)) range.append(leafOf(row, before))
      this.#state = { ...this.#state, range }
    } catch (error) {
      this.#state = null
      this.#blame(error)
    }
  }

  #blame(error: unknown): void {
    const reason = asError(error)
    this.#fault = reason.message
    this.#parts.onFault(reason, 'ledger')
  }
}

function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms).unref()
  return () => clearTimeout(timer)
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
