import { LedgerFolder } from '../audit/ledger/ledgerFolder.ts'
import type { CommandIo } from './viewAs.ts'

/** `comity ledger checkpoint`: the note that was exported last; the hub may be running. */
export async function ledgerCheckpoint(
  { dataDir }: { readonly dataDir: string },
  { out, err }: Pick<CommandIo, 'out' | 'err'>,
): Promise<number> {
  const note = new LedgerFolder(dataDir).exported()
  if (note === null) {
    err.write(`No checkpoint has been exported to ${dataDir}: a hub does so when it starts.\n`)
    return 1
  }
  out.write(note)
  return 0
}
