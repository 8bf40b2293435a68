import type { LinkHealth } from '../links/link.ts'
import type { BureauProfile, RowProblem } from '../model/bureau.ts'
import type { BureauSource } from '../records/bureauSource.ts'

/** A member bureau: one that is asked, or one whose files have errors. */
export interface Member {
  readonly profile: BureauProfile
  /** Null for a bureau that the hub was told to start without. */
  readonly source: BureauSource | null
}

/** How a member's system has been doing since the hub started. */
export interface BureauHealth extends LinkHealth {
  readonly skippedRows: number | null
  readonly skipped: readonly RowProblem[] | null
}

/** The health of a member that is not asked. */
export const notAsked: LinkHealth = { state: 'NOT_ASKED', lastAnsweredAt: null, latencyMs: null, breaker: null, concurrency: null }
