import type { Problem } from './problem.ts'

/** Which disclosure policy a bureau has in force, and what stands against the files that should follow. */
export interface PolicyStatus {
  /** The file's `version:`; `none` without a file. */
  readonly version: string
  /** SHA-256 of all that the policy decides by, in hex. */
  readonly digest: string
  /** ISO 8601. */
  readonly activeSince: string
  /** Errors of the bureau's files as they are now; none when those are in force. */
  readonly problems: readonly Problem[]
}
