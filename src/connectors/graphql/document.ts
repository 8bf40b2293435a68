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
  const names = Object.keys(values)
  return remembered(source, ['list', paths, names], Object.values(values), () => {
    const variables = new Variables()
    const row = selectionOf(source, paths, variables)
    const args = Object.entries(values).map(([name, value]) => variables.argument(name, typeOf(list, name), value))
    return request(variables, [{ ...field(list.field, list.shape === 'relay' ? connection(list, row) : row, 'page'), arguments: args }])
  })
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
  const sent = isInt(source) ? keys.map(Number) : keys
  if ('keys' in get) {
    return remembered(source, ['get', paths], [sent], () => {
      const variables = new Variables()
      const row = selectionOf(source, paths, variables)
      return request(variables, [{ ...field(get.field, row, 'rows'), arguments: [variables.argument(get.keys, get.type, sent)] }])
    })
  }
  const variables = new Variables()
  const row = selectionOf(source, paths, variables)
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

/** A document without the values of one question. */
interface KnownDocument {
  readonly query: string
  /** Variables whose values are the source's own and never change. */
  readonly fixed: Readonly<Record<string, unknown>>
  /** The others, in the order of the values. */
  readonly names: readonly string[]
}

/** Callers choose the paths, so only so many documents are kept for a source. */
const mostRemembered = 200
const documents = new WeakMap<GraphqlSource, Map<string, KnownDocument>>()

/** A document is the same for the same paths and names of arguments: it is made and printed once. `values` are those of its last variables; none is kept. */
function remembered(
  source: GraphqlSource,
  key: readonly unknown[],
  values: readonly unknown[],
  make: () => GraphqlRequest,
): GraphqlRequest {
  const known = documents.get(source) ?? new Map<string, KnownDocument>()
  documents.set(source, known)
  const identity = JSON.stringify(key)
  const found = known.get(identity)
  if (found !== undefined) {
    const variables: Record<string, unknown> = { ...found.fixed }
    for (const [i, name] of found.names.entries()) variables[name] = values[i]
    return { query: found.query, variables }
  }
  if (known.size >= mostRemembered) known.clear()
  const made = make()
  const all = Object.entries(made.variables)
  const own = all.length - values.length
  known.set(identity, { query: made.query, fixed: Object.fromEntries(all.slice(0, own)), names: all.slice(own).map(([name]) => name) })
  return made
}

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
