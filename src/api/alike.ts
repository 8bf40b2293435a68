import { type DocumentNode, getOperationAST, Kind, visit } from 'graphql'

/** By document and operation: the variables whose values what is below the root field depends on. */
const used = new WeakMap<DocumentNode, Map<string, readonly string[]>>()

/**
 * A text that is equal for subscriptions that make the same answer of the same event: arguments of the root field decide which events there are, and not what
 * is made of one.
 */
export function alikeKey(
  { hash, document }: { readonly hash: string; readonly document: DocumentNode },
  operationName: string | null,
  variables: Readonly<Record<string, unknown>> | null,
): string {
  const byName = used.get(document) ?? new Map<string, readonly string[]>()
  used.set(document, byName)
  const names = byName.get(operationName ?? '') ?? variablesBelowRoot(document, operationName)
  byName.set(operationName ?? '', names)
  return JSON.stringify([hash, operationName, names.map((name) => variables?.[name] ?? null)])
}

/** Those of directives count too, wherever they stand, and so do those of fragments: more than is needed only makes for fewer that are alike. */
function variablesBelowRoot(document: DocumentNode, operationName: string | null): readonly string[] {
  const operation = getOperationAST(document, operationName)
  const roots = new Set(
    operation?.selectionSet.selections.filter((one) => one.kind === Kind.FIELD).flatMap((field) => field.arguments ?? []),
  )
  const names = new Set<string>()
  visit(document, {
    Argument: (node) => (roots.has(node) ? false : undefined),
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      names.add(name.value)
    },
  })
  return [...names].sort()
}
