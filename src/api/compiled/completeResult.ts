import { type ExecutionResult, type GraphQLError, isLeafType, locatedError } from 'graphql'
import type { FieldPlan, ObjectPlan, Shape } from './plan.ts'
import { Failure, type Run, readNow } from './run.ts'

/** Where a value stands in the answer. */
interface Place {
  readonly prev: Place | null
  readonly key: string | number
}

/**
 * The result of a run that has errors, from the values that were read: null where an error or the lack of a required value makes it so (specification, 6.4.4), with each error and its
 * path. Nothing is read again.
 */
export function completeResult(run: Run): ExecutionResult {
  if (run.fatal !== null) return { errors: rootErrors(run, run.fatal), data: null }
  const completer = new Completer(run)
  try {
    const data = completer.object(run.plan.root, undefined, null) as Record<string, unknown>
    return completer.errors.length === 0 ? { data } : { errors: completer.errors, data }
  } catch (error) {
    completer.errors.push(error as GraphQLError)
    return { errors: completer.errors, data: null }
  }
}

/** The errors of an answer without data: of the field that left none, and of those of the root that had failed by then. */
function rootErrors(run: Run, fatal: FieldPlan): readonly GraphQLError[] {
  const failed = run.plan.root.loaded.filter((field) => field === fatal || !field.shape.required)
  return failed.flatMap((field) => {
    const value = run.valueAt(field, 0)
    return value instanceof Failure ? [locatedError(value.error, field.nodes, [field.key])] : []
  })
}

class Completer {
  readonly errors: GraphQLError[] = []
  readonly #run: Run

  constructor(run: Run) {
    this.#run = run
  }

  /** Throws a located error when a required field of it has none. */
  object(plan: ObjectPlan, object: unknown, at: Place | null): unknown {
    const place = plan.loaded.length === 0 ? -1 : this.#run.placeOf(plan, object)
    const result: Record<string, unknown> = Object.create(null)
    for (const field of plan.fields) {
      const value = field.slot === null ? readNow(field, object, this.#run) : this.#run.valueAt(field, place)
      result[field.key] = this.#guarded(field, field.shape, value, { prev: at, key: field.key })
    }
    return result
  }

  /** A value that becomes null when it has an error and may be null. */
  #guarded(field: FieldPlan, shape: Shape, value: unknown, at: Place): unknown {
    try {
      return this.#value(field, shape, value, at)
    } catch (error) {
      const located = locatedError(error, field.nodes, pathOf(at))
      if (shape.required) throw located
      this.errors.push(located)
      return null
    }
  }

  #value(field: FieldPlan, shape: Shape, value: unknown, at: Place): unknown {
    if (value instanceof Failure) throw value.error
    if (value instanceof Error) throw value
    if (value === null || value === undefined) {
      if (shape.required) throw new Error(`Cannot return null for non-nullable field ${nameOf(field)}.`)
      return null
    }
    switch (shape.is) {
      case 'leaf': {
        const serialized: unknown = isLeafType(shape.type) ? shape.type.serialize(value) : undefined
        if (serialized === undefined || serialized === null) throw new Error(`Expected \`${shape.type.name}.serialize\` to give a value.`)
        return serialized
      }
      case 'list':
        if (!Array.isArray(value)) throw new Error(`Expected Iterable, but did not find one for field "${nameOf(field)}".`)
        return value.map((member, i) => this.#guarded(field, shape.of, member, { prev: at, key: i }))
      case 'object': {
        const { type } = shape.plan
        if (type.isTypeOf && type.isTypeOf(value, this.#run.operation, undefined as never) !== true)
          throw new Error(`Expected a value of type "${type.name}" for field "${nameOf(field)}".`)
        return this.object(shape.plan, value, at)
      }
      case 'abstract': {
        const plan = this.#run.planFor(shape, value)
        if (plan === null) throw new Error(`"${shape.type.name}" must be one of its possible types for field "${nameOf(field)}".`)
        return this.object(plan, value, at)
      }
    }
  }
}

function nameOf({ parentType, definition }: FieldPlan): string {
  return `${parentType.name}.${definition.name}`
}

function pathOf(place: Place): readonly (string | number)[] {
  const path: (string | number)[] = []
  for (let at: Place | null = place; at !== null; at = at.prev) path.push(at.key)
  return path.reverse()
}
