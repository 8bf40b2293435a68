import { writeFileSync } from 'node:fs'
import { readCheckpoint } from '../audit/ledger/checkpoint.ts'
import { storedContent } from '../audit/ledger/ledgerLeaf.ts'
import { consistencyProof, inclusionProof, rootAt, same } from '../audit/ledger/merkleProof.ts'
import { inclusionText, offerText } from '../audit/ledger/proofText.ts'
import { storedTree } from '../audit/ledger/storedTree.ts'
import type { LedgerTables } from '../store/ledgerTables.ts'
import { openLedger } from '../store/openLedger.ts'
import { logKey } from './ledgerVerify.ts'
import type { CommandIo } from './viewAs.ts'

/** What both commands take. */
export interface LedgerProofOptions {
  readonly dataDir: string
  /** A new file for what the leaf of the entry holds. Default: it is not written. */
  readonly leaf?: string
}

/** `comity ledger proof <entry>`: that the entry is in the tree of the latest checkpoint, as C2SP tlog-proof writes it. */
export async function ledgerProof(entry: number, options: LedgerProofOptions, io: Pick<CommandIo, 'out' | 'err'>): Promise<number> {
  return withLatest(options, io, (tables, { size, note }) => {
    if (!(Number.isSafeInteger(entry) && entry >= 1 && entry <= size))
      throw new Error(`the latest checkpoint speaks of the entries 1 to ${size}`)
    const [row] = tables.rows(entry - 1)
    if (row?.seq !== entry) throw new Error(`entry ${entry} is missing`)
    if (options.leaf !== undefined) writeFileSync(options.leaf, storedContent(row, tables.extent().before), { flag: 'wx', mode: 0o600 })
    return inclusionText(entry - 1, inclusionProof(storedTree(tables), entry - 1, size), note)
  })
}

/** `comity ledger offer --old <entries>`: the latest checkpoint, with the proof that it goes on from an older one, as C2SP tlog-witness sends it to a witness. */
export async function ledgerOffer(old: number, options: LedgerProofOptions, io: Pick<CommandIo, 'out' | 'err'>): Promise<number> {
  return withLatest(options, io, (tables, { size, note }) => {
    if (!(Number.isSafeInteger(old) && old >= 0 && old <= size)) throw new Error(`the latest checkpoint speaks of ${size} entries`)
    return offerText(old, consistencyProof(storedTree(tables), old, size), note)
  })
}

/** Nothing is proved of a tree that is not the one that was signed. */
async function withLatest(
  { dataDir }: LedgerProofOptions,
  { out, err }: Pick<CommandIo, 'out' | 'err'>,
  prove: (tables: LedgerTables, latest: { readonly size: number; readonly note: string }) => string,
): Promise<number> {
  try {
    const ledger = openLedger(dataDir)
    try {
      const latest = ledger.tables.latestCheckpoint()
      if (latest === null) throw new Error('there is no checkpoint yet: a hub signs one when it starts')
      const { size, root } = readCheckpoint(latest.note, logKey({ dataDir }))
      if (!same(root, rootAt(storedTree(ledger.tables), size)))
        throw new Error('the tree is not the one that was signed: see comity ledger verify')
      out.write(prove(ledger.tables, { size, note: latest.note }))
      return 0
    } finally {
      ledger.close()
    }
  } catch (error) {
    err.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}
