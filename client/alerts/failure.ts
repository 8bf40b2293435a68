/** What is to be done about a failure: come back later, come back with another token, or nothing, since it would fail again. */
export type Remedy = 'retry' | 'token' | 'none'

/** What a failure says, wherever the client keeps it. */
export interface Failure {
  /** Codes of the hub's errors. */
  readonly codes: readonly string[]
  /** The code and the reason with which a socket was closed. */
  readonly close: { readonly code: number; readonly reason: string } | null
  /** The status of an answer over HTTP. */
  readonly status: number | null
}

/** Errors of the hub that pass: everything else that it refuses, it refuses again. */
const passing = new Set(['NODE_DRAINING', 'AUDIT_UNAVAILABLE', 'TOO_MANY_STREAMS', 'INTERNAL_ERROR', 'BUDGET_EXCEEDED'])

/** Codes of closed sockets after which the same would happen again: mistakes of the client (4400, 4406, 4409, 4429) or of its messages (1002, 1003, 1007, 1009). */
const lasting = new Set([1002, 1003, 1007, 1009, 4400, 4406, 4409, 4429])

/** Reads a failure in the forms that graphql-ws, graphql-sse, urql and Apollo Client throw it. */
export function readFailure(cause: unknown): Failure {
  const found = { codes: new Set<string>(), close: null as Failure['close'], status: null as number | null }
  look(cause, found, 0)
  return { ...found, codes: [...found.codes] }
}

/** What to do about it. */
export function remedyFor({ codes, close, status }: Failure): Remedy {
  if (codes.length > 0) {
    if (codes.includes('UNAUTHENTICATED')) return 'token'
    return codes.every((code) => passing.has(code)) ? 'retry' : 'none'
  }
  if (close !== null) {
    if (close.code === 4401 || close.code === 4403) return /PURPOSE_NOT_ALLOWED/.test(close.reason) ? 'none' : 'token'
    return lasting.has(close.code) ? 'none' : 'retry'
  }
  if (status === 401) return 'token'
  if (status !== null && status >= 400 && status < 500 && status !== 408 && status !== 429) return 'none'
  return 'retry'
}

/** Apollo Client has the code and the reason of a closed socket in the text of its error alone. */
const closedInWords = /^Socket closed with event (\d{4}) ?(.*)$/

type Found = { readonly codes: Set<string>; close: Failure['close']; status: number | null }

/** Errors hold errors: urql under `graphQLErrors` and `networkError`, Apollo Client under `errors` and `cause`, graphql-sse a `response`. */
function look(cause: unknown, found: Found, depth: number): void {
  if (typeof cause !== 'object' || cause === null || depth > 4) return
  if (Array.isArray(cause)) {
    for (const one of cause) look(one, found, depth + 1)
    return
  }
  const one = cause as Readonly<Record<string, unknown>>
  const code = field(one['extensions'], 'code')
  if (typeof code === 'string') found.codes.add(code)
  if (typeof one['code'] === 'number' && found.close === null)
    found.close = { code: one['code'], reason: typeof one['reason'] === 'string' ? one['reason'] : '' }
  const told = typeof one['message'] === 'string' ? closedInWords.exec(one['message']) : null
  if (told !== null) found.close ??= { code: Number(told[1]), reason: told[2] ?? '' }
  const status = field(one['response'], 'status') ?? one['statusCode']
  if (typeof status === 'number') found.status ??= status
  for (const key of ['graphQLErrors', 'errors', 'networkError', 'originalError', 'cause']) look(one[key], found, depth + 1)
}

function field(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? (holder as Readonly<Record<string, unknown>>)[key] : undefined
}
