import type { ConditionProblem, Node } from './ast.ts'
import { checkValue, describeOperand, type Operand } from './checkOperand.ts'
import { checkIntersects, checkRelation } from './checkRelation.ts'
import type { Condition } from './condition.ts'
import { parseCondition } from './parser.ts'
import { type Check, hint, openCheck, quote, resolve, type Scope } from './scope.ts'

/** A condition with its mistakes. `condition` is null exactly when there are any. */
export interface CheckedCondition {
  readonly condition: Condition | null
  readonly problems: readonly ConditionProblem[]
}

const functions = ['has', 'yearsBetween', 'addDays']
const methods = ['intersects', 'startsWith']

/** Reads and type-checks one condition. Never throws. */
export function checkCondition(text: string, scope: Scope): CheckedCondition {
  const node = parseCondition(text)
  if ('message' in node) return { condition: null, problems: [node] }
  const problems: ConditionProblem[] = []
  const condition = conditionOf(openCheck(text, scope, problems), node)
  return { condition: problems.length === 0 ? condition : null, problems }
}

function conditionOf(check: Check, node: Node): Condition | null {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const terms = node.terms.map((term) => conditionOf(check, term))
      return terms.every((term) => term !== null) ? { op: node.kind, terms } : null
    }
    case 'not': {
      const term = conditionOf(check, node.operand)
      return term === null ? null : { op: 'not', term }
    }
    case 'relation': {
      const left = operandOf(check, node.left)
      const right = operandOf(check, node.right)
      return left === null || right === null ? null : checkRelation(check, node, left, right)
    }
    case 'call':
      return callOf(check, node)
    default:
      return truthOf(check, node)
  }
}

function operandOf(check: Check, node: Node): Operand | null {
  const isValue = node.kind === 'constant' || node.kind === 'list' || node.kind === 'name' || node.kind === 'member'
  if (isValue || (node.kind === 'call' && isRangeFunction(node.name))) return checkValue(check, node)
  const condition = conditionOf(check, node)
  return condition === null ? null : { is: 'condition', condition, span: node }
}

function isRangeFunction(name: string): boolean {
  return name === 'yearsBetween' || name === 'addDays'
}

function truthOf(check: Check, node: Node): Condition | null {
  if (node.kind === 'constant' && typeof node.value === 'boolean') return { op: 'known', value: node.value }
  const operand = checkValue(check, node)
  if (operand === null) return null
  if (operand.is === 'ref' && operand.type.is === 'yesNo') return { op: 'yes', of: operand.ref }
  return check.report(node, `expected a yes/no condition, found ${describeOperand(operand)}`)
}

function callOf(check: Check, node: Node & { readonly kind: 'call' }): Condition | null {
  if (node.target === null) {
    if (node.name === 'has') return hasOf(check, node)
    if (isRangeFunction(node.name)) return truthOf(check, node)
    return check.report(node, `there is no function "${node.name}" (${functions.join(', ')})`, hint(node.name, functions))
  }
  const [argument] = node.args
  if (!methods.includes(node.name)) {
    return check.report(node, `there is no ".${node.name}(...)" (.intersects, .startsWith)`, hint(node.name, methods))
  }
  if (argument === undefined || node.args.length !== 1) return check.report(node, `".${node.name}(...)" takes one argument`)
  const target = operandOf(check, node.target)
  if (target === null) return null
  if (node.name === 'startsWith') return startsWithOf(check, node, target, argument)
  const other = operandOf(check, argument)
  return other === null ? null : checkIntersects(check, node, target, other)
}

function hasOf(check: Check, node: Node & { readonly kind: 'call' }): Condition | null {
  const [argument] = node.args
  if (argument === undefined || node.args.length !== 1) return check.report(node, 'write has(field)')
  if (argument.kind !== 'name' && argument.kind !== 'member')
    return check.report(argument, `has(...) asks whether a field is known; ${quote(check, argument)} is none`)
  const resolved = resolve(check, argument)
  return resolved === null ? null : { op: 'has', of: resolved.ref }
}

function startsWithOf(check: Check, node: Node, target: Operand, argument: Node): Condition | null {
  if (target.is !== 'ref' || target.type.is !== 'text') {
    return check.report(node, `"startsWith" needs a text, found ${describeOperand(target)}`)
  }
  if (argument.kind !== 'constant' || typeof argument.value !== 'string' || argument.value === '') {
    return check.report(argument, '"startsWith" needs a text written out')
  }
  return { op: 'startsWith', of: { is: 'ref', ref: target.ref }, prefix: argument.value }
}
