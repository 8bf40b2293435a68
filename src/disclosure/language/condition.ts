/** True, false, or null for unknown. */
export type K3 = boolean | null

/** Where a value is read from. */
export interface Ref {
  readonly root: 'caller' | 'request' | 'record'
  readonly field: string
  /** A field of the value object, or null for the field itself. */
  readonly sub: string | null
  /** With `sub`: the field is a list of value objects, and the reference is the list of their `sub`. */
  readonly through: boolean
  /** Name of the enum the value, or each member of the list, belongs to. */
  readonly enum: string | null
}

/** One text or number; null is unknown. */
export type Single = { readonly is: 'constant'; readonly value: string | number | null } | { readonly is: 'ref'; readonly ref: Ref }

/** A list of texts or numbers; null is unknown, as a list or as a member. */
export type Many =
  | { readonly is: 'constant'; readonly values: readonly (string | number | null)[] | null }
  | { readonly is: 'ref'; readonly ref: Ref }

/** An amount known within bounds: a number, or a day as the number yyyymmdd. Bounds that are NaN in a constant mean unknown. */
export type Range =
  | { readonly is: 'constant'; readonly low: number; readonly high: number }
  | { readonly is: 'number' | 'date' | 'dateTime' | 'partialDate'; readonly ref: Ref }
  | { readonly is: 'years'; readonly from: Range; readonly to: Range }
  | { readonly is: 'shifted'; readonly day: Range; readonly by: Range }

/** A checked condition: total, three-valued (Kleene), and the same in every system it may be pushed to. */
export type Condition =
  | { readonly op: 'known'; readonly value: K3 }
  | { readonly op: 'and' | 'or'; readonly terms: readonly Condition[] }
  | { readonly op: 'not'; readonly term: Condition }
  /** A yes/no value. */
  | { readonly op: 'yes'; readonly of: Ref }
  /** Whether a value is known; itself never unknown. */
  | { readonly op: 'has'; readonly of: Ref }
  | { readonly op: 'same'; readonly a: Single; readonly b: Single }
  | { readonly op: 'less' | 'atMost' | 'equal'; readonly a: Range; readonly b: Range }
  | { readonly op: 'in'; readonly item: Single; readonly list: Many }
  | { readonly op: 'intersects'; readonly a: Many; readonly b: Many }
  | { readonly op: 'startsWith'; readonly of: Single; readonly prefix: string }

export const always: Condition = { op: 'known', value: true }

/** The references of a condition, in the order in which they are written. */
export function refsOf(condition: Condition): readonly Ref[] {
  switch (condition.op) {
    case 'known':
      return []
    case 'and':
    case 'or':
      return condition.terms.flatMap(refsOf)
    case 'not':
      return refsOf(condition.term)
    case 'yes':
    case 'has':
      return [condition.of]
    case 'startsWith':
      return refsOfOperand(condition.of)
    case 'in':
      return [...refsOfOperand(condition.item), ...refsOfOperand(condition.list)]
    case 'same':
    case 'intersects':
    case 'less':
    case 'atMost':
    case 'equal':
      return [...refsOfOperand(condition.a), ...refsOfOperand(condition.b)]
  }
}

/** Fields of the record that a condition reads. */
export function recordFieldsOf(condition: Condition): readonly string[] {
  return [...new Set(refsOf(condition).flatMap(({ root, field }) => (root === 'record' ? [field] : [])))]
}

function refsOfOperand(operand: Single | Many | Range): readonly Ref[] {
  if (operand.is === 'constant') return []
  if (operand.is === 'years') return [...refsOfOperand(operand.from), ...refsOfOperand(operand.to)]
  if (operand.is === 'shifted') return [...refsOfOperand(operand.day), ...refsOfOperand(operand.by)]
  return [operand.ref]
}
