import { PostgresAdapter, PostgresQueryCompiler } from 'kysely'
import pg from 'pg'
import type { FeedId, FeedState } from '../../model/capture.ts'
import { migratePostgres } from '../migratePostgres.ts'
import { type CaptureFields, CaptureQueries, type CaptureQuery, feedState, inboxEntry, parts, presentRecord } from './captureQueries.ts'
import {
  type CaptureRecords,
  FeedOvertaken,
  type FeedWrite,
  type InboxEntry,
  type NumberedInboxEntry,
  type PresentRecord,
  type ReceivedMessage,
  rememberedMs,
} from './captureRecords.ts'
import { feedStatements } from './feedStatements.ts'
import { captureMigrations } from './postgresCaptureTables.ts'

/** How capture in Postgres behaves. */
export interface PostgresCaptureSettings {
  /** Longest that a statement may take, and that a transaction may stand still, in milliseconds. Default 5000. */
  readonly statementMs?: number
}

/** Capture in Postgres, shared by all nodes. */
export class PostgresCaptureRecords implements CaptureRecords {
  readonly #pool: pg.Pool
  readonly #queries = new CaptureQueries(new PostgresAdapter(), new PostgresQueryCompiler())

  private constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  /** Opens it in a database, making its tables at first. */
  static async open(url: string, { statementMs = 5000 }: PostgresCaptureSettings = {}): Promise<PostgresCaptureRecords> {
    const pool = new pg.Pool({
      connectionString: url,
      // What a write resolved for survives a power cut; and a node that stands still in the middle of one holds up nobody for long.
      options: `-c synchronous_commit=on -c idle_in_transaction_session_timeout=${statementMs}`,
      connectionTimeoutMillis: statementMs,
      query_timeout: statementMs,
      application_name: 'comity capture',
      max: 5,
    })
    // A connection that breaks while nobody uses it is replaced at the next use.
    pool.on('error', () => {})
    try {
      const client = await pool.connect()
      try {
        await migratePostgres(client, { name: 'capture', done: 'capture_migration', migrations: captureMigrations })
      } finally {
        client.release()
      }
    } catch (error) {
      await pool.end()
      throw error
    }
    return new PostgresCaptureRecords(pool)
  }

  async state(feed: FeedId): Promise<FeedState> {
    return feedState((await all(this.#pool, this.#queries.state(feed)))[0])
  }

  async waiting(feed: FeedId): Promise<readonly Uint8Array[]> {
    return (await all(this.#pool, this.#queries.waiting(feed))).map((row) => row['sealed'] as Uint8Array)
  }

  async known(feed: FeedId, keys: readonly Uint8Array[]): Promise<readonly PresentRecord[]> {
    const found: PresentRecord[] = []
    for (const [some] of parts(keys)) found.push(...(await all(this.#pool, this.#queries.known(feed, some))).map(presentRecord))
    return found
  }

  async range(feed: FeedId, from: number, to: number): Promise<readonly PresentRecord[]> {
    return (await all(this.#pool, this.#queries.range(feed, from, to))).map(presentRecord)
  }

  write(feed: FeedId, write: FeedWrite): Promise<void> {
    return this.#together(async (client) => {
      // The first statement takes the feed's row, so that two writers come one after the other.
      if ((await run(client, this.#queries.setState(feed, write.state))) === 0) throw new FeedOvertaken(feed)
      for (const query of feedStatements(this.#queries, feed, write)) await run(client, query)
    })
  }

  receive(bureau: string, message: ReceivedMessage, entries: readonly InboxEntry[]): Promise<'NEW' | 'REPEATED' | 'OTHER'> {
    return this.#together(async (client) => {
      if ((await run(client, this.#queries.addMessage(bureau, message))) === 0) {
        const [known] = await all(client, this.#queries.digestOf(bureau, message.id))
        return known?.['digest'] === message.digest ? 'REPEATED' : 'OTHER'
      }
      for (const [some] of parts(entries)) await run(client, this.#queries.addEntries(bureau, some))
      await run(client, this.#queries.forgetMessages(message.at - rememberedMs))
      return 'NEW'
    })
  }

  async inbox(feed: FeedId, limit: number): Promise<readonly NumberedInboxEntry[]> {
    return (await all(this.#pool, this.#queries.entries(feed, limit))).map((row) => inboxEntry(feed, row))
  }

  async close(): Promise<void> {
    if (!this.#pool.ending) await this.#pool.end()
  }

  async #together<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect()
    let broken: Error | undefined
    // A session that is ended between two statements fails the next one, and nothing else.
    const ended = () => {}
    client.on('error', ended)
    try {
      await client.query('begin')
      const result = await work(client)
      await client.query('commit')
      return result
    } catch (error) {
      if (error instanceof FeedOvertaken) await client.query('rollback').catch((fault: Error) => (broken = fault))
      else broken = error instanceof Error ? error : new Error('the write failed')
      throw error
    } finally {
      // A connection of which nobody knows what it has done is closed, which undoes it.
      client.removeListener('error', ended)
      client.release(broken)
    }
  }
}

async function all(client: pg.Pool | pg.PoolClient, { sql, parameters }: CaptureQuery): Promise<readonly CaptureFields[]> {
  return (await client.query(sql, [...parameters])).rows as readonly CaptureFields[]
}

async function run(client: pg.PoolClient, { sql, parameters }: CaptureQuery): Promise<number> {
  return (await client.query(sql, [...parameters])).rowCount ?? 0
}
