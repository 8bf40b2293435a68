import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { SqliteAdapter, SqliteQueryCompiler } from 'kysely'
import type { FeedId, FeedState } from '../../model/capture.ts'
import { transaction } from '../transaction.ts'
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

/** Capture in the embedded store. */
export class SqliteCaptureRecords implements CaptureRecords {
  readonly #db: DatabaseSync
  readonly #queries = new CaptureQueries(new SqliteAdapter(), new SqliteQueryCompiler())
  readonly #prepared = new Map<string, StatementSync>()

  /** Over a store's database. */
  constructor(db: DatabaseSync) {
    this.#db = db
  }

  async state(feed: FeedId): Promise<FeedState> {
    return feedState(this.#all(this.#queries.state(feed))[0])
  }

  async waiting(feed: FeedId): Promise<readonly Uint8Array[]> {
    return this.#all(this.#queries.waiting(feed)).map((row) => row['sealed'] as Uint8Array)
  }

  async known(feed: FeedId, keys: readonly Uint8Array[]): Promise<readonly PresentRecord[]> {
    return [...parts(keys)].flatMap(([some]) => this.#all(this.#queries.known(feed, some)).map(presentRecord))
  }

  async range(feed: FeedId, from: number, to: number): Promise<readonly PresentRecord[]> {
    return this.#all(this.#queries.range(feed, from, to)).map(presentRecord)
  }

  async write(feed: FeedId, write: FeedWrite): Promise<void> {
    transaction(this.#db, () => {
      if (this.#run(this.#queries.setState(feed, write.state)) === 0) throw new FeedOvertaken(feed)
      for (const query of feedStatements(this.#queries, feed, write)) this.#run(query)
    })
  }

  async receive(bureau: string, message: ReceivedMessage, entries: readonly InboxEntry[]): Promise<'NEW' | 'REPEATED' | 'OTHER'> {
    return transaction(this.#db, () => {
      this.#run(this.#queries.forgetMessages(message.at - rememberedMs))
      if (this.#run(this.#queries.addMessage(bureau, message)) === 0)
        return this.#all(this.#queries.digestOf(bureau, message.id))[0]?.['digest'] === message.digest ? 'REPEATED' : 'OTHER'
      for (const [some] of parts(entries)) this.#run(this.#queries.addEntries(bureau, some))
      return 'NEW'
    })
  }

  async inbox(feed: FeedId, limit: number): Promise<readonly NumberedInboxEntry[]> {
    return this.#all(this.#queries.entries(feed, limit)).map((row) => inboxEntry(feed, row))
  }

  /** The database is the store's to close. */
  async close(): Promise<void> {}

  #run({ sql, parameters }: CaptureQuery): number {
    return Number(this.#statement(sql).run(...(parameters as readonly SQLInputValue[])).changes)
  }

  #all({ sql, parameters }: CaptureQuery): readonly CaptureFields[] {
    return this.#statement(sql).all(...(parameters as readonly SQLInputValue[]))
  }

  /** Batches come in many sizes, each a text of its own: only a few are kept. */
  #statement(text: string): StatementSync {
    const known = this.#prepared.get(text)
    if (known !== undefined) return known
    if (this.#prepared.size >= 64) this.#prepared.clear()
    const made = this.#db.prepare(text)
    this.#prepared.set(text, made)
    return made
  }
}
