import type { RequestAct, RequestSide, RequestState } from '../model/assistance.ts'

/** What an act has to come with. */
export type Need = 'MESSAGE' | 'GROUNDS' | 'REVIEW_DATE' | 'AUTHORISATION' | 'REPLY'

/** Whether a kind of request touches rights that only an authority may touch. */
export type Weight = 'PLAIN' | 'COERCIVE'

/** One arrow of the machine. */
export interface Transition {
  readonly act: RequestAct
  readonly from: readonly RequestState[]
  /** `RESUMED`: the state in which more was asked for. */
  readonly to: RequestState | 'RESUMED'
  readonly side: RequestSide
  /** Names of `Role`, one of which the officer has; empty for the hub. */
  readonly roles: readonly string[]
  /** Only for requests of this weight. Absent: for both. */
  readonly weight?: Weight
  /** By another person than the one who did the step before. */
  readonly fourEyes?: true
  readonly needs: readonly Need[]
}

const officers = ['NCB_OFFICER', 'DUTY_OFFICER', 'INVESTIGATOR', 'LIAISON', 'JUDICIAL_AUTHORITY']
const authorities = ['JUDICIAL_AUTHORITY', 'NCB_OFFICER']

/** States in which somebody at the requested bureau has the request in hand. */
const inHand: readonly RequestState[] = ['ACKNOWLEDGED', 'ADMISSIBILITY', 'ACCEPTED', 'IN_EXECUTION', 'PARTIALLY_ANSWERED', 'POSTPONED']
/** States in which it is still to be decided whether help is given. */
const undecided: readonly RequestState[] = ['ACKNOWLEDGED', 'ADMISSIBILITY', 'POSTPONED']
/** States in which the requested bureau owes the next step. */
const running: readonly RequestState[] = [
  'SENT',
  'RECEIVED',
  'ACKNOWLEDGED',
  'ADMISSIBILITY',
  'ACCEPTED',
  'IN_EXECUTION',
  'PARTIALLY_ANSWERED',
]

/** Both decide: a plain request by any officer in charge, a coercive one by an authority. */
function decision(one: Omit<Transition, 'side' | 'roles'>): readonly Transition[] {
  return [
    { ...one, side: 'REQUESTED', roles: officers, weight: 'PLAIN' },
    { ...one, side: 'REQUESTED', roles: authorities, weight: 'COERCIVE' },
  ]
}

/**
 * The life of a request, per requested bureau: who may do what, in which state, and what it takes. Whatever is not here is refused. The clock lets a request lapse, and a late answer is still an
 * answer; no state leads back to being written, so that what was sent stays what it was.
 */
export const transitions: readonly Transition[] = [
  { act: 'SEND', from: ['DRAFT'], to: 'SENT', side: 'REQUESTER', roles: officers, weight: 'PLAIN', needs: [] },
  { act: 'SEND', from: ['DRAFT'], to: 'AWAITING_AUTHORISATION', side: 'REQUESTER', roles: officers, weight: 'COERCIVE', needs: [] },
  {
    act: 'AUTHORISE',
    from: ['AWAITING_AUTHORISATION'],
    to: 'SENT',
    side: 'REQUESTER',
    roles: authorities,
    fourEyes: true,
    needs: ['AUTHORISATION'],
  },
  { act: 'RECEIVE', from: ['SENT'], to: 'RECEIVED', side: 'HUB', roles: [], needs: [] },
  { act: 'ACKNOWLEDGE', from: ['SENT', 'RECEIVED'], to: 'ACKNOWLEDGED', side: 'REQUESTED', roles: officers, needs: [] },
  { act: 'EXAMINE', from: ['ACKNOWLEDGED'], to: 'ADMISSIBILITY', side: 'REQUESTED', roles: officers, needs: [] },
  { act: 'ASK_MORE', from: inHand, to: 'MORE_INFO', side: 'REQUESTED', roles: officers, needs: ['MESSAGE'] },
  { act: 'ANSWER_MORE', from: ['MORE_INFO'], to: 'RESUMED', side: 'REQUESTER', roles: officers, needs: ['MESSAGE'] },
  ...decision({ act: 'ACCEPT', from: undecided, to: 'ACCEPTED', needs: [] }),
  ...decision({ act: 'REFUSE', from: [...undecided, 'ACCEPTED', 'IN_EXECUTION'], to: 'REFUSED', needs: ['GROUNDS'] }),
  ...decision({ act: 'POSTPONE', from: [...undecided, 'ACCEPTED'], to: 'POSTPONED', needs: ['REVIEW_DATE'] }),
  { act: 'START', from: ['ACCEPTED'], to: 'IN_EXECUTION', side: 'REQUESTED', roles: officers, needs: [] },
  {
    act: 'ANSWER_PART',
    from: ['ACCEPTED', 'IN_EXECUTION', 'PARTIALLY_ANSWERED'],
    to: 'PARTIALLY_ANSWERED',
    side: 'REQUESTED',
    roles: officers,
    needs: ['REPLY'],
  },
  {
    act: 'ANSWER',
    from: ['ACCEPTED', 'IN_EXECUTION', 'PARTIALLY_ANSWERED', 'LAPSED'],
    to: 'ANSWERED',
    side: 'REQUESTED',
    roles: officers,
    needs: ['REPLY'],
  },
  {
    act: 'WITHDRAW',
    from: [...running, 'MORE_INFO', 'POSTPONED', 'LAPSED'],
    to: 'WITHDRAWN',
    side: 'REQUESTER',
    roles: officers,
    needs: ['MESSAGE'],
  },
  { act: 'LAPSE', from: [...running, 'POSTPONED'], to: 'LAPSED', side: 'HUB', roles: [], needs: [] },
  { act: 'CLOSE', from: ['ANSWERED'], to: 'CLOSED', side: 'REQUESTER', roles: officers, needs: [] },
]

/** Roles of those who write requests and work on them. */
export const requestOfficers: ReadonlySet<string> = new Set(officers)

/** States that the requested bureau never meets: the request is not theirs yet. */
export const unsent: ReadonlySet<RequestState> = new Set<RequestState>(['DRAFT', 'AWAITING_AUTHORISATION'])

/** States in which the clock runs against the requested bureau. */
export const clocked: ReadonlySet<RequestState> = new Set<RequestState>([...running, 'POSTPONED'])

/** Kinds that touch a person's rights: they need an authority's consent before they are sent, and one's decision where they arrive. */
export const coerciveKinds: ReadonlySet<string> = new Set([
  'SEARCH_SEIZURE',
  'PRODUCTION',
  'INTERCEPTION',
  'SURVEILLANCE',
  'CONTROLLED_DELIVERY',
  'ASSET_FREEZE',
  'CONFISCATION',
  'PROVISIONAL_ARREST',
  'EXTRADITION',
  'SURRENDER',
  'TRANSFER_OF_PERSON',
])

/** The weight of a kind of request. */
export function weightOf(kind: string): Weight {
  return coerciveKinds.has(kind) ? 'COERCIVE' : 'PLAIN'
}

/** Where a request stands, as far as the machine reads it. */
export interface Place {
  readonly state: RequestState
  readonly weight: Weight
  /** The state in which more was asked for; null in any other than MORE_INFO. */
  readonly resumes: RequestState | null
  /** Who did the last step, as bureau and person. */
  readonly lastBy: string
}

/** Who wants to act. */
export interface Actor {
  readonly side: RequestSide
  readonly roles: readonly string[]
  /** As `Place.lastBy`. */
  readonly person: string
}

/** The arrow that an act of somebody takes, or null when there is none for them. */
export function transitionFor(act: RequestAct, place: Place, actor: Actor): Transition | null {
  return transitions.find((one) => one.act === act && isOpen(one, place) && mayTake(one, place, actor)) ?? null
}

/** The state to which an arrow leads from a place. */
export function targetOf({ to }: Transition, { resumes }: Place): RequestState {
  if (to !== 'RESUMED') return to
  if (resumes === null) throw new TypeError('nothing says where the request goes on')
  return resumes
}

/** Every arrow that leaves a place, for whomever. */
export function transitionsFrom(place: Place): readonly Transition[] {
  return transitions.filter((one) => isOpen(one, place))
}

/** What somebody may do at a place, in the order of the table. */
export function actsOf(place: Place, actor: Actor): readonly RequestAct[] {
  return transitionsFrom(place).flatMap((one) => (mayTake(one, place, actor) ? [one.act] : []))
}

function isOpen({ from, weight }: Transition, place: Place): boolean {
  return from.includes(place.state) && (weight === undefined || weight === place.weight)
}

function mayTake({ side, roles, fourEyes }: Transition, place: Place, actor: Actor): boolean {
  if (side !== actor.side || (fourEyes === true && actor.person === place.lastBy)) return false
  return side === 'HUB' || roles.some((role) => actor.roles.includes(role))
}
