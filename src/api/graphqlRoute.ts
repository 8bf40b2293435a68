import type { X509Certificate } from 'node:crypto'
import type { Logger } from 'pino'
import type { Authenticated } from '../identity/authenticator.ts'
import { ComityError } from '../model/errors.ts'
import type { Admission, Declared } from './admission.ts'
import { type Answer, errorAnswer, graphqlAnswer, statusOf } from './answer.ts'
import { EndingResults } from './endingResults.ts'
import { errorOf, formatted } from './errorOf.ts'
import type { Admitted, Executor, Result } from './executor.ts'
import { readBody, readQueryString } from './graphqlRequest.ts'
import { limits } from './limits/limits.ts'
import { OpenStreams } from './limits/openStreams.ts'
import { type AnswerType, eventStream, isJson, type Medium, negotiate, refusalType } from './mediaTypes.ts'

/** What the door needs. */
export interface GraphQLDoor {
  readonly admission: Admission
  readonly executor: Executor
  readonly log: Logger
}

/** A request as it arrived. */
export interface DoorRequest {
  readonly method: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly search: URLSearchParams
  readonly body: string
  /** That of the connection. Default: it has none. */
  readonly certificate?: X509Certificate | null
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
  const inside: Inside = { ...door, streams: new OpenStreams({ perPerson: limits.streamsPerPerson, all: limits.streams }) }
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
  readonly streams: OpenStreams
}

async function answer(inside: Inside, request: DoorRequest, medium: Medium): Promise<Answer | EventStream> {
  const { admission } = inside
  const declared = declaredIn(request.headers)
  const principal = await admission.authenticate(declared, request.certificate)
  const parameters = request.method === 'GET' ? readQueryString(request.search) : readBody(request.body)
  const admitted = await admission.admit(principal, declared, parameters, request.signal)
  if ('unreadable' in admitted) {
    const { unreadable } = admitted
    return medium === eventStream ? { results: only(unreadable), closed: () => {} } : resultAnswer(medium, unreadable)
  }
  const { operationType } = admitted
  // A GET may be repeated by anything on its way (GraphQL over HTTP, 5.2).
  if (request.method === 'GET' && operationType === 'mutation') throw new ComityError('BAD_REQUEST')
  if (operationType === 'subscription' && medium !== eventStream) throw new ComityError('EVENT_STREAM_REQUIRED')
  return medium === eventStream ? stream(inside, principal, admitted) : resultAnswer(medium, await oneResult(inside, principal, admitted))
}

/** The one result. Whose access is taken away meanwhile does not get it: UNAUTHENTICATED; what the operation has done is on record. */
async function oneResult({ admission, executor }: Inside, principal: Authenticated, admitted: Admitted): Promise<Result> {
  const ended = new AbortController()
  const forget = admission.untilEnd(principal, () => ended.abort(), { untilExpiry: false })
  try {
    const result = await executor.execute({ ...admitted, signal: AbortSignal.any([admitted.signal, ended.signal]) })
    if (ended.signal.aborted) throw new ComityError('UNAUTHENTICATED')
    return result
  } finally {
    forget()
  }
}

/** The results as events. When the caller's access ends, by whatever cause, so do they: with UNAUTHENTICATED. */
function stream({ admission, executor, streams, log }: Inside, principal: Authenticated, admitted: Admitted): EventStream {
  const counted = streams.open(principal)
  const over = new AbortController()
  const signal = AbortSignal.any([admitted.signal, over.signal])
  const results = new EndingResults(executor.results({ ...admitted, signal }), { onOver: () => over.abort() })
  const forget = admission.untilEnd(principal, () => results.breakOff(new ComityError('UNAUTHENTICATED')), { untilExpiry: true })
  return {
    results: told(results, log),
    closed() {
      forget()
      counted()
    },
  }
}

/** The results, and after them the error that ended them, if one did: the status has been sent by then. */
async function* told(results: AsyncIterable<Result>, log: Logger): AsyncGenerator<Result, void, undefined> {
  try {
    yield* results
  } catch (error) {
    yield { errors: [formatted(errorOf(error, log))] }
  }
}

async function* only(result: Result): AsyncGenerator<Result, void, undefined> {
  yield result
}

function resultAnswer(type: AnswerType, result: Result): Answer {
  return graphqlAnswer(type, statusOf(type, result), result)
}

function declaredIn(headers: DoorRequest['headers']): Declared {
  return {
    authorization: single(headers['authorization']),
    purpose: single(headers['comity-purpose']),
    emergency: single(headers['comity-emergency']),
    traceparent: single(headers['traceparent']),
  }
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value
}
