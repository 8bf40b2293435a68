import type { LedgerTables } from '../../store/ledgerTables.ts'
import { same } from '../ledger/merkleProof.ts'
import { leafHash } from '../ledger/merkleTree.ts'
import type { ArchiveFolder } from './archiveFolder.ts'

/** Holds every entry of an archive against the tree, and that none is missing between two, nor of those that were pruned; gives how many there are. Rejects, and names the first that is bad. */
export async function verifyArchive(tables: Pick<LedgerTables, 'hashes' | 'extent'>, archive: ArchiveFolder): Promise<number> {
  const { pruned } = tables.extent()
  let [count, last] = [0, 0]
  for await (const { seq, content } of archive.entries()) {
    if ((count > 0 || pruned > 0) && seq !== last + 1) throw new Error(`the archive lacks entry ${last + 1}`)
    const [leaf] = tables.hashes(0, seq - 1, 1)
    if (leaf === undefined || !same(leaf, leafHash(content))) throw new Error(`entry ${seq} in the archive is not what was recorded`)
    last = seq
    count++
  }
  if (last < pruned) throw new Error(`the archive lacks entry ${last + 1}`)
  return count
}
