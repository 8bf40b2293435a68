import { type Clock, systemClock } from '../links/clock.ts'
import { RecurringLook } from '../links/recurringLook.ts'
import type { EmergencyAccess, EmergencyFinding } from '../model/emergencyAccess.ts'
import { ComityError } from '../model/errors.ts'
import { type Caller, emergencyReviewers, hasRole } from '../model/principal.ts'
import { durably } from '../store/durably.ts'
import type { Store } from '../store/store.ts'
import { entryOf } from './emergencyAccesses.ts'
import { ownWords } from './justification.ts'

/** What an owner's officer found. */
export interface ReviewInput {
  /** The id of the access. */
  readonly id: string
  readonly finding: EmergencyFinding
  readonly remark?: string | null
}

/** What reviews are kept with. */
export interface ReviewParts {
  readonly store: Pick<Store, 'emergencies'>
  /** Default: the machine's. */
  readonly clock?: Clock
  /** The store could not be written; it is tried again. Default: nobody hears of it. */
  readonly onFault?: (error: unknown) => void
}

/** Between two looks at what is overdue, in milliseconds. */
const everyMs = 60_000

/** The owner's side of emergency access: what was opened, what is still to be reviewed, and what the review came to. */
export class EmergencyReviews {
  readonly #emergencies: Store['emergencies']
  readonly #recurring: RecurringLook

  constructor({ store, clock = systemClock, onFault = () => {} }: ReviewParts) {
    this.#emergencies = store.emergencies
    const look = async () => this.remind(null, clock.epoch())
    this.#recurring = new RecurringLook({ look, everyMs, clock, onFault })
  }

  /** Sees from now on, and at once, that owners are told of what is overdue, whether or not anybody looks at a desk. */
  open(): void {
    this.#recurring.start()
  }

  /** Idempotent. */
  close(): Promise<void> {
    return this.#recurring.stop()
  }

  /**
   * Notes what the owner found. NOT_JUSTIFIED ends the access at once and suspends the person's emergency right toward the bureau; a later JUSTIFIED of the same access gives it
   * back. Throws BAD_USER_INPUT, alike for an access that does not exist, for one to another bureau's records and for a caller who is not to review; AUDIT_UNAVAILABLE.
   */
  review({ id, finding, remark }: ReviewInput, caller: Caller): EmergencyAccess {
    const { bureau, personRef } = caller.principal
    const access = this.#emergencies.get(id)
    if (access === null || access.owner !== bureau || !hasRole(caller.principal, emergencyReviewers))
      throw new ComityError('BAD_USER_INPUT', { reason: 'id: there is no emergency access with this id to your bureau’s records' })
    const words = remark === undefined || remark === null ? null : ownWords(remark, 'remark', 1)
    const review = { by: personRef, at: new Date(caller.instant).toISOString(), remark: words }
    durably(() => this.#emergencies.review(access, finding, review, entryOf('EMERGENCY_REVIEWED', access)))
    return { ...access, finding, review }
  }

  /** Tells a bureau's desk, or with null all of them, once each, of accesses whose review is overdue. Throws AUDIT_UNAVAILABLE. */
  remind(owner: string | null, instant: number): void {
    durably(() => this.#emergencies.remind(owner, instant, (access) => entryOf('EMERGENCY_REVIEW_DUE', access)))
  }

  /** Accesses to a bureau's records, the latest first, as `Emergencies.page`. */
  page(owner: string, before: number | null, limit: number, overdueAt: number | null): readonly EmergencyAccess[] {
    return this.#emergencies.page(owner, before, limit, overdueAt)
  }
}
