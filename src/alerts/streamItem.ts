/** What a subscriber is told of the stream itself. */
export type StreamCode =
  /** What comes after the cursor is no longer held. The stream ends: load anew, and go on after `resumeAfter`. */
  | 'RETENTION_EXCEEDED'
  /** The log is not the one that the cursor is about. The stream ends: load anew, and go on after `resumeAfter`. */
  | 'EPOCH_CHANGED'
  /** The subscriber, or this node, has fallen behind. Nothing is lost; the stream goes on. */
  | 'LAGGING'
  | 'TOKEN_EXPIRING'
  | 'POLICY_CHANGED'
  /** This node shuts down. The stream ends: go on after `resumeAfter` on another. */
  | 'NODE_DRAINING'
  | 'SOURCE_FEED_GAP'

/** A notice without its cursors. */
export interface Notice {
  readonly code: StreamCode
  /** When to come back, in milliseconds; null where that does not matter. */
  readonly retryAfterMs: number | null
}

/** What a subscriber gets of a change. */
export interface Delivered<T> {
  readonly kind: 'delivery'
  readonly cursor: string
  readonly value: T
}

/** What a subscriber gets. Whoever goes on after a cursor gets everything that follows, once. */
export type StreamItem<T> =
  | Delivered<T>
  | {
      readonly kind: 'heartbeat'
      readonly cursor: string
      /** Epoch milliseconds. */
      readonly at: number
      /** How old is what the subscriber has not seen yet; 0 when it has seen all. */
      readonly lagMs: number
    }
  | (Notice & {
      readonly kind: 'notice'
      readonly cursor: string
      /** Where to go on; null when the stream goes on by itself. */
      readonly resumeAfter: string | null
    })
