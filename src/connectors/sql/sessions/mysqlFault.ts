import { ConnectorError } from '../../connector.ts'
import { tlsFault } from '../../tlsFault.ts'

const reasons: Readonly<Record<string, Exclude<ConnectorError['reason'], 'UNTRUSTED'>>> = {
  ER_QUERY_INTERRUPTED: 'TIMEOUT',
  ER_QUERY_TIMEOUT: 'TIMEOUT',
  ER_STATEMENT_TIMEOUT: 'TIMEOUT',
  ETIMEDOUT: 'TIMEOUT',
  ER_NO_SUCH_TABLE: 'NO_SOURCE',
  ER_BAD_FIELD_ERROR: 'NO_SOURCE',
  ER_ACCESS_DENIED_ERROR: 'REFUSED',
  ER_DBACCESS_DENIED_ERROR: 'REFUSED',
  ER_TABLEACCESS_DENIED_ERROR: 'REFUSED',
  ER_COLUMNACCESS_DENIED_ERROR: 'REFUSED',
  ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION: 'REFUSED',
  ER_BAD_DB_ERROR: 'REFUSED',
  ER_CON_COUNT_ERROR: 'BUSY',
  ER_TOO_MANY_USER_CONNECTIONS: 'BUSY',
  ER_LOCK_WAIT_TIMEOUT: 'BUSY',
}

/** Why a statement failed, from the server's error code; the server's own words stay in `cause`. */
export function mysqlFault(error: unknown): ConnectorError {
  if (error instanceof ConnectorError) return error
  const untrusted = tlsFault(error)
  if (untrusted !== null) return untrusted
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const number = typeof error === 'object' && error !== null && 'errno' in error ? Number(error.errno) : 0
  // 1969: MariaDB's time-out, which the driver has no name for. 3024: MySQL's.
  const reason =
    number === 1969 || number === 3024 || number === 1317
      ? 'TIMEOUT'
      : (reasons[code] ?? (code.startsWith('ER_') || number > 0 ? 'BAD_ANSWER' : 'UNREACHABLE'))
  const words = {
    TIMEOUT: 'took too long',
    NO_SOURCE: 'lacks a table or column',
    REFUSED: 'refused',
    BUSY: 'is busy',
    BAD_ANSWER: 'answered with an error',
    UNREACHABLE: 'cannot be reached',
  }
  return new ConnectorError(reason, `the database ${words[reason]}`, { cause: error })
}
