import { ArchiveFolder } from '../audit/archive/archiveFolder.ts'
import { LedgerExport } from '../audit/archive/ledgerExport.ts'
import { AuditLog } from '../audit/auditLog.ts'
import { Ledger } from '../audit/ledger/ledger.ts'
import { LedgerFolder } from '../audit/ledger/ledgerFolder.ts'
import { Anomalies, type AnomalyParts } from '../audit/reading/anomalies.ts'
import { LedgerIndex } from '../audit/reading/ledgerIndex.ts'
import { LedgerProofs } from '../audit/reading/ledgerProofs.ts'
import { LedgerReader } from '../audit/reading/ledgerReader.ts'
import { Subjects } from '../audit/subjects/subjects.ts'
import type { Store } from '../store/store.ts'

/** The record of disclosures: where it is written, and where it is read. */
export interface DisclosureRecord {
  readonly ledger: Ledger
  readonly audit: AuditLog
  readonly subjects: Subjects
  readonly index: LedgerIndex
  readonly reader: LedgerReader
  readonly proofs: LedgerProofs
  /** Which key signs checkpoints: 8 hexadecimal digits, its key id in the notes; null when there is none that can be read. */
  key(): string | null
  /** Why nothing can be disclosed, in one sentence; null while it can be. */
  cannotDisclose(): string | null
  /** Signs what has come since the last checkpoint, and follows no more. */
  close(): void
}

/** Who hears what is wrong with it. */
export interface RecordLog {
  fatal(detail: object, text: string): void
  error(detail: object, text: string): void
}

/** What it is opened with. */
export interface RecordParts {
  readonly dataDir: string
  readonly store: Store
  /** The hub's own; without it no name in the ledger leads back to anybody. */
  readonly secret: Uint8Array
  readonly log: RecordLog
  /** Folder to which entries are exported as they come. Default: nowhere. */
  readonly exportTo?: string | null
  /** Epoch milliseconds. Default: the machine's clock. */
  readonly now?: () => number
  /** The bureaus' rules for what is unusual. */
  readonly rules: AnomalyParts['rules']
}

/** Opens the record in a data folder. Never throws: over one that is not what was written nothing can be appended, and the log says why. */
export function openRecord({ dataDir, store, secret, log, rules, exportTo = null, now = () => Date.now() }: RecordParts): DisclosureRecord {
  const folder = new LedgerFolder(dataDir)
  const ledger = new Ledger({
    tables: store.ledger,
    folder,
    now,
    onFault(error, what) {
      if (what === 'ledger') log.fatal({ reason: error.message }, 'the ledger is not what this hub has written: nothing is disclosed')
      else log.error({ err: error }, 'a checkpoint of the ledger could not be signed or exported; it is tried again')
    },
  })
  const subjects = new Subjects(store.ledger.subjects, secret)
  const anomalies = new Anomalies({ counts: store.anomalies, desks: store.desks, rules })
  const index = new LedgerIndex({
    entries: store.ledger,
    index: store.ledgerIndex,
    subjects,
    onFault: (error) => log.error({ err: error }, 'the index of the ledger could not be brought up to date; it is tried again'),
    onTaken: (entries) => anomalies.take(entries),
  })
  const exports =
    exportTo === null ? null : exporting(new LedgerExport({ entries: store.ledger, folder: new ArchiveFolder(exportTo) }), log)
  const audit = new AuditLog(
    (entries, names) => {
      ledger.append(entries, names)
      index.soon()
      exports?.soon()
    },
    now,
    (error) => log.fatal({ err: error }, 'the audit log cannot be written; nothing is disclosed until it can'),
    subjects,
  )
  exports?.soon()
  const reader = new LedgerReader(store.ledger, { tables: store.ledgerIndex, index, subjects })
  index.soon()
  const cannotDisclose = () => {
    if (ledger.fault !== null) return `the ledger is not what this hub has written: ${ledger.fault}`
    return audit.isFailing ? 'the record of disclosures could not be written when it was last tried' : null
  }
  const key = () => {
    try {
      return Buffer.from(folder.verifier().id).toString('hex')
    } catch {
      return null
    }
  }
  const close = () => {
    index.close()
    exports?.close()
    ledger.close()
  }
  return { ledger, audit, subjects, index, reader, proofs: new LedgerProofs(store.ledger, folder), key, cannotDisclose, close }
}

/** How long after an entry the export follows. */
const exportMs = 1000

/** An export that follows. One that fails is tried again with the next entry, and nothing waits for it. */
function exporting(exported: LedgerExport, log: RecordLog) {
  let timer: NodeJS.Timeout | null = null
  const run = () => {
    timer = null
    exported.run().catch((error: unknown) => log.error({ err: error }, 'the ledger could not be exported; it is tried again'))
  }
  return {
    soon() {
      timer ??= setTimeout(run, exportMs).unref()
    },
    close() {
      if (timer !== null) clearTimeout(timer)
      exported.close()
    },
  }
}
