import { type GraphQLAbstractType, type GraphQLObjectType, getArgumentValues } from 'graphql'
import type { HubOperation } from '../../hub/hubOperation.ts'
import type { ViewRecord } from '../../model/record.ts'
import type { ResolveInfo } from '../../plan/operation.ts'
import { markersOf } from '../governedFields.ts'
import type { AbstractShape, FieldPlan, ObjectPlan, QueryPlan, Shape } from './plan.ts'
import { plansIn } from './planQuery.ts'

/** In the place of a value: reading it failed. */
export class Failure {
  readonly error: unknown

  constructor(error: unknown) {
    this.error = error
  }
}

/** The objects that were met at one place of a document, each once, however often it was met. */
export interface Met {
  readonly parents: unknown[]
  readonly places: Map<unknown, number>
}

/**
 * One execution of a plan: reads level by level, all parents of a level at once, and goes on below a field as soon as that field is there.
 * INVARIANT: what was read for an object is found by the object itself, never by counting, so that a value can come to stand beside no other record than its own.
 */
export class Run {
  readonly plan: QueryPlan
  readonly operation: HubOperation
  readonly #variables: Readonly<Record<string, unknown>>
  readonly #met: (Met | undefined)[]
  readonly #values: (readonly unknown[] | undefined)[]
  readonly #broken = Promise.withResolvers<void>()
  #fatal: FieldPlan | null = null

  /** `variables`: as coerced. */
  constructor(plan: QueryPlan, operation: HubOperation, variables: Readonly<Record<string, unknown>>) {
    this.plan = plan
    this.operation = operation
    this.#variables = variables
    this.#met = new Array(plan.objects)
    this.#values = new Array(plan.slots)
  }

  /**
   * Reads all that has to be read before anything is written; but no longer than it takes a required field of the root to fail, since there are no data then. Never rejects: what could not be read
   * is a `Failure`.
   */
  async load(): Promise<void> {
    this.#meet(this.plan.root, undefined)
    const loading = this.#loadObjects(this.plan.root)
    if (loading !== null) await Promise.race([loading, this.#broken.promise])
  }

  /** The required field of the root whose failure leaves no data; null while there is none. */
  get fatal(): FieldPlan | null {
    return this.#fatal
  }

  /** The number of an object among those met at a place. Throws `TypeError` when it was not met. */
  placeOf(plan: ObjectPlan, object: unknown): number {
    const place = this.#met[plan.at]?.places.get(object)
    if (place === undefined) throw new TypeError('an object that was not met')
    return place
  }

  /** What was read of a field for the object at a place. */
  valueAt({ slot }: FieldPlan, place: number): unknown {
    return this.#values[slot ?? -1]?.[place]
  }

  /** The plan for a value of an abstract type; null when its type is none of the possible ones, or cannot be told. */
  planFor({ type, plans }: AbstractShape, value: unknown): ObjectPlan | null {
    try {
      return plans.get(typeNameOf(type, value, this) ?? '') ?? null
    } catch {
      return null
    }
  }

  #meet(plan: ObjectPlan, object: unknown): void {
    if (plan.loaded.length === 0) return
    let met = this.#met[plan.at]
    if (met === undefined) {
      met = { parents: [], places: new Map() }
      this.#met[plan.at] = met
    }
    if (met.places.has(object)) return
    met.places.set(object, met.parents.length)
    met.parents.push(object)
  }

  /** Null when there was nothing to wait for. */
  #loadObjects(plan: ObjectPlan): Promise<unknown> | null {
    const parents = this.#met[plan.at]?.parents
    if (parents === undefined) return null
    return together(plan.loaded.map((field) => this.#loadField(field, parents)))
  }

  #loadField(field: FieldPlan, parents: readonly unknown[]): Promise<unknown> | null {
    const values = this.#read(field, parents)
    if (values instanceof Promise) return values.then((all) => this.#goOn(field, all))
    return this.#goOn(field, values)
  }

  #goOn(field: FieldPlan, values: readonly unknown[]): Promise<unknown> | null {
    this.#values[field.slot ?? -1] = values
    if (field.shape.required && values[0] instanceof Failure && this.plan.root.loaded.includes(field)) {
      this.#fatal ??= field
      this.#broken.resolve()
    }
    const below = plansIn(field.shape).filter(({ loaded }) => loaded.length > 0)
    if (below.length === 0) return null
    for (const value of values) this.#meetAll(field.shape, value)
    return together(below.map((plan) => this.#loadObjects(plan)))
  }

  #read(field: FieldPlan, parents: readonly unknown[]): readonly unknown[] | Promise<readonly unknown[]> {
    const { source } = field
    if (source.from === 'links' || source.from === 'resolver') {
      let args: Record<string, unknown>
      try {
        args = getArgumentValues(field.definition, field.nodes[0], this.#variables)
      } catch (error) {
        return parents.map(() => new Failure(error))
      }
      if (source.from === 'links') return this.#readLinks(field, parents as readonly ViewRecord[], args)
      const info = this.#infoOf(field)
      let waits = false
      const values = parents.map((parent) => {
        try {
          const value: unknown = source.resolve(parent, args, this.operation, info)
          if (!isPromise(value)) return value
          waits = true
          return value.then(undefined, (error: unknown) => new Failure(error))
        } catch (error) {
          return new Failure(error)
        }
      })
      return waits ? Promise.all(values) : values
    }
    return parents.map((parent) => readNow(field, parent, this))
  }

  async #readLinks(field: FieldPlan, views: readonly ViewRecord[], args: Record<string, unknown>): Promise<readonly unknown[]> {
    if (field.source.from !== 'links') throw new TypeError('not a link')
    try {
      return await field.source.readAll(views, args, this.operation, this.#infoOf(field))
    } catch (error) {
      return views.map(() => new Failure(error))
    }
  }

  /** Objects of a value that something is to be read for. What is no value of the shape is passed over: writing it fails. */
  #meetAll(shape: Shape, value: unknown): void {
    if (value === null || value === undefined || value instanceof Error || value instanceof Failure) return
    if (shape.is === 'object') this.#meet(shape.plan, value)
    else if (shape.is === 'abstract') {
      const plan = this.planFor(shape, value)
      if (plan !== null) this.#meet(plan, value)
    } else if (shape.is === 'list' && Array.isArray(value)) for (const member of value) this.#meetAll(shape.of, member)
  }

  /** Of the path it tells the last step only: the same is read for many parents at once. */
  #infoOf({ key, nodes, definition, parentType }: FieldPlan): ResolveInfo {
    const { schema, operation, fragments } = this.plan
    return {
      fieldName: definition.name,
      fieldNodes: nodes,
      returnType: definition.type,
      parentType,
      path: { prev: undefined, key, typename: parentType.name },
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues: this.#variables,
    }
  }
}

/** The value of a field that waits for nothing, or its failure. */
export function readNow(field: FieldPlan, parent: unknown, { operation }: Run): unknown {
  try {
    return valueNow(field, parent, operation)
  } catch (error) {
    return new Failure(error)
  }
}

/** The value of a field that waits for nothing. */
export function valueNow({ source, parentType }: FieldPlan, parent: unknown, operation: HubOperation): unknown {
  switch (source.from) {
    case 'typename':
      return parentType.name
    case 'property':
      return (parent as Readonly<Record<string, unknown>>)[source.name]
    case 'view':
      return source.read(parent as ViewRecord, operation)
    case 'markers':
      return markersOf(parent as ViewRecord)
    default:
      throw new TypeError('a field that is read beforehand')
  }
}

/** The name of the object type of a value, by the schema's own means; null when there is none. */
function typeNameOf(type: GraphQLAbstractType, value: unknown, { operation, plan: { schema } }: Run): string | null {
  if (type.resolveType) {
    const named: unknown = type.resolveType(value, operation, undefined as never, type)
    return typeof named === 'string' ? named : null
  }
  const isOne = (one: GraphQLObjectType) => one.isTypeOf?.(value, operation, undefined as never) === true
  return schema.getPossibleTypes(type).find(isOne)?.name ?? null
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

function together(all: readonly (Promise<unknown> | null)[]): Promise<unknown> | null {
  const waiting = all.filter((one) => one !== null)
  return waiting.length > 1 ? Promise.all(waiting) : (waiting[0] ?? null)
}
