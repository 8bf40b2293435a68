import { type DocumentNode, type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql'
import { limits } from './limits.ts'
import { pageSizes } from './pageSize.ts'
import { tooCostly } from './refusal.ts'
import { assertFewUses, assertFewValues } from './values.ts'
import { assertFewWords } from './words.ts'

interface Measured {
  readonly depth: number
  readonly fields: number
  readonly cost: number
  /** Repeats further down. */
  readonly repeats: number
  /** Fields that count over all pages. */
  readonly counts: number
  /** How often each answer key stands at this level. */
  readonly keys: ReadonlyMap<string, number>
}

const nothing: Measured = { depth: 0, fields: 0, cost: 0, repeats: 0, counts: 0, keys: new Map() }

/** Fields that cost more than what is selected of them. */
const surcharges: ReadonlyMap<string, number> = new Map([
  ['hitCheck', limits.hitCheck],
  ['createWatch', limits.createWatch],
  ['searchPersons', limits.search],
  ['possibleMatches', limits.search],
  ['network', 2 * limits.search],
  ['cubes', limits.search],
])

/** Fields that read more than a page. */
const counting = new Set(['totalCount', 'facets'])

/**
 * Refuses an operation that asks for too much, before it is validated and before any bureau is asked. Every fragment is measured once, so
 * that fragments nested in fragments cost nothing to refuse. Throws QUERY_TOO_COSTLY, and BAD_USER_INPUT for a page size that no page
 * has.
 */
export function assertAffordable(document: DocumentNode, variables: Readonly<Record<string, unknown>> | null): void {
  // Of a document that brings no variables everything is known once it was looked at.
  const isBare = variables === null || Object.keys(variables).length === 0
  if (isBare && affordable.has(document)) return
  if (!worded.has(document)) assertFewWords(document)
  worded.add(document)
  assertFewValues(variables)
  assertFewUses(document, variables)
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one)
  for (const one of document.definitions) {
    if (one.kind !== Kind.OPERATION_DEFINITION) continue
    const { depth, fields, cost, repeats, counts, keys } = measurer(fragments, pageSizes(one, variables ?? {}))(one.selectionSet)
    if (depth > limits.depth) throw tooCostly(`more than ${limits.depth} levels`)
    if (fields > limits.fields) throw tooCostly(`more than ${limits.fields} fields`)
    if (repeats + repeatsOf(keys) > limits.repeats) throw tooCostly(`more than ${limits.repeats} fields that are asked for again`)
    if (counts > limits.counts) throw tooCostly(`more than ${limits.counts} counts and facets`)
    if (cost > limits.cost)
      throw tooCostly(`fields times page sizes, hit checks and searches come to more than ${limits.cost}; ask for less at once`)
  }
  if (isBare) affordable.add(document)
}

/** Documents that are written with few enough words, whatever their variables. */
const worded = new WeakSet<DocumentNode>()
/** Documents that are affordable when no variables are given. */
const affordable = new WeakSet<DocumentNode>()

function measurer(fragments: ReadonlyMap<string, FragmentDefinitionNode>, pageSize: (field: FieldNode) => number) {
  const known = new Map<string, Measured>()
  const open = new Set<string>()

  function ofSet(set: SelectionSetNode): Measured {
    let [depth, fields, cost, repeats, counts] = [0, 0, 0, 0, 0]
    const keys = new Map<string, number>()
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
      repeats += one.repeats
      counts += one.counts
      for (const [key, times] of one.keys) keys.set(key, (keys.get(key) ?? 0) + times)
    }
    return { depth, fields, cost, repeats, counts, keys }
  }

  function ofField(field: FieldNode): Measured {
    const keys = new Map([[field.alias?.value ?? field.name.value, 1]])
    // Introspection reads the contract, not a bureau; graphql-js bounds its depth.
    const contract = field.name.value === '__schema' || field.name.value === '__type'
    const own = counting.has(field.name.value) ? 1 : 0
    if (field.selectionSet === undefined) return { depth: 1, fields: 1, cost: 1, repeats: 0, counts: own, keys }
    const inner = ofSet(field.selectionSet)
    const repeats = inner.repeats + repeatsOf(inner.keys)
    if (contract) return { depth: 1, fields: 1, cost: 1, repeats, counts: 0, keys }
    const cost = 1 + inner.cost * pageSize(field) + (surcharges.get(field.name.value) ?? 0)
    return { depth: inner.depth + 1, fields: inner.fields + 1, cost, repeats, counts: inner.counts + own, keys }
  }

  function ofFragment(name: string): Measured {
    const seen = known.get(name)
    if (seen !== undefined) return seen
    const fragment = fragments.get(name)
    // An unknown or a circular fragment is for validation to name.
    if (fragment === undefined || open.has(name)) return nothing
    open.add(name)
    const measured = ofSet(fragment.selectionSet)
    open.delete(name)
    known.set(name, measured)
    return measured
  }

  return ofSet
}

function repeatsOf(keys: ReadonlyMap<string, number>): number {
  let repeats = 0
  for (const times of keys.values()) repeats += times - 1
  return repeats
}
