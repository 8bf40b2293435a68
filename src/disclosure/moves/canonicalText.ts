import type { CanonicalValue } from '../../model/record.ts'

/** `canonical` as a text. */
export function canonicalText(value: CanonicalValue): string {
  return JSON.stringify(canonical(value))
}

/** The same piece of JSON for the same value: what is unknown is left out, and the order of parts and of members of a list does not count, because some systems give them in any. */
export function canonical(value: CanonicalValue): unknown {
  if (Array.isArray(value)) return (value as readonly CanonicalValue[]).map(canonicalText).sort()
  if (typeof value !== 'object' || value === null) return value
  const known = Object.entries(value).filter(([, part]) => part !== null && part !== undefined)
  return known.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([name, part]) => [name, canonical(part as CanonicalValue)])
}
