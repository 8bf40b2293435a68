import { ComityError } from '../model/errors.ts'

const accessId = /^[A-Za-z0-9_-]{1,64}$/

/**
 * The emergency access that a request names, in the header `Comity-Emergency` or in `extensions.emergency`; null when it names none. Throws EMERGENCY_NOT_OPEN when what is named can be
 * no access, or the two places disagree.
 */
export function readEmergency(declared: { readonly header: string | undefined; readonly extension: unknown }): string | null {
  const header = declared.header?.trim() || null
  const extension = declared.extension ?? null
  const id = header ?? extension
  if (id === null) return null
  const agree = header === null || extension === null || header === extension
  if (typeof id !== 'string' || !agree || !accessId.test(id)) throw new ComityError('EMERGENCY_NOT_OPEN')
  return id
}
