import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql'
import { collectFields, type Selecting } from './collectFields.ts'
import { givesPlainData, sourceOf } from './fieldSource.ts'
import type { FieldPlan, ObjectPlan, QueryPlan, Shape } from './plan.ts'

/** Why a query is executed by graphql-js instead. */
export type Uncovered = 'introspection' | 'size' | 'condition'

/** Fields of one plan, those of every possible type of an interface counted. A document may have 1,500. */
const mostFields = 6000

class NotCovered extends Error {
  readonly reason: Uncovered

  constructor(reason: Uncovered) {
    super(reason)
    this.reason = reason
  }
}

/** What is to be planned: a valid document's query. */
export interface Planned {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** Values of the variables that `@skip` and `@include` name. */
  readonly conditions: Readonly<Record<string, boolean>>
}

/** Works a query out, or says why not. */
export function planQuery({ schema, document, operation, conditions }: Planned): QueryPlan | Uncovered {
  const queryType = schema.getQueryType()
  if (queryType === null || queryType === undefined) throw new TypeError('a schema without queries')
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null)
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments[one.name.value] = one
  const planner = new Planner({ schema, fragments, conditions })
  try {
    const root = planner.object(queryType, [operation.selectionSet], false)
    return { schema, operation, fragments, root, objects: planner.objects, slots: planner.slots, size: planner.fields }
  } catch (error) {
    if (error instanceof NotCovered) return error.reason
    // A condition without a value is an error of the field that graphql-js words.
    if (error instanceof GraphQLError) return 'condition'
    throw error
  }
}

class Planner {
  objects = 0
  slots = 0
  fields = 0
  readonly #selecting: Selecting

  constructor(selecting: Selecting) {
    this.#selecting = selecting
  }

  object(type: GraphQLObjectType, sets: readonly SelectionSetNode[], plain: boolean): ObjectPlan {
    const at = this.objects++
    const fields: FieldPlan[] = []
    for (const [key, nodes] of collectFields(sets, type, this.#selecting)) {
      const definition = this.#definition(type, nodes[0].name.value)
      if (++this.fields > mostFields) throw new NotCovered('size')
      const source = sourceOf(definition, plain)
      const inner = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
      const shape = this.#shape(definition.type, inner, givesPlainData(source))
      const isLoaded = source.from === 'resolver' || source.from === 'links' || needsLoading(shape)
      fields.push({ key, definition, parentType: type, nodes, source, slot: isLoaded ? this.slots++ : null, shape })
    }
    return { at, type, fields, loaded: fields.filter(({ slot }) => slot !== null) }
  }

  #definition(parent: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> {
    if (name === SchemaMetaFieldDef.name || name === TypeMetaFieldDef.name) throw new NotCovered('introspection')
    const definition = name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : parent.getFields()[name]
    if (definition === undefined) throw new TypeError(`${parent.name} has no field ${name}: the document was not validated`)
    return definition
  }

  #shape(given: GraphQLOutputType, sets: readonly SelectionSetNode[], plain: boolean): Shape {
    const required = isNonNullType(given)
    const type = getNullableType(given)
    if (isListType(type)) return { is: 'list', required, of: this.#shape(type.ofType, sets, plain) }
    if (isLeafType(type)) return { is: 'leaf', required, type }
    if (!isAbstractType(type)) return { is: 'object', required, plan: this.object(type as GraphQLObjectType, sets, plain) }
    const possible = this.#selecting.schema.getPossibleTypes(type)
    return { is: 'abstract', required, type, plans: new Map(possible.map((one) => [one.name, this.object(one, sets, plain)])) }
  }
}

/** The objects in a value of a shape. */
export function plansIn(shape: Shape): readonly ObjectPlan[] {
  switch (shape.is) {
    case 'leaf':
      return []
    case 'list':
      return plansIn(shape.of)
    case 'object':
      return [shape.plan]
    case 'abstract':
      return [...shape.plans.values()]
  }
}

/** Whether something in a value must be read before it is written. */
function needsLoading(shape: Shape): boolean {
  return plansIn(shape).some(({ loaded }) => loaded.length > 0)
}
