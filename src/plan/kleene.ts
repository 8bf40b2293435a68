/** Kleene's three values: null is unknown. */
export type K3 = boolean | null

/** True only when all are; false as soon as one is. */
export function allOf(values: Iterable<K3>): K3 {
  let result: K3 = true
  for (const value of values) {
    if (value === false) return false
    if (value === null) result = null
  }
  return result
}

/** True as soon as one is; false only when all are. */
export function anyOf(values: Iterable<K3>): K3 {
  let result: K3 = false
  for (const value of values) {
    if (value === true) return true
    if (value === null) result = null
  }
  return result
}

/** The negation; unknown stays unknown. */
export function negate(value: K3): K3 {
  return value === null ? null : !value
}
