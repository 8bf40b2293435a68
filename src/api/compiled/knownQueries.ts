import { type DocumentNode, Kind, type OperationDefinitionNode, visit } from 'graphql'
import type { QueryPlan } from './plan.ts'
import type { Uncovered } from './planQuery.ts'

/** A query of a document that was found valid. */
export interface KnownQuery {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** Variables that `@skip` and `@include` name anywhere in the document. */
  readonly conditions: readonly string[]
}

interface Kept extends KnownQuery {
  /** By the values of the conditions. */
  readonly plans: Map<string, QueryPlan | Uncovered>
  size: number
}

/** What a document and an entry cost besides fields of plans, counted as so many fields. */
const sizeOfQuery = 20
/** Sets of conditions that are kept of one query. */
const mostPlans = 16

/** Valid queries and their plans, by document and operation; the one that was not used for longest goes first. */
export class KnownQueries {
  readonly #kept = new Map<string, Kept>()
  readonly #most: number
  #size = 0

  /** `most`: fields of all plans together; one takes about 1.4 kilobytes, its part of the document included. */
  constructor(most: number) {
    this.#most = most
  }

  /** Fields that are kept. */
  get size(): number {
    return this.#size
  }

  /** A query that was found valid; null when it is not known, or not any more. */
  get(hash: string, operationName: string | null): KnownQuery | null {
    const key = keyOf(hash, operationName)
    const known = this.#kept.get(key)
    if (known === undefined) return null
    this.#kept.delete(key)
    this.#kept.set(key, known)
    return known
  }

  /** Takes note of a query that was found valid. */
  add(hash: string, operationName: string | null, document: DocumentNode, operation: OperationDefinitionNode): KnownQuery {
    const known = this.get(hash, operationName)
    if (known !== null) return known
    const added: Kept = { document, operation, conditions: conditionsOf(document), plans: new Map(), size: sizeOfQuery }
    this.#kept.set(keyOf(hash, operationName), added)
    this.#grow(added.size)
    return added
  }

  /** The plan of a query under these conditions, made by `make` when there is none. Without a pause after `get` or `add`, so that the query is still kept. */
  planOf(query: KnownQuery, conditions: Readonly<Record<string, boolean>>, make: () => QueryPlan | Uncovered): QueryPlan | Uncovered {
    const kept = query as Kept
    const key = query.conditions.map((name) => (conditions[name] === undefined ? '-' : conditions[name] ? '1' : '0')).join('')
    const known = kept.plans.get(key)
    if (known !== undefined) return known
    const made = make()
    if (kept.plans.size >= mostPlans) this.#forget(kept, kept.plans.keys().next().value ?? '')
    kept.plans.set(key, made)
    kept.size += sizeOf(made)
    this.#grow(sizeOf(made))
    return made
  }

  #forget(query: Kept, key: string): void {
    const size = sizeOf(query.plans.get(key))
    query.plans.delete(key)
    query.size -= size
    this.#size -= size
  }

  #grow(by: number): void {
    this.#size += by
    for (const [key, { size }] of this.#kept) {
      if (this.#size <= this.#most || this.#kept.size === 1) return
      this.#kept.delete(key)
      this.#size -= size
    }
  }
}

function keyOf(hash: string, operationName: string | null): string {
  return `${hash} ${operationName ?? ''}`
}

function sizeOf(plan: QueryPlan | Uncovered | undefined): number {
  return typeof plan === 'object' ? plan.size : 1
}

function conditionsOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>()
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value)
    },
  })
  return [...names].sort()
}
