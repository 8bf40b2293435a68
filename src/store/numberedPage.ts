import { ComityError } from '../model/errors.ts'

/** A page of things that are numbered densely within one owner, the latest first. */
export interface NumberedPage<T> {
  readonly nodes: readonly T[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    /** These pages are read from the latest on only: null. */
    readonly startCursor: null
    readonly endCursor: string | null
  }
}

/** Arguments of a field that gives such a page. */
export interface NumberedPageArguments {
  readonly first?: number | null
  readonly after?: string | null
}

/** Reads a page: `read` gives those before a number (null: all), at most `limit`. Throws BAD_USER_INPUT for a size that no page has, CURSOR_INVALID. */
export function numberedPage<T extends { readonly number: number }>(
  { first, after }: NumberedPageArguments,
  read: (before: number | null, limit: number) => readonly T[],
): NumberedPage<T> {
  const size = first ?? 20
  if (size < 1 || size > 100) throw new ComityError('BAD_USER_INPUT', { reason: 'first: a page has 1 to 100 records' })
  const before = after === undefined || after === null ? null : numberIn(after)
  const found = read(before, size + 1)
  const nodes = found.slice(0, size)
  const last = nodes.at(-1)
  const pageInfo = {
    hasNextPage: found.length > size,
    hasPreviousPage: before !== null,
    startCursor: null,
    endCursor: last === undefined ? null : cursorOf(last.number),
  }
  return { nodes, pageInfo }
}

/** An owner's own numbers are no secret to it; the text only keeps clients from counting with them. */
function cursorOf(number: number): string {
  return Buffer.from(`before ${number}`).toString('base64url')
}

function numberIn(cursor: string): number {
  const match = /^before (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))
  if (match === null) throw new ComityError('CURSOR_INVALID')
  return Number(match[1])
}
