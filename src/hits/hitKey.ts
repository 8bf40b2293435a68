import { ComityError } from '../model/errors.ts'
import type { ExactKey, KeyTerm } from '../model/exactKey.ts'
import { isDay } from '../model/partialDate.ts'
import { cleanName } from '../names/cleanName.ts'
import { documentNumber as comparedNumber } from '../names/documentNumber.ts'

/** What a caller knows of a document: enough to hold it in one's hand. */
export interface DocumentKey {
  readonly number: string
  readonly issuingCountry: string
}

/** What a caller knows of a person: the whole name, the whole birth date, and one thing more. */
export interface PersonKey {
  readonly familyName: string
  readonly givenNames: string
  /** `YYYY-MM-DD`. */
  readonly birthDate: string
  readonly nationality?: string | null
  readonly sex?: string | null
  readonly birthCountry?: string | null
}

/** The argument of a hit check: exactly one of the two. */
export interface HitCheckInput {
  readonly document?: DocumentKey | null
  readonly person?: PersonKey | null
}

/** Which of the two keys was used, for the record of the check. */
export type HitKeyKind = 'DOCUMENT' | 'PERSON'

/** A key ready to be asked. */
export interface HitKey {
  readonly kind: HitKeyKind
  readonly key: ExactKey
}

/** The type that hit checks are about. */
const subject = 'Person'
/** Letters, digits and what stands between them in print. Signs that systems take for patterns are none of them. */
const documentNumber = /^[\p{L}\p{N}][\p{L}\p{N} ./-]{2,38}[\p{L}\p{N}]$/u
const name = /^[\p{L}\p{M}][\p{L}\p{M}\p{Zs}'’.·-]{0,99}$/u

/** Reads the argument of a hit check. Throws BAD_USER_INPUT for anything less than a whole key. */
export function readHitKey({ document, person }: HitCheckInput): HitKey {
  if (document && person) throw refused('takes one key: a document or a person')
  if (document) return { kind: 'DOCUMENT', key: { type: subject, terms: documentTerms(document) } }
  if (person) return { kind: 'PERSON', key: { type: subject, terms: personTerms(person) } }
  throw refused('takes one key: a document or a person')
}

function documentTerms({ number, issuingCountry }: DocumentKey): readonly KeyTerm[] {
  const printed = readText(number)
  if (!documentNumber.test(printed)) throw refused('document.number: 4 to 40 letters and digits, with blanks or dashes between them')
  const terms: readonly KeyTerm[] = [
    { kind: 'oneOf', field: 'number', values: spellings(printed) },
    { kind: 'oneOf', field: 'issuingCountry', values: [issuingCountry] },
  ]
  return [{ kind: 'some', field: 'documents', terms }]
}

/** A text as a search reads it. One with a line break in it is two, and none of them: it stays to be refused. */
function readText(text: string): string {
  return /\p{Cc}/u.test(text) ? text : cleanName(text)
}

/**
 * A number as it was read and as a search compares it: no blanks, dashes and the like, digits of any script as 0 to 9, letters large. Spellings are made of what is asked, not of what is stored, so that the bureau's own system can look them
 * up in an index; a bureau that stores blanks strips them in its mapping.
 */
function spellings(printed: string): readonly string[] {
  const bare = printed.replace(/[\s./-]/gu, '').toUpperCase()
  const compared = comparedNumber(printed)
  // What is compared has no letters but Latin ones: a number that loses some is another number.
  return [...new Set([printed, bare, ...([...bare].length === compared.length ? [compared] : [])])]
}

function personTerms({ birthDate, nationality, sex, birthCountry, ...names }: PersonKey): readonly KeyTerm[] {
  const [familyName, givenNames] = [readText(names.familyName), readText(names.givenNames)]
  if (!name.test(familyName) || !name.test(givenNames))
    throw refused('person: familyName and givenNames are whole names, without wildcards')
  if (!isDay(birthDate)) throw refused('person.birthDate: a whole day')
  // "Unknown" identifies nobody.
  const more: readonly (KeyTerm | null)[] = [
    nationality ? { kind: 'some', field: 'nationalities', terms: [{ kind: 'oneOf', field: 'country', values: [nationality] }] } : null,
    sex && sex !== 'U' ? { kind: 'oneOf', field: 'sex', values: [sex] } : null,
    birthCountry ? { kind: 'some', field: 'birthPlace', terms: [{ kind: 'oneOf', field: 'country', values: [birthCountry] }] } : null,
  ]
  const given = more.filter((term) => term !== null)
  if (given.length === 0) throw refused('person: a name and a birth date need one thing more: nationality, sex or birthCountry')
  return [{ kind: 'day', field: 'birthDate', day: birthDate }, ...given, nameTerm(familyName, givenNames)]
}

/** Both parts of one name, or the same name written as a whole. */
function nameTerm(family: string, given: string): KeyTerm {
  const whole = [`${given} ${family}`, `${family} ${given}`, `${family}, ${given}`]
  const inParts: KeyTerm = {
    kind: 'some',
    field: 'names',
    terms: [
      { kind: 'reads', field: 'family', text: family },
      { kind: 'reads', field: 'given', text: given },
    ],
  }
  const asOne = whole.map((text): KeyTerm => ({ kind: 'some', field: 'names', terms: [{ kind: 'reads', field: 'full', text }] }))
  return { kind: 'any', alternatives: [inParts, ...asOne] }
}

function refused(reason: string): ComityError {
  return new ComityError('BAD_USER_INPUT', { reason: `input: ${reason}` })
}
