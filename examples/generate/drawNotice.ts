import { type BureauCode, bureauCodes, tongueOf } from './bureauCodes.ts'
import { addDays } from './days.ts'
import { drawBody, drawObject, drawOffence, drawPlace, drawWarrant } from './drawCase.ts'
import type { Prng } from './prng.ts'
import { enteredOn } from './recordPerson.ts'
import { phrase } from './text/phrases.ts'
import type { Entered, TruthNotice, TruthPerson } from './truth.ts'

const kinds = { RED: 36, BLUE: 15, GREEN: 9, YELLOW: 14, BLACK: 5, ORANGE: 4, PURPLE: 4, SILVER: 5, UNSC_SPECIAL: 5, STOLEN_ART: 3 }
export type NoticeKind = keyof typeof kinds

/** Capacities in which a person can be the subject of a kind of notice. */
const subjects: Readonly<Partial<Record<NoticeKind, readonly string[]>>> = {
  RED: ['WANTED_FOR_PROSECUTION', 'CONVICTED', 'CHARGED'],
  BLUE: ['SUSPECT', 'PERSON_OF_INTEREST', 'WITNESS', 'ASSOCIATE'],
  GREEN: ['CONVICTED', 'POSSIBLE_THREAT'],
  YELLOW: ['MISSING'],
  SILVER: ['SUSPECT', 'CHARGED', 'WANTED_FOR_PROSECUTION'],
  UNSC_SPECIAL: ['SANCTIONED'],
}
const actions: Readonly<Record<NoticeKind, readonly string[]>> = {
  RED: ['LOCATE_AND_ARREST'],
  BLUE: ['COLLECT_INFORMATION', 'LOCATE'],
  GREEN: ['WARN'],
  YELLOW: ['LOCATE', 'IDENTIFY'],
  BLACK: ['IDENTIFY'],
  ORANGE: ['WARN'],
  PURPLE: ['WARN'],
  SILVER: ['TRACE_ASSETS'],
  UNSC_SPECIAL: ['SANCTIONS_NOTICE', 'PREVENT_TRAVEL'],
  STOLEN_ART: ['SEIZE_OBJECT'],
}
const states = {
  PUBLISHED: 76,
  SUSPENDED: 3,
  WITHDRAWN: 4,
  CANCELLED: 2,
  FULFILLED: 4,
  DRAFT: 2,
  SUBMITTED: 2,
  UNDER_REVIEW: 2,
  INFO_REQUESTED: 1,
  REFUSED: 2,
  PURGED: 1,
}
const unpublished = ['DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'INFO_REQUESTED', 'REFUSED']

/** What a notice is drawn for. */
export interface NoticeWish {
  readonly bureau: BureauCode
  readonly key: string
  readonly n: number
  readonly today: string
  /** The bureau's persons by status. */
  readonly byStatus: ReadonlyMap<string, readonly TruthPerson[]>
}

/** So many of a bureau's notices are the newest of all: one a day, the bureaus in turn, so that the newest page always has every bureau. */
const freshEach = 3
const freshDays = freshEach * bureauCodes.length

/** A notice. The first of every bureau are fresh Red Notices in force, about persons whom nothing protects. */
export function drawNotice(prng: Prng, wish: NoticeWish): TruthNotice {
  const { bureau, today } = wish
  const tongue = tongueOf[bureau]
  const fresh = wish.n < freshEach
  const kind = fresh ? 'RED' : prng.weighted<NoticeKind>(kinds)
  const issuedOn = addDays(today, -(fresh ? daysAgo(wish) : freshDays + 1 + Math.floor(prng.next() ** 1.5 * 6 * 365)))
  const expiresOn = addDays(issuedOn, 5 * 365 + 1)
  const state = fresh ? 'PUBLISHED' : expiresOn < today ? prng.weighted({ EXPIRED: 85, PURGED: 15 }) : prng.weighted(states)
  const subject = subjectOf(prng, kind, wish, fresh)
  const offences = ['YELLOW', 'BLACK', 'UNSC_SPECIAL'].includes(kind)
    ? []
    : Array.from({ length: prng.int(1, 2) }, () => drawOffence(prng, bureau, issuedOn))
  const place = drawPlace(prng, bureau)
  const diffusion = !fresh && prng.chance(0.18)
  const [first] = offences
  return {
    ...entered(prng, wish, issuedOn, fresh),
    kind,
    number: `${issuedOn.slice(0, 4)}/${prng.pattern('99999')}`,
    state,
    form: diffusion ? 'DIFFUSION' : 'NOTICE',
    actionRequested: actions[kind],
    subject,
    ...aboutThings(prng, kind, wish, issuedOn),
    entity: kind === 'UNSC_SPECIAL' && subject === null ? entityOf(prng, bureau) : null,
    requestingAuthority: phrase(prng, 'authority', tongue, { town: place.name }),
    warrants: kind === 'RED' && first !== undefined ? [drawWarrant(prng, bureau, issuedOn, first)] : [],
    offences,
    summary:
      first === undefined
        ? phrase(prng, 'missing', tongue, { place: place.name })
        : phrase(prng, 'summary', tongue, { place: place.name, year: first.from.slice(0, 4), charge: first.charge }),
    eventDate: prng.chance(0.7) ? (first?.from ?? addDays(issuedOn, -prng.int(1, 40))) : null,
    eventPlace: prng.chance(0.7) ? place : null,
    review: reviewOf(prng, state),
    recipients: diffusion
      ? prng.some(
          bureauCodes.filter((code) => code !== bureau),
          prng.int(1, 3),
        )
      : [],
    unReference: kind === 'UNSC_SPECIAL' ? prng.pattern('ZZi.999') : null,
    issuedOn,
    expiresOn,
  }
}

function daysAgo({ n, bureau }: NoticeWish): number {
  return 1 + n * bureauCodes.length + bureauCodes.indexOf(bureau)
}

function entered(prng: Prng, { key, today }: NoticeWish, issuedOn: string, fresh: boolean): Entered {
  const record = enteredOn(prng, key, addDays(issuedOn, -1), today)
  return fresh ? { ...record, confidentiality: 'FOR_OFFICIAL_USE_ONLY' } : record
}

function subjectOf(prng: Prng, kind: NoticeKind, { byStatus, today }: NoticeWish, fresh: boolean): string | null {
  const known = (subjects[kind] ?? []).flatMap((status) => byStatus.get(status) ?? [])
  const free = (person: TruthPerson) =>
    person.status === 'WANTED_FOR_PROSECUTION' &&
    person.protectedClasses.length === 0 &&
    person.excludedCountries.length === 0 &&
    person.expiresOn > addDays(today, 60) &&
    person.birthDate?.length === 10
  const candidates = fresh ? known.filter(free) : known
  if (candidates.length === 0 || (kind === 'UNSC_SPECIAL' && prng.chance(0.3))) return null
  return prng.pick(candidates).key
}

function aboutThings(
  prng: Prng,
  kind: NoticeKind,
  { bureau }: NoticeWish,
  day: string,
): Pick<TruthNotice, 'object' | 'body' | 'threat' | 'modusOperandi'> {
  const tongue = tongueOf[bureau]
  const objects: Readonly<Partial<Record<NoticeKind, readonly string[]>>> = {
    STOLEN_ART: ['ARTWORK'],
    SILVER: ['ASSET', 'VEHICLE', 'VESSEL'],
    ORANGE: ['FIREARM', 'DEVICE', 'SUBSTANCE'],
  }
  const sorts = objects[kind]
  return {
    object: sorts === undefined ? null : drawObject(prng, bureau, prng.pick(sorts)),
    body: kind === 'BLACK' ? drawBody(prng, bureau, day) : null,
    threat:
      kind === 'ORANGE'
        ? {
            kind: prng.pick(['EVENT', 'PERSON', 'OBJECT', 'PROCESS']),
            imminence: phrase(prng, 'imminence', tongue),
            advice: phrase(prng, 'advice', tongue),
          }
        : null,
    modusOperandi:
      kind === 'PURPLE'
        ? {
            family: prng.pick(['FRAUD', 'THEFT', 'DRUGS']),
            description: phrase(prng, 'modus', tongue),
            tools: [phrase(prng, 'tools', tongue)],
            concealment: phrase(prng, 'concealment', tongue),
          }
        : null,
  }
}

function entityOf(prng: Prng, bureau: BureauCode): TruthNotice['entity'] {
  const name = `${prng.pick(['Velmar', 'Ostrin', 'Kadran', 'Pelgo', 'Sumbra'])} ${prng.pick(['Cargo', 'Lines', 'Trading', 'Holdings'])} ${prng.int(2, 99)}`
  return { name, country: prng.pick(bureauCodes), activity: phrase(prng, 'activity', tongueOf[bureau]) }
}

function reviewOf(prng: Prng, state: string): string {
  if (state === 'REFUSED') return prng.pick(['REFUSED_ART2', 'REFUSED_ART3', 'REFUSED_RPD', 'REFUSED_OTHER'])
  if (state === 'INFO_REQUESTED') return 'MORE_INFORMATION'
  return unpublished.includes(state) ? 'PENDING' : 'APPROVED'
}
