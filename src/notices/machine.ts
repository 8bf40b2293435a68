import { Life } from '../lives/life.ts'
import type { NoticeAct, NoticeSide, NoticeState } from '../model/noticeLife.ts'

/** What an act has to come with. */
export type Need = 'MESSAGE' | 'GROUND'

/** The words of a notice's life. `CLEARED`: no doubt is open, or a reviewer has approved it since; `DOUBTED`: the contrary. */
export interface NoticeLifeWords {
  readonly state: NoticeState
  readonly act: NoticeAct
  readonly side: NoticeSide
  readonly need: Need
  readonly fact: 'CLEARED' | 'DOUBTED' | 'SUSPENDED_BY_OWNER' | 'SUSPENDED_BY_REVIEWER'
}

/** Roles of those who write and review notices. */
export const noticeOfficers: ReadonlySet<string> = new Set(['NCB_OFFICER', 'JUDICIAL_AUTHORITY', 'DUTY_OFFICER'])
const roles = [...noticeOfficers]

/** States in which a notice may be acted upon or come to be so again. */
const circulating: readonly NoticeState[] = ['PUBLISHED', 'SUSPENDED']

/**
 * The life of a notice (Rules on the Processing of Data, Art. 73-88). Whatever is not here is refused: nobody publishes what is their own, nothing that was refused is published, and nothing leads back to
 * being written.
 */
export const noticeLife = new Life<NoticeLifeWords>('DRAFT', [
  { act: 'AMEND', from: ['DRAFT'], to: 'DRAFT', side: 'OWNER', roles, needs: [] },
  { act: 'AMEND', from: ['INFO_REQUESTED'], to: 'INFO_REQUESTED', side: 'OWNER', roles, needs: [] },
  { act: 'SUBMIT', from: ['DRAFT'], to: 'SUBMITTED', side: 'OWNER', roles, needs: [] },
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
  { act: 'EXPIRE', from: circulating, to: 'EXPIRED', side: 'HUB', roles: [], needs: [] },
])
