import type { NativeOperator, NativePredicate, NativeScalar } from './connector.ts'

/** One comparison that every row selected by a predicate satisfies. */
export interface Conjunct {
  /** Path in the row; inside the elements of a list, the list's path comes first. */
  readonly path: string
  readonly op: NativeOperator
  /** Never empty, never null; `isNull` has none. */
  readonly values: readonly Exclude<NativeScalar, null>[]
  /** Rows without a value satisfy it too: a place to start at in an order, which ends with them. */
  readonly orNone?: boolean
}

/**
 * The comparisons that a predicate implies, one by one, for systems that can only be asked for all of several things. An alternative counts when it is about one
 * path: it is then a list of values. `nothing`: no row can satisfy the predicate.
 */
export function conjuncts(predicate: NativePredicate | null): readonly Conjunct[] | 'nothing' {
  if (predicate === null) return []
  if (predicate.kind === 'compare') return comparisonOf(predicate)
  if (predicate.kind === 'and') {
    const terms = predicate.terms.map(conjuncts)
    return terms.some((term) => term === 'nothing') ? 'nothing' : terms.flatMap((term) => (term === 'nothing' ? [] : term))
  }
  const terms = predicate.terms.map(conjuncts).filter((term) => term !== 'nothing')
  if (terms.length === 0) return 'nothing'
  const [first] = terms
  if (terms.length === 1 && first !== undefined) return first
  const start = startOf(predicate.terms)
  if (start !== null) return [start]
  const single = terms.map((term) => (term.length === 1 ? term[0] : undefined))
  const path = single[0]?.path
  const isList = path !== undefined && single.every((term) => term?.path === path && (term.op === 'eq' || term.op === 'in'))
  return isList ? [{ path, op: 'in', values: [...new Set(single.flatMap((term) => term?.values ?? []))] }] : []
}

/** A bound on a path, or no value there. */
function startOf(terms: readonly NativePredicate[]): Conjunct | null {
  const [bound, none] = terms
  if (terms.length !== 2 || bound?.kind !== 'compare' || none?.kind !== 'compare') return null
  const isStart = none.op === 'isNull' && bound.path === none.path && bound.child === undefined && none.child === undefined
  // A place to start at may be a row too early.
  const op = bound.op === 'gt' ? 'gte' : bound.op === 'lt' ? 'lte' : bound.op
  if (!isStart || (op !== 'gte' && op !== 'lte') || typeof bound.value === 'object') return null
  return { path: bound.path, op, values: [bound.value], orNone: true }
}

function comparisonOf({ child, path, op, value }: NativePredicate & { readonly kind: 'compare' }): readonly Conjunct[] | 'nothing' {
  const whole = child === undefined ? path : `${child}.${path}`
  if (op === 'isNull') return [{ path: whole, op, values: [] }]
  const values = [value].flat().filter((one) => one !== null)
  return values.length === 0 ? 'nothing' : [{ path: whole, op, values }]
}

/** Declared operators that can serve a comparison: the operator itself first, then weaker ones. */
export function serving(op: NativeOperator): readonly NativeOperator[] {
  const weaker: Partial<Record<NativeOperator, readonly NativeOperator[]>> = {
    eq: ['eq', 'in', 'startsWith'],
    in: ['in', 'eq'],
    gt: ['gt', 'gte'],
    lt: ['lt', 'lte'],
  }
  return weaker[op] ?? [op]
}

/** The value at which an order can start, from comparisons that say so. */
export function startIn(wanted: readonly Conjunct[], path: string, direction: 'ASC' | 'DESC'): Exclude<NativeScalar, null> | null {
  const op = direction === 'ASC' ? 'gte' : 'lte'
  return wanted.find((one) => one.orNone === true && one.path === path && one.op === op)?.values[0] ?? null
}

/** Whether one of `filters` serves a comparison on a path, or on that path inside the elements of a list. */
export function canFilter(
  filters: Readonly<Record<string, Partial<Record<NativeOperator, unknown>>>>,
  path: string,
  op: NativeOperator,
): boolean {
  // What turns out not to be what was meant, such as a list of the same name elsewhere, is not sent: more rows come back.
  return Object.entries(filters).some(
    ([name, ops]) => (name === path || name.endsWith(`.${path}`)) && serving(op).some((one) => ops[one] !== undefined),
  )
}
