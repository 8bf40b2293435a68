import type { Condition, Many, Range, Single } from '../language/condition.ts'

/** A part of a condition that has no parts of its own. */
export type Leaf = Exclude<Condition, { readonly op: 'and' | 'or' | 'not' | 'known' }>

/** The leaves of a condition, in the order in which they are written. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  switch (condition.op) {
    case 'known':
      return []
    case 'and':
    case 'or':
      return condition.terms.flatMap(leavesOf)
    case 'not':
      return leavesOf(condition.term)
    default:
      return [condition]
  }
}

/** The same condition with the `index`-th leaf replaced. */
export function withLeaf(condition: Condition, index: number, replacement: Condition): Condition {
  let at = 0
  const visit = (one: Condition): Condition => {
    switch (one.op) {
      case 'known':
        return one
      case 'and':
      case 'or':
        return { op: one.op, terms: one.terms.map(visit) }
      case 'not':
        return { op: 'not', term: visit(one.term) }
      default:
        return at++ === index ? replacement : one
    }
  }
  return visit(condition)
}

/** Every value written out in a leaf: texts, numbers, days as numbers, prefixes. */
export function constantsOf(leaf: Leaf): readonly (string | number)[] {
  switch (leaf.op) {
    case 'yes':
    case 'has':
      return []
    case 'startsWith':
      return [leaf.prefix]
    case 'in':
      return [...operandConstants(leaf.item), ...operandConstants(leaf.list)]
    default:
      return [...operandConstants(leaf.a), ...operandConstants(leaf.b)]
  }
}

function operandConstants(operand: Single | Many | Range): readonly (string | number)[] {
  switch (operand.is) {
    case 'constant': {
      if ('value' in operand) return operand.value === null ? [] : [operand.value]
      if ('values' in operand) return (operand.values ?? []).filter((value) => value !== null)
      return [operand.low, operand.high].filter((bound) => !Number.isNaN(bound))
    }
    case 'ref':
      return []
    case 'years':
      return [...operandConstants(operand.from), ...operandConstants(operand.to)]
    case 'shifted':
      return [...operandConstants(operand.day), ...operandConstants(operand.by)]
    default:
      return []
  }
}
