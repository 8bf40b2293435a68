import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HubParts } from '../../src/hub.ts'
import { openRecord, type RecordParts } from '../../src/main/openRecord.ts'
import { Store } from '../../src/store/store.ts'
import type { MemoryBureau } from './memoryBureau.ts'
import { memoryHub } from './memoryHub.ts'

/** A hub over bureaus in memory, whose record of disclosures is the real one, in a folder of its own that may be opened again. */
export function ledgerHub(
  bureaus: readonly MemoryBureau[],
  over: Partial<HubParts> & { readonly path?: string; readonly record?: Partial<RecordParts> } = {},
) {
  const path = over.path ?? mkdtempSync(join(tmpdir(), 'comity-record-'))
  const store = new Store(path)
  /** What the record complained of. */
  const faults: string[] = []
  const say = (detail: object, text: string) => void faults.push(`${text} ${JSON.stringify(detail)}`)
  const secret = new Uint8Array(32).fill(3)
  const record = openRecord({ dataDir: path, store, secret, log: { fatal: say, error: say }, rules: () => new Map(), ...over.record })
  const hub = memoryHub(bureaus, { store, audit: record.audit, ledger: record, ...over })
  const close = () => {
    record.close()
    store.close()
  }
  return {
    ...hub,
    path,
    store,
    record,
    faults,
    close,
    /** Entries as they are stored. */
    stored: () => store.readAudit(0, 10_000).map(({ entry }) => JSON.parse(entry) as Record<string, unknown>),
    [Symbol.dispose]() {
      close()
      if (over.path === undefined) rmSync(path, { recursive: true, force: true })
    },
  }
}
