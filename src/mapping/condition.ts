/**
 * What can be said to a system about a question: everything may match, nothing can, or a combination of leaves. Every step of the way from a canonical
 * predicate to a native one may only weaken it, so `all` is always a right answer and `none` needs proof.
 */
export type Condition<L> =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Condition<L>[] }
  | { readonly kind: 'leaf'; readonly leaf: L }

/** No restriction. */
export const all: Condition<never> = { kind: 'all' }
/** Nothing can satisfy it. */
export const none: Condition<never> = { kind: 'none' }

/** One comparison. */
export function leaf<L>(value: L): Condition<L> {
  return { kind: 'leaf', leaf: value }
}

/** All of these, simplified. */
export function allOf<L>(terms: readonly Condition<L>[]): Condition<L> {
  if (terms.some((term) => term.kind === 'none')) return none
  const open = terms.filter((term) => term.kind !== 'all')
  return open.length > 1 ? { kind: 'and', terms: open } : (open[0] ?? all)
}

/** At least one of these, simplified. */
export function anyOf<L>(terms: readonly Condition<L>[]): Condition<L> {
  if (terms.some((term) => term.kind === 'all')) return all
  const open = terms.filter((term) => term.kind !== 'none')
  return open.length > 1 ? { kind: 'or', terms: open } : (open[0] ?? none)
}

/** Replaces every leaf. Sound when each leaf is replaced by something it implies. */
export function mapLeaves<A, B>(condition: Condition<A>, replace: (leaf: A) => Condition<B>): Condition<B> {
  switch (condition.kind) {
    case 'leaf':
      return replace(condition.leaf)
    case 'and':
      return allOf(condition.terms.map((term) => mapLeaves(term, replace)))
    case 'or':
      return anyOf(condition.terms.map((term) => mapLeaves(term, replace)))
    default:
      return condition
  }
}
