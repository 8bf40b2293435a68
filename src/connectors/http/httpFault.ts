import { ConnectorError } from '../connector.ts'
import { tlsFault } from '../tlsFault.ts'

/** Why a request failed before it had an answer. */
export function httpFault(error: unknown): ConnectorError {
  if (error instanceof ConnectorError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (
    (error instanceof Error && error.name === 'HTTPParserError') ||
    code === 'UND_ERR_HEADERS_OVERFLOW' ||
    code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'
  ) {
    return new ConnectorError('BAD_ANSWER', 'the answer is not HTTP', { cause: error })
  }
  return tlsFault(error) ?? new ConnectorError('UNREACHABLE', 'the system cannot be reached', { cause: error })
}

/** Why a status is not an answer. */
export function statusFault(status: number, retryAfter: number | null): ConnectorError {
  const options = retryAfter === null ? {} : { retryAfterMs: retryAfter }
  const words = `the system answered ${status}`
  if (status === 429 || status === 503) return new ConnectorError('BUSY', words, options)
  if (status === 408 || status === 504) return new ConnectorError('TIMEOUT', words, options)
  if (status === 404 || status === 410) return new ConnectorError('NO_SOURCE', words)
  if (status === 502) return new ConnectorError('UNREACHABLE', words, options)
  if (status >= 300 && status < 400) return new ConnectorError('BAD_ANSWER', `${words}: redirects are not followed`)
  if (status >= 400 && status < 500) return new ConnectorError('REFUSED', words, options)
  return new ConnectorError('BAD_ANSWER', words, options)
}

/** `Retry-After` in milliseconds from now: seconds or a date, at most an hour. Null when absent or unreadable. */
export function retryAfterMs(value: string | null, now: number): number | null {
  if (value === null) return null
  const wait = /^\d{1,9}$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now
  return Number.isNaN(wait) ? null : Math.min(3_600_000, Math.max(0, wait))
}
