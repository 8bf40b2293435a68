import type { Node, Span } from './ast.ts'
import { asRange, type Constant, constantAs, describeOperand, mismatch, type Operand } from './checkOperand.ts'
import type { Condition, Many, Single } from './condition.ts'
import { comparable, describeType, type ExprType } from './exprType.ts'
import { type Check, hint, quote } from './scope.ts'

type RelationNode = Node & { readonly kind: 'relation' }

/** Checks a comparison of two operands; null after reporting. */
export function checkRelation(check: Check, node: RelationNode, a: Operand, b: Operand): Condition | null {
  if (isNull(a) || isNull(b)) return checkNull(check, node, isNull(a) ? b : a)
  if (node.op === 'in') return checkIn(check, node, a, b)
  const list = isList(a) ? a : isList(b) ? b : null
  if (list !== null) return check.report(list.span, `${quote(check, list.span)} is a list: use "in" or ".intersects(...)"`)
  if (node.op !== '==' && node.op !== '!=') return checkOrder(check, node, a, b)
  const equal = checkEqual(check, node, a, b)
  return equal !== null && node.op === '!=' ? { op: 'not', term: equal } : equal
}

function isNull(operand: Operand): boolean {
  return operand.is === 'constant' && operand.value === null
}

function isList(operand: Operand): boolean {
  return operand.is === 'list' || (operand.is === 'ref' && operand.type.is === 'list')
}

function checkNull(check: Check, node: RelationNode, other: Operand): Condition | null {
  if (node.op !== '==' && node.op !== '!=') return check.report(node, 'null can only be compared with "==" or "!="')
  if (other.is !== 'ref') return check.report(node, `only a field can be compared with null (at ${quote(check, node)})`)
  const has: Condition = { op: 'has', of: other.ref }
  return node.op === '==' ? { op: 'not', term: has } : has
}

function checkOrder(check: Check, node: RelationNode, a: Operand, b: Operand): Condition | null {
  const wanted = kindOf(a) ?? kindOf(b)
  if (wanted === null) {
    const found = describeOperand(a.is === 'constant' ? b : a)
    const why = found === 'string' || found === 'country code' || found === 'language tag' ? ' (string order is collation-dependent)' : ''
    return check.report(node, `order comparison needs number or date, found ${found}${why}`)
  }
  const ranges = asRanges(check, node, a, b, wanted)
  if (ranges === null) return null
  const [left, right] = node.op === '<' || node.op === '<=' ? ranges : [ranges[1], ranges[0]]
  return { op: node.op === '<' || node.op === '>' ? 'less' : 'atMost', a: left, b: right }
}

/** Whether an operand is a number or a date by itself. A text constant is a day only beside a date. */
function kindOf(operand: Operand): 'date' | 'number' | null {
  if (operand.is !== 'ref' && operand.is !== 'range') return null
  return operand.type.is === 'date' || operand.type.is === 'number' ? operand.type.is : null
}

function asRanges(check: Check, node: RelationNode, a: Operand, b: Operand, wanted: 'date' | 'number') {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const fits = kindOf(one) === wanted || (one.is === 'constant' && typeof one.value === (wanted === 'date' ? 'string' : 'number'))
    if (!fits) return check.report(node, `cannot compare ${describeOperand(other)} with ${describeOperand(one)} (at ${quote(check, node)})`)
  }
  const left = asRange(check, a, wanted)
  const right = asRange(check, b, wanted)
  return left === null || right === null ? null : ([left, right] as const)
}

function checkEqual(check: Check, node: RelationNode, a: Operand, b: Operand): Condition | null {
  if (a.is === 'constant' && b.is === 'constant') return check.report(node, `${quote(check, node)} compares two constants`)
  const wanted = kindOf(a) ?? kindOf(b)
  if (wanted !== null) {
    const ranges = asRanges(check, node, a, b, wanted)
    return ranges === null ? null : { op: 'equal', a: ranges[0], b: ranges[1] }
  }
  const left = asYesNo(a)
  const right = asYesNo(b)
  if (left !== null && right !== null) return bothOrNeither(left, right)
  const [one, other] = a.is === 'ref' ? [a, b] : [b, a]
  if (one.is !== 'ref')
    return check.report(node, `cannot compare ${describeOperand(a)} with ${describeOperand(b)} (at ${quote(check, node)})`)
  if (one.type.is === 'object' || one.type.is === 'link') return onlyHas(check, one)
  const single = asSingle(check, other, one.type, node)
  return single === null ? null : { op: 'same', a: { is: 'ref', ref: one.ref }, b: single }
}

function onlyHas(check: Check, operand: Operand): null {
  return check.report(operand.span, `${quote(check, operand.span)} is a ${describeOperand(operand)}: it can only be tested with has(...)`)
}

function asYesNo(operand: Operand): Condition | null {
  if (operand.is === 'condition') return operand.condition
  if (operand.is === 'constant' && typeof operand.value === 'boolean') return { op: 'known', value: operand.value }
  return operand.is === 'ref' && operand.type.is === 'yesNo' ? { op: 'yes', of: operand.ref } : null
}

/** `a == b` for yes/no values: unknown as soon as one of them is. */
function bothOrNeither(a: Condition, b: Condition): Condition {
  const neither: Condition = {
    op: 'and',
    terms: [
      { op: 'not', term: a },
      { op: 'not', term: b },
    ],
  }
  return { op: 'or', terms: [{ op: 'and', terms: [a, b] }, neither] }
}

function asSingle(check: Check, operand: Operand, type: ExprType, whole: Span): Single | null {
  if (operand.is === 'constant' && typeof operand.value !== 'boolean' && operand.value !== null) {
    const value = constantAs(check, { value: operand.value, span: operand.span, set: null }, type, whole)
    return value === null ? null : { is: 'constant', value }
  }
  if (operand.is === 'ref' && comparable(operand.type, type)) return { is: 'ref', ref: operand.ref }
  return mismatch(check, whole, type, describeOperand(operand), whole)
}

function checkIn(check: Check, node: RelationNode, item: Operand, list: Operand): Condition | null {
  if (!isList(list)) return check.report(list.span, `"in" needs a list on its right, found ${describeOperand(list)}`)
  if (isList(item)) return check.report(item.span, 'for two lists write a.intersects(b)')
  if (list.is === 'ref' && list.type.is === 'list') {
    const single = asSingle(check, item, list.type.of, node)
    if (single === null) return null
    checkAgreement(
      check,
      list,
      item.is === 'constant' && typeof item.value === 'string' ? [{ value: item.value, span: item.span, set: null }] : [],
    )
    return { op: 'in', item: single, list: { is: 'ref', ref: list.ref } }
  }
  if (item.is !== 'ref') return check.report(item.span, `only a field can be looked up in a list (at ${quote(check, node)})`)
  const { type } = item
  if (type.is !== 'text' && type.is !== 'enum' && type.is !== 'number') {
    return check.report(node, `"in" looks up texts and numbers, not ${describeType(type)}`)
  }
  const values = list.is === 'list' ? constantsAs(check, list.values, type, node) : null
  return values === null ? null : { op: 'in', item: { is: 'ref', ref: item.ref }, list: { is: 'constant', values } }
}

/** `a.intersects(b)`; null after reporting. */
export function checkIntersects(check: Check, node: Node, a: Operand, b: Operand): Condition | null {
  if (!isList(a) || !isList(b)) return check.report(node, `"intersects" joins two lists, found ${describeOperand(isList(a) ? b : a)}`)
  const [one, other] = a.is === 'ref' ? [a, b] : [b, a]
  if (one.is !== 'ref' || one.type.is !== 'list') return check.report(node, 'one of the two lists must be a field')
  const member = one.type.of
  if (other.is === 'ref' && other.type.is === 'list') {
    if (!comparable(member, other.type.of)) return mismatch(check, node, one.type, describeOperand(other), node)
    return { op: 'intersects', a: { is: 'ref', ref: one.ref }, b: { is: 'ref', ref: other.ref } }
  }
  if (other.is !== 'list') return null
  const values = constantsAs(check, other.values, member, node)
  checkAgreement(check, one, other.values)
  return values === null ? null : { op: 'intersects', a: { is: 'ref', ref: one.ref }, b: { is: 'constant', values } satisfies Many }
}

function constantsAs(check: Check, constants: readonly Constant[], type: ExprType, whole: Span): readonly (string | number)[] | null {
  const values = constants.map((constant) => constantAs(check, constant, type, whole))
  return values.every((value) => value !== null) ? values : null
}

/** A name that no agreement has would never match, silently: a slip of the pen. */
function checkAgreement(check: Check, list: Operand, names: readonly Constant[]): void {
  const { agreements } = check.scope
  if (agreements === null || list.is !== 'ref' || list.ref.root !== 'caller' || list.ref.field !== 'agreements') return
  for (const { value, span } of names) {
    if (!agreements.has(String(value))) check.report(span, `"${value}" is not a known agreement`, hint(String(value), agreements))
  }
}
