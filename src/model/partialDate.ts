/**
 * Partial dates: the part of EDTF (ISO 8601-2:2019, levels 0 and 1) that the scalar `PartialDate` names. A value stands for every day on
 * which the event can have taken place.
 */

/** The first and the last possible day, both inclusive, `YYYY-MM-DD`. */
export interface DayInterval {
  readonly first: string
  readonly last: string
}

const single = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?~?$/
const decade = /^(\d{3})X~?$/

/**
 * The days a partial date stands for, or null when the text is none: `1980-06-15`, `1980-06`, `1980`, `198X`, each with or without `~`, and
 * `a/b` of two of these whose possible days overlap or follow in order. `~` says "about" and is not widened: nobody recorded by how much.
 */
export function interval(value: string): DayInterval | null {
  const slash = value.indexOf('/')
  if (slash < 0) return simpleInterval(value)
  const from = simpleInterval(value.slice(0, slash))
  const to = simpleInterval(value.slice(slash + 1))
  if (from === null || to === null || from.first > to.last) return null
  return { first: from.first, last: laterOf(from.last, to.last) }
}

function laterOf(a: string, b: string): string {
  return a < b ? b : a
}

/** Whether the text is a partial date. */
export function isPartialDate(value: string): boolean {
  return interval(value) !== null
}

/** Whether the text is a calendar day, `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  if (value.length !== 10 || value.charCodeAt(4) !== dash || value.charCodeAt(7) !== dash) return false
  const year = 100 * twoDigits(value, 0) + twoDigits(value, 2)
  const month = twoDigits(value, 5)
  const day = twoDigits(value, 8)
  // Whatever is no digit makes the number it is part of NaN, which is neither below nor above anything.
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month)
}

const dash = 45
const zero = 48

/** Two digits as a number; NaN where one of them is none. */
function twoDigits(text: string, at: number): number {
  const [tens, units] = [text.charCodeAt(at) - zero, text.charCodeAt(at + 1) - zero]
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? 10 * tens + units : Number.NaN
}

function simpleInterval(value: string): DayInterval | null {
  const tens = decade.exec(value)?.[1]
  if (tens !== undefined) return tens === '000' ? null : { first: `${tens}0-01-01`, last: `${tens}9-12-31` }
  const parts = single.exec(value)
  if (parts === null) return null
  const [, year = '', month, day] = parts
  if (year === '0000') return null
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` }
  if (month < '01' || month > '12') return null
  const days = String(daysOfMonth(Number(year), Number(month))).padStart(2, '0')
  if (day === undefined) return { first: `${year}-${month}-01`, last: `${year}-${month}-${days}` }
  if (day < '01' || day > days) return null
  return { first: `${year}-${month}-${day}`, last: `${year}-${month}-${day}` }
}

/** Days of a month, 1 to 12, in the Gregorian calendar. */
export function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
