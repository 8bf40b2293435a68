import { type FieldNode, Kind, OperationTypeNode, print, type SelectionSetNode } from 'graphql'
import { own } from '../own.ts'
import type { GraphqlList, GraphqlSource } from './graphqlOptions.ts'
import { selectionOf } from './selection.ts'
import { Variables } from './variables.ts'

/** A document and its variables, ready to be sent. */
export interface GraphqlRequest {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** Asks for a page of rows, under the alias `page`. */
export function listDocument(source: GraphqlSource, paths: readonly string[], values: Readonly<Record<string, unknown>>): GraphqlRequest {
  const { list } = source
  const variables = new Variables()
  const row = selectionOf(source, paths, variables)
  const args = Object.entries(values).map(([name, value]) => variables.argument(name, typeOf(list, name), value))
  return request(variables, [{ ...field(list.field, list.shape === 'relay' ? connection(list, row) : row, 'page'), arguments: args }])
}

function typeOf(list: GraphqlList, argument: string): string {
  return own(list.arguments, argument) ?? (argument === 'first' ? 'Int' : 'String')
}

function connection(list: GraphqlList, row: SelectionSetNode): SelectionSetNode {
  const rows = list.nodes === 'nodes' ? field('nodes', row) : field('edges', set([field('node', row)]))
  return set([rows, field('pageInfo', set([field('hasNextPage'), field('endCursor')]))])
}

/** Asks for rows by key: under the alias `rows`, or each under `row0`, `row1`, ... */
export function getDocument(source: GraphqlSource, paths: readonly string[], keys: readonly string[]): GraphqlRequest {
  const { get } = source
  const variables = new Variables()
  const row = selectionOf(source, paths, variables)
  const sent = isInt(source) ? keys.map(Number) : keys
  if ('keys' in get)
    return request(variables, [{ ...field(get.field, row, 'rows'), arguments: [variables.argument(get.keys, get.type, sent)] }])
  const typed =
    get.on === undefined
      ? row
      : set([{ kind: Kind.INLINE_FRAGMENT, typeCondition: { kind: Kind.NAMED_TYPE, name: name(get.on) }, selectionSet: row }])
  return request(
    variables,
    sent.map((key, i) => ({ ...field(get.field, typed, `row${i}`), arguments: [variables.argument(get.key, get.type, key)] })),
  )
}

/** Whether keys are integers; a key that is none has no row, and must not be sent. */
export function isInt({ get }: GraphqlSource): boolean {
  return /^[[\]!]*Int[[\]!]*$/.test(get.type)
}

/** Asks whether anybody is there. */
export const healthDocument: GraphqlRequest = { query: '{ __typename }', variables: {} }

function request(variables: Variables, selections: readonly FieldNode[]): GraphqlRequest {
  const operation = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: variables.definitions,
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  } as const
  return { query: print({ kind: Kind.DOCUMENT, definitions: [operation] }), variables: variables.values }
}

function field(value: string, selectionSet?: SelectionSetNode, alias?: string): FieldNode {
  return { kind: Kind.FIELD, name: name(value), ...(alias !== undefined && { alias: name(alias) }), ...(selectionSet && { selectionSet }) }
}

function set(selections: SelectionSetNode['selections']): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections }
}

function name(value: string): { readonly kind: Kind.NAME; readonly value: string } {
  return { kind: Kind.NAME, value }
}
