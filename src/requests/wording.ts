import { ComityError } from '../model/errors.ts'
import type { AttachmentRef } from './heldRequest.ts'

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

/** Documents by reference. Throws BAD_USER_INPUT with the place of the first mistake. */
export function attachmentsOf(given: readonly AttachmentRef[] | null | undefined): readonly AttachmentRef[] {
  const all = given ?? []
  if (all.length > 50) throw refused('attachments', 'at most 50')
  return all.map(({ name, mediaType, bytes, sha256, reference }, i) => {
    const at = (part: string) => `attachments[${i}].${part}`
    const plain = written(name, at('name'), shortText)
    if (/[/\\:\n\t]/.test(plain) || plain.startsWith('.')) throw refused(at('name'), 'a file name without a path')
    if (!/^[a-z0-9][a-z0-9!#$&^_.+-]{0,63}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}$/.test(mediaType))
      throw refused(at('mediaType'), 'a media type in lower case, without parameters')
    if (!Number.isSafeInteger(bytes) || bytes < 1) throw refused(at('bytes'), 'at least 1')
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw refused(at('sha256'), '64 hex digits in lower case')
    return { name: plain, mediaType, bytes, sha256, reference: written(reference, at('reference'), shortText) }
  })
}

/** BAD_USER_INPUT about an argument: what it has to be. */
export function refused(name: string, wanted: string): ComityError {
  return new ComityError('BAD_USER_INPUT', { reason: `${name}: ${wanted}` })
}
