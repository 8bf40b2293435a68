import { readFileSync } from 'node:fs'
import { ArchiveFolder } from '../audit/archive/archiveFolder.ts'
import { verifyArchive } from '../audit/archive/verifyArchive.ts'
import { LedgerFolder } from '../audit/ledger/ledgerFolder.ts'
import { isSignedBy, readNote, readVerifierKey, type VerifierKey } from '../audit/ledger/signedNote.ts'
import { verifyLedger } from '../audit/ledger/verifyLedger.ts'
import { openLedger } from '../store/openLedger.ts'
import type { CommandIo } from './viewAs.ts'

/** What `comity ledger verify` takes. */
export interface LedgerVerifyOptions {
  readonly dataDir: string
  /** Files of checkpoints that were kept elsewhere. */
  readonly checkpoint?: readonly string[]
  /** Keys of witnesses, each of whom must have cosigned one of these checkpoints. */
  readonly witness?: readonly string[]
  /** A folder of exported entries, each of which must be what was recorded. */
  readonly archive?: string
  /** The key of the log, as it was told: the text or a file of it. Default: the one beside the ledger. */
  readonly log?: string
}

/** `comity ledger verify`: exit code 0 when the ledger is what was recorded, 1 when it is not or cannot be read. */
export async function ledgerVerify(options: LedgerVerifyOptions, { out, err }: Pick<CommandIo, 'out' | 'err'>): Promise<number> {
  try {
    const log = logKey(options)
    const kept = (options.checkpoint ?? []).map((file) => readFileSync(file, 'utf8'))
    for (const text of options.witness ?? []) mustHaveWitnessed(kept, keyOf(text))
    const ledger = openLedger(options.dataDir)
    try {
      const onProgress = (entries: number) => void err.write(`${entries} entries looked at\n`)
      const { entries, root, checkpoints, problem } = verifyLedger(ledger.tables, { log, kept, onProgress })
      if (problem !== null) {
        out.write(`The ledger is not what was recorded: ${problem.text}.\n`)
        return 1
      }
      const archived = options.archive === undefined ? null : await verifyArchive(ledger.tables, new ArchiveFolder(options.archive))
      const { pruned } = ledger.tables.extent()
      out.write(`The ledger ${log.name} is whole: ${entries} entries, ${checkpoints} checkpoints.\n`)
      out.write(`Root: ${Buffer.from(root).toString('base64')}\n`)
      if (archived !== null) out.write(`The archive holds ${archived} entries, each of them as it was recorded.\n`)
      if (pruned > 0) out.write(`The entries up to ${pruned} were pruned: the tree has them, and their text is in an archive.\n`)
      if (kept.length === 0)
        out.write('It was held against no checkpoint kept elsewhere: had it been cut or written anew, it would look the same.\n')
      return 0
    } finally {
      ledger.close()
    }
  } catch (error) {
    err.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

/** The key of the log. Throws when there is none. */
export function logKey({ log, dataDir }: { readonly log?: string; readonly dataDir: string }): VerifierKey {
  return log === undefined ? new LedgerFolder(dataDir).verifier() : keyOf(log)
}

/** A key that is given as its text, or as a file of it. */
export function keyOf(text: string): VerifierKey {
  return readVerifierKey(/^[^\s+]+\+[0-9a-f]{8}\+/u.test(text) ? text : readFileSync(text, 'utf8'))
}

function mustHaveWitnessed(kept: readonly string[], witness: VerifierKey): void {
  if (kept.length === 0) throw new Error('a witness cosigns checkpoints: give one with --checkpoint')
  if (!kept.some((note) => isSignedBy(readNote(note), witness))) throw new Error(`${witness.name} has cosigned none of these checkpoints`)
}
