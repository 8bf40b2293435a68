import type { LedgerTables } from '../../store/ledgerTables.ts'
import { readCheckpoint } from './checkpoint.ts'
import { leafOf } from './ledgerLeaf.ts'
import { same, type TreeHead } from './merkleProof.ts'
import { CompactRange, keptLevels, type TreeNode } from './merkleTree.ts'
import type { VerifierKey } from './signedNote.ts'

/** What a ledger is held against. */
export interface VerifyOptions {
  /** The key of the log. One that was kept elsewhere says more than the one beside the ledger. */
  readonly log: VerifierKey
  /** Checkpoints that were kept elsewhere, as signed notes. Default: none, and then a shorter or wholly new ledger looks whole. */
  readonly kept?: readonly string[]
  /** Hears how many entries were looked at, every 100,000. */
  readonly onProgress?: (entries: number) => void
}

/** What came of it. */
export interface Verdict {
  /** Entries that were found to be what was recorded; those that were pruned count by their leaves. */
  readonly entries: number
  /** The root of the tree over them. */
  readonly root: Uint8Array
  readonly checkpoints: number
  /** What is wrong first, in order of entries; null when all is well. `entry` is the first that is bad or missing, null when it is not an entry that is. */
  readonly problem: LedgerProblem | null
}

export interface LedgerProblem {
  readonly entry: number | null
  readonly text: string
}

/** A tree that a checkpoint speaks of. */
interface Head extends TreeHead {
  readonly whose: string
  /** Whether it was kept elsewhere: those of the ledger itself can be made by whoever has its key. */
  readonly elsewhere: boolean
}

/** A problem, thrown where it is met. */
class Found extends Error {
  readonly entry: number | null

  constructor(entry: number | null, text: string) {
    super(text)
    this.entry = entry
  }
}

/** Recomputes all of a ledger: every leaf from its entry, every node from the leaves, the root at every checkpoint. Never throws for what is wrong with it. */
export function verifyLedger(tables: LedgerTables, options: VerifyOptions): Verdict {
  const range = CompactRange.over(0, () => new Uint8Array())
  let heads: readonly Head[] = []
  const verdict = (problem: LedgerProblem | null): Verdict => ({
    entries: range.size,
    root: range.root(),
    checkpoints: heads.length,
    problem,
  })
  try {
    const rows = verifyRows(tables, range, options)
    heads = checkpointsOf(tables, options)
    let next = 0
    const sound = { here: 0, elsewhere: 0 }
    const compare = () => {
      for (let head = heads[next]; head?.size === range.size; head = heads[++next]) {
        if (!same(head.root, range.root())) throw rewritten(head.elsewhere ? sound.elsewhere : sound.here, head)
        sound.here = head.size
        if (head.elsewhere) sound.elsewhere = head.size
      }
    }
    compare()
    for (const _ of rows) compare()
    const missing = heads[next]
    if (missing !== undefined) {
      const text = `${missing.whose} speaks of ${missing.size} entries, and there are ${range.size}: entry ${range.size + 1} and what came after it are gone`
      throw new Found(range.size + 1, text)
    }
    return verdict(null)
  } catch (error) {
    if (error instanceof Found) return verdict({ entry: error.entry, text: error.message })
    return verdict({
      entry: range.size + 1,
      text: `entry ${range.size + 1} cannot be read: ${error instanceof Error ? error.message : 'unknown'}`,
    })
  }
}

function rewritten(sound: number, { size, whose }: Head): Found {
  if (size === 0) return new Found(null, `${whose} has a root that no empty tree has`)
  return new Found(
    sound + 1,
    `the entries from ${sound + 1} to ${size}, or some of them, are not those that ${whose} was signed over: they were written anew`,
  )
}

/** Goes through all entries, one after the other, and appends each that is what was recorded; of those that were pruned the leaves. */
function* verifyRows(tables: LedgerTables, range: CompactRange, { onProgress }: VerifyOptions): Generator<void, void, undefined> {
  const { before, pruned } = tables.extent()
  const check = nodeCheck(tables)
  for (const leaf of prunedLeaves(tables, pruned)) {
    for (const node of range.append(leaf)) check(node, range.size)
    yield
  }
  let said = 0
  for (const row of tables.rows()) {
    const due = range.size + 1
    if (row.seq < due) throw new Found(null, `there is an entry with the number ${row.seq}, which none can have`)
    if (row.seq > due) throw new Found(due, `entry ${due} is missing`)
    if (row.leaf === null) throw new Found(due, `entry ${due} has no leaf in the tree: the hub did not write it`)
    if (!isRecorded(row, row.leaf, before)) throw new Found(due, `entry ${due} is not what was recorded`)
    for (const node of range.append(row.leaf)) check(node, due)
    if (row.entry.startsWith(pruning)) said = Math.max(said, Number((JSON.parse(row.entry) as { readonly through?: unknown }).through))
    if (due % 100_000 === 0) onProgress?.(due)
    yield
  }
  if (said < pruned) throw new Found(said + 1, `the entries up to ${pruned} are gone, and no entry says that they were pruned`)
  const { leaves, nodes } = tables.count()
  if (leaves !== range.size)
    throw new Found(range.size + 1, `the tree has ${leaves} leaves for ${range.size} entries: entry ${range.size + 1} is missing`)
  if (nodes !== nodesOf(range.size)) throw new Found(null, 'the tree has inner nodes that belong to no entries')
}

/** How a canonical entry begins that says so. */
const pruning = '{"act":"ENTRIES_PRUNED",'

function* prunedLeaves(tables: LedgerTables, pruned: number): Generator<Uint8Array, void, undefined> {
  const portion = 4096
  for (let from = 0; from < pruned; from += portion) {
    const count = Math.min(portion, pruned - from)
    const leaves = tables.hashes(0, from, count)
    if (leaves.length !== count)
      throw new Found(from + 1, `the leaves of the entries ${from + 1} to ${from + count}, or some of them, are gone`)
    yield* leaves
  }
}

function isRecorded(row: { seq: number; at: string; entry: string }, leaf: Uint8Array, before: number): boolean {
  try {
    return same(leaf, leafOf(row, before))
  } catch {
    return false
  }
}

function nodeCheck(tables: LedgerTables): (node: TreeNode, entry: number) => void {
  return ({ level, number, hash }, entry) => {
    const [stored] = tables.hashes(level, number, 1)
    if (stored === undefined || !same(stored, hash))
      throw new Found(entry, `the node over the entries up to ${entry} is not the one that they make`)
  }
}

/** How many inner nodes are kept of a tree. */
function nodesOf(size: number): number {
  const width = 2 ** keptLevels
  return size < width ? 0 : Math.floor(size / width) + nodesOf(Math.floor(size / width))
}

/** All checkpoints, the smaller first; those that were kept elsewhere among them. */
function checkpointsOf(tables: LedgerTables, { log, kept = [] }: VerifyOptions): readonly Head[] {
  const own = Array.from(tables.checkpoints(), ({ size, note }, i) => {
    const head = { ...read(note, log, `checkpoint ${i + 1} of the ledger`), elsewhere: false }
    if (head.size !== size) throw new Found(null, `checkpoint ${i + 1} of the ledger is filed under another size than it has`)
    return head
  })
  const theirs = kept.map((note, i) => {
    const whose = kept.length === 1 ? 'the checkpoint kept elsewhere' : `checkpoint ${i + 1} of those kept elsewhere`
    return { ...read(note, log, whose), elsewhere: true }
  })
  return [...own, ...theirs].sort((a, b) => a.size - b.size)
}

function read(note: string, log: VerifierKey, whose: string): Omit<Head, 'elsewhere'> {
  try {
    const { size, root } = readCheckpoint(note, log)
    return { size, root, whose }
  } catch (error) {
    throw new Found(null, `${whose} does not hold: ${error instanceof Error ? error.message : 'unknown'}`)
  }
}
