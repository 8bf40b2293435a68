import type { Ref } from '../language/condition.ts'

/** A field's name as words: `excludedCountries` is "excluded countries", `expiresOn` is "expires-on date", `recordedAt` is "recorded-at time". */
export function fieldWords(name: string): string {
  const words = name.split(/(?=[A-Z])/).map((word) => word.toLowerCase())
  const last = words.length > 1 ? words.at(-1) : undefined
  if (last !== 'on' && last !== 'at') return words.join(' ')
  return `${words.slice(0, -1).join(' ')}-${last} ${last === 'on' ? 'date' : 'time'}`
}

/** Whether a field's words name several things. A guess from their ending, for grammar alone. */
export function isPlural(name: string): boolean {
  return /[^su]s$/.test(name)
}

/**
 * What a reference names: "the record's status", "the country of the record's birth place", and through a list "the country of one of the
 * record's nationalities", or "of none of" them.
 */
export function refWords({ root, field, sub, through }: Ref, among: 'one' | 'none' = 'one'): string {
  if (root === 'caller') return `the caller's ${fieldWords(field)}`
  if (root === 'request') return requestWords[field] ?? `the request's ${fieldWords(field)}`
  if (sub === null) return `the record's ${fieldWords(field)}`
  return `the ${fieldWords(sub)} of ${through ? `${among} of ` : ''}the record's ${fieldWords(field)}`
}

const requestWords: Readonly<Record<string, string>> = {
  purpose: 'the declared purpose',
  case: 'the declared case',
  date: 'the day of the request',
}

/** "A", "A or B", "A, B or C". */
export function anyOf(words: readonly string[]): string {
  return joined(words, 'or')
}

/** "A", "A and B", "A, B and C". */
export function allOf(words: readonly string[]): string {
  return joined(words, 'and')
}

function joined(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}
