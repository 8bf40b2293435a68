import { type Declaration, emergencyHeader, purposeHeader } from './declaration.ts'
import type { Session } from './session.ts'

/** One GraphQL request as GraphiQL hands it over. */
export interface HubRequest {
  /** The document. */
  readonly query: string
  /** Which operation of the document. */
  readonly operationName?: string | null | undefined
  /** Values of its variables. */
  readonly variables?: unknown
}

/** Sends requests to the hub, with the session's token, and the purpose and emergency access declared at that moment. */
export function createHubFetcher(session: Session | null, declared: () => Declaration): (request: HubRequest) => Promise<object> {
  return async (request) => {
    if (session === null) throw new Error('Sign in first: the hub answers nobody it does not know.')
    const declaration = declared()
    const purpose = purposeHeader(declaration)
    const emergency = emergencyHeader(declaration)
    const response = await fetch('graphql', {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json, application/json',
        authorization: `Bearer ${await session.token()}`,
        'comity-purpose': purpose,
        ...emergency,
        'content-type': 'application/json',
      },
      body: JSON.stringify(request),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: session.signal,
    })
    return await readAnswerBody(response)
  }
}

async function readAnswerBody(response: Response): Promise<object> {
  const type = response.headers.get('content-type') ?? ''
  if (!type.includes('json')) throw new Error(`The hub answered ${response.status} without JSON.`)
  return (await response.json()) as object
}
