import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { FeedId, FeedState } from '../model/capture.ts'
import type { ChangeKind } from '../model/change.ts'
import { transaction } from './transaction.ts'

/** A record as a feed has logged it last. */
export interface KnownVersion {
  readonly key: string
  /** In which bucket comparisons count it: the same for the same key, always. */
  readonly bucket: number
  /** Null: it is gone. */
  readonly version: string | null
}

/** What a message said of one record. */
export interface InboxEntry {
  readonly type: string
  readonly key: string
  readonly kind: ChangeKind
  /** RFC 3339 in UTC, or null. */
  readonly at: string | null
}

/** An entry with its place; places grow. */
export interface NumberedInboxEntry extends InboxEntry {
  readonly seq: number
}

/** What of a feed is written down together. */
export interface FeedWrite {
  /** What is different from before. */
  readonly state?: Partial<FeedState>
  readonly known?: readonly KnownVersion[]
  /** Inbox entries of the feed up to this one are done with. */
  readonly doneUpTo?: number
}

const beginning: FeedState = { checkpoint: null, caughtUpAt: null, reconciledAt: null, missed: 0, gap: false }
/** Milliseconds for which the id of a message is remembered. */
const rememberedMs = 7 * 86_400_000

/** Where the feeds are, what they have logged of each record, and messages that wait. */
export class CaptureRecords {
  readonly #db: DatabaseSync
  readonly #state: StatementSync
  readonly #setState: StatementSync
  readonly #one: StatementSync
  readonly #bucket: StatementSync
  readonly #setKnown: StatementSync
  readonly #forget: StatementSync
  readonly #message: StatementSync
  readonly #digest: StatementSync
  readonly #oldMessages: StatementSync
  readonly #addEntry: StatementSync
  readonly #entries: StatementSync
  readonly #done: StatementSync

  /** Over a store's database. */
  constructor(db: DatabaseSync) {
    this.#db = db
    this.#state = db.prepare('SELECT checkpoint, caughtUp, reconciled, missed, gap FROM capture_feed WHERE bureau = ? AND type = ?')
    this.#setState = db.prepare(
      'INSERT OR REPLACE INTO capture_feed (bureau, type, checkpoint, caughtUp, reconciled, missed, gap) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    this.#one = db.prepare('SELECT version FROM capture_known WHERE bureau = ? AND type = ? AND bucket = ? AND key = ?')
    this.#bucket = db.prepare('SELECT key, version FROM capture_known WHERE bureau = ? AND type = ? AND bucket = ?')
    this.#setKnown = db.prepare('INSERT OR REPLACE INTO capture_known (bureau, type, bucket, key, version) VALUES (?, ?, ?, ?, ?)')
    this.#forget = db.prepare('DELETE FROM capture_known WHERE bureau = ? AND type = ? AND bucket = ? AND key = ?')
    this.#message = db.prepare('INSERT OR IGNORE INTO capture_message (bureau, id, digest, received) VALUES (?, ?, ?, ?)')
    this.#digest = db.prepare('SELECT digest FROM capture_message WHERE bureau = ? AND id = ?')
    this.#oldMessages = db.prepare('DELETE FROM capture_message WHERE received < ?')
    this.#addEntry = db.prepare('INSERT INTO capture_inbox (bureau, type, key, kind, at) VALUES (?, ?, ?, ?, ?)')
    this.#entries = db.prepare('SELECT seq, type, key, kind, at FROM capture_inbox WHERE bureau = ? AND type = ? ORDER BY seq LIMIT ?')
    this.#done = db.prepare('DELETE FROM capture_inbox WHERE bureau = ? AND type = ? AND seq <= ?')
  }

  /** What is known of a feed; of one that never ran, its beginning. */
  state({ bureau, type }: FeedId): FeedState {
    const row = this.#state.get(bureau, type)
    if (row === undefined) return beginning
    const { checkpoint, caughtUp, reconciled, missed, gap } = row
    return {
      checkpoint: checkpoint === null ? null : String(checkpoint),
      caughtUpAt: caughtUp === null ? null : Number(caughtUp),
      reconciledAt: reconciled === null ? null : Number(reconciled),
      missed: Number(missed),
      gap: gap === 1,
    }
  }

  /** The version last logged of a record; null: none, or it is gone. */
  version({ bureau, type }: FeedId, bucket: number, key: string): string | null {
    const row = this.#one.get(bureau, type, bucket, key)
    return row === undefined ? null : String(row['version'])
  }

  /** All records of one bucket. */
  bucket({ bureau, type }: FeedId, bucket: number): readonly { readonly key: string; readonly version: string }[] {
    return this.#bucket.all(bureau, type, bucket).map((row) => ({ key: String(row['key']), version: String(row['version']) }))
  }

  /** Writes all of it in one transaction; durable when it returns. */
  write(feed: FeedId, { state, known = [], doneUpTo }: FeedWrite): void {
    const { bureau, type } = feed
    transaction(this.#db, () => {
      for (const { key, bucket, version } of known) {
        if (version === null) this.#forget.run(bureau, type, bucket, key)
        else this.#setKnown.run(bureau, type, bucket, key, version)
      }
      if (doneUpTo !== undefined) this.#done.run(bureau, type, doneUpTo)
      if (state !== undefined) {
        const { checkpoint, caughtUpAt, reconciledAt, missed, gap } = { ...this.state(feed), ...state }
        this.#setState.run(bureau, type, checkpoint, caughtUpAt, reconciledAt, missed, gap ? 1 : 0)
      }
    })
  }

  /** Takes a message in, durable when it returns; one whose id is known already changes nothing, and `OTHER` says that it was another. `at`: epoch milliseconds. */
  receive(
    bureau: string,
    message: { readonly id: string; readonly digest: string; readonly at: number },
    entries: readonly InboxEntry[],
  ): 'NEW' | 'REPEATED' | 'OTHER' {
    return transaction(this.#db, () => {
      this.#oldMessages.run(message.at - rememberedMs)
      if (Number(this.#message.run(bureau, message.id, message.digest, message.at).changes) === 0)
        return this.#digest.get(bureau, message.id)?.['digest'] === message.digest ? 'REPEATED' : 'OTHER'
      for (const { type, key, kind, at } of entries) this.#addEntry.run(bureau, type, key, kind, at)
      return 'NEW'
    })
  }

  /** What waits for a feed, oldest first, at most `limit`. */
  inbox({ bureau, type }: FeedId, limit: number): readonly NumberedInboxEntry[] {
    return this.#entries.all(bureau, type, limit).map(({ seq, key, kind, at }) => ({
      seq: Number(seq),
      type,
      key: String(key),
      kind: String(kind) as ChangeKind,
      at: at === null ? null : String(at),
    }))
  }
}
