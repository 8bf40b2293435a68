import { createHash } from 'node:crypto'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { type ExecutionResult, type GraphQLSchema, graphql, parse, subscribe, validate } from 'graphql'
import { CompiledQueries } from '../../src/api/compiled/compiledQueries.ts'
import { JsonText } from '../../src/api/compiled/jsonText.ts'
import { resolvers } from '../../src/api/executableSchema.ts'
import { attachGovernedFields } from '../../src/api/governedFields.ts'
import { readTypeDefs } from '../../src/api/readCatalogue.ts'
import { AuditLog } from '../../src/audit/auditLog.ts'
import type { ActEntry, AuditEntry } from '../../src/audit/entry.ts'
import type { HubOperation } from '../../src/hub/hubOperation.ts'
import { Hub, type HubParts } from '../../src/hub.ts'
import type { Caller } from '../../src/model/principal.ts'
import { Store } from '../../src/store/store.ts'
import { caller } from './caller.ts'
import { catalogue } from './catalogue.ts'
import type { MemoryBureau } from './memoryBureau.ts'

let schema: GraphQLSchema | null = null

function hubSchema(): GraphQLSchema {
  schema ??= attachGovernedFields(makeExecutableSchema({ typeDefs: readTypeDefs(), resolvers }), catalogue)
  return schema
}

/** Executes an operation as the server does: by a plan where there is one. */
async function executed(queries: CompiledQueries, source: string, variables: Record<string, unknown>, contextValue: HubOperation) {
  const asked = { hash: createHash('sha256').update(source).digest('hex'), operationName: null, variables, contextValue }
  const known = await queries.executeKnown(asked)
  if (known !== null) return withData(known)
  const document = parse(source)
  const errors = validate(hubSchema(), document)
  return errors.length > 0 ? { errors } : withData(await queries.execute(document, asked))
}

function withData(result: ExecutionResult): ExecutionResult {
  const { data } = result
  return data instanceof JsonText ? { ...result, data: data.toJSON() as Record<string, unknown> } : result
}

/** A hub over bureaus in memory, asked by GraphQL without HTTP: by plans as the server does, or by graphql-js alone. */
export function memoryHub(bureaus: readonly MemoryBureau[], over: Partial<HubParts> = {}, by: 'plans' | 'graphql-js' = 'plans') {
  const queries = new CompiledQueries({ schema: hubSchema() })
  const entries: AuditEntry[] = []
  const audit = new AuditLog(
    (batch) => {
      for (const one of batch) {
        const entry = JSON.parse(one.entry) as AuditEntry | ActEntry
        if (!('act' in entry)) entries.push(entry)
      }
    },
    () => Date.now(),
    () => {},
  )
  const members = bureaus.map(({ source }) => ({ profile: source.profile, source }))
  const hub = new Hub({ catalogue, members, secret: new Uint8Array(32).fill(3), audit, store: new Store(null), ...over })
  return {
    hub,
    /** Audit entries so far, but for those of the hub's own acts. */
    entries,
    /** Executes a document and concludes it, as the door does. */
    async ask(
      source: string,
      variables: Record<string, unknown> = {},
      who: Caller = caller(),
    ): Promise<ExecutionResult & { operation: HubOperation }> {
      const contextValue = hub.begin(who, { signal: new AbortController().signal, traceId: '0'.repeat(32) })
      const result =
        by === 'plans'
          ? await executed(queries, source, variables, contextValue)
          : await graphql({ schema: hubSchema(), source, variableValues: variables, contextValue })
      const outcome = { operationName: null, documentHash: 'h', operationType: 'query', errors: result.errors?.length ?? 0 }
      const extensions = { ...(await contextValue.conclude(outcome)) }
      contextValue[Symbol.dispose]()
      return { ...result, extensions, operation: contextValue }
    },
    /** Follows a subscription, each item concluded before it is given, as the executor does. */
    async *follow(
      source: string,
      variables: Record<string, unknown> = {},
      who: Caller = caller(),
      signal: AbortSignal = new AbortController().signal,
    ): AsyncGenerator<ExecutionResult, void, undefined> {
      using contextValue = hub.begin(who, { signal, traceId: '0'.repeat(32) })
      const results = await subscribe({ schema: hubSchema(), document: parse(source), variableValues: variables, contextValue })
      const outcome = { operationName: null, documentHash: 'h', operationType: 'subscription' }
      for await (const result of Symbol.asyncIterator in results ? results : [results]) {
        yield { ...result, extensions: { ...(await contextValue.conclude({ ...outcome, errors: result.errors?.length ?? 0 })) } }
      }
    },
  }
}
