import { randomBytes } from 'node:crypto'
import type { ApolloServer } from '@apollo/server'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { HubOperation } from '../hub/hubOperation.ts'
import type { Hub } from '../hub.ts'
import type { Authenticator } from '../identity/authenticator.ts'
import { readEmergency } from '../identity/emergency.ts'
import { readPurpose } from '../identity/purpose.ts'
import { ComityError } from '../model/errors.ts'
import { type Answer, errorAnswer, graphqlAnswer, statusOf } from './answer.ts'
import { internalError } from './apollo.ts'
import { Documents, type KnownDocument, operationTypeOf } from './documents.ts'
import { Executor, type Result } from './executor.ts'
import { readBody, readQueryString } from './graphqlRequest.ts'
import { assertAffordable } from './limits/measure.ts'
import { OpenStreams } from './limits/openStreams.ts'
import { type AnswerType, eventStream, isJson, type Medium, negotiate, refusalType } from './mediaTypes.ts'
import { plainMessage } from './plainMessage.ts'

/** What the door needs. */
export interface GraphQLDoor {
  readonly apollo: ApolloServer<HubOperation>
  readonly schema: GraphQLSchema
  readonly hub: Pick<Hub, 'begin' | 'admit'>
  readonly authenticator: Authenticator
  /** Values of the `Purpose` enum. */
  readonly purposes: readonly string[]
  /** Epoch milliseconds. */
  readonly clock: () => number
  readonly log: Logger
}

/** A request as it arrived. */
export interface DoorRequest {
  readonly method: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly search: URLSearchParams
  readonly body: string
  /** Aborts when the caller goes away, and when the node wants to be done: then with a `ComityError`. */
  readonly signal: AbortSignal
}

/** An answer that comes in parts: an event each. */
export interface EventStream {
  readonly results: AsyncIterable<Result>
  /** To be called when the stream is over, however it came to that. */
  closed(): void
}

/** Answers GraphQL over HTTP requests, to the letter of the specification; and as an event stream those who accept one (GraphQL over SSE). Never throws. */
export function graphqlDoor(door: GraphQLDoor): (request: DoorRequest) => Promise<Answer | EventStream> {
  const inside: Inside = { ...door, documents: new Documents(), executor: new Executor(door), streams: new OpenStreams() }
  return async (request) => {
    const medium = negotiate(single(request.headers['accept']))
    if (request.method !== 'GET' && request.method !== 'POST') {
      const answer = errorAnswer('application/json', new ComityError('BAD_REQUEST'), 405)
      return { ...answer, headers: { ...answer.headers, allow: 'GET, POST' } }
    }
    if (medium === null) return errorAnswer('application/json', new ComityError('BAD_REQUEST'), 406)
    const type = refusalType(medium)
    if (request.method === 'POST' && !isJson(single(request.headers['content-type'])))
      return errorAnswer(type, new ComityError('BAD_REQUEST'), 415)
    try {
      return await answer(inside, request, medium)
    } catch (error) {
      return errorAnswer(type, errorOf(error, door.log))
    }
  }
}

interface Inside extends GraphQLDoor {
  readonly documents: Documents
  readonly executor: Executor
  readonly streams: OpenStreams
}

async function answer(inside: Inside, request: DoorRequest, medium: Medium): Promise<Answer | EventStream> {
  const principal = await inside.authenticator.authenticate(bearerOf(request))
  const parameters = request.method === 'GET' ? readQueryString(request.search) : readBody(request.body)
  const declared = { header: single(request.headers['comity-purpose']), extension: parameters.extensions?.['purpose'] }
  const purpose = readPurpose(declared, principal.purposes, inside.purposes)
  const instant = inside.clock()
  const named = readEmergency({ header: single(request.headers['comity-emergency']), extension: parameters.extensions?.['emergency'] })
  const date = new Date(instant).toISOString().slice(0, 10)
  const caller = inside.hub.admit({ principal, purpose, date, instant, emergency: null }, named)
  const read = readDocument(inside.documents, parameters.query)
  if (read instanceof GraphQLError)
    return medium === eventStream ? { results: only(syntaxErrors(read)), closed: () => {} } : resultAnswer(medium, syntaxErrors(read))
  assertAffordable(read.document, parameters.variables)
  const operationType = operationTypeOf(read.document, parameters.operationName)
  // A GET may be repeated by anything on its way (GraphQL over HTTP, 5.2).
  if (request.method === 'GET' && operationType === 'mutation') throw new ComityError('BAD_REQUEST')
  if (operationType === 'subscription' && medium !== eventStream) throw new ComityError('EVENT_STREAM_REQUIRED')
  const { signal } = request
  const admitted = {
    caller,
    parameters,
    document: read.document,
    documentHash: read.hash,
    operationType,
    signal,
    traceId: traceOf(request),
  }
  if (medium !== eventStream) return resultAnswer(medium, await inside.executor.execute(admitted))
  const closed = inside.streams.open(principal)
  return { results: told(inside.executor.results(admitted), inside.log), closed }
}

/** The results, and after them the error that ended them, if one did: the status has been sent by then. */
async function* told(results: AsyncIterable<Result>, log: Logger): AsyncGenerator<Result, void, undefined> {
  try {
    yield* results
  } catch (error) {
    const { message, code } = errorOf(error, log)
    yield { errors: [{ message, extensions: { code } }] }
  }
}

async function* only(result: Result): AsyncGenerator<Result, void, undefined> {
  yield result
}

function errorOf(error: unknown, log: Logger): ComityError {
  return error instanceof ComityError ? error : internalError(error, log)
}

function resultAnswer(type: AnswerType, result: Result): Answer {
  return graphqlAnswer(type, statusOf(type, result), result)
}

function readDocument(documents: Documents, text: string): KnownDocument | GraphQLError {
  try {
    return documents.read(text)
  } catch (error) {
    if (error instanceof GraphQLError) return error
    throw error
  }
}

function syntaxErrors(error: GraphQLError): Result {
  const { message, locations } = error.toJSON()
  return { errors: [{ message: plainMessage(message), ...(locations ? { locations } : {}), extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] }
}

/** Throws UNAUTHENTICATED when there is no bearer token (RFC 6750, 2.1: the header only, never a parameter). */
function bearerOf(request: DoorRequest): string {
  const match = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(single(request.headers['authorization']) ?? '')
  if (match?.[1] === undefined) throw new ComityError('UNAUTHENTICATED')
  return match[1]
}

/** The trace that the request belongs to (W3C Trace Context), or a new one. */
function traceOf(request: DoorRequest): string {
  const match = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/.exec(single(request.headers['traceparent']) ?? '')
  return match?.[1] ?? randomBytes(16).toString('hex')
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value
}
