import {
  type GraphQLResolveInfo,
  getNamedType,
  isInterfaceType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import type { Catalogue } from '../model/catalogue.ts'

/** Which fields of each record type an operation and the fragments beside it mention anywhere: what may have to be read. */
export type Selection = ReadonlyMap<string, ReadonlySet<string>>

const remembered = new WeakMap<OperationDefinitionNode, Selection>()

/** The selection of the operation being executed. Remembered for as long as its parsed document is. */
export function selectionOf({ operation, fragments, schema }: GraphQLResolveInfo, catalogue: Catalogue): Selection {
  const known = remembered.get(operation)
  if (known !== undefined) return known
  const selection = new Map([...catalogue.types.keys()].map((name) => [name, new Set<string>()]))
  const info = new TypeInfo(schema)
  visit(
    { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] },
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType()
        if (!parent) return
        const named = getNamedType(parent)
        const types = isInterfaceType(named) ? schema.getPossibleTypes(named).map((type) => type.name) : [named.name]
        for (const name of types) addField(catalogue, selection, name, node.name.value)
      },
    }),
  )
  remembered.set(operation, selection)
  return selection
}

function addField(catalogue: Catalogue, selection: Map<string, Set<string>>, type: string, name: string): void {
  const field = catalogue.types.get(type)?.fields.get(name)
  if (field === undefined) return
  // An inverse link is read from the other side.
  if (field.inverse === undefined) selection.get(type)?.add(name)
  else if (field.to !== undefined) selection.get(field.to)?.add(field.inverse)
}
