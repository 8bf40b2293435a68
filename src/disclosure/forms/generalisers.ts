import type { FieldType } from '../../model/catalogue.ts'
import type { Enums } from '../decide/readRecord.ts'
import { copyOf, copyText, type Show, showObject } from './copyValue.ts'

/** Coarser forms of a member of this field, by name, the default first. */
export function generalisersOf(field: FieldType, enums: Enums): ReadonlyMap<string, Show> {
  if (field.kind === 'partialDate') {
    return new Map<string, Show>([
      ['year', (value) => coarser(value, yearOf)],
      ['decade', (value) => coarser(value, decadeOf)],
      ['ageBand', ageBand],
    ])
  }
  if (field.band !== undefined) return new Map([['band', bandOf(field.band)]])
  if (field.kind === 'object') return new Map([...placeForms(field), ...coarseForms(field, enums), ...bandForms(field, enums)])
  return new Map()
}

/** An object is brought down to the part that the schema calls coarse: an offence to its family. */
function coarseForms(field: FieldType, enums: Enums): ReadonlyMap<string, Show> {
  const parts = [...(field.fields?.values() ?? [])].filter((part) => part.coarse)
  return new Map(parts.map((part) => [part.name, showObject(new Map([[part.name, copyOf(part, enums)]]))]))
}

/** An object with numbers in it is brought down to bands of them, and to its codes; texts and days are left out. */
function bandForms(field: FieldType, enums: Enums): ReadonlyMap<string, Show> {
  const parts = [...(field.fields?.values() ?? [])]
  if (!parts.some((part) => part.band !== undefined)) return new Map()
  const shows = parts.flatMap((part): readonly (readonly [string, Show])[] => {
    if (part.band !== undefined) return [[part.name, bandOf(part.band)]]
    return part.kind === 'enum' || part.kind === 'country' ? [[part.name, copyOf(part, enums)]] : []
  })
  return new Map([['bands', showObject(new Map(shows))]])
}

/** The lower end of the band that a number lies in. */
function bandOf(width: number): Show {
  return (value) => (typeof value === 'number' && Number.isFinite(value) ? Math.floor(value / width) * width : null)
}

/** Any value object with a country in it can be brought down to where it is. */
function placeForms(field: FieldType): ReadonlyMap<string, Show> {
  const country = field.fields?.get('country')
  if (country === undefined || country.kind !== 'country' || country.list) return new Map()
  const forms = new Map<string, Show>([['country', showObject(new Map([['country', copyText]]))]])
  const region = field.fields?.get('region')
  if (region?.kind === 'string' && !region.list) {
    forms.set(
      'region',
      showObject(
        new Map([
          ['region', copyText],
          ['country', copyText],
        ]),
      ),
    )
  }
  return forms
}

/** An interval becomes the interval of its coarser ends, or one value when they coincide. A form nobody foresaw is not shown. */
function coarser(value: unknown, end: (text: string) => string | null): string | null {
  if (typeof value !== 'string') return null
  const ends = value.split('/').map(end)
  const [first, last] = ends
  if (first === undefined || first === null || last === null || ends.length > 2) return null
  return last === undefined || last === first ? first : `${first}/${last}`
}

function yearOf(text: string): string | null {
  const year = /^(\d{4})(?:-\d{2}){0,2}(~?)$/.exec(text)
  if (year !== null) return `${year[1] ?? ''}${year[2] ?? ''}`
  return /^\d{3}X~?$/.test(text) ? text : null
}

/**
 * Five calendar years of birth: `1985/1989`. They are the same years for ever: a band by age would tell the birthday to whoever watches on
 * which day it changes.
 */
function ageBand(value: unknown): string | null {
  const shown = coarser(value, yearOf)
  const ends = shown?.split('/').map(fiveYears) ?? []
  const first = ends[0]?.[0]
  const last = ends.at(-1)?.[1]
  return first === undefined || last === undefined ? null : `${first}/${last}`
}

function fiveYears(text: string): readonly [first: string, last: string] | readonly [] {
  const found = /^(?:(\d{3})X|(\d{4}))~?$/.exec(text)
  if (found === null) return []
  if (found[1] !== undefined) return [`${found[1]}0`, `${found[1]}9`]
  const year = Number(found[2])
  const first = year - (year % 5)
  return [String(Math.max(first, 1)).padStart(4, '0'), String(first + 4).padStart(4, '0')]
}

function decadeOf(text: string): string | null {
  const decade = /^(\d{3})(?:X|\d(?:-\d{2}){0,2})~?$/.exec(text)?.[1]
  return decade === undefined ? null : `${decade}X`
}
