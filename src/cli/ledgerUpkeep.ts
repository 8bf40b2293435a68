import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ArchiveFolder } from '../audit/archive/archiveFolder.ts'
import { LedgerExport } from '../audit/archive/ledgerExport.ts'
import { prunableThrough } from '../audit/archive/pruneLedger.ts'
import { officer, type Subject } from '../audit/subjects/subjects.ts'
import { hubSecret } from '../config/secret.ts'
import { type DisclosureRecord, openRecord } from '../main/openRecord.ts'
import { Store } from '../store/store.ts'
import type { CommandIo } from './viewAs.ts'

type Io = Pick<CommandIo, 'out' | 'err'>

interface Upkeep {
  readonly dataDir: string
}

/** What `forget-subject` is run with. */
export interface ForgetOptions extends Upkeep {
  /** Whose record, or whose officer. */
  readonly bureau: string
  readonly type?: string
  readonly key?: readonly string[]
  readonly officer?: string
}

/** `comity ledger export`: exit code 1 when something could not be exported. */
export function ledgerExport({ to, dataDir }: Upkeep & { readonly to: string }, io: Io): Promise<number> {
  return overLedger(dataDir, io, async ({ store }) => {
    const exported = new LedgerExport({ entries: store.ledger, folder: new ArchiveFolder(to) })
    try {
      return `${to} holds the entries up to ${await exported.run()}.`
    } finally {
      exported.close()
    }
  })
}

/** `comity ledger prune`: exit code 1 when the archive does not hold what is to go. */
export function ledgerPrune(
  { before, archive, dataDir }: Upkeep & { readonly before: string; readonly archive: string },
  io: Io,
): Promise<number> {
  return overLedger(dataDir, io, async ({ store, record }) => {
    if (!/^\d{4}-\d\d-\d\d$/.test(before) || Number.isNaN(Date.parse(before))) throw new Error('--before: a day, such as 2026-01-31')
    const through = await prunableThrough(store.ledger, new ArchiveFolder(archive), new Date(before).toISOString())
    if (through === 0) return 'Nothing is to be pruned.'
    await record.index.upToDate()
    // On record first: entries that are gone without it are a ledger that was cut.
    await record.audit.append({ act: 'ENTRIES_PRUNED', through, by: 'comity ledger prune' })
    store.ledger.prune(through)
    return `The entries up to ${through} were pruned. Keep the archive: it alone has them.`
  })
}

/** `comity ledger forget-subject`: exit code 1 when nobody could be forgotten. */
export function ledgerForget(options: ForgetOptions, io: Io): Promise<number> {
  return overLedger(options.dataDir, io, async ({ record }) => {
    const subjects = subjectsOf(options)
    const known = subjects.filter((subject) => record.subjects.handleOf(subject) !== null)
    if (known.length === 0) throw new Error('the ledger leads to nobody by this name')
    await record.audit.append({ act: 'SUBJECTS_FORGOTTEN', count: known.length, by: 'comity ledger forget-subject' })
    const forgotten = record.subjects.forget(known)
    return `${forgotten} ${forgotten === 1 ? 'subject was' : 'subjects were'} forgotten: nobody can tell any more whom these entries are about. Copies and backups of the folder still can.`
  })
}

/** `comity ledger reindex`: exit code 1 when the entries could not be read. */
export function ledgerReindex({ dataDir }: Upkeep, io: Io): Promise<number> {
  return overLedger(dataDir, io, async ({ store, record }) => {
    await record.index.rebuild()
    return `The index has the entries up to ${store.ledgerIndex.through()}.`
  })
}

function subjectsOf({ bureau, type, key = [], officer: reference }: ForgetOptions): readonly Subject[] {
  const records = key.map((one) => ({ bureau, type: type ?? '', key: one }))
  if (records.length > 0 && type === undefined) throw new Error('--key: say of which --type')
  const officers = reference === undefined ? [] : [{ bureau, type: officer, key: reference }]
  if (records.length + officers.length === 0) throw new Error('say whom: --type and --key, or --officer')
  return [...records, ...officers]
}

/** Opens the ledger as a hub does, so that nothing is done over one that is not what was written. */
async function overLedger(
  dataDir: string,
  { out, err }: Io,
  work: (open: { readonly store: Store; readonly record: DisclosureRecord }) => Promise<string>,
): Promise<number> {
  const faults: string[] = []
  const say = (detail: object, text: string) => void faults.push(`${text}: ${JSON.stringify(detail)}`)
  let store: Store | null = null
  let record: DisclosureRecord | null = null
  try {
    if (!existsSync(join(dataDir, 'hub.sqlite'))) throw new Error(`there is no ledger in ${dataDir}`)
    store = new Store(dataDir)
    record = openRecord({ dataDir, store, secret: hubSecret(dataDir), log: { fatal: say, error: say }, rules: () => new Map() })
    if (!record.ledger.isSound) throw new Error(faults.join('\n'))
    out.write(`${await work({ store, record })}\n`)
    return 0
  } catch (error) {
    err.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  } finally {
    record?.close()
    store?.close()
  }
}
