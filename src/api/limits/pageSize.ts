import { type FieldNode, Kind, type OperationDefinitionNode, type ValueNode } from 'graphql'
import { ComityError } from '../../model/errors.ts'
import { limits } from './limits.ts'

/** Size of a page when a connection or a list of links names none. */
const defaultPage = 20

/** Records of a network that names no limit. */
const defaultNetwork = 50

/** Arguments that say how many records a field may give. */
const sizeArguments = new Set(['first', 'last', 'limit'])

/** Fields that give a page when no size is named. */
const pagedByDefault = new Set([
  ...['notices', 'persons', 'requests', 'operations'].flatMap((door) => [door, `${door}Progress`]),
  'searchPersons',
  'possibleMatches',
  'network',
  'deskEntries',
  'emergencyAccesses',
])

/**
 * How many records a field may give at most: its page size, `first`, `last` or `limit`, or 1 for a field that takes none. The function it gives throws BAD_USER_INPUT
 * for a size that no page has.
 */
export function pageSizes(operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): (field: FieldNode) => number {
  const defaults = new Map(operation.variableDefinitions?.map((one) => [one.variable.name.value, one.defaultValue]))

  function sizeOf(value: ValueNode): unknown {
    if (value.kind === Kind.INT) return Number(value.value)
    if (value.kind !== Kind.VARIABLE) return null
    const name = value.name.value
    const fallback = defaults.get(name)
    return Object.hasOwn(variables, name) ? variables[name] : fallback === undefined ? null : sizeOf(fallback)
  }

  return (field) => {
    const sizes = (field.arguments ?? []).filter(({ name }) => sizeArguments.has(name.value))
    const unnamed = field.name.value === 'network' ? defaultNetwork : defaultPage
    if (sizes.length === 0) return pagedByDefault.has(field.name.value) ? unnamed : 1
    return Math.max(
      ...sizes.map(({ name, value }) => {
        const size = sizeOf(value)
        // What is no number is for validation to refuse, with the place; null is as if it were not there.
        if (typeof size !== 'number') return unnamed
        if (size >= 1 && size <= limits.page) return size
        throw new ComityError('BAD_USER_INPUT', { reason: `${name.value}: a page has 1 to ${limits.page} records` })
      }),
    )
  }
}
