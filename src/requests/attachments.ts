import { refused, shortText, written } from '../records/held/wording.ts'
import type { AttachmentRef } from './heldRequest.ts'

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
