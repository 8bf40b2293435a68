import type { LedgerTables } from '../../store/ledgerTables.ts'
import { fold, type HashAt, keptLevels } from './merkleTree.ts'

/** The tree as it is stored: complete subtrees, folded from the nodes of the kept level below them. Throws where one is missing. */
export function storedTree(tables: Pick<LedgerTables, 'hashes'>): HashAt {
  return (level, number) => {
    const above = level % keptLevels
    const count = 2 ** above
    const hashes = tables.hashes(level - above, number * count, count)
    if (hashes.length !== count) throw new Error(`the tree has a hole at level ${level}, number ${number}`)
    return fold(hashes)
  }
}
