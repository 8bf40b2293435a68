import { type ActingParty, actorOf, type Place } from '../lives/life.ts'
import type { ReplyKind, RequestAct, RequestStanding, RequestState } from '../model/assistance.ts'
import { refused, shortText, writtenOrNull } from '../records/held/wording.ts'
import { attachmentsOf } from './attachments.ts'
import { instantAt, nextLook, pausedTerm, termOf, termOnceAccepted } from './clocks.ts'
import type { AttachmentRef, HeldRequest, Reply, RequestContent, RequestStep } from './heldRequest.ts'
import { clocked, type Need, type RequestLifeWords, requestLife, weightOf } from './machine.ts'

/** What somebody gives with an act. Everything is optional; the machine says what an act needs. */
export interface ActWords {
  readonly message?: string | null
  readonly grounds?: readonly string[] | null
  readonly conditionsOfUse?: readonly string[] | null
  /** Epoch milliseconds. */
  readonly reviewAt?: number | null
  readonly authorisation?: string | null
  /** Of an answer: what sort of one, and the text. */
  readonly replyKind?: ReplyKind | null
  readonly replyText?: string | null
  /** Of an answer that nothing is recorded or nothing can be said: the requester cannot tell which. */
  readonly neutral?: boolean | null
  readonly attachments?: readonly AttachmentRef[] | null
}

/** A request after a step, with the step. */
export interface Advanced {
  readonly request: HeldRequest
  readonly step: RequestStep
}

/** The longest that a request may be postponed. */
const longestPostponement = 366 * 86_400_000
const finalReplies: ReadonlySet<string> = new Set(['ANSWER', 'NO_RECORD', 'CANNOT_SAY'])
const emptyReplies: ReadonlySet<string> = new Set(['NO_RECORD', 'CANNOT_SAY'])

/** Where a request stands in its life. */
export function placeOf({ standing: { state }, content: { asked, pause, lastBy } }: HeldRequest): Place<RequestLifeWords> {
  return { state, resumes: pause?.resumes ?? null, facts: [weightOf(asked.kind)], hands: [lastBy] }
}

/**
 * One step of a request. Pure: the same request, act and instant give the same step. Throws ILLEGAL_TRANSITION when the machine has no such arrow for this party, BAD_USER_INPUT when the act
 * lacks what it needs or brings what it has no use for.
 */
export function advance(
  request: HeldRequest,
  act: RequestAct,
  words: ActWords,
  party: ActingParty<RequestLifeWords>,
  now: number,
): Advanced {
  const actor = actorOf(party)
  const { transition, state } = requestLife.step(act, placeOf(request), actor)
  const given = checked(act, words, transition.needs, now)
  const { standing, content } = request
  const neutral = words.neutral === true
  const reply = replyOf(act, given, neutral, now)
  const step: RequestStep = {
    number: standing.version + 1,
    at: now,
    act,
    side: party.side,
    bureau: party.bureau,
    person: party.person,
    state,
    message: given.message,
    grounds: given.grounds,
    conditionsOfUse: given.conditionsOfUse,
    reviewAt: given.reviewAt,
    authorisation: given.authorisation,
    reply,
    found: neutral ? given.replyKind : null,
    attachments: given.attachments,
  }
  const next = moved(content, { from: standing.state, to: state, act, reviewAt: given.reviewAt, now })
  const kept: RequestContent = { ...next, lastBy: actor.person, replies: reply === null ? content.replies : [...content.replies, reply] }
  return { request: { standing: standingAfter(standing, state, kept, now), content: kept }, step }
}

interface Given {
  readonly message: string | null
  readonly grounds: readonly string[]
  readonly conditionsOfUse: readonly string[]
  readonly reviewAt: number | null
  readonly authorisation: string | null
  readonly replyKind: ReplyKind | null
  readonly replyText: string | null
  readonly attachments: readonly AttachmentRef[]
}

function checked(act: RequestAct, words: ActWords, needs: readonly Need[], now: number): Given {
  const message = writtenOrNull(words.message, 'message')
  if (needs.includes('MESSAGE') && message === null) throw refused('message', 'say why, or what')
  const grounds = [...new Set(words.grounds ?? [])]
  if (needs.includes('GROUNDS') && grounds.length === 0) throw refused('grounds', 'a refusal has at least one ground')
  if (!needs.includes('GROUNDS') && grounds.length > 0) throw refused('grounds', 'only a refusal has grounds')
  const reviewAt = words.reviewAt ?? null
  if (needs.includes('REVIEW_DATE') && (reviewAt === null || reviewAt <= now || reviewAt > now + longestPostponement))
    throw refused('reviewAt', 'an instant to come, within 366 days')
  if (!needs.includes('REVIEW_DATE') && reviewAt !== null) throw refused('reviewAt', 'only for a postponement')
  const authorisation = writtenOrNull(words.authorisation, 'authorisation', shortText)
  if (needs.includes('AUTHORISATION') && authorisation === null) throw refused('authorisation', 'the reference of the authority’s consent')
  const replyKind = words.replyKind ?? null
  const replyText = writtenOrNull(words.replyText, 'text')
  if (needs.includes('REPLY')) checkReply(act, replyKind, replyText, words.neutral === true)
  return {
    message,
    grounds,
    conditionsOfUse: [...new Set(words.conditionsOfUse ?? [])],
    reviewAt,
    authorisation,
    replyKind,
    replyText,
    attachments: attachmentsOf(words.attachments),
  }
}

function checkReply(act: RequestAct, kind: ReplyKind | null, text: string | null, neutral: boolean): void {
  if (act === 'ANSWER_PART' ? kind !== 'PARTIAL' : kind === null || !finalReplies.has(kind))
    throw refused('kind', act === 'ANSWER_PART' ? 'PARTIAL' : [...finalReplies].join(', '))
  const isEmpty = emptyReplies.has(kind ?? '')
  if (!isEmpty && text === null) throw refused('text', 'the answer')
  if (neutral && (!isEmpty || text !== null)) throw refused('neutral', 'only for NO_RECORD and CANNOT_SAY, without a text')
}

/** What the requester learns. A neutral reply reads alike whether nothing is recorded or nothing can be said. */
function replyOf(act: RequestAct, { replyKind, replyText, message }: Given, neutral: boolean, now: number): Reply | null {
  if (act === 'REFUSE') return { kind: 'REFUSED', text: message, at: now }
  if (act === 'POSTPONE') return { kind: 'POSTPONED', text: message, at: now }
  if (replyKind === null) return null
  return { kind: neutral ? 'CANNOT_SAY' : replyKind, text: replyText, at: now }
}

interface Move {
  readonly from: RequestState
  readonly to: RequestState
  readonly act: RequestAct
  readonly reviewAt: number | null
  readonly now: number
}

/** The clocks after a move. */
function moved(content: RequestContent, { from, to, act, reviewAt, now }: Move): RequestContent {
  const { asked, term, pause } = content
  if (to === 'SENT') return { ...content, term: termOf(asked.urgency, now, asked.wantedBy), told: 0 }
  if (to === 'MORE_INFO') return { ...content, pause: { resumes: from, since: now } }
  if (act === 'ANSWER_MORE' && pause !== null && term !== null) return { ...content, pause: null, term: pausedTerm(term, pause.since, now) }
  if (act === 'POSTPONE' && reviewAt !== null) return { ...content, term: { began: now, due: reviewAt }, told: 0 }
  if (act === 'ACCEPT' && term !== null) {
    const running = from === 'POSTPONED' ? termOf(asked.urgency, now, asked.wantedBy) : term
    const next = termOnceAccepted(asked.urgency, now, running)
    return next === term ? content : { ...content, term: next, told: 0 }
  }
  return { ...content, pause: to === 'WITHDRAWN' ? null : pause }
}

function standingAfter(standing: RequestStanding, state: RequestState, { term, told }: RequestContent, now: number): RequestStanding {
  return {
    ...standing,
    state,
    version: standing.version + 1,
    sent: standing.sent ?? (state === 'SENT' ? now : null),
    due: term?.due ?? null,
    updated: now,
    clock: term !== null && clocked.has(state) ? nextLook(term, told) : null,
  }
}

/** A request whose clock has told its desks of so many percent. Not a step: neither state nor version changes. */
export function toldOf({ standing, content }: HeldRequest, percent: number): HeldRequest {
  const told = Math.max(content.told, percent)
  const clock = content.term !== null && clocked.has(standing.state) ? nextLook(content.term, told) : null
  return { standing: { ...standing, clock }, content: { ...content, told } }
}

/** Whether a request's time is over at an instant. */
export function isOverdue({ content: { term } }: HeldRequest, now: number): boolean {
  return term !== null && instantAt(term, 100) <= now
}
