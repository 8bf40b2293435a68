import type { FieldType } from '../../model/catalogue.ts'
import type { Enums } from '../decide/readRecord.ts'
import { copyOf, eachMember, type Show, showObject } from './copyValue.ts'

/** Text masks by name, the default first. */
const textMasks: ReadonlyMap<string, Show> = new Map<string, Show>([
  ['initials', (value) => (typeof value === 'string' ? initials(value) : null)],
  ['last4', (value) => lastSigns(value, 4)],
  ['last3', (value) => lastSigns(value, 3)],
  ['last2', (value) => lastSigns(value, 2)],
  ['pattern', pattern],
])

/** More words than this are prose, whose initials would still tell something and mean nothing. */
const mostWords = 5
/** Longer texts are no codes, and the shape of prose would tell its words. */
const longestCode = 24
/** In these scripts one sign is a syllable or a whole name. */
const wholeSignScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u

/** Masked forms of a member of this field, by name, the default first. */
export function maskersOf(field: FieldType, enums: Enums): ReadonlyMap<string, Show> {
  if (field.kind === 'string') return textMasks
  const parts = [...(field.fields ?? new Map<string, FieldType>())]
  if (field.kind !== 'object' || !parts.some(([, part]) => part.kind === 'string')) return new Map()
  return new Map([...textMasks].map(([name, mask]) => [name, showObject(maskedParts(parts, mask, enums))]))
}

/** Texts are masked; kinds, codes and countries stay; dates, numbers and the rest are left out. */
function maskedParts(parts: readonly (readonly [string, FieldType])[], mask: Show, enums: Enums): ReadonlyMap<string, Show> {
  const shows = new Map<string, Show>()
  for (const [name, part] of parts) {
    if (part.kind === 'string') shows.set(name, part.list ? eachMember(mask) : mask)
    if (part.kind === 'enum' || part.kind === 'country' || part.kind === 'language') shows.set(name, copyOf(part, enums))
  }
  return shows
}

function initials(text: string): string | null {
  let shown = ''
  let words = 0
  let start = 0
  for (let end = 0; end <= text.length; end++) {
    if (end < text.length && !isSeparator(text, end)) continue
    if (end > start) {
      if (++words > mostWords) return null
      shown += `${words > 1 ? ' ' : ''}${initial(text.slice(start, end))}`
    }
    start = end + 1
  }
  return words === 0 ? null : shown
}

const separator = /[\s\-\u2010-\u2015\u00b7,.]/u

/** Whether a word ends here. */
function isSeparator(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 128) return unit === 32 || (unit >= 9 && unit <= 13) || unit === 45 || unit === 44 || unit === 46
  return separator.test(text.charAt(at))
}

function initial(word: string): string {
  const unit = word.charCodeAt(0)
  if (unit < 128) {
    // Most words begin so, and need no look at Unicode's tables.
    const upper = unit & ~32
    return upper >= 65 && upper <= 90 && word.length > 1 ? `${String.fromCharCode(upper)}.` : '*'
  }
  const sign = String.fromCodePoint(word.codePointAt(0) ?? 0)
  // A one-sign word would be shown whole.
  if (!/\p{L}/u.test(sign) || wholeSignScript.test(sign) || sign.length === word.length) return '*'
  return `${sign.toUpperCase()}.`
}

/** `AB 123456-7` becomes `AA 999999-9`: how a number is built, and nothing of it. A text that is no code is not shown. */
function pattern(value: unknown): string | null {
  if (typeof value !== 'string' || value === '') return null
  const isCode = /\p{N}/u.test(value) && [...value].length <= longestCode
  return isCode ? value.replace(/\p{L}\p{M}*/gu, 'A').replace(/\p{N}/gu, '9') : '***'
}

/** The same number of asterisks for every length. */
function lastSigns(value: unknown, count: number): string | null {
  if (typeof value !== 'string' || value === '') return null
  const signs = [...value]
  const isCode = signs.length >= count + 4 && !/\s/u.test(value)
  return isCode ? `***${signs.slice(-count).join('')}` : '***'
}
