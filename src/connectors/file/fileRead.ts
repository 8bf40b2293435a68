import type { NativeRow } from '../connector.ts'

/** Takes what a reader finds in a file. */
export interface RowSink {
  /** A row. Throws when there are too many. */
  readonly row: (row: NativeRow) => void
  /** A line or record that cannot be read; `place` is its line. */
  readonly broken: (place: number, reason: string) => void
}

/** What is left to say of a file after reading it. */
export interface FileRead {
  /** Bytes read for good; reading goes on here when the file has grown. */
  readonly offset: number
  /** The end of the file may still be being written. */
  readonly unfinished: boolean
}

/** How to read one file. */
export interface FileTask {
  readonly path: string
  /** Byte to start at; readers other than NDJSON start at 0. */
  readonly from: number
  /** Whether the file has been left alone long enough to take its last line as whole. */
  readonly settled: boolean
  readonly signal: AbortSignal
}
