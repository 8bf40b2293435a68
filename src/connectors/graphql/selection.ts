import { type FieldNode, Kind, type SelectionSetNode } from 'graphql'
import { ConnectorError } from '../connector.ts'
import { own } from '../own.ts'
import type { GraphqlSource } from './graphqlOptions.ts'
import type { Variables } from './variables.ts'

interface Tree extends Map<string, Tree> {}

/** The selection for these paths of a row: a dotted path goes into objects and lists alike. Throws NO_SOURCE for what can be no field's name. */
export function selectionOf(source: GraphqlSource, paths: readonly string[], variables: Variables): SelectionSetNode {
  const root: Tree = new Map()
  for (const path of paths) {
    const expanded = own(source.expand, path)?.map((inner) => `${path}.${inner}`) ?? [path]
    for (const one of expanded) grow(root, one)
  }
  return selectionSet(source, root, '', variables)
}

function grow(root: Tree, path: string): void {
  let tree = root
  for (const name of path.split('.')) {
    if (!/^[_A-Za-z][_0-9A-Za-z]*$/.test(name)) throw new ConnectorError('NO_SOURCE', `'${path}' is no path of GraphQL fields`)
    const next = tree.get(name) ?? new Map<string, Tree>()
    tree.set(name, next)
    tree = next
  }
}

function selectionSet(source: GraphqlSource, tree: Tree, prefix: string, variables: Variables): SelectionSetNode {
  const selections = [...tree].map(([name, inner]): FieldNode => {
    const path = prefix === '' ? name : `${prefix}.${name}`
    const declared = Object.entries(own(source.nested, path) ?? {})
    return {
      kind: Kind.FIELD,
      name: { kind: Kind.NAME, value: name },
      ...(declared.length > 0 && { arguments: declared.map(([argument, { type, value }]) => variables.argument(argument, type, value)) }),
      ...(inner.size > 0 && { selectionSet: selectionSet(source, inner, path, variables) }),
    }
  })
  return { kind: Kind.SELECTION_SET, selections }
}
