import { type OperationDefinitionNode, parse } from 'graphql'
import { type Declaration, purposeHeader } from '../session/declaration.ts'
import type { Session } from '../session/session.ts'
import { readEvents } from './readEvents.ts'
import { inOnePiece, type RequestBody, sendRequest } from './sendRequest.ts'

type Send = (accept: string, signal: AbortSignal) => Promise<Response>

/** Sends requests to the hub, with the session's token, and the purpose and emergency access declared at that moment. Subscriptions give their results as they come. */
export function createHubFetcher(
  session: Session | null,
  declared: () => Declaration,
): (request: RequestBody) => Promise<object | AsyncIterable<object>> {
  return async (request) => {
    if (session === null) throw new Error('Sign in first: the hub answers nobody it does not know.')
    const declaration = declared()
    // Said at once, not when the first result is waited for.
    purposeHeader(declaration)
    const operations = operationsOf(request.query)
    const named = operations.find(({ name }) => name?.value === request.operationName) ?? operations[0]
    // For a moment after a change of tabs the editor still names the operation of the tab before.
    const body = operations.length === 1 ? { ...request, operationName: named?.name?.value } : request
    const send: Send = async (accept, signal) => await sendRequest(session, declaration, body, accept, signal)
    if (named?.operation === 'subscription') return resultsOf(send, session.signal)
    return await readAnswerBody(await send(inOnePiece, session.signal))
  }
}

/** The results of a subscription. `return` ends it at once, and with it what the hub does for it, also while a result is waited for. */
function resultsOf(send: Send, ended: AbortSignal): AsyncIterable<object> {
  const stopped = new AbortController()
  const results = readResults(send, AbortSignal.any([ended, stopped.signal]))
  const over: IteratorResult<object> = { done: true, value: undefined }
  const next = (): Promise<IteratorResult<object>> =>
    results.next().catch((error: unknown) => {
      if (stopped.signal.aborted) return over
      throw error
    })
  const end = async (): Promise<IteratorResult<object>> => {
    stopped.abort()
    return over
  }
  return { [Symbol.asyncIterator]: () => ({ next, return: end }) }
}

async function* readResults(send: Send, signal: AbortSignal): AsyncGenerator<object, void, undefined> {
  const response = await send('text/event-stream', signal)
  const isStream = response.headers.get('content-type')?.includes('event-stream') === true
  if (isStream && response.body !== null) yield* readEvents(response.body)
  else yield await readAnswerBody(response)
}

/** What the document's operations are; none where it is no GraphQL, which is for the hub to say. */
function operationsOf(query: string): readonly OperationDefinitionNode[] {
  try {
    return parse(query).definitions.filter((one) => one.kind === 'OperationDefinition')
  } catch {
    return []
  }
}

async function readAnswerBody(response: Response): Promise<object> {
  const type = response.headers.get('content-type') ?? ''
  if (!type.includes('json')) throw new Error(`The hub answered ${response.status} without JSON.`)
  return (await response.json()) as object
}
