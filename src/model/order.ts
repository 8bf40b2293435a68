/**
 * How texts and keys compare, for everyone who orders rows: a connector that orders in memory and the hub that goes on after a position must agree, or rows are lost
 * between two pages.
 */

/** By code point, which is the order of UTF-8 bytes too; JavaScript's own order differs beyond the Basic Multilingual Plane. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

/** Compares keys. Total: what is no number comes after all that are. */
export function compareKeys(a: string, b: string, order: 'number' | 'text'): number {
  if (order === 'text') return compareText(a, b)
  // Keys may be longer than a double can hold.
  if (/^-?\d{16,}$/.test(a) || /^-?\d{16,}$/.test(b)) {
    if (/^-?\d+$/.test(a) && /^-?\d+$/.test(b)) return BigInt(a) < BigInt(b) ? -1 : BigInt(a) > BigInt(b) ? 1 : compareText(a, b)
  }
  const [x, y] = [asNumber(a), asNumber(b)]
  if (x === null || y === null) return x !== null ? -1 : y !== null ? 1 : compareText(a, b)
  return x - y || compareText(a, b)
}

/** A value as a number; null when it is none. */
export function asNumber(value: string | number | boolean): number | null {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  return /^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$/.test(value) ? Number(value) : null
}
