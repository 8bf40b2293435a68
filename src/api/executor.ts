import { randomBytes } from 'node:crypto'
import type { ApolloServer } from '@apollo/server'
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql'
import type { Logger } from 'pino'
import { AlertFeed, type FeedItem } from '../hub/alertFeed.ts'
import type { Delivery } from '../hub/delivery.ts'
import type { DeliveryRecord } from '../hub/deliveryRecord.ts'
import type { HubOperation } from '../hub/hubOperation.ts'
import type { Hub } from '../hub.ts'
import { ComityError } from '../model/errors.ts'
import type { Caller } from '../model/principal.ts'
import { alikeKey } from './alike.ts'
import { AlikeResult, cursorsPlace } from './alikeResult.ts'
import { formatResultError } from './apollo.ts'
import type { CompiledQueries } from './compiled/compiledQueries.ts'
import type { GraphQLParameters } from './graphqlRequest.ts'
import { together } from './togetherResults.ts'

/** What executes operations. */
export interface ExecutorParts {
  readonly apollo: ApolloServer<HubOperation>
  readonly schema: GraphQLSchema
  /** Null: graphql-js executes everything. */
  readonly queries: CompiledQueries | null
  readonly hub: Pick<Hub, 'begin'>
  readonly log: Logger
}

/** An operation that was let in: whose it is, and what it is. */
export interface Admitted {
  readonly caller: Caller
  readonly parameters: GraphQLParameters
  readonly document: DocumentNode
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

/** A subscription that goes on in the operation that began it. */
interface Subscribed {
  readonly source: AsyncIterable<unknown> | Result
  readonly operation: HubOperation
  readonly over: AbortController
}

/**
 * Executes operations, whatever brought them here: HTTP, event streams and sockets. A result that it gives is on record: the entry of what it discloses is
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
   * The results of any operation, each made when the one before has been taken: who takes them slowly gets fewer. Where several alerts wait for a caller they come together: see `resultsIn`. A caller who is
   * gone gets no more. However it ends, the calls to the bureaus end with it. Throws AUDIT_UNAVAILABLE.
   */
  async *results(admitted: Admitted): AsyncGenerator<Result, void, undefined> {
    if (admitted.operationType !== 'subscription') {
      yield await this.execute(admitted)
      return
    }
    const begun = await this.#subscribed(admitted)
    if (begun instanceof AlertFeed) {
      for await (const item of endingWith(begun, admitted.signal)) yield await this.#alertResults(admitted, begun, item)
      return
    }
    const { source, over } = begun
    using operation = begun.operation
    try {
      if (!(Symbol.asyncIterator in source)) {
        yield await this.#concluded(admitted, operation, source)
        return
      }
      for await (const value of source) {
        const result = await this.#executed(admitted, value, operation)
        if (isGone(admitted.signal)) return
        yield await this.#concluded(admitted, operation, result)
      }
    } finally {
      over.abort()
    }
  }

  /**
   * Begins a subscription. A feed of alerts lasts for days, and there are thousands: what it asks of the bureaus it asks in operations of its own, each with the members and rules of its moment, and nothing of
   * the one that began it is kept. Throws AUDIT_UNAVAILABLE.
   */
  async #subscribed(admitted: Admitted): Promise<AlertFeed | Subscribed> {
    const over = new AbortController()
    const operation = this.#begin({ ...admitted, signal: AbortSignal.any([admitted.signal, over.signal]) })
    let goesOn = false
    try {
      const { data, errors } = await this.#run(admitted, operation)
      const source = errors === undefined ? await this.#source(admitted, operation) : { errors, ...(data === undefined ? {} : { data }) }
      if (source instanceof AlertFeed) {
        await this.#concluded(admitted, operation, {})
        return source
      }
      goesOn = true
      return { source, operation, over }
    } finally {
      if (!goesOn) {
        over.abort()
        operation[Symbol.dispose]()
      }
    }
  }

  #begin({ caller, signal, traceId }: Admitted): HubOperation {
    return this.#parts.hub.begin(caller, { signal, traceId })
  }

  /** Executes a query that is known to be valid at once, and leaves everything else to Apollo Server: it parses and validates. Of a subscription there is nothing to execute yet: it hands back no data and no errors. */
  async #run({ parameters, documentHash: hash }: Admitted, contextValue: HubOperation): Promise<Result> {
    const { query, variables, operationName, extensions } = parameters
    const known = await this.#parts.queries?.executeKnown({ hash, operationName, variables, contextValue })
    if (known) return this.#formatted(known)
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

  /** What the values of a subscription come from, or why nothing comes. Only for a document that was found valid. */
  async #source({ parameters, document }: Admitted, contextValue: HubOperation): Promise<AsyncIterable<unknown> | Result> {
    const { variables: variableValues, operationName } = parameters
    const source = await createSourceEventStream({ schema: this.#parts.schema, document, contextValue, variableValues, operationName })
    return Symbol.asyncIterator in source ? source : this.#formatted(source)
  }

  /** What a subscription makes of one value. */
  async #executed({ parameters, document }: Admitted, rootValue: unknown, contextValue: HubOperation): Promise<Result> {
    const { variables: variableValues, operationName } = parameters
    return this.#formatted(await execute({ schema: this.#parts.schema, document, rootValue, contextValue, variableValues, operationName }))
  }

  /**
   * An alert leaves when it is on record that the caller gets it, and those that follow it at once leave with it: one wait for the disk, however far behind the caller is. The stream's own words tell nothing
   * of any record.
   */
  async #alertResults(admitted: Admitted, feed: AlertFeed, item: FeedItem): Promise<Result> {
    if (item.delivery === null) return this.#told(admitted, item)
    const items = [item, ...feed.ready()]
    return together(await Promise.all(items.map(({ delivery, alerts }) => this.#delivered(admitted, feed, delivery, alerts.cursor))))
  }

  async #delivered(admitted: Admitted, feed: AlertFeed, delivery: Delivery, cursor: string): Promise<Result> {
    const { parameters, document, documentHash: hash } = admitted
    const key = alikeKey({ hash, document }, parameters.operationName, parameters.variables)
    const { result, record } = await delivery.once(key, () => this.#executedOnce(admitted, delivery))
    await record.note(feed.recipient)
    return result.withCursor(cursor)
  }

  /** Executes a delivery for all who get it alike. */
  async #executedOnce(admitted: Admitted, delivery: Delivery): Promise<{ readonly result: AlikeResult; readonly record: DeliveryRecord }> {
    using operation = this.#aside(delivery.caller)
    const { alert } = delivery
    operation.toldOf(alert)
    const { errors, data } = await this.#executed(admitted, { alerts: { alert, cursor: cursorsPlace }, delivery }, operation)
    const { extensions } = operation
    const record = operation.deliveryRecord(delivery, { hash: admitted.documentHash, errors: errors?.length ?? 0 })
    return {
      result: new AlikeResult({
        ...(errors === undefined ? {} : { errors }),
        ...(data === undefined ? {} : { data }),
        ...(Object.keys(extensions).length === 0 ? {} : { extensions }),
      }),
      record,
    }
  }

  async #told(admitted: Admitted, item: FeedItem): Promise<Result> {
    using operation = this.#aside(admitted.caller)
    return await this.#executed(admitted, item, operation)
  }

  /** An operation of its own, that nobody else's leaving ends. */
  #aside(caller: Caller): HubOperation {
    return this.#parts.hub.begin(caller, {
      signal: new AbortController().signal,
      traceId: randomBytes(16).toString('hex'),
      uncounted: true,
    })
  }

  #formatted({ errors, data }: ExecutionResult): Result {
    const said = errors?.map((error) => formatResultError(error, this.#parts.log))
    return { ...(said === undefined ? {} : { errors: said }), ...(data === undefined ? {} : { data }) }
  }

  /** The result once its entry is durable, with what the operation says of itself. */
  async #concluded({ parameters, documentHash, operationType }: Admitted, operation: HubOperation, result: Result): Promise<Result> {
    const { operationName, variables } = parameters
    const codes = [...new Set(result.errors?.map(({ extensions }) => String(extensions?.['code'])))].sort()
    const errors = result.errors?.length ?? 0
    const extensions = await operation.conclude({ operationName, documentHash, operationType, errors, codes, variables })
    return Object.keys(extensions).length === 0 ? result : { ...result, extensions }
  }
}

/** A feed that ends when the caller does. */
function endingWith(feed: AlertFeed, signal: AbortSignal): AlertFeed {
  const end = () => void feed.return()
  signal.addEventListener('abort', end, { once: true })
  if (signal.aborted) end()
  return feed
}

/** Whether nobody is there any more to take a result. A node that wants to be done still gives the last one. */
function isGone({ aborted, reason }: AbortSignal): boolean {
  return aborted && !(reason instanceof ComityError)
}
