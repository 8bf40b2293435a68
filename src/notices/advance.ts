import { type ActingParty, type Actor, actorOf, type Place } from '../lives/life.ts'
import type { NoticeAct, ReviewOutcome } from '../model/noticeLife.ts'
import { refused, writtenOrNull } from '../records/held/wording.ts'
import type { HeldNotice, NoticeContent, NoticeStanding, NoticeStep, NoticeWords } from './heldNotice.ts'
import { type NoticeLifeWords, noticeLife } from './machine.ts'
import { lifeYears, longestSuspensionMs, nextLook, yearsLater } from './terms.ts'

/** What somebody gives with an act. */
export interface ActWords {
  readonly message?: string | null
  /** Of a refusal. */
  readonly outcome?: ReviewOutcome | null
  /** Of an amendment: all that the notice says from then on. */
  readonly words?: NoticeWords | null
  /** Of handing in: the number that it gets unless it has one. */
  readonly number?: string | null
}

const refusals: ReadonlySet<string> = new Set(['REFUSED_ART2', 'REFUSED_ART3', 'REFUSED_RPD', 'REFUSED_OTHER'])

/** Where a notice stands in its life. */
export function placeOf({ standing: { state }, content: { doubt, approvals, suspension } }: HeldNotice): Place<NoticeLifeWords> {
  const suspended = { OWNER: 'SUSPENDED_BY_OWNER', REVIEWER: 'SUSPENDED_BY_REVIEWER', HUB: null } as const
  const by = suspension === null ? null : suspended[suspension.by]
  const review = doubt && approvals.length === 0 ? ('DOUBTED' as const) : ('CLEARED' as const)
  return { state, resumes: null, facts: by === null ? [review] : [review, by], hands: approvals }
}

/** One step of a notice. Pure. Throws ILLEGAL_TRANSITION when the machine has no such arrow for this party, BAD_USER_INPUT when the act lacks what it needs. */
export function advance(
  notice: HeldNotice,
  act: NoticeAct,
  words: ActWords,
  party: ActingParty<NoticeLifeWords>,
  now: number,
): { readonly notice: HeldNotice; readonly step: NoticeStep } {
  const actor = actorOf(party)
  const { transition, state } = noticeLife.step(act, placeOf(notice), actor)
  const message = writtenOrNull(words.message, 'message')
  if (transition.needs.includes('MESSAGE') && message === null) throw refused('message', 'say why, or what')
  const outcome = words.outcome ?? null
  if (transition.needs.includes('GROUND') && (outcome === null || !refusals.has(outcome)))
    throw refused('outcome', [...refusals].join(', '))
  const content = contentAfter(notice, act, { ...words, outcome }, actor, now)
  const step: NoticeStep = {
    number: notice.standing.version + 1,
    at: now,
    act,
    side: party.side,
    bureau: party.bureau,
    person: party.person,
    state,
    message,
    outcome,
  }
  return { notice: { standing: standingAfter({ ...notice.standing, state }, content, act, now), content }, step }
}

function contentAfter({ content }: HeldNotice, act: NoticeAct, words: ActWords, actor: Actor<NoticeLifeWords>, now: number): NoticeContent {
  switch (act) {
    case 'AMEND':
      if (words.words === undefined || words.words === null) throw refused('words', 'all that the notice says')
      return { ...content, words: words.words }
    case 'SUBMIT':
      return { ...content, number: content.number ?? words.number ?? null }
    case 'DOUBT':
      return { ...content, doubt: true, approvals: [] }
    case 'ASK_INFO':
      return { ...content, review: 'MORE_INFORMATION', approvals: [] }
    case 'GIVE_INFO':
      return { ...content, review: 'PENDING' }
    case 'APPROVE':
      return { ...content, approvals: [...content.approvals, actor.person], review: isLast(content) ? 'APPROVED' : content.review }
    case 'REFUSE':
      return { ...content, review: words.outcome ?? 'REFUSED_OTHER' }
    case 'SUSPEND':
      if (actor.side === 'OWNER' && content.suspendedMs >= longestSuspensionMs)
        throw refused('id', 'its owner has had it suspended for six months already')
      return { ...content, suspension: { by: actor.side, since: now } }
    case 'RESUME':
      return { ...content, suspension: null, suspendedMs: content.suspendedMs + suspendedFor(content, now) }
    case 'EXTEND':
      return { ...content, told: null }
    default:
      return content
  }
}

/** Whether one more approval is all that it takes. */
function isLast({ doubt, approvals }: NoticeContent): boolean {
  return !doubt || approvals.length > 0
}

/** How long the owner's own suspension has lasted, in milliseconds; the Secretariat's is not counted against them. */
function suspendedFor({ suspension }: NoticeContent, now: number): number {
  return suspension?.by === 'OWNER' ? Math.max(0, now - suspension.since) : 0
}

function standingAfter(standing: NoticeStanding, content: NoticeContent, act: NoticeAct, now: number): NoticeStanding {
  const { state } = standing
  const sent = standing.sent ?? (state === 'PUBLISHED' ? now : null)
  const due = dueAfter(standing, act, now)
  return { ...standing, version: standing.version + 1, sent, due, updated: now, clock: clockOf(state, due, content) }
}

function dueAfter({ due, state }: NoticeStanding, act: NoticeAct, now: number): number | null {
  if (act === 'EXTEND' && due !== null) {
    const next = yearsLater(due, lifeYears)
    if (next > yearsLater(now, lifeYears + 1)) throw refused('id', 'it is extended in the last year of its life')
    return next
  }
  return due ?? (state === 'PUBLISHED' ? yearsLater(now, lifeYears) : null)
}

/** When the clock looks at a notice: at the next warning, at its end, or when the owner's suspension has lasted too long. */
export function clockOf(state: NoticeStanding['state'], due: number | null, content: NoticeContent): number | null {
  if (due === null || (state !== 'PUBLISHED' && state !== 'SUSPENDED')) return null
  return Math.min(nextLook(due, content.told), endOfSuspension(content) ?? due)
}

/** When a suspension by the owner ends the notice; null while there is none. */
export function endOfSuspension({ suspension, suspendedMs }: NoticeContent): number | null {
  return suspension?.by === 'OWNER' ? suspension.since + longestSuspensionMs - suspendedMs : null
}
