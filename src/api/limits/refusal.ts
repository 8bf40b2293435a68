import { ComityError } from '../../model/errors.ts'

/** The error of an operation that asks for too much; `reason` is words of ours. */
export function tooCostly(reason: string): ComityError {
  return new ComityError('QUERY_TOO_COSTLY', { reason })
}
