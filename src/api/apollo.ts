import { randomUUID } from 'node:crypto'
import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin, HeaderMap } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema, Kind, OperationTypeNode } from 'graphql'
import type { Logger } from 'pino'
import type { HubOperation } from '../hub/hubOperation.ts'
import { ComityError } from '../model/errors.ts'
import type { CompiledQueries } from './compiled/compiledQueries.ts'
import { limits } from './limits/limits.ts'
import { plainMessage } from './plainMessage.ts'

/** Apollo Server behind our own door: it validates and formats, `queries` execute; HTTP, limits and the record are ours. Without `queries` it executes by graphql-js. */
export function createApollo(schema: GraphQLSchema, log: Logger, queries: CompiledQueries | null): ApolloServer<HubOperation> {
  return new ApolloServer<HubOperation>({
    ...(queries === null ? { schema } : { gateway: compiledExecution(schema, queries) }),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    maxRecursiveSelections: true,
    persistedQueries: false,
    parseOptions: { maxTokens: limits.tokens },
    logger: quiet(log),
    // Its own cache control wraps every resolver: 40 % of the CPU of a page (docs/decisions/007-http-and-identity.md).
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      subscriptionsValidated,
    ],
    formatError: (formatted, error) => formatError(formatted, error, log),
  })
}

type Gateway = ApolloServerOptionsWithGateway<HubOperation>['gateway']
type GatewayExecutor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>

/** Apollo Server's hook for whoever executes in its place: it parses, validates and formats, and knows nothing of plans. */
function compiledExecution(schema: GraphQLSchema, queries: CompiledQueries): Gateway {
  const executor: GatewayExecutor = async ({ document, queryHash, request, context }) => {
    const { operationName = null, variables = null } = request
    const asked = { hash: queryHash, operationName, variables, contextValue: context as HubOperation }
    return (await queries.execute(document, asked)) as Awaited<ReturnType<GatewayExecutor>>
  }
  return {
    load: async () => ({ executor }),
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' })
      return () => {}
    },
    stop: async () => {},
  }
}

/** Apollo Server executes no subscriptions: once it has found one valid it gives it back, with neither data nor errors. */
const subscriptionsValidated: ApolloServerPlugin<HubOperation> = {
  requestDidStart: async () => ({
    responseForOperation: async ({ operation }) =>
      operation?.operation === OperationTypeNode.SUBSCRIPTION
        ? { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: {} } }
        : null,
  }),
}

/**
 * What Apollo says of itself, without its words: they repeat messages of errors, which may hold a value. The error itself is logged by
 * `formatError`.
 */
function quiet(log: Logger) {
  const say = () => log.warn('Apollo Server reported something; see the errors beside this line')
  return { debug: () => {}, info: () => {}, warn: say, error: say }
}

/** Codes that graphql-js and Apollo give, which are in our table too. */
const passed = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'OPERATION_RESOLUTION_FAILURE'])

/** An error as a caller sees it: one of ours, one about the request's own text, or a reference and nothing else. */
export function formatError(formatted: GraphQLFormattedError, error: unknown, log: Logger): GraphQLFormattedError {
  const cause = originalOf(error)
  if (cause instanceof ComityError) return { ...placeOf(formatted), message: cause.message, extensions: cause.extensions }
  const code = formatted.extensions?.['code']
  if (typeof code === 'string' && passed.has(code)) {
    const known = code === 'OPERATION_RESOLUTION_FAILURE' ? 'BAD_USER_INPUT' : code
    return { ...placeOf(formatted), message: plainMessage(formatted.message), extensions: { code: known } }
  }
  const masked = internalError(cause, log)
  return { message: masked.message, extensions: { code: masked.code } }
}

/** An error of a result that did not come from Apollo Server, with the same verdict: whatever is wrong with a variable is the caller's mistake. */
export function formatResultError(error: GraphQLError, log: Logger): GraphQLFormattedError {
  const wrongVariable = error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION
  const formatted = error.toJSON()
  return formatError(wrongVariable ? { ...formatted, extensions: { code: 'BAD_USER_INPUT' } } : formatted, error, log)
}

/**
 * An error that says nothing but a reference; the log has the reference and where it happened, without the message, which might hold a
 * value.
 */
export function internalError(cause: unknown, log: Logger): ComityError {
  const reference = randomUUID()
  log.error(
    { reference, error: cause instanceof Error ? { name: cause.name, stack: framesOf(cause) } : typeof cause },
    'an operation failed',
  )
  return new ComityError('INTERNAL_ERROR', { reference })
}

function placeOf({ locations }: GraphQLFormattedError): Pick<GraphQLFormattedError, 'locations'> {
  return locations === undefined ? {} : { locations }
}

function originalOf(error: unknown): unknown {
  let current = error
  while (current instanceof GraphQLError && current.originalError) current = current.originalError
  return current
}

/** Where it happened, without the message, which might hold a value. */
function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
}
