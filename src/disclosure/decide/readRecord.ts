import type { Ref } from '../language/condition.ts'

/** A raw record's values by field. Whatever stands in them, reading never throws. */
export type RawValues = Readonly<Record<string, unknown>>
/** One value of a record; undefined or null when unknown. */
export type Read = (values: RawValues) => unknown
/** Values of every enum by its name. */
export type Enums = ReadonlyMap<string, readonly string[]>

/** The value a reference to the record stands for, as stored. A reference to anything else is unknown: it should have been folded away. */
export function readStored(ref: Ref): Read {
  const { field, sub, through } = ref
  if (ref.root !== 'record') return () => null
  if (sub === null) return (values) => values[field]
  if (!through) return (values) => memberOf(values[field], sub)
  return (values) => {
    const list = values[field]
    return Array.isArray(list) ? list.map((member) => memberOf(member, sub)) : null
  }
}

/** As `readStored`, but a value that its enum does not have is unknown: what the hub cannot interpret decides nothing. */
export function readRecord(ref: Ref, enums: Enums): Read {
  const read = readStored(ref)
  if (ref.enum === null) return read
  const known: ReadonlySet<unknown> = new Set(enums.get(ref.enum))
  const checked = (value: unknown): unknown => (known.has(value) ? value : null)
  return (values) => {
    const value = read(values)
    return Array.isArray(value) ? value.map(checked) : checked(value)
  }
}

function memberOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, field) ? (value as RawValues)[field] : null
}
