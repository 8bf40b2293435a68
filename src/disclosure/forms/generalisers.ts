import type { FieldType } from '../../model/catalogue.ts'
import { copyText, type Show, showObject } from './copyValue.ts'

/** Coarser forms of a member of this field, by name, the default first. */
export function generalisersOf(field: FieldType): ReadonlyMap<string, Show> {
  if (field.kind === 'partialDate') {
    return new Map<string, Show>([
      ['year', (value) => coarser(value, yearOf)],
      ['decade', (value) => coarser(value, decadeOf)],
    ])
  }
  if (field.kind === 'object') return placeForms(field)
  return new Map()
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

function decadeOf(text: string): string | null {
  const decade = /^(\d{3})(?:X|\d(?:-\d{2}){0,2})~?$/.exec(text)?.[1]
  return decade === undefined ? null : `${decade}X`
}
