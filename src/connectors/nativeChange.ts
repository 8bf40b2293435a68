import type { NativeRead } from './connector.ts'

/** How a system itself tells what has changed. What every system can do, being asked for rows changed since, needs none of these. */
export type NativeCapture =
  | { readonly mode: 'slot'; readonly slot: string; readonly publication: string }
  /** `holdMs`: how long a number that was skipped is waited for, where the database does not say which transactions are open. */
  | { readonly mode: 'outbox'; readonly table: string; readonly holdMs: number }
  | { readonly mode: 'xmin' }
  | { readonly mode: 'files' }

/** What changed since when. */
export interface ChangesQuery {
  /** The rows whose changes are asked for; changes of its child rows are changes of theirs. */
  readonly read: NativeRead
  readonly how: NativeCapture
  /** `checkpoint` of the answer before. Null: no changes yet, only where they begin. */
  readonly since: string | null
  /** About how many at once. */
  readonly limit: number
}

/** A row changed: which, never to what. */
export interface NativeChange {
  readonly key: string
  readonly kind: 'CREATED' | 'CHANGED' | 'DELETED' | 'UNKNOWN'
  /** RFC 3339 in UTC where the system says when. */
  readonly at: string | null
}

/** What changed. Asking again from the same place gives the same again, or what has become of it. */
export interface NativeChanges {
  /** In the order in which the system tells them. A key may occur more than once. */
  readonly changes: readonly NativeChange[]
  /** Where to go on from, once these are durable: asking from here lets the system forget what lies before. */
  readonly checkpoint: string
  /** There is more already. */
  readonly more: boolean
  /** What the system says is not all: everything has to be compared. */
  readonly compare: boolean
  /** Changes since the place before are lost to the system; `compare` finds them. */
  readonly gap: boolean
}
