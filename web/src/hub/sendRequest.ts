import { type Declaration, emergencyHeader, purposeHeader } from '../session/declaration.ts'
import { type Session, SessionOver } from '../session/session.ts'

/** What is asked of the hub: the body of a GraphQL request over HTTP. */
export interface RequestBody {
  /** The document. */
  readonly query: string
  /** Which operation of the document. */
  readonly operationName?: string | null | undefined
  /** Values of its variables. */
  readonly variables?: unknown
}

/** Media types of an answer in one piece. */
export const inOnePiece = 'application/graphql-response+json, application/json'

/**
 * Sends a request with the session's token, and the purpose, case and emergency access declared at this moment. A token that the hub takes no more is replaced once, for which the holder
 * may have to sign in again. Throws when no purpose is declared.
 */
export async function sendRequest(
  session: Session,
  declaration: Declaration,
  body: RequestBody,
  accept: string,
  signal: AbortSignal,
): Promise<Response> {
  const send = async (): Promise<Response> =>
    await fetch('graphql', {
      method: 'POST',
      headers: {
        accept,
        authorization: `Bearer ${await session.token()}`,
        'comity-purpose': purposeHeader(declaration),
        ...emergencyHeader(declaration),
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal,
    })
  const first = await send()
  if (first.status !== 401) return first
  session.refused()
  try {
    return await send()
  } catch (error) {
    // Nobody is there to sign in again: the refusal stands.
    if (error instanceof SessionOver) return first
    throw error
  }
}
