import type { NativeScalar } from '../connector.ts'
import type { ColumnKind } from './column.ts'

/**
 * A value brought to the type of a column. `text`: it is no value of that type but has a place among the texts of its values, as `1985-03` among dates.
 * `never`: no value of the type equals it or compares to it.
 */
export type Literal =
  | {
      readonly mode: 'typed'
      readonly text: string
      /** A whole number of at most 18 digits. */
      readonly integer: boolean
      /** False: finer than the system can hold, and cut; nothing equals it, and bounds have to include it. */
      readonly whole: boolean
    }
  | { readonly mode: 'text'; readonly text: string }
  | { readonly mode: 'never' }

const never: Literal = { mode: 'never' }

/** Brings a value to a kind. Pure text work: nothing here can make a database raise an error. */
export function literal(kind: ColumnKind, value: Exclude<NativeScalar, null>): Literal {
  switch (kind) {
    case 'integer':
    case 'bigint':
    case 'decimal':
    case 'float':
      return numeral(typeof value === 'boolean' ? Number(value) : value)
    case 'boolean':
      return truth(value)
    case 'date':
      return moment(String(value), /^\d{4}-\d\d-\d\d$/, String(value))
    case 'timestamp':
      return wallClock(String(value))
    case 'instant':
      return instant(String(value))
    case 'uuid':
      return uuid(String(value))
    default:
      return { mode: 'typed', text: String(value), integer: false, whole: true }
  }
}

/** A number's text in plain or scientific notation; longer or larger ones than any system holds are none. */
export function numeral(value: string | number): Literal {
  const text = String(value).trim()
  if (!/^[+-]?(\d{1,60}(\.\d{0,40})?|\.\d{1,40})([eE][+-]?\d{1,3})?$/.test(text)) return never
  const number = Number(text)
  // A double holds neither: the first is above all that are stored, the second beside zero.
  if (!Number.isFinite(number)) return never
  if (number === 0 && /[1-9]/.test(text.split(/e/i)[0] ?? '')) return { mode: 'typed', text: '0', integer: true, whole: false }
  return { mode: 'typed', text: text.replace(/^\+/, ''), integer: /^[+-]?\d{1,18}$/.test(text), whole: true }
}

function truth(value: string | number | boolean): Literal {
  const text = String(value).toLowerCase()
  if (['true', 't', '1', 'yes', 'y', 'on'].includes(text)) return { mode: 'typed', text: 'true', integer: false, whole: true }
  if (['false', 'f', '0', 'no', 'n', 'off'].includes(text)) return { mode: 'typed', text: 'false', integer: false, whole: true }
  return never
}

const dateTime = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d{1,9})?)?$/

function wallClock(text: string): Literal {
  const bare = text.replace('T', ' ').replace(/(Z|[+-]00(:?00)?)$/, '')
  if (/^\d{4}-\d\d-\d\d$/.test(bare)) return moment(bare, /./, `${bare} 00:00:00`)
  const [, kept = bare, cut = ''] = /^(.*\.\d{6})(\d+)$/.exec(bare) ?? []
  const result = moment(bare, dateTime, kept)
  return result.mode === 'typed' ? { ...result, whole: !/[1-9]/.test(cut) } : result
}

/** UTC where no offset is given. The typed text is UTC without its `Z`. */
function instant(text: string): Literal {
  const [, local, offset] = /^(.*?[ T]\d\d:\d\d.*?)(Z|[+-]\d\d(?::?\d\d)?)?$/.exec(text) ?? [undefined, text, undefined]
  const bare = wallClock(local ?? text)
  if (bare.mode !== 'typed' || offset === undefined || offset === 'Z') return bare
  const [whole = '', fraction = ''] = bare.text.split('.')
  const shifted = Date.parse(
    `${whole.replace(' ', 'T')}${whole.length === 16 ? ':00' : ''}${offset.length === 3 ? `${offset}:00` : offset}`,
  )
  if (Number.isNaN(shifted)) return { mode: 'text', text }
  const utc = new Date(shifted).toISOString().slice(0, 19).replace('T', ' ')
  return { ...bare, text: fraction === '' ? utc : `${utc}.${fraction}` }
}

function moment(text: string, shape: RegExp, typed: string): Literal {
  return shape.test(text) && isReal(text) ? { mode: 'typed', text: typed, integer: false, whole: true } : { mode: 'text', text }
}

/** Whether the day exists and the time of day does. */
function isReal(text: string): boolean {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text.split(/[- :.]/).map(Number)
  const date = new Date(Date.UTC(2000, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
}

function uuid(text: string): Literal {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text))
    return { mode: 'typed', text: text.toLowerCase(), integer: false, whole: true }
  return { mode: 'text', text }
}
