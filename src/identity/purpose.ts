import { ComityError } from '../model/errors.ts'
import type { Purpose } from '../model/principal.ts'

const caseReference = /^[A-Za-z0-9][A-Za-z0-9./_-]{0,63}$/
const header = /^([A-Z_]{1,40})(?:\s*;\s*case=(?:"([^"]*)"|([^;\s"]*)))?$/

/** Where a purpose may be declared: the `Comity-Purpose` header, and `extensions.purpose` of the request. */
export interface Declaration {
  readonly header: string | undefined
  /** `{ kind, case? }`, or text in the header's form. */
  readonly extension: unknown
}

/**
 * The declared purpose: `INVESTIGATION; case=XA-2026-0017` (the form is that of RFC 9110 parameters). Throws PURPOSE_REQUIRED when
 * nothing is declared, PURPOSE_INVALID when it cannot be read, is no value of `known`, or the two places disagree, and
 * PURPOSE_NOT_ALLOWED when the token does not allow it.
 */
export function readPurpose(declared: Declaration, allowed: readonly string[], known: readonly string[]): Purpose {
  const fromHeader = declared.header === undefined || declared.header.trim() === '' ? null : parseText(declared.header)
  const fromExtension = declared.extension === undefined || declared.extension === null ? null : parseExtension(declared.extension)
  if (fromHeader !== null && fromExtension !== null && !same(fromHeader, fromExtension)) throw new ComityError('PURPOSE_INVALID')
  const purpose = fromHeader ?? fromExtension
  if (purpose === null) throw new ComityError('PURPOSE_REQUIRED')
  if (!known.includes(purpose.kind)) throw new ComityError('PURPOSE_INVALID')
  if (!allowed.includes(purpose.kind)) throw new ComityError('PURPOSE_NOT_ALLOWED')
  return purpose
}

function parseText(text: string): Purpose {
  const match = header.exec(text.trim())
  if (match === null) throw new ComityError('PURPOSE_INVALID')
  return purposeOf(match[1], match[2] ?? match[3] ?? null)
}

function parseExtension(extension: unknown): Purpose {
  if (typeof extension === 'string') return parseText(extension)
  if (typeof extension !== 'object' || extension === null || Array.isArray(extension)) throw new ComityError('PURPOSE_INVALID')
  const { kind, case: reference = null, ...rest } = extension as Record<string, unknown>
  if (Object.keys(rest).length > 0) throw new ComityError('PURPOSE_INVALID')
  return purposeOf(kind, reference)
}

function purposeOf(kind: unknown, reference: unknown): Purpose {
  if (typeof kind !== 'string') throw new ComityError('PURPOSE_INVALID')
  if (reference === null) return { kind, case: null }
  if (typeof reference !== 'string' || !caseReference.test(reference)) throw new ComityError('PURPOSE_INVALID')
  return { kind, case: reference }
}

function same(a: Purpose, b: Purpose): boolean {
  return a.kind === b.kind && a.case === b.case
}
