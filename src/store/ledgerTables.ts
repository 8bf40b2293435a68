import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { blockEntries } from './ledgerDeliveries.ts'
import { type SubjectRow, SubjectTables } from './subjectTables.ts'
import { transaction } from './transaction.ts'

/** An inner node of the tree: the `number`th of its level, from 0. */
export interface NodeRow {
  readonly level: number
  readonly number: number
  readonly hash: Uint8Array
}

/** An entry to be written: its time, its canonical JSON, and the hash of its leaf. */
export interface NewLedgerRow {
  readonly at: string
  readonly entry: string
  readonly leaf: Uint8Array
}

/** An entry as it is stored; `leaf` is null where it has none. */
export interface LedgerRow {
  readonly seq: number
  readonly at: string
  readonly entry: string
  readonly leaf: Uint8Array | null
}

/** A checkpoint as it is stored. */
export interface CheckpointRow {
  /** Entries that it speaks of. */
  readonly size: number
  readonly note: string
}

/** How much there is of everything: `last` is the highest number, from 0 for leaves and from 1 for entries; 0 and -1 for none. */
export interface LedgerExtent {
  readonly lastEntry: number
  readonly lastLeaf: number
  /** Entries that were written before there was a tree. */
  readonly before: number
  /** Entries up to here were pruned: their leaves are there, and their text is in an archive. */
  readonly pruned: number
}

/** The tables of the ledger: entries, their leaves, inner nodes of kept levels, and checkpoints. They only store: the tree is made elsewhere. */
export class LedgerTables {
  /** Whom names in the entries stand for. */
  readonly subjects: SubjectTables
  readonly #db: DatabaseSync
  #insert: { readonly entry: StatementSync; readonly leaf: StatementSync; readonly node: StatementSync } | null = null

  constructor(db: DatabaseSync) {
    this.#db = db
    this.subjects = new SubjectTables(db)
  }

  /** Appends entries after the `size` that are there, with what the tree has of them, in one transaction; all is durable when it returns. */
  append(size: number, rows: readonly NewLedgerRow[], nodes: readonly NodeRow[], subjects: readonly SubjectRow[] = []): void {
    this.#insert ??= {
      entry: this.#db.prepare('INSERT INTO audit (seq, at, entry) VALUES (?, ?, ?)'),
      leaf: this.#db.prepare('INSERT INTO ledger_leaf (number, hash) VALUES (?, ?)'),
      node: this.#db.prepare('INSERT INTO ledger_node (level, number, hash) VALUES (?, ?, ?)'),
    }
    const { entry, leaf, node } = this.#insert
    transaction(this.#db, () => {
      for (const [i, row] of rows.entries()) {
        entry.run(size + i + 1, row.at, row.entry)
        leaf.run(size + i, row.leaf)
      }
      for (const { level, number, hash } of nodes) node.run(level, number, hash)
      if (subjects.length > 0) this.subjects.add(subjects)
    })
  }

  /** Gives the entries that were there before there was a tree their leaves, in one transaction. `leavesOf` is called in the order of entries. */
  adopt(leafOf: (row: LedgerRow) => { readonly leaf: Uint8Array; readonly nodes: readonly NodeRow[] }): void {
    const leaf = this.#db.prepare('INSERT INTO ledger_leaf (number, hash) VALUES (?, ?)')
    const node = this.#db.prepare('INSERT INTO ledger_node (level, number, hash) VALUES (?, ?, ?)')
    transaction(this.#db, () => {
      for (const row of this.rows()) {
        const { leaf: hash, nodes } = leafOf(row)
        leaf.run(row.seq - 1, hash)
        for (const { level, number, hash: inner } of nodes) node.run(level, number, inner)
      }
    })
  }

  /** Deletes entries up to `through`, and what the index says of them, in one transaction. Their leaves stay. */
  prune(through: number): void {
    transaction(this.#db, () => {
      this.#db.prepare('UPDATE ledger_pruned SET through = ?').run(through)
      for (const table of ['audit', 'ledger_act', 'ledger_delivery', 'ledger_access', 'ledger_access_record'])
        this.#db.prepare(`DELETE FROM ${table} WHERE seq <= ?`).run(through)
      this.#db.prepare('DELETE FROM ledger_recipient WHERE block < ?').run(Math.floor((through + 1) / blockEntries))
    })
  }

  extent(): LedgerExtent {
    const row = this.#db
      .prepare(
        'SELECT (SELECT coalesce(max(seq), 0) FROM audit) AS entries, (SELECT coalesce(max(number), -1) FROM ledger_leaf) AS leaves, (SELECT entries FROM ledger_before) AS before, (SELECT through FROM ledger_pruned) AS pruned',
      )
      .get()
    return {
      lastEntry: Number(row?.['entries']),
      lastLeaf: Number(row?.['leaves']),
      before: Number(row?.['before']),
      pruned: Number(row?.['pruned']),
    }
  }

  /** How many leaves and inner nodes there are. Reads all of them. */
  count(): { readonly leaves: number; readonly nodes: number } {
    const row = this.#db.prepare('SELECT (SELECT count(*) FROM ledger_leaf) AS leaves, (SELECT count(*) FROM ledger_node) AS nodes').get()
    return { leaves: Number(row?.['leaves']), nodes: Number(row?.['nodes']) }
  }

  /** Entries in their order, from the one after `after` on; whatever numbers they have. Two tables read side by side take half the time of a join. */
  *rows(after: number = Number.MIN_SAFE_INTEGER): Generator<LedgerRow, void, undefined> {
    const entries = this.#db.prepare('SELECT seq, at, entry FROM audit WHERE seq > ? ORDER BY seq')
    const leaves = this.#db.prepare('SELECT number + 1, hash FROM ledger_leaf WHERE number >= ? ORDER BY number')
    entries.setReturnArrays(true)
    leaves.setReturnArrays(true)
    const beside = leaves.iterate(after) as unknown as Iterator<readonly unknown[]>
    try {
      let leaf = beside.next()
      for (const [seq, at, entry] of entries.iterate(after) as unknown as Iterable<readonly unknown[]>) {
        const number = Number(seq)
        while (leaf.done !== true && Number(leaf.value[0]) < number) leaf = beside.next()
        const hash = leaf.done !== true && Number(leaf.value[0]) === number ? leaf.value[1] : null
        yield { seq: number, at: String(at), entry: String(entry), leaf: hash instanceof Uint8Array ? hash : null }
      }
    } finally {
      // A statement that is still being read keeps the log of writes from being overwritten.
      beside.return?.()
    }
  }

  /** Entries in their order, from the one after `after` on, at most `limit`; without their leaves. */
  entries(after: number, limit: number): readonly Omit<LedgerRow, 'leaf'>[] {
    const rows = this.#db.prepare('SELECT seq, at, entry FROM audit WHERE seq > ? ORDER BY seq LIMIT ?').all(after, limit)
    return rows.map(({ seq, at, entry }) => ({ seq: Number(seq), at: String(at), entry: String(entry) }))
  }

  /** The stored hashes `from` to `from + count` of a kept level. Those that are not there are left out. */
  hashes(level: number, from: number, count: number): readonly Uint8Array[] {
    const rows =
      level === 0
        ? this.#db.prepare('SELECT hash FROM ledger_leaf WHERE number >= ? AND number < ? ORDER BY number').all(from, from + count)
        : this.#db
            .prepare('SELECT hash FROM ledger_node WHERE level = ? AND number >= ? AND number < ? ORDER BY number')
            .all(level, from, from + count)
    return rows.flatMap(({ hash }) => (hash instanceof Uint8Array ? [hash] : []))
  }

  addCheckpoint(at: string, { size, note }: CheckpointRow): void {
    this.#db.prepare('INSERT INTO ledger_checkpoint (size, at, note) VALUES (?, ?, ?)').run(size, at, note)
  }

  /** Null while there is none. */
  latestCheckpoint(): CheckpointRow | null {
    const row = this.#db.prepare('SELECT size, note FROM ledger_checkpoint ORDER BY seq DESC LIMIT 1').get()
    return row === undefined ? null : checkpointIn(row)
  }

  /** All checkpoints in the order of their signing. */
  *checkpoints(): Generator<CheckpointRow, void, undefined> {
    for (const row of this.#db.prepare('SELECT size, note FROM ledger_checkpoint ORDER BY seq').iterate()) yield checkpointIn(row)
  }
}

function checkpointIn(row: Readonly<Record<string, unknown>>): CheckpointRow {
  return { size: Number(row['size']), note: String(row['note']) }
}
