import type { LinkHealth } from '../links/link.ts'
import type { BureauProfile, RowProblem } from '../model/bureau.ts'
import type { CaptureFile, FeedStatus } from '../model/capture.ts'
import type { BureauSource } from '../records/bureauSource.ts'
import type { Connection } from './roster.ts'

/** Whether a bureau takes part: it is asked; its file says that it is not; its files have errors; it is no member any more. `BureauStatus` in the schema. */
export type Standing = 'READY' | 'DRAINED' | 'BROKEN' | 'LEFT'

/** A member bureau. */
export interface Member {
  readonly profile: BureauProfile
  /** Null for a bureau that the hub was told to start without. One that is drained serves no type, and its policy stays in force. */
  readonly source: BureauSource | null
  /** Default: READY with a source, BROKEN without. */
  readonly standing?: Standing
  /** What is to be closed once nobody needs it any more; null: nothing. Default: the source's link. */
  readonly connection?: Connection | null
  /** How changes of its records are captured while it is asked. Absent: they are not. */
  readonly capture?: CaptureFile
}

/** How a member's system has been doing since the hub started, or since its connection or limits last changed. */
export interface BureauHealth extends LinkHealth {
  readonly skippedRows: number | null
  readonly skipped: readonly RowProblem[] | null
}

/** A feed as one caller sees it. */
export type BureauFeed = Omit<FeedStatus, 'missed'> & { readonly missed: number | null }

/** The health of a member that is not asked. */
export const notAsked: LinkHealth = { state: 'NOT_ASKED', lastAnsweredAt: null, latencyMs: null, breaker: null, concurrency: null }

/** Whether a member takes part. */
export function standingOf({ source, standing }: Member): Standing {
  return standing ?? (source === null ? 'BROKEN' : 'READY')
}

/** A bureau that is no member any more, though what is kept for good still names it. */
export function formerMember(code: string): Member {
  return {
    profile: {
      code,
      name: `Former member ${code}`,
      kind: 'NCB',
      timeZone: 'UTC',
      languages: [],
      duty24x7: false,
      contact: null,
      supervision: 'NONE',
    },
    source: null,
    standing: 'LEFT',
  }
}
