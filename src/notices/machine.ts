import type { NoticeAct, NoticeSide, NoticeState } from '../model/noticeLife.ts'

/** What an act has to come with. */
export type Need = 'MESSAGE' | 'GROUND'

/** One arrow of the machine. */
export interface Transition {
  readonly act: NoticeAct
  readonly from: readonly NoticeState[]
  readonly to: NoticeState
  readonly side: NoticeSide
  /** What else has to be so; absent: nothing. `CLEARED`: no doubt is open, or another reviewer has approved before. `DOUBTED`: the contrary. `OWN_SUSPENSION`: this side suspended it. */
  readonly when?: 'CLEARED' | 'DOUBTED' | 'OWN_SUSPENSION'
  readonly needs: readonly Need[]
}

/** Roles of those who write and review notices. */
export const noticeOfficers: ReadonlySet<string> = new Set(['NCB_OFFICER', 'JUDICIAL_AUTHORITY', 'DUTY_OFFICER'])

/** States in which a notice may be acted upon or come to be so again. */
const circulating: readonly NoticeState[] = ['PUBLISHED', 'SUSPENDED']

/**
 * The life of a notice (Rules on the Processing of Data, Art. 73-88). Whatever is not here is refused: nobody publishes what is their own, nothing that was refused is published, and nothing leads back to
 * being written.
 */
export const transitions: readonly Transition[] = [
  { act: 'AMEND', from: ['DRAFT'], to: 'DRAFT', side: 'OWNER', needs: [] },
  { act: 'AMEND', from: ['INFO_REQUESTED'], to: 'INFO_REQUESTED', side: 'OWNER', needs: [] },
  { act: 'SUBMIT', from: ['DRAFT'], to: 'SUBMITTED', side: 'OWNER', needs: [] },
  { act: 'TAKE', from: ['SUBMITTED'], to: 'UNDER_REVIEW', side: 'REVIEWER', needs: [] },
  { act: 'DOUBT', from: ['UNDER_REVIEW'], to: 'UNDER_REVIEW', side: 'REVIEWER', needs: ['MESSAGE'] },
  { act: 'ASK_INFO', from: ['UNDER_REVIEW'], to: 'INFO_REQUESTED', side: 'REVIEWER', needs: ['MESSAGE'] },
  { act: 'GIVE_INFO', from: ['INFO_REQUESTED'], to: 'UNDER_REVIEW', side: 'OWNER', needs: ['MESSAGE'] },
  { act: 'APPROVE', from: ['UNDER_REVIEW'], to: 'UNDER_REVIEW', side: 'REVIEWER', when: 'DOUBTED', needs: [] },
  { act: 'APPROVE', from: ['UNDER_REVIEW'], to: 'PUBLISHED', side: 'REVIEWER', when: 'CLEARED', needs: [] },
  { act: 'REFUSE', from: ['UNDER_REVIEW'], to: 'REFUSED', side: 'REVIEWER', needs: ['GROUND', 'MESSAGE'] },
  { act: 'SUSPEND', from: ['PUBLISHED'], to: 'SUSPENDED', side: 'OWNER', needs: ['MESSAGE'] },
  { act: 'SUSPEND', from: ['PUBLISHED'], to: 'SUSPENDED', side: 'REVIEWER', needs: ['MESSAGE'] },
  { act: 'RESUME', from: ['SUSPENDED'], to: 'PUBLISHED', side: 'OWNER', when: 'OWN_SUSPENSION', needs: [] },
  { act: 'RESUME', from: ['SUSPENDED'], to: 'PUBLISHED', side: 'REVIEWER', when: 'OWN_SUSPENSION', needs: [] },
  { act: 'EXTEND', from: ['PUBLISHED'], to: 'PUBLISHED', side: 'OWNER', needs: ['MESSAGE'] },
  { act: 'WITHDRAW', from: circulating, to: 'WITHDRAWN', side: 'OWNER', needs: ['MESSAGE'] },
  { act: 'CANCEL', from: circulating, to: 'CANCELLED', side: 'REVIEWER', needs: ['MESSAGE'] },
  { act: 'FULFIL', from: ['PUBLISHED'], to: 'FULFILLED', side: 'OWNER', needs: ['MESSAGE'] },
  { act: 'EXPIRE', from: circulating, to: 'EXPIRED', side: 'HUB', needs: [] },
]

/** Where a notice stands, as far as the machine reads it. */
export interface Place {
  readonly state: NoticeState
  /** Whether a reviewer doubts that it is in line with Article 2 or 3: then two have to approve. */
  readonly doubt: boolean
  /** Reviewers who have approved, as bureau and person. */
  readonly approvals: readonly string[]
  readonly suspendedBy: NoticeSide | null
}

/** Who wants to act. */
export interface Actor {
  readonly side: NoticeSide
  readonly roles: readonly string[]
  /** As in `Place.approvals`. */
  readonly person: string
}

/** The arrow that an act of somebody takes, or null when there is none for them. */
export function transitionFor(act: NoticeAct, place: Place, actor: Actor): Transition | null {
  return transitions.find((one) => one.act === act && one.from.includes(place.state) && mayTake(one, place, actor)) ?? null
}

/** Every act that can be done in a state, with the sides that can. */
export function transitionsFrom(state: NoticeState): readonly Transition[] {
  return transitions.filter(({ from }) => from.includes(state))
}

/** What somebody may do at a place, in the order of the table. */
export function actsOf(place: Place, actor: Actor): readonly NoticeAct[] {
  const acts = transitionsFrom(place.state).flatMap((one) => (mayTake(one, place, actor) ? [one.act] : []))
  return [...new Set(acts)]
}

function mayTake({ side, when }: Transition, { doubt, approvals, suspendedBy }: Place, actor: Actor): boolean {
  if (side !== actor.side || (side !== 'HUB' && !actor.roles.some((role) => noticeOfficers.has(role)))) return false
  if (when === 'OWN_SUSPENSION') return suspendedBy === side
  if (when === undefined) return true
  // Two pairs of eyes are two persons'.
  if (approvals.includes(actor.person)) return false
  const isCleared = !doubt || approvals.length > 0
  return isCleared === (when === 'CLEARED')
}
