import type { AnomalyRule } from './anomaly.ts'

/** What the schema tells of a bureau, from its `bureau.yaml`. */
export interface BureauProfile {
  /** The member's code: two or three upper-case letters or digits. */
  readonly code: string
  readonly name: string
  readonly kind: 'NCB' | 'INTERNATIONAL_ENTITY' | 'SECRETARIAT' | 'OVERSIGHT' | 'LIST'
  /** IANA time zone. */
  readonly timeZone: string
  /** BCP 47 tags, the preferred one first. */
  readonly languages: readonly string[]
  readonly duty24x7: boolean
  readonly contact: { readonly desk: string | null; readonly email: string | null; readonly phone: string | null } | null
  readonly supervision: 'NONE' | 'PRE_CLEARANCE' | 'SUSPENDED'
  /** What its policy officers are told of. Absent: nothing. No part of the schema. */
  readonly anomalies?: readonly AnomalyRule[] | undefined
}

/** What the hub allows itself against one bureau's system. */
export interface Limits {
  /** Time for one call, in milliseconds; a whole operation gets the longest of all bureaus. Default 2500. */
  readonly deadlineMs: number
  /** Calls in flight at once, hedges and retries included; fewer while the system is overloaded. More are refused as BUSY once `queue` is full. Default 8. */
  readonly concurrency: number
  /** Calls that may wait for a free place. Default 32. */
  readonly queue: number
  /** Rows asked for in one call. Default 200; a connector may cap it lower. */
  readonly pageRows: number
  /** Rows read at most for one question where the hub has to filter or order by itself. Default 20000. */
  readonly scanRows: number
  /** From how many milliseconds on an answer shows that the system is overloaded; null: nine tenths of `deadlineMs`. Default null. */
  readonly slowMs: number | null
  /** Percent of recent calls that have to fail before the system is left alone for a while. Default 50. */
  readonly breakerPercent: number
  /** Percent of calls that may be tried again after a failure, at most 10; 0: none. Default 10. */
  readonly retryPercent: number
  /** Percent of calls that may be asked a second time while the first is late, at most 8; 0: none. Default 8. */
  readonly hedgePercent: number
}

/** A row that could not be mapped. Never holds a value. */
export interface RowProblem {
  /** Record type it was mapped to. */
  readonly type: string
  /** The row's key, or `?` when the key itself is unreadable. */
  readonly key: string
  readonly field: string | null
  /** Why, without the value. */
  readonly reason: string
}
