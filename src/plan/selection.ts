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

/** Which fields of each record type an operation and the fragments beside it mention anywhere. */
export type Selection = ReadonlyMap<string, TypeSelection>

/** The fields of one record type in an operation. */
export interface TypeSelection {
  /** Fields that the answer shows, inverse links included. */
  readonly shown: ReadonlySet<string>
  /** Fields that have to be read: those shown, and the links by which records of this type are found from the other end. */
  readonly read: ReadonlySet<string>
}

/** Of a type that the operation does not mention. */
export const nothingSelected: TypeSelection = { shown: new Set(), read: new Set() }

const remembered = new WeakMap<OperationDefinitionNode, Selection>()

/** The selection of the operation being executed. Remembered for as long as its parsed document is. */
export function selectionOf({ operation, fragments, schema }: GraphQLResolveInfo, catalogue: Catalogue): Selection {
  const known = remembered.get(operation)
  if (known !== undefined) return known
  const selection: Collected = new Map([...catalogue.types.keys()].map((name) => [name, { shown: new Set(), read: new Set() }]))
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

type Collected = ReadonlyMap<string, { readonly shown: Set<string>; readonly read: Set<string> }>

function addField(catalogue: Catalogue, selection: Collected, type: string, name: string): void {
  const field = catalogue.types.get(type)?.fields.get(name)
  if (field === undefined) return
  selection.get(type)?.shown.add(name)
  // An inverse link is read from the other side.
  if (field.inverse === undefined) selection.get(type)?.read.add(name)
  else if (field.to !== undefined) selection.get(field.to)?.read.add(field.inverse)
}
