import { daysOfMonth, interval } from '../model/partialDate.ts'

/** Kinds of fields that hold days. */
export type DayKind = 'date' | 'dateTime' | 'partialDate'

/** `YYYY-MM-DD` as the number yyyymmdd, which orders like the day; NaN when the text is no day. */
export function dayNumber(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return Number.NaN
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  // NaN fails every comparison.
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month))) return Number.NaN
  return year * 10000 + month * 100 + day
}

function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

/** The first day a stored value may stand for; NaN when it is unknown or unreadable. */
export function firstDay(value: unknown, kind: DayKind): number {
  return bound(value, kind, true)
}

/** The last day a stored value may stand for; NaN when it is unknown or unreadable. */
export function lastDay(value: unknown, kind: DayKind): number {
  return bound(value, kind, false)
}

function bound(value: unknown, kind: DayKind, first: boolean): number {
  if (typeof value !== 'string') return Number.NaN
  // Only UTC instants are canonical; another offset could be another day.
  if (kind === 'dateTime') return value.endsWith('Z') && value.charAt(10) === 'T' ? dayNumber(value.slice(0, 10)) : Number.NaN
  if (value.length === 10 || kind === 'date') {
    const day = dayNumber(value)
    if (kind === 'date' || !Number.isNaN(day)) return day
  } else if (value.length === 4) {
    // A bare year is common enough to be worth a short way.
    const year = digits(value, 0, 4)
    if (year >= 1) return year * 10000 + (first ? 101 : 1231)
  }
  const days = interval(value)
  return days === null ? Number.NaN : dayNumber(first ? days.first : days.last)
}

/** Whole years from one day to another: negative when `to` lies before; 29 February completes its year on 1 March. */
export function yearsBetween(from: number, to: number): number {
  return Math.trunc((to - from) / 10000) + 0
}

/** The day so many days later, or NaN beyond the years 1 to 9999. */
export function addDays(day: number, count: number): number {
  const date = new Date(0)
  date.setUTCFullYear(Math.trunc(day / 10000), (Math.trunc(day / 100) % 100) - 1, (day % 100) + count)
  const year = date.getUTCFullYear()
  if (!(year >= 1 && year <= 9999)) return Number.NaN
  return year * 10000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate()
}
