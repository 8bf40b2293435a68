/** Compares texts by code point, the slow and plain way. */
export function byCodePoint(a: string, b: string): number {
  const [x, y] = [Array.from(a), Array.from(b)]
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const difference = (x[i]?.codePointAt(0) ?? 0) - (y[i]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return x.length - y.length
}

type Value = string | number | null

/** Compares by value, nulls last in both directions, then by key. */
export function byValue<T>(value: (row: T) => Value, direction: 'ASC' | 'DESC', key: (row: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const [x, y] = [value(a), value(b)]
    if (x !== y) {
      if (x === null) return 1
      if (y === null) return -1
      const difference = typeof x === 'number' && typeof y === 'number' ? x - y : byCodePoint(String(x), String(y))
      if (difference !== 0) return direction === 'ASC' ? difference : -difference
    }
    return byCodePoint(key(a), key(b))
  }
}
