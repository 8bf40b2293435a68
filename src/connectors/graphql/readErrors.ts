import { ConnectorError } from '../connector.ts'
import { at, isRow } from '../http/parseJson.ts'

const refusals = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'UNAUTHORIZED', 'UNAUTHORISED', 'ACCESS_DENIED'])

/** Throws when an answer has errors, whatever data it has beside them; its words stay out of the message. */
export function readErrors(body: unknown): void {
  const errors = at(body, 'errors')
  if (Array.isArray(errors) && errors.length > 0) {
    const codes = errors.map((error) => at(error, 'extensions.code'))
    const isRefusal = codes.some((code) => typeof code === 'string' && refusals.has(code))
    throw new ConnectorError(isRefusal ? 'REFUSED' : 'BAD_ANSWER', isRefusal ? 'the system refused' : 'the answer has errors', {
      cause: errors.map((error) => at(error, 'message')),
    })
  }
  if (!isRow(at(body, 'data'))) throw new ConnectorError('BAD_ANSWER', 'the answer has no data')
}
