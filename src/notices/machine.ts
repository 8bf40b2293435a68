import { Life } from '../lives/life.ts'
import type { NoticeAct, NoticeSide, NoticeState } from '../model/noticeLife.ts'

/** What an act has to come with. */
export type Need = 'MESSAGE' | 'GROUND' | 'WORDS' | 'RECIPIENTS'

/**
 * The words of a notice's life. `CLEARED`: no doubt is open, or a reviewer has approved it since; `DOUBTED`: the contrary. `REVIEWED_FIRST`: a notice, or a diffusion of a bureau under supervision; `SENT_FIRST`: any
 * other diffusion, which is reviewed once it is out. `UNCONFIRMED`: it is out and was not reviewed. `AMENDED`: its owner wants it to say something else.
 */
export interface NoticeLifeWords {
  readonly state: NoticeState
  readonly act: NoticeAct
  readonly side: NoticeSide
  readonly need: Need
  readonly fact:
    | 'CLEARED'
    | 'DOUBTED'
    | 'REVIEWED_FIRST'
    | 'SENT_FIRST'
    | 'UNCONFIRMED'
    | 'AMENDED'
    | 'HELD'
    | 'NOT_HELD'
    | 'SUSPENDED_BY_OWNER'
    | 'SUSPENDED_BY_REVIEWER'
}

/** Roles of those who write and review notices. */
export const noticeOfficers: ReadonlySet<string> = new Set(['NCB_OFFICER', 'JUDICIAL_AUTHORITY', 'DUTY_OFFICER'])
const roles = [...noticeOfficers]

/** States in which a notice may be acted upon or come to be so again. */
const circulating: readonly NoticeState[] = ['PUBLISHED', 'SUSPENDED']

/** States after which it is kept for a while, and then what it said is removed. */
const ended: readonly NoticeState[] = ['REFUSED', 'WITHDRAWN', 'CANCELLED', 'FULFILLED', 'EXPIRED']

/** The same, to ask whether a state is one of them. */
export const endedStates: ReadonlySet<NoticeState> = new Set(ended)

/**
 * The life of a notice (Rules on the Processing of Data, Art. 73-88). Whatever is not here is refused: nobody publishes a notice of their own, nothing that was refused is
 * published, and nothing leads back to being written. A diffusion is sent by its owner to those it names, and reviewed afterwards, unless the owner is under supervision.
 */
export const noticeLife = new Life<NoticeLifeWords>('DRAFT', [
  { act: 'AMEND', from: ['DRAFT', 'INFO_REQUESTED', 'PUBLISHED'], to: 'SAME', side: 'OWNER', roles, needs: ['WORDS'] },
  { act: 'SUBMIT', from: ['DRAFT'], to: 'SUBMITTED', side: 'OWNER', roles, when: 'REVIEWED_FIRST', needs: [] },
  { act: 'SEND', from: ['DRAFT'], to: 'PUBLISHED', side: 'OWNER', roles, when: 'SENT_FIRST', needs: [] },
  { act: 'ADDRESS', from: ['PUBLISHED'], to: 'SAME', side: 'OWNER', roles, when: 'SENT_FIRST', needs: ['RECIPIENTS'] },
  { act: 'CONFIRM', from: ['PUBLISHED'], to: 'SAME', side: 'REVIEWER', roles, when: 'UNCONFIRMED', needs: [] },
  { act: 'TAKE_AMENDMENT', from: ['PUBLISHED'], to: 'SAME', side: 'REVIEWER', roles, when: 'AMENDED', needs: [] },
  { act: 'REFUSE_AMENDMENT', from: ['PUBLISHED'], to: 'SAME', side: 'REVIEWER', roles, when: 'AMENDED', needs: ['MESSAGE'] },
  { act: 'TAKE', from: ['SUBMITTED'], to: 'UNDER_REVIEW', side: 'REVIEWER', roles, needs: [] },
  { act: 'DOUBT', from: ['UNDER_REVIEW'], to: 'UNDER_REVIEW', side: 'REVIEWER', roles, needs: ['MESSAGE'] },
  { act: 'ASK_INFO', from: ['UNDER_REVIEW'], to: 'INFO_REQUESTED', side: 'REVIEWER', roles, needs: ['MESSAGE'] },
  { act: 'GIVE_INFO', from: ['INFO_REQUESTED'], to: 'UNDER_REVIEW', side: 'OWNER', roles, needs: ['MESSAGE'] },
  { act: 'APPROVE', from: ['UNDER_REVIEW'], to: 'UNDER_REVIEW', side: 'REVIEWER', roles, when: 'DOUBTED', fourEyes: true, needs: [] },
  { act: 'APPROVE', from: ['UNDER_REVIEW'], to: 'PUBLISHED', side: 'REVIEWER', roles, when: 'CLEARED', fourEyes: true, needs: [] },
  { act: 'REFUSE', from: ['UNDER_REVIEW'], to: 'REFUSED', side: 'REVIEWER', roles, needs: ['GROUND', 'MESSAGE'] },
  { act: 'SUSPEND', from: ['PUBLISHED'], to: 'SUSPENDED', side: 'OWNER', roles, needs: ['MESSAGE'] },
  { act: 'SUSPEND', from: ['PUBLISHED'], to: 'SUSPENDED', side: 'REVIEWER', roles, needs: ['MESSAGE'] },
  { act: 'RESUME', from: ['SUSPENDED'], to: 'PUBLISHED', side: 'OWNER', roles, when: 'SUSPENDED_BY_OWNER', needs: [] },
  { act: 'RESUME', from: ['SUSPENDED'], to: 'PUBLISHED', side: 'REVIEWER', roles, when: 'SUSPENDED_BY_REVIEWER', needs: [] },
  { act: 'EXTEND', from: ['PUBLISHED'], to: 'PUBLISHED', side: 'OWNER', roles, needs: ['MESSAGE'] },
  { act: 'WITHDRAW', from: circulating, to: 'WITHDRAWN', side: 'OWNER', roles, needs: ['MESSAGE'] },
  { act: 'CANCEL', from: circulating, to: 'CANCELLED', side: 'REVIEWER', roles, needs: ['MESSAGE'] },
  { act: 'FULFIL', from: ['PUBLISHED'], to: 'FULFILLED', side: 'OWNER', roles, needs: ['MESSAGE'] },
  { act: 'FLAG', from: circulating, to: 'SAME', side: 'RECIPIENT', roles: ['NCB_OFFICER', 'JUDICIAL_AUTHORITY'], needs: ['MESSAGE'] },
  { act: 'UNFLAG', from: circulating, to: 'SAME', side: 'RECIPIENT', roles: ['NCB_OFFICER', 'JUDICIAL_AUTHORITY'], needs: [] },
  { act: 'HOLD', from: [...circulating, ...ended], to: 'SAME', side: 'OWNER', roles, when: 'NOT_HELD', needs: ['MESSAGE'] },
  { act: 'RELEASE_HOLD', from: [...circulating, ...ended], to: 'SAME', side: 'OWNER', roles, when: 'HELD', needs: [] },
  { act: 'PURGE', from: ended, to: 'PURGED', side: 'OWNER', roles, when: 'NOT_HELD', needs: ['MESSAGE'] },
  { act: 'PURGE', from: ended, to: 'PURGED', side: 'HUB', roles: [], when: 'NOT_HELD', needs: [] },
  { act: 'EXPIRE', from: circulating, to: 'EXPIRED', side: 'HUB', roles: [], needs: [] },
])
