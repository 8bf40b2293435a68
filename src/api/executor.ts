import type { ApolloServer } from '@apollo/server'
import { type ExecutionResult, type GraphQLFormattedError, type GraphQLSchema, parse, subscribe } from 'graphql'
import type { Logger } from 'pino'
import type { HubOperation } from '../hub/hubOperation.ts'
import type { Hub } from '../hub.ts'
import { ComityError } from '../model/errors.ts'
import type { Caller } from '../model/principal.ts'
import { formatResultError } from './apollo.ts'
import type { GraphQLParameters } from './graphqlRequest.ts'
import { limits } from './limits/limits.ts'

/** What executes operations. */
export interface ExecutorParts {
  readonly apollo: ApolloServer<HubOperation>
  readonly schema: GraphQLSchema
  readonly hub: Pick<Hub, 'begin'>
  readonly log: Logger
}

/** An operation that was let in: whose it is, and what it is. */
export interface Admitted {
  readonly caller: Caller
  readonly parameters: GraphQLParameters
  /** SHA-256 of the document's text, in hex. */
  readonly documentHash: string
  readonly operationType: string
  /** Aborts when the caller goes away, and when the node wants to be done: then with a `ComityError`. */
  readonly signal: AbortSignal
  /** W3C trace id. */
  readonly traceId: string
}

/** A result as it may leave: its errors in our words, its disclosure recorded. */
export interface Result {
  readonly errors?: readonly GraphQLFormattedError[]
  readonly data?: unknown
  readonly extensions?: Readonly<Record<string, unknown>>
}

/**
 * Executes operations, whatever brought them here: HTTP and event streams today. A result that it gives is on record: the entry of what it discloses is
 * durable.
 */
export class Executor {
  readonly #parts: ExecutorParts

  constructor(parts: ExecutorParts) {
    this.#parts = parts
  }

  /** The one result of a query or a mutation. Throws AUDIT_UNAVAILABLE. */
  async execute(admitted: Admitted): Promise<Result> {
    using operation = this.#begin(admitted)
    const { data, errors } = await this.#run(admitted, operation)
    // Awaited: the operation ends once it is on record.
    return await this.#concluded(admitted, operation, {
      ...(errors === undefined ? {} : { errors }),
      ...(data === undefined ? {} : { data }),
    })
  }

  /**
   * The results of any operation, each made when the one before has been taken: who takes them slowly gets fewer. A caller who is gone gets no more. However it ends, the calls to
   * the bureaus end with it. Throws AUDIT_UNAVAILABLE.
   */
  async *results(admitted: Admitted): AsyncGenerator<Result, void, undefined> {
    if (admitted.operationType !== 'subscription') {
      yield await this.execute(admitted)
      return
    }
    const over = new AbortController()
    using operation = this.#begin({ ...admitted, signal: AbortSignal.any([admitted.signal, over.signal]) })
    try {
      const { data, errors } = await this.#run(admitted, operation)
      if (errors !== undefined) {
        yield await this.#concluded(admitted, operation, { errors, ...(data === undefined ? {} : { data }) })
        return
      }
      for await (const result of this.#subscribed(admitted, operation)) {
        if (isGone(admitted.signal)) return
        yield await this.#concluded(admitted, operation, result)
      }
    } finally {
      over.abort()
    }
  }

  #begin({ caller, signal, traceId }: Admitted): HubOperation {
    return this.#parts.hub.begin(caller, { signal, traceId })
  }

  /** Validates and executes. Of a subscription there is nothing to execute yet: Apollo Server parses and validates it, and hands back no data and no errors. */
  async #run({ parameters }: Admitted, contextValue: HubOperation): Promise<Result> {
    const { query, variables, operationName, extensions } = parameters
    const { body } = await this.#parts.apollo.executeOperation(
      {
        query,
        ...(variables === null ? {} : { variables }),
        ...(operationName === null ? {} : { operationName }),
        ...(extensions === null ? {} : { extensions }),
      },
      { contextValue },
    )
    if (body.kind !== 'single') throw new Error('an incremental answer')
    return body.singleResult
  }

  /** Only for a document that was found valid. */
  async *#subscribed({ parameters }: Admitted, operation: HubOperation): AsyncGenerator<Result, void, undefined> {
    const { query, variables, operationName } = parameters
    const document = parse(query, { maxTokens: limits.tokens })
    const source = await subscribe({
      schema: this.#parts.schema,
      document,
      contextValue: operation,
      variableValues: variables,
      operationName,
    })
    if (Symbol.asyncIterator in source) for await (const result of source) yield this.#formatted(result)
    else yield this.#formatted(source)
  }

  #formatted({ errors, data }: ExecutionResult): Result {
    const said = errors?.map((error) => formatResultError(error, this.#parts.log))
    return { ...(said === undefined ? {} : { errors: said }), ...(data === undefined ? {} : { data }) }
  }

  /** The result once its entry is durable, with what the operation says of itself. */
  async #concluded({ parameters, documentHash, operationType }: Admitted, operation: HubOperation, result: Result): Promise<Result> {
    const { operationName } = parameters
    const extensions = await operation.conclude({ operationName, documentHash, operationType, errors: result.errors?.length ?? 0 })
    return Object.keys(extensions).length === 0 ? result : { ...result, extensions }
  }
}

/** Whether nobody is there any more to take a result. A node that wants to be done still gives the last one. */
function isGone({ aborted, reason }: AbortSignal): boolean {
  return aborted && !(reason instanceof ComityError)
}
