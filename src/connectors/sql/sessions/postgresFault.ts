import { ConnectorError } from '../../connector.ts'
import { tlsFault } from '../../tlsFault.ts'

/** Why a statement failed, from the server's error code; the server's own words stay in `cause`. */
export function postgresFault(error: unknown): ConnectorError {
  if (error instanceof ConnectorError) return error
  const untrusted = tlsFault(error)
  if (untrusted !== null) return untrusted
  const code = codeOf(error)
  const fault = (reason: ConnectorError['reason'], message: string) => new ConnectorError(reason, message, { cause: error })
  if (code === '57014') return fault('TIMEOUT', 'the statement took too long')
  if (code === '42P01' || code === '42703' || code === '3F000') return fault('NO_SOURCE', 'a table or column is gone')
  if (/^(28|42501|3D000|25006)/.test(code)) return fault('REFUSED', 'the database refused')
  if (/^(53|57P03|55006)/.test(code)) return fault('BUSY', 'the database is busy')
  if (/^(08|57P|E[A-Z]+)/.test(code)) return fault('UNREACHABLE', 'the database cannot be reached')
  if (/^[0-9A-Z]{5}$/.test(code)) return fault('BAD_ANSWER', `the database answered with error ${code}`)
  return fault('UNREACHABLE', 'the connection to the database failed')
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}
