import { Life, type Transition } from '../lives/life.ts'
import type { RequestAct, RequestSide, RequestState } from '../model/assistance.ts'

/** What an act has to come with. */
export type Need = 'MESSAGE' | 'GROUNDS' | 'REVIEW_DATE' | 'AUTHORISATION' | 'REPLY'

/** Whether a kind of request touches rights that only an authority may touch. */
export type Weight = 'PLAIN' | 'COERCIVE'

/** The words of a request's life. The facts are its weight. */
export interface RequestLifeWords {
  readonly state: RequestState
  readonly act: RequestAct
  readonly side: RequestSide
  readonly need: Need
  readonly fact: Weight
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
function decision(one: Omit<Transition<RequestLifeWords>, 'side' | 'roles'>): readonly Transition<RequestLifeWords>[] {
  return [
    { ...one, side: 'REQUESTED', roles: officers, when: 'PLAIN' },
    { ...one, side: 'REQUESTED', roles: authorities, when: 'COERCIVE' },
  ]
}

/**
 * The life of a request, per requested bureau: who may do what, in which state, and what it takes. Whatever is not here is refused. The clock lets a request lapse, and a late answer is still an
 * answer; no state leads back to being written, so that what was sent stays what it was.
 */
export const requestLife = new Life<RequestLifeWords>('DRAFT', [
  { act: 'SEND', from: ['DRAFT'], to: 'SENT', side: 'REQUESTER', roles: officers, when: 'PLAIN', needs: [] },
  { act: 'SEND', from: ['DRAFT'], to: 'AWAITING_AUTHORISATION', side: 'REQUESTER', roles: officers, when: 'COERCIVE', needs: [] },
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
])

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
