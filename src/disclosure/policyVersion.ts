const form = /^\d{1,12}(?:[.-]\d{1,12})*$/

/** Whether a `version:` can be told older or newer than another: numbers with dots or dashes between them, such as `2026-11-01.3`. */
export function isOrderedVersion(version: string): boolean {
  return form.test(version)
}

/**
 * Negative when `a` is older than `b`, positive when it is newer, 0 when neither. Part by part, as numbers: `1.9` < `1.10`, and `1` < `1.0`. Both
 * must be ordered versions.
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  for (const [i, number] of left.entries()) {
    const other = right[i]
    if (other === undefined) return 1
    if (number !== other) return number - other
  }
  return left.length - right.length
}

function numbersOf(version: string): readonly number[] {
  return version.split(/[.-]/).map(Number)
}
