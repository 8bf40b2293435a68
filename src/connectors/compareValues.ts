import { asNumber, compareText } from '../model/order.ts'
import type { NativeScalar } from './connector.ts'

/** Compares values of a row: numbers and booleans as numbers, everything else by its text. */
export function compareValues(a: Exclude<NativeScalar, null>, b: Exclude<NativeScalar, null>): number {
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  const [x, y] = [asNumber(a), asNumber(b)]
  return x === null || y === null ? compareText(String(a), String(b)) : x - y
}
