import { isDay } from '../model/partialDate.ts'
import { refused, shortText, written, writtenOrNull } from '../records/held/wording.ts'
import type { Member, OperationTerms } from './heldOperation.ts'

/** What an officer writes, as it comes through the door. */
export interface TermsInput {
  readonly kind: string
  readonly purpose: string
  readonly legalBasis?: string | null
  readonly startsOn: string
  readonly endsOn: string
  readonly offenceFamilies?: readonly string[] | null
  readonly evidenceRule?: string | null
}

/** An officer who is named, as they come through the door. */
export interface MemberInput {
  readonly person: string
  readonly role: string
  readonly from?: string | null
  readonly to?: string | null
}

/** As in `DESERT-FOX`: rules name it, so that it has to read alike everywhere. */
const codename = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/
/** A joint team is set up for one or two years and may be extended; longer than this nobody knows what they sign. */
const longestDays = 5 * 366

/** A code name in good order. Throws BAD_USER_INPUT. */
export function checkedCodename(given: string): string {
  if (!codename.test(given) || given.length < 3 || given.length > 40)
    throw refused('codename', '3 to 40 signs: letters A to Z and digits, with hyphens between them')
  return given
}

/** Terms in good order. Throws BAD_USER_INPUT with the place of the first mistake. `today`: `YYYY-MM-DD`. */
export function operationTerms(input: TermsInput, today: string): OperationTerms {
  const { kind, startsOn, endsOn } = input
  if (!isDay(startsOn)) throw refused('terms.startsOn', 'a whole day')
  if (!isDay(endsOn) || endsOn < startsOn) throw refused('terms.endsOn', 'a whole day, not before the first')
  if (endsOn < today) throw refused('terms.endsOn', 'a day to come')
  if ((Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000 > longestDays) throw refused('terms.endsOn', 'within five years')
  return {
    kind,
    purpose: written(input.purpose, 'terms.purpose'),
    legalBasis: writtenOrNull(input.legalBasis, 'terms.legalBasis', shortText),
    startsOn,
    endsOn,
    offenceFamilies: [...new Set(input.offenceFamilies ?? [])],
    evidenceRule: writtenOrNull(input.evidenceRule, 'terms.evidenceRule'),
  }
}

/** A member in good order, for the days of the operation unless other ones are said. Throws BAD_USER_INPUT. */
export function operationMember({ person, role, from, to }: MemberInput, terms: OperationTerms): Omit<Member, 'bureau'> {
  const first = from ?? terms.startsOn
  const last = to ?? terms.endsOn
  if (!isDay(first) || !isDay(last) || last < first) throw refused('from', 'a whole day, not after the last')
  return { person: written(person, 'person', shortText), role: written(role, 'role', shortText), from: first, to: last }
}
