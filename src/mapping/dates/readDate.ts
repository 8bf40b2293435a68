import { isDay, isPartialDate } from '../../model/partialDate.ts'
import { Refusal, textOf } from '../fields/interpretation.ts'
import { type DateParts, type DatePattern, offsetMinutes } from './datePattern.ts'
import { fromLocal, instantText, toLocal } from './zonedTime.ts'

const noPattern = new Refusal('is not a date in any of the patterns')
const noInstant = new Refusal('is not an ISO 8601 date and time')
/** What most systems give, and what the hub itself writes. */
const canonicalInstant = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/
const isoInstant = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9})\d*)?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/

/** The parts of a text by the first pattern that it fits; null: it says that the date is unknown. */
export function readParts(raw: unknown, patterns: readonly DatePattern[]): DateParts | null | Refusal {
  const text = textOf(raw)
  if (text === null || text.length > 64) return noPattern
  for (const pattern of patterns) {
    const parts = pattern.parse(text)
    if (parts === 'unknown') return null
    if (parts !== null) return parts
  }
  return noPattern
}

/** A date as far as it is known: `1985-03`. */
export function partialText({ year, month, day }: DateParts): string {
  const known = [String(year).padStart(4, '0')]
  if (month !== null) known.push(String(month).padStart(2, '0'))
  if (month !== null && day !== null) known.push(String(day).padStart(2, '0'))
  return known.join('-')
}

/** Seconds or milliseconds since the epoch, as an instant. */
export function readEpoch(raw: unknown, unitMs: number): string | Refusal {
  const text = textOf(raw)
  if (text === null || !/^-?\d{1,17}(\.\d+)?$/.test(text)) return new Refusal('is not a number of seconds or milliseconds')
  const ms = Math.round(Number(text) * unitMs)
  const fraction = String(((ms % 1000) + 1000) % 1000).padStart(3, '0')
  return instantText(ms, fraction) ?? new Refusal('is outside the years 1 to 9999')
}

/** An instant by patterns, or by ISO 8601 when there are none. */
export function readInstant(raw: unknown, patterns: readonly DatePattern[] | null, zone: string): string | null | Refusal {
  if (patterns === null && typeof raw === 'string' && canonicalInstant.test(raw) && isDay(raw.slice(0, 10))) return raw
  const parts = patterns === null ? isoParts(raw) : readParts(raw, patterns)
  if (parts === null || parts instanceof Refusal) return parts
  if (parts.month === null || parts.day === null) return new Refusal('is known only in part, and the field is an instant')
  const time = [parts.hour, parts.minute, parts.second].map((part) => String(part).padStart(2, '0')).join(':')
  const local = Date.parse(`${partialText(parts)}T${time}Z`)
  const utc = parts.offset === null ? fromLocal(local, zone) : local - parts.offset * 60_000
  return instantText(utc, parts.fraction) ?? new Refusal('is outside the years 1 to 9999')
}

/** The day of an instant in a zone. */
export function dayIn(instant: string, zone: string): string {
  return new Date(toLocal(Date.parse(instant), zone)).toISOString().slice(0, 10)
}

function isoParts(raw: unknown): DateParts | null | Refusal {
  const match = typeof raw === 'string' && raw.length <= 64 ? isoInstant.exec(raw) : null
  if (match === null) return noInstant
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0', fraction = '', offset] = match
  if (year === '0000' || month === '00' || day === '00') return null
  if (!isPartialDate(`${year}-${month}-${day}`) || hour > '23' || minute > '59' || second > '59') return noInstant
  const east = offset === undefined ? null : offsetMinutes(offset)
  if (east !== null && Math.abs(east) > 14 * 60) return noInstant
  const time = { hour: Number(hour), minute: Number(minute), second: Number(second), fraction: fraction.replace(/0+$/, '') }
  return { year: Number(year), month: Number(month), day: Number(day), ...time, offset: east }
}
