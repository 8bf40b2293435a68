import type { Change, LoggedChange } from '../model/change.ts'
import type { ChangeRow, Placed } from '../store/changes/changeRows.ts'

/** A place in the log, and what stands there. */
export interface LogPosition {
  /** 0: before the first change. */
  readonly sequence: number
  /** Tells what stands at this place from anything else that could. 0 before the first change. */
  readonly mark: number
}

/** A change in the log. The same object for everybody who reads it from this node's ring. */
export interface LogEntry extends LogPosition {
  /** Null when what is kept there does not open: somebody has changed it. */
  readonly logged: LoggedChange | null
}

/** Where the log stands. */
export interface LogStanding {
  /** Names one history of the log. */
  readonly epoch: string
  /** The first sequence that is still held. */
  readonly oldest: number
  readonly head: LogPosition
}

/**
 * The one log of what moved: every change once, in the order in which it was committed, at places that are dense. It holds pointers and no values, and even
 * those sealed. Everything rejects when the store cannot be reached.
 */
export interface ChangeLog {
  /**
   * Adds changes in one transaction, in their order; durable when it resolves, and nothing happened when it rejects. A change of the same state of the
   * same record (bureau, type, key, version) that is still held is left out. Gives how many were new.
   */
  append(changes: readonly Change[]): Promise<number>
  /** Changes after a sequence, in order, without a hole, at most `limit`. The first has a later sequence than `after + 1` where the log no longer holds that. */
  read(after: number, limit: number): Promise<readonly LogEntry[]>
  state(): Promise<LogStanding>
  /** Opens what travelled between nodes. Never throws. */
  open(row: ChangeRow): LogEntry
  /** Forgets changes logged before an instant (epoch milliseconds), but never the last one: whoever has seen it all can go on from there. */
  trim(before: number): Promise<void>
  /** Begins another history, unless somebody has done so since `epoch`. For when the log was found to have lost what it had: subscribers are told. */
  renewEpoch(epoch: string): Promise<void>
  /** Hears of changes as this process gives them their places: what is passed on to the other nodes. Only a hint. */
  onPlaced(listener: (placed: Placed) => void): () => void
}
