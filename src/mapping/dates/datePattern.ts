import { daysOfMonth } from '../../model/partialDate.ts'

/** What a pattern found in a text. Null: unknown. */
export interface DateParts {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** Digits of the second's fraction, without trailing zeros. */
  readonly fraction: string
  /** Minutes east of UTC, or null when the text names none. */
  readonly offset: number | null
}

/** A date pattern, both ways. */
export interface DatePattern {
  readonly text: string
  readonly tokens: readonly Token[]
  /** The parts of a text; null: it does not fit; `'unknown'`: it fits and says that the date is unknown (year `0000`). */
  parse(text: string): DateParts | 'unknown' | null
}

/** A token, or literal text. */
export interface Token {
  readonly kind: 'yyyy' | 'MMM' | 'MM' | 'M' | 'dd' | 'd' | 'HH' | 'mm' | 'ss' | 'S' | 'XXX' | 'literal'
  readonly text: string
}

const tokenPattern = /yyyy|MMM|MM|M|dd|d|HH|mm|ss|S{1,9}|XXX|'[^']*'|./gsu
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const fullMonths = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

const sources: Readonly<Record<Token['kind'], string>> = {
  yyyy: '(?<year>\\d{4})',
  MMM: '(?<monthName>[A-Za-z]{3,9})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  S: '',
  XXX: '(?<offset>Z|[+-]\\d{2}(?::?\\d{2})?)',
  literal: '',
}

/** Reads a pattern; a text tells what is wrong with it. */
export function parseDatePattern(text: string): DatePattern | string {
  const tokens = joinLiterals([...text.matchAll(tokenPattern)].map(([match]) => toToken(match)))
  const parts = tokens.filter((token) => token.kind !== 'literal').map((token) => token.kind.replace(/^MMM?|^d+/, (t) => t[0] ?? ''))
  if (new Set(parts).size !== parts.length) return 'a part of the date stands in it twice'
  const has = (part: string) => parts.includes(part)
  if (!has('yyyy')) return 'it has no year: yyyy'
  if (has('d') && !has('M')) return 'it has a day without a month'
  if (has('HH') && !has('d')) return 'it has an hour without a day'
  if ((has('mm') && !has('HH')) || (has('ss') && !has('mm')) || (has('S') && !has('ss')))
    return 'it leaves out a part of the time between two others'
  const regex = new RegExp(`^${tokens.map(source).join('')}$`, 'u')
  return { text, tokens, parse: (value) => parseWith(regex, value) }
}

function toToken(match: string): Token {
  if (/^'.*'$/s.test(match)) return { kind: 'literal', text: match.slice(1, -1) }
  if (match.startsWith('S')) return { kind: 'S', text: match }
  return Object.hasOwn(sources, match) && match !== 'literal'
    ? { kind: match as Token['kind'], text: match }
    : { kind: 'literal', text: match }
}

function joinLiterals(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    if (token.kind === 'literal' && last?.kind === 'literal') joined[joined.length - 1] = { kind: 'literal', text: last.text + token.text }
    else joined.push(token)
  }
  return joined
}

function source(token: Token): string {
  if (token.kind === 'literal') return token.text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return token.kind === 'S' ? `(?<fraction>\\d{${token.text.length}})` : sources[token.kind]
}

function parseWith(regex: RegExp, text: string): DateParts | 'unknown' | null {
  const groups = regex.exec(text)?.groups
  if (groups === undefined) return null
  const year = Number(groups['year'])
  if (year === 0) return 'unknown'
  const month = groups['monthName'] === undefined ? twoDigits(groups['month']) : monthByName(groups['monthName'])
  if (month === undefined || (month !== null && month > 12)) return null
  const day = month === null ? null : twoDigits(groups['day'])
  if (day !== null && month !== null && day > daysOfMonth(year, month)) return null
  const [hour, minute, second] = [Number(groups['hour'] ?? 0), Number(groups['minute'] ?? 0), Number(groups['second'] ?? 0)]
  if (hour > 23 || minute > 59 || second > 59) return null
  const offset = groups['offset'] === undefined ? null : offsetMinutes(groups['offset'])
  if (offset !== null && Math.abs(offset) > 14 * 60) return null
  return { year, month, day, hour, minute, second, fraction: (groups['fraction'] ?? '').replace(/0+$/, ''), offset }
}

function twoDigits(text: string | undefined): number | null {
  const value = Number(text ?? 0)
  return value === 0 ? null : value
}

function monthByName(name: string): number | undefined {
  const lower = name.toLowerCase()
  const index = months.indexOf(lower.slice(0, 3))
  return index >= 0 && fullMonths[index]?.startsWith(lower.replace(/^sept$/, 'sep')) ? index + 1 : undefined
}

/** `+02:00` as minutes east of UTC. */
export function offsetMinutes(text: string): number {
  if (text === 'Z') return 0
  const digits = text.slice(1).replace(':', '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0)
  return text.startsWith('-') ? -minutes : minutes
}
