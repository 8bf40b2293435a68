import { randomBytes } from 'node:crypto'
import type { ApolloServer } from '@apollo/server'
import { GraphQLError } from 'graphql'
import type { Logger } from 'pino'
import type { HubOperation } from '../hub/hubOperation.ts'
import type { Hub } from '../hub.ts'
import type { Authenticator } from '../identity/authenticator.ts'
import { readEmergency } from '../identity/emergency.ts'
import { readPurpose } from '../identity/purpose.ts'
import { ComityError } from '../model/errors.ts'
import type { Caller } from '../model/principal.ts'
import { type Answer, errorAnswer, graphqlAnswer, statusOf } from './answer.ts'
import { internalError } from './apollo.ts'
import { Documents, type KnownDocument, operationTypeOf } from './documents.ts'
import { type GraphQLParameters, readBody, readQueryString } from './graphqlRequest.ts'
import { assertAffordable } from './limits/measure.ts'
import { type AnswerType, isJson, negotiate } from './mediaTypes.ts'
import { plainMessage } from './plainMessage.ts'

/** What the door needs. */
export interface GraphQLDoor {
  readonly apollo: ApolloServer<HubOperation>
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
  /** Fires when the caller goes away. */
  readonly signal: AbortSignal
}

/** Answers GraphQL over HTTP requests, to the letter of the specification. Never throws. */
export function graphqlDoor(door: GraphQLDoor): (request: DoorRequest) => Promise<Answer> {
  const documents = new Documents()
  return async (request) => {
    const type = negotiate(single(request.headers['accept']))
    if (request.method !== 'GET' && request.method !== 'POST') {
      const answer = errorAnswer('application/json', new ComityError('BAD_REQUEST'), 405)
      return { ...answer, headers: { ...answer.headers, allow: 'GET, POST' } }
    }
    if (type === null) return errorAnswer('application/json', new ComityError('BAD_REQUEST'), 406)
    if (request.method === 'POST' && !isJson(single(request.headers['content-type'])))
      return errorAnswer(type, new ComityError('BAD_REQUEST'), 415)
    try {
      return await answer(door, documents, request, type)
    } catch (error) {
      return errorAnswer(type, error instanceof ComityError ? error : internalError(error, door.log))
    }
  }
}

async function answer(door: GraphQLDoor, documents: Documents, request: DoorRequest, type: AnswerType): Promise<Answer> {
  const principal = await door.authenticator.authenticate(bearerOf(request))
  const parameters = request.method === 'GET' ? readQueryString(request.search) : readBody(request.body)
  const declared = { header: single(request.headers['comity-purpose']), extension: parameters.extensions?.['purpose'] }
  const purpose = readPurpose(declared, principal.purposes, door.purposes)
  const instant = door.clock()
  const named = readEmergency({ header: single(request.headers['comity-emergency']), extension: parameters.extensions?.['emergency'] })
  const date = new Date(instant).toISOString().slice(0, 10)
  const caller = door.hub.admit({ principal, purpose, date, instant, emergency: null }, named)
  const known = read(documents, parameters.query)
  if (known instanceof GraphQLError) return syntaxAnswer(type, known)
  assertAffordable(known.document, parameters.variables)
  const operationType = operationTypeOf(known.document, parameters.operationName)
  // A GET may be repeated by anything on its way (GraphQL over HTTP, 5.2).
  if (request.method === 'GET' && operationType === 'mutation') throw new ComityError('BAD_REQUEST')
  return execute(door, { caller, parameters, known, operationType, type, request })
}

interface Execution {
  readonly caller: Caller
  readonly parameters: GraphQLParameters
  readonly known: KnownDocument
  readonly operationType: string
  readonly type: AnswerType
  readonly request: DoorRequest
}

async function execute(door: GraphQLDoor, { caller, parameters, known, operationType, type, request }: Execution): Promise<Answer> {
  const { query, variables, operationName, extensions } = parameters
  using operation = door.hub.begin(caller, { signal: request.signal, traceId: traceOf(request) })
  const response = await door.apollo.executeOperation(
    {
      query,
      ...(variables === null ? {} : { variables }),
      ...(operationName === null ? {} : { operationName }),
      ...(extensions === null ? {} : { extensions }),
    },
    { contextValue: operation },
  )
  if (response.body.kind !== 'single') throw new Error('an incremental answer')
  const { data, errors } = response.body.singleResult
  const outcome = { operationName, documentHash: known.hash, operationType, errors: errors?.length ?? 0 }
  const concluded = await operation.conclude(outcome)
  const result = {
    ...(errors === undefined ? {} : { errors }),
    ...(data === undefined ? {} : { data }),
    ...(Object.keys(concluded).length === 0 ? {} : { extensions: concluded }),
  }
  return graphqlAnswer(type, statusOf(type, result), result)
}

function read(documents: Documents, text: string): KnownDocument | GraphQLError {
  try {
    return documents.read(text)
  } catch (error) {
    if (error instanceof GraphQLError) return error
    throw error
  }
}

function syntaxAnswer(type: AnswerType, error: GraphQLError): Answer {
  const { message, locations } = error.toJSON()
  const errors = [{ message: plainMessage(message), ...(locations ? { locations } : {}), extensions: { code: 'GRAPHQL_PARSE_FAILED' } }]
  return graphqlAnswer(type, statusOf(type, { errors }), { errors })
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
