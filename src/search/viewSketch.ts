import { levelOf } from '../disclosure/policy.ts'
import type { CanonicalValue, ViewRecord } from '../model/record.ts'
import { readName } from '../names/readName.ts'
import type { Sketch } from '../names/scoreCandidate.ts'
import { type Description, noDescription } from './description.ts'

/** Fields of a record that a score can rest on. */
export const scoredFields: readonly string[] = ['names', 'birthDate', 'nationalities', 'sex', 'documents', 'description']

/** Most names and documents of one record that are compared: a record with hundreds must not cost an answer. */
const most = 20

/** A sketch whose names have still to be read: that is most of the work. */
export type Outline = Omit<Sketch, 'names'>

/** The names that one caller sees of a record, ready to be compared. */
export function namesOf(view: ViewRecord): Sketch['names'] {
  return members(shown(view, 'names')).slice(0, most).flatMap(namesIn).map(readName)
}

/** What one caller sees of a record, ready to be compared. */
export function sketchOf(view: ViewRecord): Sketch {
  return { names: namesOf(view), ...outlineOf(view) }
}

/**
 * What one caller sees of a record besides names. A masked value is none: its signs stand for others. A coarser one is compared as what it shows.
 * INVARIANT: made of the view and of nothing else.
 */
export function outlineOf(view: ViewRecord): Outline {
  const birthDate = shown(view, 'birthDate')
  const sex = shown(view, 'sex')
  return {
    birthDates: typeof birthDate === 'string' ? [birthDate] : [],
    nationalities: members(shown(view, 'nationalities')).flatMap((one) => textIn(one, 'country') ?? []),
    sex: typeof sex === 'string' ? sex : null,
    documents: members(shown(view, 'documents'))
      .slice(0, most)
      .flatMap((one) => {
        const number = textIn(one, 'number')
        return number === null ? [] : [{ number, country: textIn(one, 'issuingCountry') }]
      }),
  }
}

/** What one caller sees of how somebody looks. */
export function descriptionOf(view: ViewRecord): Description {
  const found = shown(view, 'description')
  if (!isObject(found)) return noDescription
  const number = (field: string) => (typeof found[field] === 'number' ? found[field] : null)
  const codes = (field: string) => members(found[field] ?? null).filter((one) => typeof one === 'string')
  return { heightCm: number('heightCm'), weightKg: number('weightKg'), eyes: codes('eyes'), hair: codes('hair') }
}

/** A name as it was recorded: whole, or put together from its parts, and in its own script. */
function namesIn(name: CanonicalValue): readonly string[] {
  const parts = ['given', 'patronymic', 'family'].flatMap((part) => textIn(name, part) ?? []).join(' ')
  const full = textIn(name, 'full')
  const original = textIn(name, 'originalScript')
  return [...new Set([full ?? parts, original ?? ''])].filter((text) => text !== '')
}

function shown(view: ViewRecord, field: string): CanonicalValue {
  return levelOf(view, field) === 'masked' ? null : (view.values[field] ?? null)
}

function members(value: CanonicalValue): readonly CanonicalValue[] {
  return Array.isArray(value) ? value : value === null ? [] : [value]
}

function textIn(value: CanonicalValue, field: string): string | null {
  const text = isObject(value) ? value[field] : null
  return typeof text === 'string' && text !== '' ? text : null
}

function isObject(value: CanonicalValue): value is { readonly [field: string]: CanonicalValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
