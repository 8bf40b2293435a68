import { type DocumentNode, Kind, valueFromASTUntyped, visit } from 'graphql'
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

/**
 * Counts the values of the variables wherever they stand in the document: one list in many conditions is as much work as many lists. Call it after
 * `assertFewValues`. Throws QUERY_TOO_COSTLY.
 */
export function assertFewUses(document: DocumentNode, variables: Readonly<Record<string, unknown>> | null): void {
  const { defaults, uses } = usesIn(document)
  let count = 0
  for (const name of uses) {
    count += variables !== null && Object.hasOwn(variables, name) ? sizeOf(variables[name]) : (defaults.get(name) ?? 0)
  }
  if (count > limits.values) throw tooCostly(`more than ${limits.values} values in all uses of the variables`)
}

/** Where a document uses variables, each use once, and how many values their defaults are. */
interface Uses {
  readonly defaults: ReadonlyMap<string, number>
  readonly uses: readonly string[]
}

const known = new WeakMap<DocumentNode, Uses>()

function usesIn(document: DocumentNode): Uses {
  const seen = known.get(document)
  if (seen !== undefined) return seen
  const defaults = new Map<string, number>()
  for (const one of document.definitions)
    if (one.kind === Kind.OPERATION_DEFINITION)
      for (const { variable, defaultValue } of one.variableDefinitions ?? [])
        if (defaultValue !== undefined) defaults.set(variable.name.value, sizeOf(valueFromASTUntyped(defaultValue)))
  const uses: string[] = []
  visit(document, {
    VariableDefinition: () => false,
    Variable({ name }) {
      uses.push(name.value)
    },
  })
  known.set(document, { defaults, uses })
  return { defaults, uses }
}

/** How many values a value is, lists and objects included. */
function sizeOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce<number>((sum, one) => sum + sizeOf(one), 1)
}
