import { type ActingParty, actorOf } from '../lives/life.ts'
import type { OperationAct, PartyRole } from '../model/jointOperation.ts'
import { refused, writtenOrNull } from '../records/held/wording.ts'
import type { Embargo, HeldOperation, Member, OperationContent, OperationStep, OperationTerms, Party, Target } from './heldOperation.ts'
import { type OperationLifeWords, operationLife, over } from './machine.ts'
import { acceptedIn, clockOf, endOf, isOpen, joinedIn, partyAt, placeOf, termsToSign } from './standing.ts'
import { knowing } from './whoKnows.ts'

/** What somebody gives with an act; the machine says what an act needs. */
export interface ActWords {
  readonly message?: string | null
  /** Of AMEND. */
  readonly terms?: OperationTerms | null
  /** Of INVITE and EXCLUDE: the bureau that it is about. */
  readonly bureau?: string | null
  /** Of INVITE. Default: MEMBER. */
  readonly role?: PartyRole | null
  /** Of NAME; of RELEASE the person alone counts. */
  readonly member?: Omit<Member, 'bureau'> | null
  /** Of NOMINATE. */
  readonly target?: Pick<Target, 'key' | 'person' | 'marks'> | null
  /** Of EMBARGO. */
  readonly embargo?: Omit<Embargo, 'bureau'> | null
  /** Of REVEAL, DROP and LIFT: the key of the target or embargo. */
  readonly key?: string | null
}

const mostParties = 196
const mostMembers = 1000
const mostTargets = 1000
const mostEmbargoes = 200

type Acting = ActingParty<OperationLifeWords>

/**
 * One step of an operation. Pure. Throws ILLEGAL_TRANSITION when there is no such arrow for this party, BAD_USER_INPUT when the act lacks what it needs or does not fit what is there.
 */
export function advance(
  operation: HeldOperation,
  act: OperationAct,
  words: ActWords,
  by: Acting,
  now: number,
): { readonly operation: HeldOperation; readonly step: OperationStep } {
  const { transition, state } = operationLife.step(act, placeOf(operation, by.bureau), actorOf(by))
  const message = writtenOrNull(words.message, 'message')
  if (transition.needs.includes('MESSAGE') && message === null) throw refused('message', 'say why, or what')
  const { content: before, standing } = operation
  const changed = contentAfter(operation, act, { ...words, message }, by, now)
  const resumes = state === 'SUSPENDED' ? standing.state : null
  const content: OperationContent = { ...changed, resumes, ...(over.has(state) ? ended(changed) : {}) }
  const next = {
    ...standing,
    state,
    version: standing.version + 1,
    sent: standing.sent ?? (state === 'AGREED' ? now : null),
    due: endOf(content.terms),
    clock: null,
  }
  const about = act === 'INVITE' || act === 'EXCLUDE' ? (words.bureau ?? null) : null
  const step: OperationStep = {
    number: next.version,
    at: now,
    act,
    side: by.side,
    bureau: by.bureau,
    person: by.person,
    state,
    message,
    about,
    known: knowing(act, by.bureau, about, before, content),
  }
  return { operation: { standing: { ...next, clock: clockOf({ standing: next, content }) }, content }, step }
}

/** What an operation that is over keeps of what was for its duration: whom it targeted, and nothing that would tell of others who are after them. */
function ended({ targets }: OperationContent): Partial<OperationContent> {
  return { members: [], embargoes: [], pending: null, targets: targets.map((one) => ({ ...one, marks: [] })) }
}

function contentAfter(operation: HeldOperation, act: OperationAct, words: ActWords, by: Acting, now: number): OperationContent {
  const { content, standing } = operation
  const own = by.bureau ?? ''
  switch (act) {
    case 'AMEND': {
      const terms = given(words.terms, 'terms', 'what is to be agreed on')
      const isAgreed = standing.sent !== null
      return { ...content, ...(isAgreed ? { pending: terms } : { terms }), edition: content.edition + 1 }
    }
    case 'INVITE':
      return invited(content, given(words.bureau, 'bureau', 'another member'), words.role ?? 'MEMBER', now)
    case 'EXCLUDE':
      return excluded(operation, given(words.bureau, 'bureau', 'one that was invited'))
    case 'ACCEPT':
      return { ...withParty(content, own, { accepted: now }), edition: content.edition + 1 }
    case 'DECLINE':
    case 'LEAVE':
      return without(operation, own)
    case 'SIGN':
      return signed(content, own, now)
    case 'NAME':
      return named(content, { ...given(words.member, 'member', 'whom, and for which days'), bureau: own })
    case 'RELEASE': {
      const person = given(words.member, 'member', 'whom').person
      const members = content.members.filter((one) => one.bureau !== own || one.person !== person)
      if (members.length === content.members.length) throw refused('person', 'somebody of yours whom you have named')
      return { ...content, members }
    }
    case 'ACTIVATE':
      if (now < Date.parse(`${content.terms.startsOn}T00:00:00Z`)) throw refused('act', `it begins on ${content.terms.startsOn}`)
      return content
    case 'NOMINATE':
      return nominated(content, own, given(words.target, 'person', 'a person of your own'), now)
    case 'REVEAL':
    case 'DROP':
      return targetsAfter(content, act, own, given(words.key, 'target', 'the key of a target of yours'))
    case 'EMBARGO':
      return embargoed(operation, { ...given(words.embargo, 'record', 'a record of your own'), bureau: own }, now)
    case 'LIFT':
      return lifted(content, by, words.key ?? '', now)
    case 'REPORT':
      return withParty(content, own, { results: words.message ?? null })
    default:
      return content
  }
}

function given<T>(value: T | null | undefined, name: string, wanted: string): T {
  if (value === null || value === undefined) throw refused(name, wanted)
  return value
}

function withParty(content: OperationContent, bureau: string, change: Partial<Party>): OperationContent {
  return { ...content, parties: content.parties.map((one) => (one.bureau === bureau ? { ...one, ...change } : one)) }
}

function invited(content: OperationContent, bureau: string, role: PartyRole, now: number): OperationContent {
  if (partyAt(content, bureau) !== null) throw refused('bureau', 'one that was not invited yet')
  if (content.parties.length >= mostParties) throw refused('bureau', `at most ${mostParties} parties`)
  if (role === 'LEAD') throw refused('role', 'there is one lead')
  const party: Party = { bureau, role, invited: now, accepted: null, joined: null, signed: null, results: null }
  return { ...content, parties: [...content.parties, party] }
}

function excluded(operation: HeldOperation, bureau: string): OperationContent {
  if (bureau === operation.standing.owner || partyAt(operation.content, bureau) === null)
    throw refused('bureau', 'one that was invited, or takes part')
  return without(operation, bureau)
}

/** An operation without a bureau: with it go its officers, its targets and its embargoes. What is being signed has to be signed anew. */
function without(operation: HeldOperation, bureau: string): OperationContent {
  const { content } = operation
  const others = <T extends { readonly bureau: string }>(all: readonly T[]) => all.filter((one) => one.bureau !== bureau)
  const isAnother = partyAt(content, bureau)?.accepted !== null && isOpen(operation)
  return {
    ...content,
    edition: content.edition + (isAnother ? 1 : 0),
    parties: others(content.parties),
    members: others(content.members),
    targets: others(content.targets),
    embargoes: others(content.embargoes),
  }
}

/** The last signature puts the terms in force, and makes parties of all who signed them. */
function signed(content: OperationContent, bureau: string, now: number): OperationContent {
  const next = withParty(content, bureau, { signed: content.edition })
  if (acceptedIn(next).some((one) => one.signed !== content.edition)) return next
  const parties = next.parties.map((one) => (one.accepted === null ? one : { ...one, joined: one.joined ?? now }))
  return { ...next, parties, terms: termsToSign(next), pending: null }
}

function named(content: OperationContent, member: Member): OperationContent {
  if (partyAt(content, member.bureau)?.joined === null) throw refused('act', 'first all have to sign that you take part')
  const others = content.members.filter(({ bureau, person }) => bureau !== member.bureau || person !== member.person)
  if (others.length >= mostMembers) throw refused('person', `at most ${mostMembers} members`)
  return { ...content, members: [...others, member] }
}

function nominated(
  content: OperationContent,
  bureau: string,
  target: Pick<Target, 'key' | 'person' | 'marks'>,
  now: number,
): OperationContent {
  if (partyAt(content, bureau)?.joined === null) throw refused('act', 'first all have to sign that you take part')
  if (content.targets.length >= mostTargets) throw refused('person', `at most ${mostTargets} targets`)
  const { person } = target
  if (content.targets.some((one) => one.bureau === bureau && one.person.key === person.key && one.person.bureau === person.bureau))
    throw refused('person', 'somebody whom you have not nominated yet')
  return { ...content, targets: [...content.targets, { ...target, bureau, at: now, revealed: false }] }
}

function targetsAfter(content: OperationContent, act: 'REVEAL' | 'DROP', bureau: string, key: string): OperationContent {
  const own = content.targets.find((one) => one.bureau === bureau && one.key === key)
  if (own === undefined || (act === 'REVEAL' && own.revealed)) throw refused('target', 'the key of a target of yours')
  const rest = content.targets.filter((one) => one !== own)
  return { ...content, targets: act === 'DROP' ? rest : [...rest, { ...own, revealed: true }] }
}

function embargoed({ content }: HeldOperation, embargo: Embargo, now: number): OperationContent {
  const { bureau, record, until } = embargo
  if (partyAt(content, bureau)?.joined === null) throw refused('act', 'first all have to sign that you take part')
  if (until <= now || until > endOf(content.terms)) throw refused('until', 'an instant to come, within the days of the operation')
  if (embargo.from.length === 0 || embargo.from.includes(bureau)) throw refused('bureaus', 'other members')
  if (content.embargoes.length >= mostEmbargoes) throw refused('record', `at most ${mostEmbargoes} embargoes`)
  const others = content.embargoes.filter((one) => one.record.key !== record.key || one.record.bureau !== record.bureau)
  return { ...content, embargoes: [...others, embargo] }
}

/** A party lifts one of its own; the clock all whose time is over. */
function lifted(content: OperationContent, { side, bureau }: Acting, key: string, now: number): OperationContent {
  const embargoes = content.embargoes.filter((one) => (side === 'HUB' ? one.until > now : one.bureau !== bureau || one.key !== key))
  if (embargoes.length === content.embargoes.length) throw refused('embargo', 'the key of an embargo of yours')
  return { ...content, embargoes }
}

/** Codes of the bureaus that take part, as the record shows them. */
export function participantsOf(content: OperationContent): readonly string[] {
  return joinedIn(content).map(({ bureau }) => bureau)
}
