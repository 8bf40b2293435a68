import type { Call } from '../connector.ts'
import type { DriverRow, Statement } from './dialect.ts'

/** Sends statements to one database, read-only. Throws only `ConnectorError`. */
export interface SqlSession {
  /** Runs a statement within the call's time; when the time is over the database stops too. */
  run(statement: Statement, call: Call): Promise<readonly DriverRow[]>
  /** Gives connections, threads and files back. Idempotent. */
  close(): Promise<void>
}
