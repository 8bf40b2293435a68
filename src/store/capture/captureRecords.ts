import type { FeedId, FeedState } from '../../model/capture.ts'
import type { ChangeKind } from '../../model/change.ts'

/** A record as a feed knows it. The store sees neither which record it is nor what is in it. */
export interface KnownRecord {
  /** At least two bytes, spread evenly, equal for the same record: ranges of keys are as good as random samples of the records. */
  readonly key: Uint8Array
  /** Null: it is gone. */
  readonly version: string | null
  /** What is kept of the state; null: nothing. */
  readonly sketch: Uint8Array | null
}

/** A record that is there. */
export type PresentRecord = KnownRecord & { readonly version: string }

/** What a message said of one record. */
export interface InboxEntry {
  readonly type: string
  readonly key: Uint8Array
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
  /** The whole state; its `batches` is the number that was read, and one more is written. */
  readonly state: FeedState
  readonly known?: readonly KnownRecord[]
  /** Places of inbox entries that are done with. Not all up to one: an entry that commits late has an earlier place than some that were read. */
  readonly done?: readonly number[]
  /** What waits to be logged from now on, in order, instead of what has waited; absent: that stays. */
  readonly waiting?: readonly Uint8Array[]
}

/** Another writer has written the feed since its state was read: nothing of this write was done. */
export class FeedOvertaken extends Error {
  constructor({ bureau, type }: FeedId) {
    super(`the feed of ${bureau} ${type} is written by another node`)
    this.name = 'FeedOvertaken'
  }
}

/** Where a feed that never ran stands. */
export const feedBeginning: FeedState = {
  checkpoint: null,
  caughtUpAt: null,
  reconciledAt: null,
  missed: 0,
  gap: false,
  lastError: null,
  batches: 0,
}

/** Milliseconds for which the id of a message is remembered. */
export const rememberedMs = 7 * 86_400_000

/** Where the feeds are, what they know of each record, changes on their way into the log, and messages that wait. Everything rejects when the store cannot be reached. */
export interface CaptureRecords {
  /** What is known of a feed; of one that never ran, its beginning. */
  state(feed: FeedId): Promise<FeedState>
  /** What waits to be logged, in order. */
  waiting(feed: FeedId): Promise<readonly Uint8Array[]>
  /** Those of these records that are known and not gone, in no order. */
  known(feed: FeedId, keys: readonly Uint8Array[]): Promise<readonly PresentRecord[]>
  /** Records whose key begins with a byte of `from` or later and before `to` (1 to 256), without their sketches. */
  range(feed: FeedId, from: number, to: number): Promise<readonly Pick<PresentRecord, 'key' | 'version'>[]>
  /** Writes all of it in one transaction; durable when it resolves. Rejects with `FeedOvertaken` when the feed was written since the state was read. */
  write(feed: FeedId, write: FeedWrite): Promise<void>
  /**
   * Takes a message in, durable when it resolves; one whose id is known already changes nothing, and `OTHER` says that it was another. `at`: epoch
   * milliseconds.
   */
  receive(bureau: string, message: ReceivedMessage, entries: readonly InboxEntry[]): Promise<'NEW' | 'REPEATED' | 'OTHER'>
  /** What waits for a feed, oldest first, at most `limit`. */
  inbox(feed: FeedId, limit: number): Promise<readonly NumberedInboxEntry[]>
  /** Idempotent. */
  close(): Promise<void>
}

/** What tells a message from others. */
export interface ReceivedMessage {
  readonly id: string
  readonly digest: string
  readonly at: number
}
