import { type FieldNode, Kind, type OperationDefinitionNode, type ValueNode } from 'graphql'
import { ComityError } from '../../model/errors.ts'
import { limits } from './limits.ts'

/** Size of a page when a connection or a list of links names none. */
const defaultPage = 20

/** Fields that give a page when no size is named. */
const pagedByDefault = new Set(['notices', 'persons', 'requests', 'operations', 'deskEntries', 'emergencyAccesses'])

/**
 * How many records a field may give at most: its page size, or 1 for a field that takes none. The function it gives throws BAD_USER_INPUT
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
    const argument = field.arguments?.find((one) => one.name.value === 'first')
    if (argument === undefined) return pagedByDefault.has(field.name.value) ? defaultPage : 1
    const size = sizeOf(argument.value)
    // What is no number is for validation to refuse, with the place.
    if (typeof size !== 'number') return defaultPage
    if (size < 1 || size > limits.page) throw new ComityError('BAD_USER_INPUT', { reason: `first: a page has 1 to ${limits.page} records` })
    return size
  }
}
