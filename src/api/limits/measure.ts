import { type DocumentNode, type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode, visit } from 'graphql'
import { ComityError } from '../../model/errors.ts'
import { limits } from './limits.ts'

/** Size of a page when a connection or a list of links names none. */
const defaultPage = 20

interface Measured {
  readonly depth: number
  readonly fields: number
  readonly cost: number
}

/**
 * Refuses a document that asks for too much, before it is validated and before any bureau is asked. Every fragment is measured once, so that fragments nested in
 * fragments cost nothing to refuse. Throws QUERY_TOO_COSTLY.
 */
export function assertAffordable(document: DocumentNode, variables: Readonly<Record<string, unknown>> | null): void {
  countWords(document)
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one)
  const measure = measurer(fragments, variables ?? {})
  for (const one of document.definitions) {
    if (one.kind !== Kind.OPERATION_DEFINITION) continue
    const { depth, fields, cost } = measure(one.selectionSet)
    if (depth > limits.depth) throw tooCostly(`more than ${limits.depth} levels`)
    if (fields > limits.fields) throw tooCostly(`more than ${limits.fields} fields`)
    if (cost > limits.cost) throw tooCostly(`fields times page sizes come to more than ${limits.cost}; ask for smaller pages`)
  }
}

function countWords(document: DocumentNode): void {
  let aliases = 0
  let directives = 0
  visit(document, {
    Field: (node) => {
      if (node.alias) aliases++
    },
    Directive: () => {
      directives++
    },
  })
  if (aliases > limits.aliases) throw tooCostly(`more than ${limits.aliases} aliases`)
  if (directives > limits.directives) throw tooCostly(`more than ${limits.directives} directives`)
}

function measurer(fragments: ReadonlyMap<string, FragmentDefinitionNode>, variables: Readonly<Record<string, unknown>>) {
  const known = new Map<string, Measured>()
  const open = new Set<string>()

  function ofSet(set: SelectionSetNode): Measured {
    let [depth, fields, cost] = [0, 0, 0]
    for (const selection of set.selections) {
      const one =
        selection.kind === Kind.FIELD
          ? ofField(selection)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? ofSet(selection.selectionSet)
            : ofFragment(selection.name.value)
      depth = Math.max(depth, one.depth)
      fields += one.fields
      cost += one.cost
    }
    return { depth, fields, cost }
  }

  function ofField(field: FieldNode): Measured {
    // Introspection reads the contract, not a bureau; graphql-js bounds its depth.
    if (field.name.value === '__schema' || field.name.value === '__type') return { depth: 1, fields: 1, cost: 1 }
    if (field.selectionSet === undefined) return { depth: 1, fields: 1, cost: 1 }
    const inner = ofSet(field.selectionSet)
    return { depth: inner.depth + 1, fields: inner.fields + 1, cost: 1 + inner.cost * multiplicity(field, variables) }
  }

  function ofFragment(name: string): Measured {
    const seen = known.get(name)
    if (seen !== undefined) return seen
    const fragment = fragments.get(name)
    // An unknown or a circular fragment is for validation to name.
    if (fragment === undefined || open.has(name)) return { depth: 0, fields: 0, cost: 0 }
    open.add(name)
    const measured = ofSet(fragment.selectionSet)
    open.delete(name)
    known.set(name, measured)
    return measured
  }

  return ofSet
}

/** The page size that a field asks for; 1 for a field that takes none. */
function multiplicity(field: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  const argument = field.arguments?.find((one) => one.name.value === 'first')
  if (argument === undefined) return pagedByDefault.has(field.name.value) ? defaultPage : 1
  const { value } = argument
  const size = value.kind === Kind.INT ? Number(value.value) : value.kind === Kind.VARIABLE ? variables[value.name.value] : defaultPage
  return typeof size === 'number' && size >= 0 ? size : defaultPage
}

/** Fields that give a page when no size is named. */
const pagedByDefault = new Set(['notices', 'persons', 'requests', 'operations'])

function tooCostly(reason: string): ComityError {
  return new ComityError('QUERY_TOO_COSTLY', { reason })
}
