import type { Problem } from './problem.ts'

/** Which disclosure policy a bureau has in force, and what stands against the file that should follow it. */
export interface PolicyStatus {
  /** The file's `version:`; `none` without a file. */
  readonly version: string
  /** SHA-256 of all that the policy decides by, in hex. */
  readonly digest: string
  /** ISO 8601. */
  readonly activeSince: string
  /** Errors of the file as it is now; none when it is the one in force. */
  readonly problems: readonly Problem[]
}
