import { asNumber } from '../../model/order.ts'
import { compareValues } from '../compareValues.ts'
import type { NativePredicate, NativeRow, NativeScalar } from '../connector.ts'

type Compare = NativePredicate & { readonly kind: 'compare' }

/** The rows of a child table that belong to a row; null when the name is no child table but a list inside the row. */
export type ChildrenOf = (row: NativeRow, name: string) => readonly NativeRow[] | null

/** Whether a row satisfies a predicate. */
export function satisfies(row: NativeRow, predicate: NativePredicate, childrenOf: ChildrenOf): boolean {
  if (predicate.kind === 'and') return predicate.terms.every((term) => satisfies(row, term, childrenOf))
  if (predicate.kind === 'or') return predicate.terms.some((term) => satisfies(row, term, childrenOf))
  if (predicate.child === undefined) return holds(valuesAt(row, predicate.path), predicate)
  const children = childrenOf(row, predicate.child)
  if (children === null)
    return holds(
      valuesAt(row, predicate.child).flatMap((element) => valuesAt(element, predicate.path)),
      predicate,
    )
  // "No value" may also be said of a row without children.
  if (predicate.op === 'isNull' && children.length === 0) return true
  return children.some((child) => holds(valuesAt(child, predicate.path), predicate))
}

/** Values at a path, through objects and lists; a column of that whole name first. */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((member) => valuesAt(member, path))
  if (typeof value !== 'object' || value === null) return path === '' ? [value] : []
  if (path === '') return [value]
  if (Object.hasOwn(value, path)) return [(value as Record<string, unknown>)[path]].flat()
  const dot = path.indexOf('.')
  const name = dot < 0 ? path : path.slice(0, dot)
  if (dot < 0 || !Object.hasOwn(value, name)) return []
  return valuesAt((value as Record<string, unknown>)[name], path.slice(dot + 1))
}

function holds(values: readonly unknown[], { op, value }: Compare): boolean {
  const known = values.filter(isKnown)
  if (op === 'isNull') return values.length === 0 || known.length < values.length || known.includes('')
  const wanted = [value].flat().filter((one) => one !== null)
  return known.some((one) => wanted.some((other) => compares(one, op, other)))
}

function isKnown(value: unknown): value is Exclude<NativeScalar, null> {
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string'
}

function compares(value: Exclude<NativeScalar, null>, op: Exclude<Compare['op'], 'isNull'>, other: Exclude<NativeScalar, null>): boolean {
  if (op === 'eq' || op === 'in') return equals(value, other)
  if (op === 'startsWith') return String(value).startsWith(String(other))
  const difference = compareValues(value, other)
  return { gt: difference > 0, gte: difference >= 0, lt: difference < 0, lte: difference <= 0 }[op]
}

function equals(a: Exclude<NativeScalar, null>, b: Exclude<NativeScalar, null>): boolean {
  if (String(a) === String(b)) return true
  if (typeof a === 'string' && typeof b === 'string') return false
  const number = asNumber(a)
  return number !== null && number === asNumber(b)
}
