import { addDays, dayNumber } from '../days.ts'
import type { Node, Span } from './ast.ts'
import type { Condition, Range, Ref } from './condition.ts'
import { describeType, type ExprType } from './exprType.ts'
import { type Check, hint, quote, resolve } from './scope.ts'

/** One side of a comparison. */
export type Operand =
  | { readonly is: 'constant'; readonly value: string | number | boolean | null; readonly span: Span }
  | { readonly is: 'list'; readonly values: readonly Constant[]; readonly span: Span }
  | { readonly is: 'ref'; readonly ref: Ref; readonly type: ExprType; readonly span: Span }
  | { readonly is: 'range'; readonly range: Range; readonly type: ExprType; readonly span: Span }
  | { readonly is: 'condition'; readonly condition: Condition; readonly span: Span }

/** A text or number written out, with its place. */
export interface Constant {
  readonly value: string | number
  readonly span: Span
  /** The set it came from. */
  readonly set: string | null
}

/** Checks a side that is not itself a condition; null after reporting. */
export function checkValue(check: Check, node: Node): Operand | null {
  if (node.kind === 'constant') return { is: 'constant', value: node.value, span: node }
  if (node.kind === 'list') return checkList(check, node)
  if (node.kind === 'name') {
    const set = check.scope.sets.get(node.name)
    if (set !== undefined) return { is: 'list', values: set.map((value) => ({ value, span: node, set: node.name })), span: node }
  }
  if (node.kind === 'call') return checkRangeCall(check, node)
  const resolved = resolve(check, node)
  return resolved === null ? null : { is: 'ref', ...resolved, span: node }
}

function checkList(check: Check, node: Node & { readonly kind: 'list' }): Operand | null {
  const values: Constant[] = []
  for (const item of node.items) {
    if (item.kind !== 'constant' || (typeof item.value !== 'string' && typeof item.value !== 'number')) {
      return check.report(item, `a list holds texts or numbers written out, not ${quote(check, item)}`)
    }
    values.push({ value: item.value, span: item, set: null })
  }
  return { is: 'list', values, span: node }
}

function checkRangeCall(check: Check, node: Node & { readonly kind: 'call' }): Operand | null {
  const { name, args } = node
  const [first, second] = args
  if (first === undefined || second === undefined || args.length !== 2 || node.target !== null) {
    return check.report(node, `write ${name === 'addDays' ? 'addDays(date, number of days)' : 'yearsBetween(date, date)'}`)
  }
  const a = rangeOf(check, first, 'date')
  const b = rangeOf(check, second, name === 'addDays' ? 'number' : 'date')
  if (a === null || b === null) return null
  if (name === 'yearsBetween')
    return { is: 'range', range: { is: 'years', from: a, to: b }, type: { is: 'number', whole: true }, span: node }
  const type: ExprType = { is: 'date', kind: 'date' }
  if (a.is === 'constant' && b.is === 'constant') {
    const range: Range = { is: 'constant', low: addDays(a.low, b.low), high: addDays(a.high, b.high) }
    return Number.isNaN(range.low) ? check.report(node, 'the day lies beyond the year 9999') : { is: 'range', range, type, span: node }
  }
  return { is: 'range', range: { is: 'shifted', day: a, by: b }, type, span: node }
}

function rangeOf(check: Check, node: Node, wanted: 'date' | 'number'): Range | null {
  if (node.kind === 'call' && node.name !== 'yearsBetween' && node.name !== 'addDays') {
    return check.report(node, `expected ${wanted === 'date' ? 'a date' : 'a number'}, found ${quote(check, node)}`)
  }
  const operand = checkValue(check, node)
  return operand === null ? null : asRange(check, operand, wanted)
}

/** The operand as a number or a day; null after reporting. */
export function asRange(check: Check, operand: Operand, wanted: 'date' | 'number'): Range | null {
  if (operand.is === 'constant' && wanted === 'date' && typeof operand.value === 'string') {
    const day = dayNumber(operand.value)
    if (!Number.isNaN(day)) return { is: 'constant', low: day, high: day }
    return check.report(operand.span, `"${operand.value}" is not a whole day: write it as "2026-01-31"`)
  }
  if (operand.is === 'constant' && wanted === 'number' && typeof operand.value === 'number') {
    return { is: 'constant', low: operand.value, high: operand.value }
  }
  if (operand.is === 'range' && operand.type.is === wanted) return operand.range
  if (operand.is === 'ref' && operand.type.is === 'date' && wanted === 'date') return { is: operand.type.kind, ref: operand.ref }
  if (operand.is === 'ref' && operand.type.is === 'number' && wanted === 'number') return { is: 'number', ref: operand.ref }
  return check.report(operand.span, `expected ${wanted === 'date' ? 'a date' : 'a number'}, found ${describeOperand(operand)}`)
}

/** The operand's type in words. */
export function describeOperand(operand: Operand): string {
  switch (operand.is) {
    case 'constant':
      return operand.value === null ? 'null' : { string: 'string', number: 'int', boolean: 'yes/no' }[typeof operand.value as 'string']
    case 'list':
      return 'list'
    case 'condition':
      return 'yes/no'
    case 'ref':
    case 'range':
      return describeType(operand.type)
  }
}

/** A constant where a text, number or enum value of `type` belongs; null after reporting. */
export function constantAs(check: Check, constant: Constant, type: ExprType, whole: Span): string | number | null {
  const { value, span, set } = constant
  const from = set === null ? '' : ` in the set ${set}`
  const found = typeof value === 'string' ? 'string' : 'int'
  if (type.is === 'number') return found === 'int' ? value : mismatch(check, span, type, found, whole)
  if (typeof value !== 'string') return mismatch(check, span, type, found, whole)
  if (type.is === 'enum') {
    const values = check.scope.enums.get(type.name) ?? []
    if (values.includes(value)) return value
    return check.report(span, `"${value}"${from} is not a value of ${type.name} (${values.join(', ')})`, hint(value, values))
  }
  if (type.is === 'text' && type.kind === 'country' && !/^[A-Z0-9]{2,3}$/.test(value)) {
    return check.report(span, `"${value}"${from} is not a country code: two or three capital letters or digits`)
  }
  return type.is === 'text' ? value : mismatch(check, span, type, found, whole)
}

/** Reports that two types do not compare. */
export function mismatch(check: Check, span: Span, type: ExprType, found: string, whole: Span): null {
  return check.report(span, `cannot compare ${describeType(type)} with ${found} (at ${quote(check, whole)})`)
}
