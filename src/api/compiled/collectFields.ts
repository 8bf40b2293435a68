import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql'

/** What the fields of a selection depend on. */
export interface Selecting {
  readonly schema: GraphQLSchema
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  /** Values of the variables that `@skip` and `@include` name. */
  readonly conditions: Readonly<Record<string, boolean>>
}

/** Nodes by the name in the answer, in the order of the answer. */
export type Collected = ReadonlyMap<string, readonly [FieldNode, ...FieldNode[]]>

/** The fields that these selections ask of a type, as GraphQL collects them (specification, 6.3.2). */
export function collectFields(sets: readonly SelectionSetNode[], type: GraphQLObjectType, selecting: Selecting): Collected {
  const { schema, fragments, conditions } = selecting
  const collected = new Map<string, [FieldNode, ...FieldNode[]]>()
  const visited = new Set<string>()

  const isIncluded = (node: SelectionNode): boolean =>
    getDirectiveValues(GraphQLSkipDirective, node, conditions)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, conditions)?.['if'] !== false

  function isOf(condition: FragmentDefinitionNode['typeCondition'] | undefined): boolean {
    if (condition === undefined) return true
    const wanted = typeFromAST(schema, condition)
    return wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type))
  }

  function collect({ selections }: SelectionSetNode): void {
    for (const node of selections) {
      if (!isIncluded(node)) continue
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value
        const known = collected.get(key)
        if (known === undefined) collected.set(key, [node])
        else known.push(node)
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        if (isOf(node.typeCondition)) collect(node.selectionSet)
      } else {
        const fragment = fragments[node.name.value]
        if (fragment === undefined || visited.has(node.name.value)) continue
        visited.add(node.name.value)
        if (isOf(fragment.typeCondition)) collect(fragment.selectionSet)
      }
    }
  }

  for (const set of sets) collect(set)
  return collected
}
