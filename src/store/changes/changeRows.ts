/** A change on its way into the log. The store sees neither whose it is nor of what. */
export interface NewChangeRow {
  /** 16 bytes, equal for the same state of the same record. */
  readonly identity: Uint8Array
  readonly sealed: Uint8Array
}

/** A change with its place in the log. */
export interface ChangeRow {
  /** Dense, from 1 on, in the order of commits. */
  readonly sequence: number
  /** Epoch milliseconds, by the clock of the store. */
  readonly loggedAt: number
  readonly sealed: Uint8Array
}

/** Where the log stands. */
export interface LogState {
  /** 32 hex digits: names one history. Another one means that what was handed out before may not be what the log holds now. */
  readonly epoch: string
  /** The first sequence that is still held; 1 for an empty log. */
  readonly oldest: number
  /** The last change; null for an empty log. It is never forgotten. */
  readonly head: ChangeRow | null
}

/** Changes that were given their places just now. */
export interface Placed {
  readonly epoch: string
  /** The row before the first of them; null when that is the log's first. */
  readonly before: ChangeRow | null
  readonly rows: readonly ChangeRow[]
}

/** The hub's log of changes where it is kept. Everything rejects when the store cannot be reached or cannot write. */
export interface ChangeRows {
  /** Adds rows in one transaction, in their order; durable when it resolves. Rows that the log has already are left out. Gives how many were new. */
  append(rows: readonly NewChangeRow[]): Promise<number>
  /** Changes after a sequence, in order, without a hole, at most `limit`. */
  read(after: number, limit: number): Promise<readonly ChangeRow[]>
  state(): Promise<LogState>
  /** Forgets changes that were logged before an instant (epoch milliseconds): always the oldest ones, and never the last one. */
  trim(before: number): Promise<void>
  /** Begins another history, unless somebody has done so since `epoch`. */
  renewEpoch(epoch: string): Promise<void>
  /** Hears of changes when this process has given them their places, after the commit. Only a hint: another process may have done it, or this one may end before. */
  onPlaced(listener: (placed: Placed) => void): () => void
  /** Idempotent. */
  close(): Promise<void>
}
