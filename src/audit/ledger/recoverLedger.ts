import type { LedgerTables } from '../../store/ledgerTables.ts'
import { type Checkpoint, readCheckpoint } from './checkpoint.ts'
import type { LedgerFolder } from './ledgerFolder.ts'
import { leafOf } from './ledgerLeaf.ts'
import { rootAt, same } from './merkleProof.ts'
import { CompactRange } from './merkleTree.ts'
import type { SignerKey } from './signedNote.ts'
import { storedTree } from './storedTree.ts'

/** Entries before the last checkpoint that are looked at when the hub starts; those after it all are. `comity ledger verify` looks at every one. */
const lookedAt = 1000

/** A ledger as it was found. */
export interface Recovered {
  readonly range: CompactRange
  readonly signer: SignerKey
  /** Entries that the last checkpoint speaks of; null when there is none. */
  readonly signed: number | null
}

/**
 * Finds the ledger as the last hub left it: the tree ends where the entries end, the last checkpoint in the store and the one beside it hold, and so do the last entries. Makes the key
 * where nothing has ever been signed. Throws, and says why, for anything else.
 */
export function recoverLedger(tables: LedgerTables, folder: LedgerFolder): Recovered {
  const checkpoints = [tables.latestCheckpoint()?.note ?? null, folder.exported()].filter((note) => note !== null)
  const signer = signerOf(folder, checkpoints.length > 0)
  if (checkpoints.length === 0) adopt(tables)
  const { lastEntry: size, lastLeaf, before } = tables.extent()
  if (lastLeaf !== size - 1) throw new Error(`the last entry is ${size}, and the tree ends at ${lastLeaf + 1}`)
  const hashAt = storedTree(tables)
  const read = checkpoints.map((note) => readCheckpoint(note, signer.verifier))
  for (const checkpoint of read) check(checkpoint, size, (at) => rootAt(hashAt, at))
  const signed = read[0]?.size ?? null
  let last = Math.max(0, Math.min(signed ?? 0, ...read.map((one) => one.size)) - lookedAt)
  for (const row of tables.rows(last)) {
    last += 1
    if (row.seq !== last) throw new Error(`entry ${last} is missing`)
    if (row.leaf === null || !same(row.leaf, leafOf(row, before))) throw new Error(`entry ${last} is not what was recorded`)
  }
  return { range: CompactRange.over(size, hashAt), signer, signed }
}

function check({ size, root }: Checkpoint, entries: number, rootOf: (size: number) => Uint8Array): void {
  if (size > entries)
    throw new Error(`a checkpoint speaks of ${size} entries, and there are ${entries}: entry ${entries + 1} and those after it are gone`)
  if (!same(root, rootOf(size))) throw new Error(`the tree of the first ${size} entries is not the one that was signed`)
}

function signerOf(folder: LedgerFolder, wasSigned: boolean): SignerKey {
  const signer = folder.signer()
  if (signer === null && wasSigned) throw new Error('there are checkpoints, and the key that signed them is gone: restore keys/ledger.key')
  if (signer !== null) folder.tellKey(signer)
  return signer ?? folder.makeSigner()
}

/** Entries of before there was a tree become its first leaves, in their order. */
function adopt(tables: LedgerTables): void {
  const { lastEntry, lastLeaf, before } = tables.extent()
  if (before === 0 || lastLeaf !== -1) return
  if (lastEntry !== before) throw new Error(`${before} entries were there before the tree, and now there are ${lastEntry}`)
  const range = CompactRange.over(0, () => new Uint8Array())
  tables.adopt((row) => {
    const leaf = leafOf(row, before)
    return { leaf, nodes: range.append(leaf) }
  })
}
