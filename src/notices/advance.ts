import { type ActingParty, type Actor, actorOf, type Place } from '../lives/life.ts'
import type { NoticeAct, ReviewOutcome } from '../model/noticeLife.ts'
import { refused, writtenOrNull } from '../records/held/wording.ts'
import type { HeldNotice, NoticeContent, NoticeStanding, NoticeStep, NoticeWords } from './heldNotice.ts'
import { endedStates, type NoticeLifeWords, noticeLife } from './machine.ts'
import { keptAfterEndMs, lifeYears, longestSuspensionMs, nextLook, yearsLater } from './terms.ts'

/** What somebody gives with an act. */
export interface ActWords {
  readonly message?: string | null
  /** Of a refusal. */
  readonly outcome?: ReviewOutcome | null
  /** Of an amendment: all that the notice says from then on. */
  readonly words?: NoticeWords | null
  /** Of ADDRESS: codes of all bureaus that the diffusion is for from then on. */
  readonly recipients?: readonly string[] | null
  /** Of handing in: the number that it gets unless it has one. */
  readonly number?: string | null
}

const refusals: ReadonlySet<string> = new Set(['REFUSED_ART2', 'REFUSED_ART3', 'REFUSED_RPD', 'REFUSED_OTHER'])

/** Where a notice stands in its life. `isSupervised`: whether the Secretariat has to clear its owner's diffusions first. */
export function placeOf({ standing: { state }, content }: HeldNotice, isSupervised: boolean): Place<NoticeLifeWords> {
  const { words, doubt, approvals, suspension, review, pending, isOnHold } = content
  const suspended = { OWNER: 'SUSPENDED_BY_OWNER', REVIEWER: 'SUSPENDED_BY_REVIEWER', RECIPIENT: null, HUB: null } as const
  const by = suspension === null ? null : suspended[suspension.by]
  const isSentFirst = words.form === 'DIFFUSION' && !isSupervised
  const facts = [
    doubt && approvals.length === 0 ? ('DOUBTED' as const) : ('CLEARED' as const),
    isSentFirst ? ('SENT_FIRST' as const) : ('REVIEWED_FIRST' as const),
    isOnHold ? ('HELD' as const) : ('NOT_HELD' as const),
    ...(state === 'PUBLISHED' && review === 'PENDING' ? (['UNCONFIRMED'] as const) : []),
    ...(pending === null ? [] : (['AMENDED'] as const)),
    ...(by === null ? [] : [by]),
  ]
  return { state, resumes: null, facts, hands: approvals }
}

/** One step of a notice. Pure. Throws ILLEGAL_TRANSITION when the machine has no such arrow for this party, BAD_USER_INPUT when the act lacks what it needs. */
export function advance(
  notice: HeldNotice,
  act: NoticeAct,
  words: ActWords,
  party: ActingParty<NoticeLifeWords>,
  now: number,
  isSupervised = false,
): { readonly notice: HeldNotice; readonly step: NoticeStep } {
  const actor = actorOf(party)
  const place = placeOf(notice, isSupervised)
  // What is asked of it between its owner and the Secretariat is no recipient's to know.
  const shown = party.side === 'RECIPIENT' ? { ...place, facts: [] } : place
  const { transition, state } = noticeLife.step(act, place, actor, shown)
  const message = writtenOrNull(words.message, 'message')
  if (transition.needs.includes('MESSAGE') && message === null) throw refused('message', 'say why, or what')
  const outcome = words.outcome ?? null
  if (transition.needs.includes('GROUND') && (outcome === null || !refusals.has(outcome)))
    throw refused('outcome', [...refusals].join(', '))
  const changed = contentAfter(
    notice,
    act,
    { ...words, message, outcome, bureau: party.bureau },
    actor,
    now,
    place.facts.includes('SENT_FIRST'),
  )
  const content = endedStates.has(state) && changed.ended === null ? { ...changed, ended: now, pending: null } : changed
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

function contentAfter(
  { content, standing }: HeldNotice,
  act: NoticeAct,
  words: ActWords & { readonly bureau: string | null },
  actor: Actor<NoticeLifeWords>,
  now: number,
  isSentFirst: boolean,
): NoticeContent {
  switch (act) {
    case 'AMEND': {
      if (words.words === undefined || words.words === null) throw refused('words', 'all that the notice says')
      if (words.words.form !== content.words.form) throw refused('form', 'the form that it has')
      // What is out says what was reviewed until the amendment is; a diffusion is reviewed again once it is out.
      if (standing.state !== 'PUBLISHED') return { ...content, words: words.words }
      return isSentFirst ? { ...content, words: words.words, review: 'PENDING' } : { ...content, pending: words.words }
    }
    case 'TAKE_AMENDMENT':
      return { ...content, words: content.pending ?? content.words, pending: null }
    case 'REFUSE_AMENDMENT':
      return { ...content, pending: null }
    case 'ADDRESS':
      return { ...content, words: { ...content.words, recipients: words.recipients ?? [] } }
    case 'CONFIRM':
      return { ...content, review: 'APPROVED' }
    case 'FLAG':
    case 'UNFLAG': {
      const others = content.flags.filter(({ bureau }) => bureau !== words.bureau)
      if (act === 'UNFLAG' && others.length === content.flags.length) throw refused('id', 'a notice that your bureau has flagged')
      const flag = { bureau: words.bureau ?? '', ground: words.message ?? '', at: now }
      return { ...content, flags: act === 'FLAG' ? [...others, flag] : others }
    }
    case 'HOLD':
      return { ...content, isOnHold: true }
    case 'RELEASE_HOLD':
      return { ...content, isOnHold: false }
    case 'PURGE':
      return purged(content)
    case 'SEND':
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

/** A tombstone: that there was a notice of this kind and number, and when. What it said is gone, and the key to what was said about it. */
function purged(content: NoticeContent): NoticeContent {
  const { kind, form } = content.words
  return {
    ...content,
    words: { ...noWords, kind, form },
    wordsKey: null,
    approvals: [],
    pending: null,
    flags: [],
    suspension: null,
  }
}

const noWords: NoticeWords = {
  kind: '',
  form: 'NOTICE',
  recipients: null,
  actionRequested: [],
  subject: null,
  requestingAuthority: null,
  warrants: [],
  offences: [],
  summary: null,
  eventDate: null,
  confidentiality: null,
  conditionsOfUse: [],
  assurances: { competentAuthority: false, extraditionSought: false },
}

/** What a recipient says of it is none of what it shows. */
function isOfRecipient(act: NoticeAct): boolean {
  return act === 'FLAG' || act === 'UNFLAG'
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
  return {
    ...standing,
    version: standing.version + 1,
    sent,
    due,
    updated: isOfRecipient(act) ? standing.updated : now,
    clock: clockOf(state, due, content),
  }
}

function dueAfter({ due, state }: NoticeStanding, act: NoticeAct, now: number): number | null {
  if (act === 'EXTEND' && due !== null) {
    const next = yearsLater(due, lifeYears)
    if (next > yearsLater(now, lifeYears + 1)) throw refused('id', 'it is extended in the last year of its life')
    return next
  }
  return due ?? (state === 'PUBLISHED' ? yearsLater(now, lifeYears) : null)
}

/** When the clock looks at a notice: once it has ended, to remove what it said; before at the next warning, at its end, or when the owner's suspension has lasted too long. */
export function clockOf(state: NoticeStanding['state'], due: number | null, content: NoticeContent): number | null {
  if (endedStates.has(state)) return content.isOnHold ? null : (content.ended ?? due ?? 0) + keptAfterEndMs
  if (due === null || (state !== 'PUBLISHED' && state !== 'SUSPENDED')) return null
  return Math.min(nextLook(due, content.told), endOfSuspension(content) ?? due)
}

/** When a suspension by the owner ends the notice; null while there is none. */
export function endOfSuspension({ suspension, suspendedMs }: NoticeContent): number | null {
  return suspension?.by === 'OWNER' ? suspension.since + longestSuspensionMs - suspendedMs : null
}
