import type { Relayed } from './mark.ts'

/** What a node wants to hear. */
export interface FanoutListener {
  /** From where on: the history it follows, and the last sequence that it has. Asked anew for each turn. */
  position(): { readonly epoch: string; readonly sequence: number }
  /** Rows that were passed on, in order. There may be holes, rows that were heard before, and rows of another history. */
  heard(some: Relayed): void
}

/** One node's listening. */
export interface Listening {
  /** Whether what is published can be expected to be heard soon. While it cannot, the node asks the log more often. */
  readonly healthy: boolean
  stop(): void
}

/**
 * How nodes tell each other of what the log has got. It is only ever a hint: it may lose everything at any moment, and a node reads from the log
 * what it was not told. Neither throws nor waits.
 */
export interface Fanout {
  publish(some: Relayed): void
  listen(listener: FanoutListener): Listening
  close(): Promise<void>
}
