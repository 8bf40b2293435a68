import { ComityError } from '../model/errors.ts'

/** The most characters (UTF-16 units) a searched name may have; ICAO 9303 prints 39, and nobody's full name in use comes near this. */
export const longestName = 200

/** The most words of a name that are compared. What comes after is not read. */
export const mostWords = 10

/** Marks that change nothing a reader sees: zero-width signs, direction marks, soft hyphens, variation selectors, kashida, controls. */
const unseen = /[\p{Cf}\p{Cc}\p{Co}\p{Cs}]|\u034f|\u0640|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu

/**
 * A name as it is compared: NFKC, unseen signs removed, every run of blanks one blank. Control characters become blanks first, so that a line break
 * still parts two words. Linear in the length; text beyond `longestName` is not read, because a bureau's overlong value must not cost an answer.
 */
export function cleanName(text: string): string {
  return text
    .slice(0, longestName)
    .replace(/[\t\n\v\f\r\u2028\u2029]/g, ' ')
    .normalize('NFKC')
    .slice(0, longestName)
    .replace(unseen, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * A name that somebody searches for, cleaned. Throws `BAD_USER_INPUT`, without repeating the name: when it is longer than `longestName`, or when fewer than
 * two letters are left of it, since one letter is no name and would be a scan of everybody. One sign is enough where it is a syllable or a word (Han, Hangul).
 */
export function checkName(text: string): string {
  if (text.length > longestName) throw new ComityError('BAD_USER_INPUT', { reason: `a name has at most ${longestName} characters` })
  const clean = cleanName(text)
  const letters = clean.match(/\p{L}/gu) ?? []
  const whole = letters.some((letter) => /[\p{Script=Han}\p{Script=Hangul}]/u.test(letter))
  if (letters.length < 2 && !whole) throw new ComityError('BAD_USER_INPUT', { reason: 'a name has at least two letters' })
  return clean
}
