import type { NativePredicate, NativeRow, NativeScalar } from '../../src/connectors/connector.ts'
import { compareText } from '../../src/model/order.ts'

/** A bureau's system in memory that does exactly what it is told: no collation, no padding, no guessing. */
export function selects(predicate: NativePredicate, row: NativeRow): boolean {
  if (predicate.kind === 'and') return predicate.terms.every((term) => selects(term, row))
  if (predicate.kind === 'or') return predicate.terms.some((term) => selects(term, row))
  const { child, path, op, value } = predicate
  const rows = child === undefined ? [row] : ((row[child] ?? []) as readonly NativeRow[])
  const values = rows.flatMap((one) => valuesAt(one, path.split('.')))
  if (op === 'isNull') return values.every((one) => one === null)
  return values.some((one) =>
    op === 'in' ? (value as readonly NativeScalar[]).some((wanted) => holds(one, 'eq', wanted)) : holds(one, op, value as NativeScalar),
  )
}

function valuesAt(value: unknown, steps: readonly string[]): readonly NativeScalar[] {
  if (Array.isArray(value)) return value.flatMap((member) => valuesAt(member, steps))
  const [step, ...rest] = steps
  if (step === undefined) return [value === undefined ? null : (value as NativeScalar)]
  return typeof value === 'object' && value !== null ? valuesAt((value as NativeRow)[step], rest) : [null]
}

function holds(value: NativeScalar, op: string, wanted: NativeScalar): boolean {
  if (value === null || wanted === null) return false
  if (op === 'startsWith') return String(value).startsWith(String(wanted))
  if (op === 'eq') return String(value) === String(wanted)
  // A number asks for numbers, and 64-bit integers arrive as text.
  const numbers =
    [value, wanted].some((one) => typeof one === 'number') && [value, wanted].every((one) => one !== '' && !Number.isNaN(Number(one)))
  const difference = numbers ? Number(value) - Number(wanted) : compareText(String(value), String(wanted))
  return op === 'gte' ? difference >= 0 : op === 'lte' ? difference <= 0 : op === 'gt' ? difference > 0 : difference < 0
}
