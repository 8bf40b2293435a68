import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ledger, type LedgerParts } from '../../../src/audit/ledger/ledger.ts'
import { LedgerFolder } from '../../../src/audit/ledger/ledgerFolder.ts'
import { Store } from '../../../src/store/store.ts'

/** A data folder with a hub's ledger in it, opened and closed as often as one likes. */
export class LedgerWorld {
  readonly path: string = mkdtempSync(join(tmpdir(), 'comity-ledger-'))
  readonly folder: LedgerFolder = new LedgerFolder(this.path)
  /** What the ledgers have complained of. */
  readonly faults: string[] = []

  /** As a hub does at its start. `over`: other parts; a checkpoint is signed when `checkpointEntries` (16) have come, and never by time. */
  open(over: Partial<LedgerParts> = {}): { readonly store: Store; readonly ledger: Ledger; close(): void } {
    const store = new Store(this.path)
    const ledger = new Ledger({
      tables: store.ledger,
      folder: this.folder,
      now: () => Date.UTC(2026, 0, 1),
      onFault: (error) => this.faults.push(error.message),
      checkpointEntries: 16,
      after: () => () => {},
      ...over,
    })
    return {
      store,
      ledger,
      close() {
        ledger.close()
        store.close()
      },
    }
  }

  /** Opens, appends entries one batch after the other, and closes. */
  write(...batches: readonly number[]): void {
    const { ledger, close } = this.open()
    for (const size of batches) ledger.append(entriesFrom(ledger.size, size))
    close()
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

/** `count` entries as they are appended after `before` others. */
export function entriesFrom(before: number, count: number): readonly { readonly at: string; readonly entry: string }[] {
  return Array.from({ length: count }, (_, i) => {
    const n = before + i
    const at = new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString()
    return { at, entry: `{"bureau":"X${'ABCDE'[n % 5]}","case":null,"keys":["${n}","k${n * 7}"],"purpose":"INVESTIGATION"}` }
  })
}

/** The triggers that keep honest code from changing entries; whoever holds the file drops them first. */
export const guards = ['audit', 'ledger_leaf', 'ledger_node', 'ledger_checkpoint'].flatMap((table) =>
  ['update', 'delete'].map((what) => `DROP TRIGGER IF EXISTS ${table}_is_append_only_${what}`),
)
