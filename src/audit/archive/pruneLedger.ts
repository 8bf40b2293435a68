import type { LedgerTables } from '../../store/ledgerTables.ts'
import { same } from '../ledger/merkleProof.ts'
import { leafHash } from '../ledger/merkleTree.ts'
import type { ArchiveFolder } from './archiveFolder.ts'

/** Entries that always stay: those that a hub looks at when it starts. */
export const alwaysKept = 1000

/**
 * The last entry that may be pruned: it was written before `before` (RFC 3339), and the archive holds it and all before it as the tree has them. Rejects, and says why, when the archive lacks one that is old
 * enough or holds another. 0: none may be.
 */
export async function prunableThrough(tables: LedgerTables, archive: ArchiveFolder, before: string): Promise<number> {
  const { pruned, lastEntry } = tables.extent()
  const limit = oldThrough(tables, before, pruned, lastEntry - alwaysKept)
  let through = pruned
  for await (const { seq, content } of archive.entries()) {
    if (seq <= pruned) continue
    if (seq > limit) break
    if (seq !== through + 1) throw new Error(`the archive lacks entry ${through + 1}`)
    const [leaf] = tables.hashes(0, seq - 1, 1)
    if (leaf === undefined || !same(leaf, leafHash(content))) throw new Error(`entry ${seq} in the archive is not what was recorded`)
    through = seq
  }
  if (through < limit) throw new Error(`the archive lacks entry ${through + 1}`)
  return through > pruned ? through : 0
}

function oldThrough(tables: LedgerTables, before: string, pruned: number, most: number): number {
  let [low, high] = [pruned, Math.max(pruned, most)]
  // Entries are in the order of their time.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const [row] = tables.entries(middle - 1, 1)
    if (row !== undefined && row.at < before) low = middle
    else high = middle - 1
  }
  return low
}
