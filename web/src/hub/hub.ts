import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { type DocumentNode, print } from 'graphql'
import type { Declaration } from '../session/declaration.ts'
import type { Session } from '../session/session.ts'
import { HubProblem, problemsOf } from './hubProblem.ts'
import { readEvents } from './readEvents.ts'
import { inOnePiece, type RequestBody, sendRequest } from './sendRequest.ts'

/** What the hub answered. */
export interface HubAnswer<Data> {
  readonly data: Data
  /** What went wrong in parts of it. */
  readonly problems: readonly HubProblem[]
}

/** The hub, asked as the session's holder for the purpose declared at that moment. */
export interface Hub {
  /** Asks a question or carries out an act. Throws a `HubProblem` when there is no answer at all. */
  readonly ask: <Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    signal?: AbortSignal,
  ) => Promise<HubAnswer<Data>>
  /** Follows a subscription until it ends. Throws when it breaks off. */
  readonly follow: <Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    signal?: AbortSignal,
  ) => AsyncGenerator<HubAnswer<Data>, void, undefined>
  /** The hub has said in the midst of a stream that it takes the token no more: the next request sends another. */
  readonly refused: () => void
}

/** A hub for the panels of one session. */
export function createHub(session: Session, declared: () => Declaration): Hub {
  const until = (signal: AbortSignal | undefined): AbortSignal =>
    signal === undefined ? session.signal : AbortSignal.any([session.signal, signal])
  return {
    async ask(document, variables, signal) {
      const response = await sendRequest(session, declared(), bodyOf(document, variables), inOnePiece, until(signal))
      return readAnswer(await jsonOf(response))
    },
    async *follow(document, variables, signal) {
      const response = await sendRequest(session, declared(), bodyOf(document, variables), 'text/event-stream', until(signal))
      const isStream = response.headers.get('content-type')?.includes('event-stream') === true
      if (!isStream || response.body === null) yield readAnswer(await jsonOf(response))
      else for await (const result of readEvents(response.body)) yield readAnswer(result)
    },
    refused: session.refused,
  }
}

function bodyOf(document: DocumentNode, variables: unknown): RequestBody {
  const operation = document.definitions.find((one) => one.kind === 'OperationDefinition')
  // Its name goes on record with it.
  return { query: print(document), variables, operationName: operation?.name?.value }
}

async function jsonOf(response: Response): Promise<object> {
  const type = response.headers.get('content-type') ?? ''
  if (!type.includes('json')) throw new HubProblem(`The hub answered ${response.status} without JSON.`, 'NO_ANSWER')
  return (await response.json()) as object
}

function readAnswer<Data>(answer: object): HubAnswer<Data> {
  const { data } = answer as { readonly data?: Data | null }
  const problems = problemsOf(answer)
  if (data === undefined || data === null) throw problems[0] ?? new HubProblem('The hub gave no answer.', 'NO_ANSWER')
  return { data, problems }
}
