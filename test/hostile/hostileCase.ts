/** What the hub must make of an operation: the code of its error, or `ANSWERED` where it is harmless and finds nothing. */
export type Verdict =
  | 'ANSWERED'
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'CURSOR_INVALID'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'QUERY_TOO_COSTLY'

/** An operation that somebody might send who means harm, or whose program is broken. */
export interface HostileCase {
  /** What it tries, in a few words; unique in its family. */
  readonly name: string
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly operationName?: string
  readonly verdict: Verdict
}

/** `count` texts with something between them. */
export const times = (count: number, text: (n: number) => string, between = ' ') =>
  Array.from({ length: count }, (_, n) => text(n)).join(between)
