import { ComityError } from '../model/errors.ts'
import type { Match, PageRequest } from '../model/predicate.ts'

/** Arguments of a connection field. */
export interface PageArguments {
  readonly where?: unknown
  readonly orderBy?: readonly { readonly field: string; readonly direction: 'ASC' | 'DESC' }[] | null
  /** Default: `CERTAIN`. */
  readonly match?: Match
  /** The first so many, after `after` or of all. Default: 20. */
  readonly first?: number | null
  readonly after?: string | null
  /** The last so many, before `before` or of all. */
  readonly last?: number | null
  readonly before?: string | null
}

/** Which page is asked for: by `first` and `after`, or by `last` and `before`. Throws BAD_USER_INPUT. */
export function pageRequest({ first, after, last, before }: PageArguments): PageRequest {
  const refuse = (reason: string) => new ComityError('BAD_USER_INPUT', { reason })
  const isGiven = (value: unknown) => value !== null && value !== undefined
  if (isGiven(first) && isGiven(last)) throw refuse('first, last: a page is read from one end, so give one of the two')
  if (isGiven(last) && isGiven(after)) throw refuse('after: goes with first; last goes with before')
  if (isGiven(before) && !isGiven(last)) throw refuse('before: goes with last; first goes with after')
  if (isGiven(last)) return { size: pageSize(last, 'last'), from: 'END', cursor: before ?? null }
  return { size: pageSize(first, 'first'), from: 'START', cursor: after ?? null }
}

/** Page sizes are 1 to 100, and 20 when nothing is said. Throws BAD_USER_INPUT. */
export function pageSize(given: number | null | undefined, argument: 'first' | 'last'): number {
  const size = given ?? 20
  if (size < 1 || size > 100) throw new ComityError('BAD_USER_INPUT', { reason: `${argument}: a page has 1 to 100 records` })
  return size
}

/** `ISSUED_ON` is the field `issuedOn`. */
export function fieldName(constant: string): string {
  return constant.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
