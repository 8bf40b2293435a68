import { randomBytes } from 'node:crypto'
import { PostgresAdapter, PostgresQueryCompiler, sql } from 'kysely'
import pg from 'pg'
import { type ChangeFields, ChangeQueries, type ChangeQuery, changeRows, logState, rowsAtOnce } from './changeQueries.ts'
import type { ChangeRow, ChangeRows, LogState, NewChangeRow, Placed } from './changeRows.ts'
import { migrateChanges } from './postgresTables.ts'
import { channel, placeRound, type Round, Sequencer } from './sequencer.ts'

const now = sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`

/** How a log in Postgres behaves; everything has a default that is meant for use. */
export interface PostgresChangeSettings {
  /** How often a node tries to be the sequencer, in milliseconds. Default 250. */
  readonly electionMs?: number
  /** Rows that wait longer than this for their places are placed by any node that notices, in milliseconds. Default 500. */
  readonly patienceMs?: number
  /** Longest that a statement may take, in milliseconds. Default 5000. */
  readonly statementMs?: number
}

/**
 * The log in Postgres, for any number of nodes. Appends commit when they commit, in any order; the sequencer gives places to committed rows only, so that
 * one which commits late comes later in the log and is never passed over.
 */
export class PostgresChangeRows implements ChangeRows {
  readonly #pool: pg.Pool
  readonly #queries = new ChangeQueries(new PostgresAdapter(), new PostgresQueryCompiler(), now)
  readonly #round: Round
  readonly #sequencer: Sequencer
  readonly #listeners = new Set<(placed: Placed) => void>()
  readonly #patienceMs: number
  #waitingSince: number | null = null

  private constructor(pool: pg.Pool, config: pg.ClientConfig, { electionMs = 250, patienceMs = 500 }: PostgresChangeSettings) {
    this.#pool = pool
    this.#patienceMs = patienceMs
    this.#round = { last: this.#queries.last().sql, place: this.#queries.place().sql }
    this.#sequencer = new Sequencer({ config, round: this.#round, onPlaced: (placed) => this.#tell(placed), electionMs })
  }

  /** Opens the log in a database, making its tables at first. */
  static async open(url: string, settings: PostgresChangeSettings = {}): Promise<PostgresChangeRows> {
    const { statementMs = 5000 } = settings
    // Whatever the server's default is: what append resolved for survives a power cut.
    const config: pg.PoolConfig = {
      connectionString: url,
      options: '-c synchronous_commit=on',
      connectionTimeoutMillis: statementMs,
      query_timeout: statementMs,
      application_name: 'comity change log',
    }
    const pool = new pg.Pool({ ...config, max: 10 })
    // A connection that breaks while nobody uses it is replaced at the next use.
    pool.on('error', () => {})
    try {
      const client = await borrowed(pool)
      try {
        await migrateChanges(client)
      } finally {
        client.release()
      }
    } catch (error) {
      await pool.end()
      throw error
    }
    return new PostgresChangeRows(pool, config, settings)
  }

  /** Whether this node gives out the places. */
  get elected(): boolean {
    return this.#sequencer.elected
  }

  async append(rows: readonly NewChangeRow[]): Promise<number> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#append(rows)
      } catch (error) {
        // Two nodes that add the same changes in different orders wait for one another; the server lets one of them begin again.
        if (attempt === 5 || !isDeadlock(error)) throw error
      }
    }
  }

  async read(after: number, limit: number): Promise<readonly ChangeRow[]> {
    return changeRows(await this.#all(this.#queries.read(after, limit)))
  }

  /** Rows that nobody places are placed here: the elected node may be standing still without having lost its session. */
  async state(): Promise<LogState> {
    const [fields] = await this.#all(this.#queries.state())
    const waiting = (fields?.['waiting'] ?? null) !== null
    this.#waitingSince = waiting ? (this.#waitingSince ?? performance.now()) : null
    if (this.#waitingSince === null || performance.now() - this.#waitingSince < this.#patienceMs) return logState(fields)
    this.#waitingSince = null
    const placed = await placeRound(this.#pool, this.#round)
    if (placed.rows.length > 0) this.#tell(placed)
    return logState((await this.#all(this.#queries.state()))[0])
  }

  async trim(before: number): Promise<void> {
    await this.#all(this.#queries.trim(before))
  }

  async renewEpoch(epoch: string): Promise<void> {
    await this.#all(this.#queries.renewEpoch(epoch, randomBytes(16).toString('hex')))
  }

  onPlaced(listener: (placed: Placed) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    this.#listeners.clear()
    await this.#sequencer.stop()
    if (!this.#pool.ending) await this.#pool.end()
  }

  async #append(rows: readonly NewChangeRow[]): Promise<number> {
    if (rows.length === 0) return 0
    const client = await borrowed(this.#pool)
    let broken: Error | undefined
    // A session that is ended between two statements fails the next one, and nothing else.
    const ended = () => {}
    client.on('error', ended)
    try {
      await client.query('begin')
      let added = 0
      for (let start = 0; start < rows.length; start += rowsAtOnce) {
        const { sql, parameters } = this.#queries.insert(rows.slice(start, start + rowsAtOnce))
        added += (await client.query(sql, [...parameters])).rowCount ?? 0
      }
      if (added > 0) await client.query(`notify ${channel}`)
      await client.query('commit')
      return added
    } catch (error) {
      broken = error instanceof Error ? error : new Error('the append failed')
      throw error
    } finally {
      // A connection of which nobody knows what it has done is closed, which undoes it.
      client.removeListener('error', ended)
      client.release(broken)
    }
  }

  async #all({ sql, parameters }: ChangeQuery): Promise<readonly ChangeFields[]> {
    const { rows } = await this.#pool.query(sql, [...parameters])
    return rows as readonly ChangeFields[]
  }

  #tell(placed: Placed): void {
    for (const listener of this.#listeners) listener(placed)
  }
}

/** A connection of a pool. One that breaks between two statements says so by an event, which would end the process if nobody heard it; the next statement fails too, and says why. */
async function borrowed(pool: pg.Pool): Promise<pg.PoolClient> {
  const client = await pool.connect()
  if (client.listenerCount('error') === 0) client.on('error', () => {})
  return client
}

function isDeadlock(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && (error.code === '40P01' || error.code === '40001')
}
