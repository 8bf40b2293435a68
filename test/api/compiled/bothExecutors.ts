import { createHash } from 'node:crypto'
import { type ExecutionResult, execute, type GraphQLSchema, parse, validate } from 'graphql'
import { expect } from 'vitest'
import { CompiledQueries } from '../../../src/api/compiled/compiledQueries.ts'
import { JsonText } from '../../../src/api/compiled/jsonText.ts'

/** A question that is asked of both. */
export interface Both {
  readonly schema: GraphQLSchema
  readonly source: string
  readonly variables?: Record<string, unknown>
  readonly operationName?: string | null
  /** Whether messages are compared. Default true: those of what only a mistake of ours can bring about may differ, since nobody is shown them. */
  readonly words?: boolean
  /** Handed to the resolvers; made anew for each execution. */
  readonly context?: () => unknown
}

/** What can be compared of a result: data to the byte, and the errors whatever their order. */
export function comparable(
  { data, errors }: ExecutionResult,
  words = true,
): { readonly data: string | undefined; readonly errors: readonly string[] } {
  const text = data instanceof JsonText ? data.text : JSON.stringify(data)
  const said = errors?.map(({ message, path, locations }) => JSON.stringify({ message: words ? message : null, path, locations })) ?? []
  return { data: text, errors: said.sort() }
}

/** Executes a query by graphql-js, and by a plan that is made and by one that is known; expects the same of all. Tells what it was, and why no plan covered it if none did. */
export async function bothAnswer(both: Both) {
  const { schema, source, variables = {}, operationName = null, words = true, context = () => ({}) } = both
  const document = parse(source)
  expect(validate(schema, document)).toEqual([])
  const reasons: string[] = []
  const queries = new CompiledQueries({ schema, onFallback: (reason) => reasons.push(reason) })
  const reference = await execute({ schema, document, variableValues: variables, operationName, contextValue: context() })
  const hash = createHash('sha256').update(source).digest('hex')
  const asked = () => ({ hash, operationName, variables, contextValue: context() as never })
  expect(await queries.executeKnown(asked())).toBe(null)
  const cold = await queries.execute(document, asked())
  const hot = await queries.executeKnown(asked())
  expect(comparable(cold, words)).toEqual(comparable(reference, words))
  if (hot !== null) expect(comparable(hot, words)).toEqual(comparable(reference, words))
  return { ...comparable(reference), hot: hot !== null, reasons }
}
