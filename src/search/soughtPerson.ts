import { ComityError } from '../model/errors.ts'
import { isPartialDate } from '../model/partialDate.ts'
import { checkName } from '../names/cleanName.ts'
import { documentNumber, readZoneNumber } from '../names/documentNumber.ts'
import { readName } from '../names/readName.ts'
import type { Sketch } from '../names/scoreCandidate.ts'
import { type LookupKeys, lookupKeys } from '../names/searchKeys.ts'
import type { Description } from './description.ts'

/** A document as it is searched for. */
export interface SoughtDocument {
  readonly number: string
  readonly issuingCountry?: string | null
  /** The number was read from a machine readable zone, check digit and all. */
  readonly fromZone?: boolean
}

/** The argument of a search: what is known of somebody (`PersonSearchInput` in the schema). */
export interface PersonSearchInput {
  readonly names?: readonly string[] | null
  /** A `PartialDate`. */
  readonly birthDate?: string | null
  readonly nationality?: string | null
  readonly sex?: string | null
  readonly documents?: readonly SoughtDocument[] | null
  readonly description?: Partial<Record<keyof Description, string | number | null>> | null
}

/** Somebody who is looked for. */
export interface SoughtPerson {
  readonly sketch: Sketch
  readonly description: Description
  readonly keys: LookupKeys
  /** Numbers as a bureau's system may hold them. */
  readonly numbers: readonly string[]
  /** What was said of them, by field: for the audit entry, which names no values. */
  readonly asked: readonly string[]
  /** All of it as one text: equal for equal searches. */
  readonly text: string
}

/** The type that is searched. */
export const subject = 'Person'

const mostNames = 5
const mostDocuments = 5
/** Signs that systems take for patterns. No name has them, and a name that seems to mean "anything" is a mistake to be told. */
const wildcards = /[*?%]/

/** Reads the argument of a search. Throws BAD_USER_INPUT for anything that names nobody, without repeating what was given. */
export function soughtPerson(input: PersonSearchInput): SoughtPerson {
  const { birthDate = null, nationality = null, sex = null, description } = input
  const names = (input.names ?? []).map((text, at) => nameIn(text, `names.${at}`))
  const documents = (input.documents ?? []).map((one, at) => documentIn(one, `documents.${at}`))
  if (names.length > mostNames) throw refused(`names: at most ${mostNames}`)
  if (documents.length > mostDocuments) throw refused(`documents: at most ${mostDocuments}`)
  if (names.length === 0 && documents.length === 0) throw refused('a search needs a name or a document: anything less would find everybody')
  if (birthDate !== null && !isPartialDate(birthDate)) throw refused('birthDate: there is no such day')
  const sketch: Sketch = {
    names,
    birthDates: birthDate === null ? [] : [birthDate],
    nationalities: nationality === null ? [] : [nationality],
    sex,
    documents: documents.map(({ number, country }) => ({ number, country })),
  }
  const keys = lookupKeys(sketch)
  if (names.length > 0 && keys.names.length === 0 && documents.length === 0)
    throw refused('names: a name needs a word of two letters, not initials alone')
  const sought = descriptionIn(description ?? {})
  const numbers = documents.flatMap(({ spellings }) => spellings)
  return soughtOf(sketch, sought, keys, numbers)
}

/** Somebody who is known by a sketch. */
export function soughtOf(sketch: Sketch, description: Description, keys: LookupKeys, numbers: readonly string[]): SoughtPerson {
  const { names, birthDates, nationalities, sex, documents } = sketch
  const said: Readonly<Record<string, boolean>> = {
    names: names.length > 0,
    birthDate: birthDates.length > 0,
    nationality: nationalities.length > 0,
    sex: sex !== null,
    documents: documents.length > 0,
    description: Object.values(description).some((value) => value !== null && String(value) !== ''),
  }
  const text = JSON.stringify([names.map(({ clean }) => clean), birthDates, nationalities, sex, documents, description])
  return { sketch, description, keys, numbers: [...new Set(numbers)], asked: Object.keys(said).filter((field) => said[field]), text }
}

function nameIn(text: string, place: string) {
  if (wildcards.test(text)) throw refused(`${place}: names are compared by how they sound, and know no wildcards`)
  try {
    return readName(checkName(text))
  } catch (error) {
    throw error instanceof ComityError ? refused(`${place}: ${reasonOf(error)}`) : error
  }
}

/** What `checkName` says, without the table's words around it. */
function reasonOf({ message }: ComityError): string {
  return /: (.*)\.$/.exec(message)?.[1] ?? 'is no name'
}

function documentIn({ number: text, issuingCountry = null, fromZone = false }: SoughtDocument, place: string) {
  if (text.length > 80) throw refused(`${place}.number: at most 80 signs`)
  // Nobody prints a filler anywhere else.
  const isZone = fromZone || text.includes('<')
  const zone = isZone ? readZoneNumber(text) : null
  if (isZone && zone === null) throw refused(`${place}.number: from a zone it has nine places, filled up with "<", and a check digit`)
  if (zone?.checked === false) throw refused(`${place}.number: the check digit does not belong to the number`)
  const number = zone?.number ?? documentNumber(text)
  if (number.length < 4) throw refused(`${place}.number: at least four letters and digits`)
  const printed = text.normalize('NFC').trim()
  return { number, country: issuingCountry, spellings: isZone ? [number] : [printed, number] }
}

function descriptionIn(given: NonNullable<PersonSearchInput['description']>): Description {
  const heightCm = lengthIn(given.heightCm, 'heightCm', 30, 250)
  const weightKg = lengthIn(given.weightKg, 'weightKg', 1, 400)
  return { heightCm, weightKg, eyes: codeIn(given.eyes), hair: codeIn(given.hair) }
}

function lengthIn(value: unknown, field: string, least: number, most: number): number | null {
  if (typeof value !== 'number') return null
  if (value < least || value > most) throw refused(`description.${field}: from ${least} to ${most}`)
  return value
}

function codeIn(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : []
}

function refused(reason: string): ComityError {
  return new ComityError('BAD_USER_INPUT', { reason: `input: ${reason}` })
}
