import type { DatePattern, Token } from './datePattern.ts'

/** A moment to write: a day, and a time of it. */
export interface Moment {
  /** `YYYY-MM-DD`. */
  readonly day: string
  /** `HH:MM:SS`. */
  readonly time: string
  /** Digits of the second's fraction. */
  readonly fraction: string
}

/** Midnight of a day. */
export function midnight(day: string): Moment {
  return { day, time: '00:00:00', fraction: '' }
}

/** All texts by which a pattern can write a day; null when they cannot be listed: month names, times. */
export function spellings(pattern: DatePattern, day: string): readonly string[] | null {
  let texts = ['']
  for (const token of pattern.tokens) {
    const options = dayOptions(token, day)
    if (options === null) return null
    texts = texts.flatMap((text) => options.map((option) => text + option))
  }
  return texts
}

function dayOptions(token: Token, day: string): readonly string[] | null {
  if (token.kind === 'M' || token.kind === 'd') {
    const two = token.kind === 'M' ? day.slice(5, 7) : day.slice(8)
    return two.startsWith('0') ? [two, two.slice(1)] : [two]
  }
  if (token.kind === 'literal' || token.kind === 'yyyy' || token.kind === 'MM' || token.kind === 'dd') return [write(token, midnight(day))]
  return null
}

/** The moment by a pattern of fixed width, up to and without the token `before` and all after it. */
export function format(pattern: DatePattern, moment: Moment, until: number = pattern.tokens.length): string {
  return pattern.tokens
    .slice(0, until)
    .map((token) => write(token, moment))
    .join('')
}

function write(token: Token, { day, time, fraction }: Moment): string {
  switch (token.kind) {
    case 'yyyy':
      return day.slice(0, 4)
    case 'MM':
      return day.slice(5, 7)
    case 'dd':
      return day.slice(8)
    case 'HH':
      return time.slice(0, 2)
    case 'mm':
      return time.slice(3, 5)
    case 'ss':
      return time.slice(6)
    case 'S':
      return fraction.padEnd(token.text.length, '0').slice(0, token.text.length)
    case 'literal':
      return token.text
    default:
      return ''
  }
}

const order: readonly Token['kind'][] = ['yyyy', 'MM', 'dd', 'HH', 'mm', 'ss', 'S']

/** Whether the order of texts is the order of dates: fixed widths, largest part first. */
export function keepsOrder(pattern: DatePattern): boolean {
  const kinds = pattern.tokens.map((token) => token.kind).filter((kind) => kind !== 'literal')
  return kinds.every((kind, i) => kind === order[i])
}

/** The longest of several patterns when all others are beginnings of it, so that all texts together keep the order of dates; else null. */
export function longestOf(patterns: readonly DatePattern[]): DatePattern | null {
  const [longest] = patterns.toSorted((a, b) => b.tokens.length - a.tokens.length)
  if (longest === undefined || !patterns.every(keepsOrder)) return null
  const begins = (pattern: DatePattern) =>
    pattern.tokens.every((token, i) => token.kind === longest.tokens[i]?.kind && token.text === longest.tokens[i]?.text)
  return patterns.every(begins) ? longest : null
}

/** Index of the first token after the last of `kinds`: where a text that stops there ends. */
export function endOf(pattern: DatePattern, kinds: readonly Token['kind'][]): number {
  return pattern.tokens.findLastIndex((token) => kinds.includes(token.kind)) + 1
}
