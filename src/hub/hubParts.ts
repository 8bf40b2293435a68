import type { Broadcast } from '../alerts/broadcast.ts'
import type { ChangeLog } from '../alerts/changeLog.ts'
import type { AuditLog } from '../audit/auditLog.ts'
import type { Timer } from '../hits/answerTime.ts'
import type { FeedStatus } from '../model/capture.ts'
import type { Catalogue } from '../model/catalogue.ts'
import type { PolicyStatus } from '../model/policyStatus.ts'
import type { Revocation } from '../model/revocation.ts'
import type { Tempo } from '../plan/arrivals.ts'
import type { Store } from '../store/store.ts'
import type { LedgerReading } from './ledgerDesk.ts'
import type { Member } from './member.ts'
import type { RequestOfficeParts } from './requestOffice.ts'
import type { Roster } from './roster.ts'
import type { OperationListener } from './runningOperation.ts'

/** What a hub is made of. */
export interface HubParts {
  readonly catalogue: Catalogue
  /** Those of the start, for good, or a list that may be replaced while the hub runs. */
  readonly members: readonly Member[] | Roster
  /** At least 32 bytes; ids and cursors stay valid for as long as it does. */
  readonly secret: Uint8Array
  readonly audit: AuditLog
  /** Nonces of cursors. Default: random; anything else is for tests, which compare whole answers. */
  readonly cursorNonce?: () => Uint8Array
  /** How a member's policy stands; null for one that takes no part. Default: not known. */
  readonly policyStatus?: (bureau: string) => PolicyStatus | null
  /** The hub's own: what must outlast a restart. */
  readonly store: Store
  /** Hit checks that one person has on one UTC day. Default 200. */
  readonly hitChecksPerDay?: number
  /** Searches for people that one person has in one hour of the clock (UTC). Default 300. */
  readonly searchesPerHour?: number
  /** By which hit checks wait. Default: the machine's clock. */
  readonly timer?: Timer
  /** Agreements in force for a bureau on a UTC day, for questions about callers who are written out. Default: none. */
  readonly agreementsOf?: (bureau: string, day: string) => readonly string[]
  /** Hears of every operation that has ended. Default: nobody does. */
  readonly onOperation?: OperationListener
  /** The log of changes, for alerts. Default: none, and nobody can subscribe. */
  readonly broadcast?: Broadcast
  /** How the feeds of all bureaus stand, by bureau and type. Default: there are none. */
  readonly feeds?: () => readonly FeedStatus[]
  /** Whether changes of some bureau are missing from the log. Default: whether a feed says so. */
  readonly hasFeedGap?: () => boolean
  /** How requests for assistance are delivered, by which clock, and who hears of faults. Default: as `RequestOfficeParts` says. */
  readonly office?: Pick<RequestOfficeParts, 'keeps' | 'clock' | 'delivery' | 'onFault'>
  /** Where the ledger is read. Default: nowhere, and whoever asks for it has failed. */
  readonly ledger?: LedgerReading
  /** The log of changes, for watches, which are kept in the hub's own store. Default: none, and nobody can watch. */
  readonly changeLog?: ChangeLog
  /** Hears why watches could not be kept up: it is tried again. Default: nobody does. */
  readonly onWatchFailure?: (error: unknown) => void
  /** When items of progress leave. Default: as `Tempo` says, by the machine's clock. */
  readonly tempo?: Tempo
  /** Tells the other nodes that somebody's access has ended; they `take` it. Default: there are no others. */
  readonly announceRevocation?: (revocation: Revocation) => Promise<void>
}
