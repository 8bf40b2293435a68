import type { CanonicalValue } from './record.ts'

/** Comparison operators of filters. */
export type Operator = 'eq' | 'in' | 'startsWith' | 'gte' | 'lte'

/**
 * When a date that the caller knows only in part satisfies a condition: when every day that it may be does, or when some day does. What is
 * withheld satisfies none in either mode.
 */
export type Match = 'CERTAIN' | 'POSSIBLE'

/**
 * A condition over the canonical view, three-valued: a comparison with an unknown or withheld value is unknown, and so is its
 * negation. Only "true" selects a record.
 */
export type Predicate =
  | { readonly kind: 'and'; readonly terms: readonly Predicate[] }
  | { readonly kind: 'or'; readonly terms: readonly Predicate[] }
  | { readonly kind: 'not'; readonly term: Predicate }
  /** `value` is an array for `in`. For field `id`, a `RecordRef` or a list of them. For field `owner`, a bureau's code. */
  | { readonly kind: 'compare'; readonly field: string; readonly op: Operator; readonly value: CanonicalValue }
  /** A value object, or at least one member of a list of them, or the record(s) linked to, satisfies `term`. */
  | { readonly kind: 'some'; readonly field: string; readonly term: Predicate }

/** A sort key over the view. Unknown and withheld values come last in both directions. */
export interface Order {
  readonly field: string
  readonly direction: 'ASC' | 'DESC'
}

/** The end of the ordered records from which pages are read. */
export type PageEnd = 'START' | 'END'

/** Which page of the ordered records. */
export interface PageRequest {
  /** Most records on it. */
  readonly size: number
  /** `START`: the first records after the cursor, or of all; `END`: the last records before it, or of all. Either way they come in the query's order. */
  readonly from: PageEnd
  /** A cursor that the hub gave for the same question. */
  readonly cursor: string | null
}

/** The protocol-free question. */
export interface RecordQuery {
  /** Record type. */
  readonly type: string
  readonly where: Predicate | null
  readonly match: Match
  /** Never empty. */
  readonly orderBy: readonly Order[]
  readonly page: PageRequest
}
