import { GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, type GraphQLLeafType, GraphQLString, isEnumType } from 'graphql'
import type { ViewRecord } from '../../model/record.ts'
import { isPlainText } from '../scalars.ts'
import type { FieldPlan, ObjectPlan, QueryPlan, Shape } from './plan.ts'
import { Failure, type Run, valueNow } from './run.ts'

/** Thrown where a value cannot be written as its type wants it: then the answer has an error, and is made another way. */
const unwritable = new Error('a value that cannot be written')

/** Writes a value as JSON. */
type Write = (value: unknown, run: Run) => string

const writers = new WeakMap<QueryPlan, Write>()

/** The data of a run as JSON, or null when some of it is not there as the schema wants it. */
export function writeJson(run: Run): string | null {
  const known = writers.get(run.plan)
  const write = known ?? objectWriter(run.plan.root)
  if (known === undefined) writers.set(run.plan, write)
  try {
    return write(undefined, run)
  } catch {
    // Whatever it was, it is met again where errors are made, and told there.
    return null
  }
}

function writerOf(shape: Shape): Write {
  const write = presentWriter(shape)
  if (shape.required) {
    return (value, run) => {
      if (value === null || value === undefined) throw unwritable
      return write(value, run)
    }
  }
  return (value, run) => (value === null || value === undefined ? 'null' : write(value, run))
}

/** Writes what is neither null nor undefined. */
function presentWriter(shape: Shape): Write {
  switch (shape.is) {
    case 'leaf':
      return leafWriter(shape.type)
    case 'list': {
      const write = writerOf(shape.of)
      return (value, run) => {
        if (!Array.isArray(value)) throw unwritable
        let text = '['
        for (let i = 0; i < value.length; i++) text += i === 0 ? write(value[i], run) : `,${write(value[i], run)}`
        return `${text}]`
      }
    }
    case 'object':
      return objectWriter(shape.plan)
    case 'abstract': {
      const writes = new Map([...shape.plans.values()].map((plan) => [plan, objectWriter(plan)]))
      return (value, run) => {
        const plan = value instanceof Error || value instanceof Failure ? null : run.planFor(shape, value)
        const write = plan === null ? undefined : writes.get(plan)
        if (write === undefined) throw unwritable
        return write(value, run)
      }
    }
  }
}

function objectWriter(plan: ObjectPlan): Write {
  const { type, fields, loaded } = plan
  const writes = fields.map(fieldWriter)
  const openings = fields.map(({ key }, i) => `${i === 0 ? '{' : ','}${JSON.stringify(key)}:`)
  const count = fields.length
  return (value, run) => {
    if (value instanceof Failure || value instanceof Error) throw unwritable
    if (type.isTypeOf && type.isTypeOf(value, run.operation, undefined as never) !== true) throw unwritable
    const place = loaded.length === 0 ? -1 : run.placeOf(plan, value)
    let text = ''
    for (let i = 0; i < count; i++) text += openings[i] + (writes[i] as FieldWrite)(value, place, run)
    return count === 0 ? '{}' : `${text}}`
  }
}

type FieldWrite = (parent: unknown, place: number, run: Run) => string

function fieldWriter(field: FieldPlan): FieldWrite {
  const { source, slot, shape, parentType } = field
  const write = writerOf(shape)
  if (slot !== null) return (_parent, place, run) => write(run.valueAt(field, place), run)
  if (source.from === 'typename') return () => JSON.stringify(parentType.name)
  if (source.from === 'property') {
    const { name } = source
    return (parent, _place, run) => write((parent as Readonly<Record<string, unknown>>)[name], run)
  }
  if (source.from === 'markers') {
    // Written once for all records that were decided alike: the array is the same for them, and frozen.
    const written = new WeakMap<ViewRecord['disclosure'], string>()
    return (parent, _place, run) => {
      const { disclosure } = parent as ViewRecord
      const known = written.get(disclosure)
      if (known !== undefined) return known
      const text = write(valueNow(field, parent, run.operation), run)
      if (Object.isFrozen(disclosure)) written.set(disclosure, text)
      return text
    }
  }
  if (source.from === 'view') {
    const { read } = source
    return (parent, _place, run) => write(read(parent as ViewRecord, run.operation), run)
  }
  throw new TypeError('a field that is read beforehand has a slot')
}

function leafWriter(type: GraphQLLeafType): Write {
  const any: Write = (value) => anyLeaf(type, value)
  if (isEnumType(type)) {
    const texts = new Map<unknown, string>(type.getValues().map(({ name, value }) => [value, JSON.stringify(name)]))
    return (value, run) => texts.get(value) ?? any(value, run)
  }
  if (type === GraphQLString || type === GraphQLID || isPlainText(type))
    return (value, run) => (typeof value === 'string' ? quoted(value) : any(value, run))
  if (type === GraphQLBoolean) return (value, run) => (value === true ? 'true' : value === false ? 'false' : any(value, run))
  if (type === GraphQLInt) {
    return (value, run) => (typeof value === 'number' && (value | 0) === value ? String(value) : any(value, run))
  }
  if (type === GraphQLFloat) return (value, run) => (typeof value === 'number' && Number.isFinite(value) ? String(value) : any(value, run))
  return any
}

/** By the type's own means. */
function anyLeaf(type: GraphQLLeafType, value: unknown): string {
  if (value instanceof Failure || value instanceof Error) throw unwritable
  let serialized: unknown
  try {
    serialized = type.serialize(value)
  } catch {
    throw unwritable
  }
  const text = serialized === undefined || serialized === null ? undefined : JSON.stringify(serialized)
  if (text === undefined) throw unwritable
  return text
}

/** A text as JSON. Short ones without anything to escape are the rule, and need no call into the engine. */
export function quoted(text: string): string {
  const { length } = text
  if (length > 64) return JSON.stringify(text)
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code < 32 || code === 34 || code === 92 || (code >= 0xd800 && code <= 0xdfff)) return JSON.stringify(text)
  }
  return `"${text}"`
}
