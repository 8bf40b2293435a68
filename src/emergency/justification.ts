import { ComityError } from '../model/errors.ts'

/** Longest text that an officer may write, in signs. */
const longest = 2000

/** An officer's own words, with runs of blanks taken for one. Throws BAD_USER_INPUT when there are fewer than `least` signs or more than 2000; `name` is the argument's. */
export function ownWords(text: string, name: string, least: number): string {
  const words = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const signs = [...words].length
  // Signs that cannot be seen, and marks on a letter, say nothing to the owner who reads them.
  const seen = [...words.replace(/[\p{C}\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')].length
  if (seen < least || signs > longest) {
    throw new ComityError('BAD_USER_INPUT', {
      reason: `${name}: ${least} to ${longest} signs, blanks at the ends and repeated ones not counted`,
    })
  }
  return words
}
