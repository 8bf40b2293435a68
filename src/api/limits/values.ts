import { limits } from './limits.ts'
import { tooCostly } from './refusal.ts'

/** Counts the values in the variables, without recursion: how deep they nest is up to the caller. Throws QUERY_TOO_COSTLY. */
export function assertFewValues(variables: Readonly<Record<string, unknown>> | null): void {
  let level: readonly unknown[] = variables === null ? [] : Object.values(variables)
  let count = 0
  for (let depth = 0; level.length > 0; depth++) {
    count += level.length
    if (count > limits.values) throw tooCostly(`more than ${limits.values} values in the variables`)
    if (depth > limits.nesting) throw tooCostly(`variables nested more than ${limits.nesting} levels deep`)
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
}
