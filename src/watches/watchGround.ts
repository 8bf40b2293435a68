import type { DisclosurePlan } from '../disclosure/policy.ts'
import type { Caller, Principal, Purpose } from '../model/principal.ts'
import type { FreshReading } from '../plan/standing.ts'

/** The rules of one moment. Another object as soon as any of them is another. */
export interface WatchRules {
  /** Null for a bureau that takes no part. */
  planFor(bureau: string, type: string, caller: Caller): DisclosurePlan | null
  /** Whether any rule reads the case that a caller declares. */
  readonly readsCase: boolean
}

/** Something that reads as a caller, until it is disposed of. */
export interface WatchReading extends Disposable {
  readonly context: FreshReading
}

/** What watches stand on: the hub as it is now. */
export interface WatchGround {
  rules(): WatchRules
  /** Who somebody is now: what the hub itself knows of them is asked anew. */
  callerOf(of: { readonly principal: Principal; readonly purpose: Purpose }): Caller
  /** Begins to read as a caller, with a deadline. `onStatus` hears how bureaus do. */
  begin(caller: Caller, signal: AbortSignal, onStatus: FreshReading['onStatus']): WatchReading
}
