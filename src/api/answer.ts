import { type ComityError, type ErrorCode, errorTable } from '../model/errors.ts'
import { resultText } from './alikeResult.ts'
import type { AnswerType } from './mediaTypes.ts'

/** An answer before it is written. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What every answer of the hub forbids: keeping it, sniffing it, framing it. */
export const guarded: Readonly<Record<string, string>> = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

/** A GraphQL answer in a media type. */
export function graphqlAnswer(type: AnswerType, status: number, body: object, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { ...guarded, ...headers, 'content-type': `${type}; charset=utf-8` }, body: resultText(body) }
}

/** An answer that consists of one error of our table. */
export function errorAnswer(type: AnswerType, error: ComityError, status: number = error.status): Answer {
  const headers: Record<string, string> = error.code === 'UNAUTHENTICATED' ? { 'www-authenticate': 'Bearer' } : {}
  return graphqlAnswer(type, status, { errors: [{ message: error.message, extensions: error.extensions }] }, headers)
}

/**
 * The status of an answer (GraphQL over HTTP, 6.4). In the specification's own media type the status tells whether the operation was
 * executed; in `application/json`, which older intermediaries rewrite, an answer that reached GraphQL is 200, unless the hub itself could
 * not serve.
 */
export function statusOf(
  type: AnswerType,
  result: { readonly data?: unknown; readonly errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[] },
): number {
  if (result.errors === undefined || result.errors.length === 0) return 200
  const codes = result.errors.map((error) => error.extensions?.['code'] as ErrorCode)
  const executed = 'data' in result && result.data !== undefined
  if (executed && result.data !== null) return 200
  const worst = Math.max(...codes.map((code) => errorTable[code]?.status ?? 500))
  if (worst >= 500) return worst
  if (type === 'application/json') return 200
  return executed ? 200 : worst
}
