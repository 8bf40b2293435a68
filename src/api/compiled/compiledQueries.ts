import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
} from 'graphql'
import type { HubOperation } from '../../hub/hubOperation.ts'
import { completeResult } from './completeResult.ts'
import { JsonText } from './jsonText.ts'
import { KnownQueries, type KnownQuery } from './knownQueries.ts'
import type { QueryPlan } from './plan.ts'
import { planQuery, type Uncovered } from './planQuery.ts'
import { Run } from './run.ts'
import { writeJson } from './writeJson.ts'

/** How queries are compiled. */
export interface CompiledOptions {
  readonly schema: GraphQLSchema
  /** Hears of every query that graphql-js executes because no plan covers it. Default: nobody does. */
  readonly onFallback?: (reason: Uncovered) => void
  /** Fields of all plans together. Default 50,000: about 70 MB, documents included. */
  readonly most?: number
}

/** An operation to execute. */
export interface Asked {
  /** SHA-256 of the document's text, in hex. */
  readonly hash: string
  readonly operationName: string | null
  readonly variables: Readonly<Record<string, unknown>> | null
  readonly contextValue: HubOperation
}

const usualMost = 50_000

/**
 * Executes queries by plans that are worked out once per document, to the same answers as graphql-js. Data comes as `JsonText` unless there are errors in it. Mutations, introspection
 * and what is not covered are executed by graphql-js.
 */
export class CompiledQueries {
  readonly #schema: GraphQLSchema
  readonly #onFallback: (reason: Uncovered) => void
  readonly #known: KnownQueries

  constructor({ schema, onFallback = () => {}, most = usualMost }: CompiledOptions) {
    this.#schema = schema
    this.#onFallback = onFallback
    this.#known = new KnownQueries(most)
  }

  /** Fields of the plans that are kept. */
  get size(): number {
    return this.#known.size
  }

  /** Plans the queries of a document that was found valid, so that the first request meets plans: under all sets of conditions where these are few. */
  prepare(hash: string, document: DocumentNode): void {
    const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)
    for (const operation of operations) {
      if (operation.operation !== OperationTypeNode.QUERY) continue
      const names = [operation.name?.value ?? null, ...(operations.length === 1 ? [null] : [])]
      for (const name of new Set(names)) {
        const query = this.#known.add(hash, name, document, operation)
        for (const conditions of setsOf(query.conditions)) this.#planFor(query, conditions)
      }
    }
  }

  /** Executes an operation of a document that was found valid, and knows it from then on. */
  async execute(document: DocumentNode, asked: Asked): Promise<ExecutionResult> {
    const operation = getOperationAST(document, asked.operationName)
    if (operation?.operation !== OperationTypeNode.QUERY) return this.#interpret(document, asked)
    const query = this.#known.add(asked.hash, asked.operationName, document, operation)
    return (await this.#executeQuery(query, asked, this.#onFallback)) ?? this.#interpret(document, asked)
  }

  /** Executes a query of a document that was found valid before; null when it is not known, not covered, or its variables are wrong: nothing has happened then. */
  async executeKnown(asked: Asked): Promise<ExecutionResult | null> {
    const query = this.#known.get(asked.hash, asked.operationName)
    return query === null ? null : this.#executeQuery(query, asked, () => {})
  }

  async #executeQuery(query: KnownQuery, asked: Asked, onFallback: (reason: Uncovered) => void): Promise<ExecutionResult | null> {
    const { variableDefinitions = [] } = query.operation
    // As many errors as graphql-js tells of; it is asked again then.
    const { coerced } = getVariableValues(this.#schema, variableDefinitions, asked.variables ?? {}, { maxErrors: 50 })
    if (coerced === undefined) return null
    const plan = this.#planFor(query, coerced)
    if (typeof plan === 'string') {
      onFallback(plan)
      return null
    }
    const run = new Run(plan, asked.contextValue, coerced)
    await run.load()
    const text = run.fatal === null ? writeJson(run) : null
    return text === null ? completeResult(run) : { data: new JsonText(text) as unknown as Record<string, unknown> }
  }

  #planFor(query: KnownQuery, variables: Readonly<Record<string, unknown>>): QueryPlan | Uncovered {
    const conditions: Record<string, boolean> = {}
    for (const name of query.conditions) {
      const value = variables[name]
      if (typeof value === 'boolean') conditions[name] = value
    }
    const { document, operation } = query
    return this.#known.planOf(query, conditions, () => planQuery({ schema: this.#schema, document, operation, conditions }))
  }

  async #interpret(document: DocumentNode, { variables, operationName, contextValue }: Asked): Promise<ExecutionResult> {
    return execute({ schema: this.#schema, document, contextValue, variableValues: variables, operationName })
  }
}

/** Sets of conditions that are worth a plan before anybody asks. */
const mostForeseen = 3

/** Every set of values of these conditions; none of more than a few. */
function setsOf(names: readonly string[]): readonly Readonly<Record<string, boolean>>[] {
  if (names.length > mostForeseen) return []
  return names.reduce<readonly Readonly<Record<string, boolean>>[]>(
    (sets, name) => sets.flatMap((set) => [true, false].map((value) => ({ ...set, [name]: value }))),
    [{}],
  )
}
