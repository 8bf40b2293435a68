import { type Clock, systemClock } from '../links/clock.ts'
import type { HeldNotice } from '../notices/heldNotice.ts'
import { NoticeClock } from '../notices/noticeClock.ts'
import { noticeRow, noticeType } from '../notices/noticeMapping.ts'
import { Notices } from '../notices/notices.ts'
import { SealedNotices } from '../notices/sealedNotices.ts'
import { changeWriting } from './changeWriting.ts'
import type { RequestOfficeParts } from './requestOffice.ts'

/** What notices need of the hub: what requests do, and who reviews. */
export interface NoticeOfficeParts
  extends Pick<RequestOfficeParts, 'store' | 'held' | 'secret' | 'sources' | 'members' | 'agreementsOf' | 'keeps' | 'clock' | 'onFault'> {
  /** Code of the Secretariat; null where none is a member. */
  readonly secretariat: () => string | null
  /** Values of the `Purpose` and `Role` enums. */
  readonly purposes: readonly string[]
  readonly roles: readonly string[]
}

/** Notices at the hub: who works on them, and the clock. */
export class NoticeOffice {
  readonly notices: Notices
  readonly #clock: NoticeClock

  constructor({ store, held, secret, sources, members, agreementsOf, secretariat, purposes, roles, ...rest }: NoticeOfficeParts) {
    const { keeps = true, onFault = () => {} } = rest
    const clock: Clock = rest.clock ?? systemClock
    const { sealChange, sketchOf } = changeWriting(noticeType, secret, held, sources)
    const writing = {
      sealed: new SealedNotices(secret),
      sealChange,
      sketch: (notice: HeldNotice) => sketchOf(notice.standing.owner, noticeRow(notice)),
    }
    const sourceOf = (bureau: string) => sources().find(({ profile }) => profile.code === bureau)
    this.#clock = new NoticeClock({ ...writing, rows: store.held, clock, onFault })
    this.notices = new Notices({
      ...writing,
      rows: store.held,
      keeps,
      secretariat,
      isSuspended: (bureau) => sourceOf(bureau)?.profile.supervision === 'SUSPENDED',
      isSupervised: (bureau) => (sourceOf(bureau)?.profile.supervision ?? 'NONE') !== 'NONE',
      members,
      purposes,
      roles,
      agreementsOf,
      viewAt: (notice, caller) => {
        const own = sourceOf(notice.standing.owner)
        return own === undefined ? null : held.viewFor(noticeType, noticeRow(notice), caller, own, sources())
      },
    })
  }

  /** Starts the clock. */
  open(): void {
    this.#clock.start()
  }

  /** Idempotent. */
  close(): Promise<void> {
    return this.#clock.stop()
  }
}
