import {
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
} from 'graphql'
import { makeServer, type Server } from 'graphql-ws'
import type { Logger } from 'pino'
import { ComityError } from '../../model/errors.ts'
import type { Admission, Declared } from '../admission.ts'
import { EndingResults } from '../endingResults.ts'
import { errorOf, formatted } from '../errorOf.ts'
import type { Admitted, Executor, Result } from '../executor.ts'
import { parametersOf } from '../graphqlRequest.ts'
import { limits } from '../limits/limits.ts'
import type { OpenStreams } from '../limits/openStreams.ts'
import { resultsIn } from '../togetherResults.ts'
import { closeCodes } from './closeCodes.ts'
import type { Connection } from './connection.ts'
import { readConnectionParams } from './connectionParams.ts'

/** What the protocol works with. */
export interface ProtocolParts {
  readonly schema: GraphQLSchema
  readonly admission: Admission
  readonly executor: Executor
  readonly log: Logger
  /** Sockets that are open, by person. */
  readonly sockets: OpenStreams
  /** Subscriptions that are followed on sockets. */
  readonly subscriptions: OpenStreams
  readonly isDraining: () => boolean
  /** How long a client may take to say who it is, in milliseconds. */
  readonly initMs: number
}

/** Errors that end an operation, as they are sent. */
class Refusal extends Error {
  readonly errors: readonly GraphQLFormattedError[]

  constructor(errors: readonly GraphQLFormattedError[]) {
    super('refused')
    this.errors = errors
  }
}

/** Our executor parses and executes; graphql-ws looks at a document only to learn whether to expect one result or several. */
const severalResults = parse('subscription { __typename }')

/** graphql-transport-ws, with operations let in and executed as over HTTP. The context of a socket has its connection as `extra`. */
export function socketProtocol(parts: ProtocolParts): Server<{ readonly connection: Connection }> {
  return makeServer<Record<string, unknown>, { readonly connection: Connection }>({
    connectionInitWaitTimeout: parts.initMs,
    onConnect: ({ connectionParams, extra }) => signIn(parts, extra.connection, connectionParams),
    onSubscribe: async ({ subscriptions, extra }, _id, payload) => {
      try {
        if (Object.keys(subscriptions).length > limits.operationsPerSocket)
          throw new ComityError('TOO_MANY_STREAMS', { reason: `${limits.operationsPerSocket} on this socket` })
        if (parts.isDraining()) throw new ComityError('NODE_DRAINING')
        const contextValue = await begin(parts, extra.connection, payload)
        return { schema: parts.schema, document: severalResults, contextValue }
      } catch (error) {
        return [new GraphQLError('refused', { originalError: error instanceof Error ? error : null })]
      }
    },
    subscribe: ({ contextValue }) => contextValue as EndingResults as unknown as AsyncGenerator<ExecutionResult>,
    // As they are: graphql-ws would have errors of another class.
    onNext: (_context, _id, _payload, _args, result) => result as FormattedExecutionResult,
    onError: ({ extra }, _id, _payload, [error]) => {
      const cause = error?.originalError
      // Whoever finds out first that the access has ended: it is the socket's end, after which a client comes back with another token.
      if (cause instanceof ComityError && cause.code === 'UNAUTHENTICATED') extra.connection.close(closeCodes.forbidden, 'Forbidden')
      return cause instanceof Refusal ? cause.errors : [formatted(errorOf(cause, parts.log))]
    },
  })
}

/** Learns whose socket it is. False: it has been closed, with the code that says why. */
async function signIn({ admission, sockets }: ProtocolParts, connection: Connection, params: Record<string, unknown> | undefined) {
  const declared = readConnectionParams(params)
  if (declared === null) return refuse(connection, closeCodes.badRequest, 'Invalid connection_init payload')
  try {
    const principal = await admission.authenticate(declared, connection.certificate)
    await admission.assertDeclared(principal, declared)
    if (connection.isClosing) return false
    const counted = sockets.open(principal)
    const forget = admission.untilEnd(principal, () => connection.close(closeCodes.forbidden, 'Forbidden'), { untilExpiry: true })
    connection.session = {
      declared,
      principal,
      end() {
        forget()
        counted()
      },
    }
    return true
  } catch (error) {
    if (!(error instanceof ComityError)) throw error
    const [code, reason] = refusals[error.code] ?? [closeCodes.badRequest, error.code]
    return refuse(connection, code, reason)
  }
}

const refusals: Readonly<Record<string, readonly [number, string]>> = {
  UNAUTHENTICATED: [closeCodes.unauthorized, 'Unauthorized'],
  PURPOSE_NOT_ALLOWED: [closeCodes.forbidden, 'Forbidden: PURPOSE_NOT_ALLOWED'],
  TOO_MANY_STREAMS: [closeCodes.tryAgainLater, 'TOO_MANY_STREAMS'],
}

function refuse(connection: Connection, code: number, reason: string): false {
  connection.close(code, reason)
  return false
}

/** Lets an operation in, and gives its results. Throws what refuses it. */
async function begin(parts: ProtocolParts, connection: Connection, payload: unknown): Promise<EndingResults> {
  const { admission, executor } = parts
  const declared = connection.session?.declared ?? nothingDeclared
  // Asked anew for each operation, as over HTTP: what the registry says of a bureau may have changed.
  const principal = await admission.authenticate(declared, connection.certificate)
  const over = new AbortController()
  const admitted = await admission.admit(principal, declared, parametersOf(payload), over.signal)
  if ('unreadable' in admitted) throw new Refusal(admitted.unreadable.errors ?? [])
  const counted = admitted.operationType === 'subscription' ? parts.subscriptions.open(principal) : () => {}
  connection.operations.add(over)
  return new EndingResults(resultsOf(executor, admitted), {
    onOver() {
      connection.operations.delete(over)
      over.abort()
      counted()
    },
  })
}

const nothingDeclared: Declared = { authorization: undefined, purpose: undefined, emergency: undefined, traceparent: undefined }

/** The results; one of errors alone, which over HTTP is an answer like any other, ends the operation here. */
async function* resultsOf(executor: Executor, admitted: Admitted): AsyncGenerator<Result, void, undefined> {
  for await (const some of executor.results(admitted)) {
    for (const result of resultsIn(some)) {
      if (result.data === undefined && result.errors !== undefined) throw new Refusal(result.errors)
      yield result
    }
  }
}
