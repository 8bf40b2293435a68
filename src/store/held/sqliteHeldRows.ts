import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite'
import type { HeldStanding } from '../../model/held.ts'
import type { SqliteChangeRows } from '../changes/sqliteChangeRows.ts'
import type { Desks } from '../desks.ts'
import { transaction } from '../transaction.ts'
import type { Committed, HeldRow, HeldRows, HeldSearch, HeldWrite, MutationName, StepRow } from './heldRows.ts'
import type { Ending } from './outboxRows.ts'
import type { SqliteOutboxRows } from './sqliteOutboxRows.ts'

/** Thrown to undo a transaction: somebody was faster. */
class Outrun extends Error {}

/** What an act is written down together with. */
export interface HeldTables {
  readonly desks: Desks
  readonly changes: SqliteChangeRows
  readonly outbox: SqliteOutboxRows
}

/** Records that the hub keeps, in the embedded store. */
export class SqliteHeldRows implements HeldRows {
  readonly #db: DatabaseSync
  readonly #tables: HeldTables
  #owners: ReadonlySet<string>
  readonly #insert: StatementSync
  readonly #update: StatementSync
  readonly #step: StatementSync
  readonly #name: StatementSync
  readonly #named: StatementSync
  readonly #get: StatementSync
  readonly #steps: StatementSync
  readonly #due: StatementSync

  /** Over a store's database. */
  constructor(db: DatabaseSync, tables: HeldTables) {
    this.#db = db
    this.#tables = tables
    this.#owners = new Set(
      db
        .prepare('SELECT DISTINCT owner FROM held')
        .all()
        .map((row) => String(row['owner'])),
    )
    this.#insert = db.prepare(
      'INSERT INTO held (key, type, owner, party, label, state, version, sent, due, updated, clock, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    this.#update = db.prepare(
      `UPDATE held SET label = ?, state = ?, version = ?, sent = ?, due = ?, updated = ?, clock = ?, sealed = ?
       WHERE key = ? AND version = ? AND clock IS ?`,
    )
    this.#step = db.prepare('INSERT INTO held_step (record, number, at, sealed) VALUES (?, ?, ?, ?)')
    this.#name = db.prepare('INSERT INTO held_mutation (bureau, person, mutation, digest, keys, at) VALUES (?, ?, ?, ?, ?, ?)')
    this.#named = db.prepare('SELECT digest, keys FROM held_mutation WHERE bureau = ? AND person = ? AND mutation = ?')
    this.#get = db.prepare('SELECT * FROM held WHERE key = ?')
    this.#steps = db.prepare('SELECT number, at, sealed FROM held_step WHERE record = ? ORDER BY number')
    this.#due = db.prepare('SELECT * FROM held WHERE type = ? AND clock <= ? ORDER BY clock, key LIMIT ?')
  }

  async commit(writes: readonly HeldWrite[], name: MutationName | null, at: number, ending?: Ending): Promise<Committed> {
    const changes = writes.flatMap((one) => one.changes)
    try {
      const { committed, tell } = transaction(this.#db, () => {
        const before = name === null ? null : this.#repeated(name)
        if (before !== null) return { committed: before, tell: () => {} }
        if (ending !== undefined && !this.#tables.outbox.end(ending, at)) throw new Outrun()
        for (const write of writes) this.#write(write, at)
        if (name !== null) {
          const keys = JSON.stringify(writes.map(({ row }) => row.standing.key))
          this.#name.run(name.bureau, name.person, name.mutation, name.digest, keys, at)
        }
        return {
          committed: { is: 'DONE' } satisfies Committed,
          tell: changes.length === 0 ? () => {} : this.#tables.changes.appendHere(changes),
        }
      })
      for (const { row } of writes) this.#noteOwner(row.standing.owner)
      tell()
      return committed
    } catch (error) {
      if (error instanceof Outrun) return { is: 'CONFLICT' }
      throw error
    }
  }

  async repeated(name: MutationName): Promise<Committed | null> {
    return this.#repeated(name)
  }

  async get(key: string): Promise<HeldRow | null> {
    const row = this.#get.get(key)
    return row === undefined ? null : rowOf(row)
  }

  async getAll(keys: readonly string[]): Promise<readonly HeldRow[]> {
    return keys.flatMap((key) => {
      const row = this.#get.get(key)
      return row === undefined ? [] : [rowOf(row)]
    })
  }

  async find({ type, owner, where, orderBy, after, limit }: HeldSearch): Promise<readonly HeldRow[]> {
    const { column, direction, reversed } = orderBy ?? { column: 'key', direction: 'ASC', reversed: false }
    const rises = (direction === 'ASC') !== reversed
    const keyRises = !reversed
    const conditions = ['type = ?', 'owner = ?', ...(where === null ? [] : [`(${where.sql})`])]
    const parameters: (string | number)[] = [type, owner, ...(where?.parameters ?? [])]
    if (after !== null) {
      const beyondKey = `key ${keyRises ? '>' : '<'} ?`
      if (column === 'key') {
        conditions.push(`key ${rises ? '>' : '<'} ?`)
        parameters.push(after.key)
      } else if (after.value === null) {
        conditions.push(reversed ? `(${column} IS NOT NULL OR ${beyondKey})` : `(${column} IS NULL AND ${beyondKey})`)
        parameters.push(after.key)
      } else {
        const unknown = reversed ? '' : ` OR ${column} IS NULL`
        conditions.push(`(${column} ${rises ? '>' : '<'} ? OR (${column} = ? AND ${beyondKey})${unknown})`)
        parameters.push(after.value, after.value, after.key)
      }
    }
    const order =
      column === 'key'
        ? `key ${rises ? 'ASC' : 'DESC'}`
        : `${column} ${rises ? 'ASC' : 'DESC'} NULLS ${reversed ? 'FIRST' : 'LAST'}, key ${keyRises ? 'ASC' : 'DESC'}`
    const statement = this.#db.prepare(`SELECT * FROM held WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ?`)
    return statement.all(...parameters, limit).map(rowOf)
  }

  async steps(key: string): Promise<readonly StepRow[]> {
    return this.#steps
      .all(key)
      .map((row) => ({ number: Number(row['number']), at: Number(row['at']), sealed: row['sealed'] as Uint8Array }))
  }

  async due(type: string, now: number, limit: number): Promise<readonly HeldRow[]> {
    return this.#due.all(type, now, limit).map(rowOf)
  }

  owners(): ReadonlySet<string> {
    return this.#owners
  }

  async forgetMutations(before: number): Promise<void> {
    this.#db.prepare('DELETE FROM held_mutation WHERE at < ?').run(before)
  }

  #write({ row: { standing, sealed }, expected, step, message, desks }: HeldWrite, at: number): void {
    const { key, type, owner, party, label, state, version, sent, due, updated, clock } = standing
    if (expected === null) this.#insert.run(key, type, owner, party, label, state, version, sent, due, updated, clock, sealed)
    else {
      const { changes } = this.#update.run(label, state, version, sent, due, updated, clock, sealed, key, expected.version, expected.clock)
      if (changes !== 1) throw new Outrun()
    }
    if (step !== null) this.#step.run(key, step.number, step.at, step.sealed)
    if (message !== null) this.#tables.outbox.add(message, at)
    for (const { owner: desk, entry } of desks) this.#tables.desks.add(desk, at, entry)
  }

  #repeated({ bureau, person, mutation, digest }: MutationName): Committed | null {
    const known = this.#named.get(bureau, person, mutation)
    if (known === undefined) return null
    if (known['digest'] !== digest) return { is: 'REUSED' }
    return { is: 'REPEATED', keys: JSON.parse(String(known['keys'])) as readonly string[] }
  }

  #noteOwner(owner: string): void {
    if (!this.#owners.has(owner)) this.#owners = new Set([...this.#owners, owner])
  }
}

function rowOf(row: Readonly<Record<string, SQLOutputValue>>): HeldRow {
  const instant = (column: string) => (row[column] === null || row[column] === undefined ? null : Number(row[column]))
  const standing: HeldStanding = {
    key: String(row['key']),
    type: String(row['type']),
    owner: String(row['owner']),
    party: row['party'] === null || row['party'] === undefined ? null : String(row['party']),
    label: row['label'] === null || row['label'] === undefined ? null : String(row['label']),
    state: String(row['state']),
    version: Number(row['version']),
    sent: instant('sent'),
    due: instant('due'),
    updated: Number(row['updated']),
    clock: instant('clock'),
  }
  return { standing, sealed: row['sealed'] as Uint8Array }
}
