import { ComityError } from '../../model/errors.ts'

/** Longest text of a question, facts or an answer, in signs. */
export const longText = 20_000
/** Longest reference, name or title. */
export const shortText = 200

/** Signs that are none: control characters but for line break and tabulator, marks of direction and halves of pairs. */
const unseen = /(?![\n\t])[\p{Cc}\p{Cs}]|\p{Bidi_Control}|\ufeff/u

/** A text that somebody wrote, in NFC, without blanks at its ends. Throws BAD_USER_INPUT when it is empty, too long or holds signs that nobody sees. */
export function written(text: string, name: string, most: number = longText): string {
  const words = text.normalize('NFC').replace(/\r\n?/g, '\n').trim()
  if (words === '' || [...words].length > most) throw refused(name, `1 to ${most} signs`)
  if (unseen.test(words)) throw refused(name, 'no control characters')
  return words
}

/** The same for a text that may be missing. An empty one is none. */
export function writtenOrNull(text: string | null | undefined, name: string, most: number = longText): string | null {
  return text === null || text === undefined || text.trim() === '' ? null : written(text, name, most)
}

/** BAD_USER_INPUT about an argument: what it has to be. */
export function refused(name: string, wanted: string): ComityError {
  return new ComityError('BAD_USER_INPUT', { reason: `${name}: ${wanted}` })
}
