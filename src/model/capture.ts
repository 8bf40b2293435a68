/** What is common to all ways of capture. */
interface Paced {
  /** Seconds between two looks; a webhook makes it look at once. Default 5. */
  readonly everySeconds: number
}

/** How changes of one record type are captured from a bureau's system, as `bureau.yaml` declares it. */
export type CaptureDeclaration = Paced &
  (
    | {
        /** A PostgreSQL logical replication slot: nothing is missed while the slot lives. */
        readonly mode: 'slot'
        /** The slot's name; made at the first look. */
        readonly slot: string
        /** The publication that the bureau made; see `comity outbox ddl`. */
        readonly publication: string
      }
    | {
        /** A table that triggers in the bureau's database write. */
        readonly mode: 'outbox'
        readonly table: string
        /** Where the database does not say which transactions are open: how long a number that is skipped is waited for. Default 60. */
        readonly lateCommitMinutes: number
      }
    | {
        /** PostgreSQL's own mark on each row of the transaction that wrote it: exact, and reads through the whole table each time. */
        readonly mode: 'xmin'
      }
    | {
        /** Rows changed since the last look, and those a while before it. */
        readonly mode: 'poll'
        /** Canonical date-time field that says when a record last changed. */
        readonly by: string
        /** How far back each look reads again; at least four times the longest that a commit is late. Default 600. */
        readonly overlapSeconds: number
      }
    | {
        /** Signed messages from the bureau's system; see `webhookKeys`. */
        readonly mode: 'webhook'
      }
    | {
        /** New and changed files of a drop folder. */
        readonly mode: 'files'
      }
  )

/** What stands under `capture:`. */
export interface CaptureFile {
  /** Minutes between two comparisons of everything. Default 1440. */
  readonly reconcileMinutes: number
  /** `whsec_` secrets and `whpk_` public keys, any of which may sign; empty: no message is taken. */
  readonly webhookKeys: readonly string[]
  /** By record type; a type without an entry is not captured. */
  readonly types: Readonly<Record<string, CaptureDeclaration>>
}

/** One feed: the changes of one record type of one bureau. */
export interface FeedId {
  readonly bureau: string
  readonly type: string
}

/** What is durably known of a feed. */
export interface FeedState {
  /** Where its source is read on from; null: it has not begun. */
  readonly checkpoint: string | null
  /** Epoch milliseconds: what the source showed then has been logged. */
  readonly caughtUpAt: number | null
  /** Epoch milliseconds of the last whole comparison. */
  readonly reconciledAt: number | null
  /** Changes that only a comparison found, ever. */
  readonly missed: number
  /** Changes were lost on the way, and no comparison has found them yet. */
  readonly gap: boolean
  /** Why the last look failed, as a class; see `FeedStatus`. Null when it did not. */
  readonly lastError: string | null
  /** How often the feed was written. It tells a writer that another has written since, and each state that comes back from the same state before. */
  readonly batches: number
}

/** A feed as it is shown: nothing of it depends on what records say. */
export interface FeedStatus extends FeedId {
  readonly mode: CaptureDeclaration['mode']
  /** What the source showed then has been logged; RFC 3339, null before the feed has begun. */
  readonly watermark: string | null
  /** Milliseconds since the watermark; null before the feed has begun. */
  readonly lagMs: number | null
  /** RFC 3339, or null. */
  readonly lastReconcileAt: string | null
  readonly gap: boolean
  readonly missed: number
  /** Why the last look failed, as a class: a state of the link, or INTERNAL. Null when it did not. */
  readonly lastError: string | null
}
