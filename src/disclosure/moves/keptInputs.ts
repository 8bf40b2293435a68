import type { CanonicalValue } from '../../model/record.ts'
import type { RawValues } from '../decide/readRecord.ts'
import { nameOf, type Reading } from './readings.ts'

/** What is kept of a record so that it can be decided on later, in the form in which conditions read a record. */
export interface KeptInputs {
  /** By field: a value, or of an object or a list of objects the parts that are read; `true` where only that there is a value is kept; null when unknown. */
  readonly values: Readonly<Record<string, CanonicalValue>>
  /** Names of readings of which no more was kept than whether there is a value. */
  readonly presence: readonly string[]
}

/** Stands for a value of a form that no condition can read: it is there, and whatever is asked of it is unknown. */
const unreadable: CanonicalValue = Object.freeze({})

/** Keeps of a record what these readings read, and nothing else. */
export function keepInputs(readings: readonly Reading[], values: RawValues): KeptInputs {
  const kept: Record<string, CanonicalValue> = {}
  for (const [field, read] of Map.groupBy(readings, ({ field }) => field)) {
    const value = Object.hasOwn(values, field) ? (values[field] ?? null) : null
    kept[field] = value === null ? null : keptValue(value, read)
  }
  const presence = readings.filter((reading) => reading.presence && !hasParts(reading, readings) && kept[reading.field] !== null)
  return { values: kept, presence: presence.map(nameOf) }
}

/** Whether everything that is read was kept, so that deciding by it is deciding by the record. */
export function holdsAll({ values, presence }: KeptInputs, readings: readonly Reading[]): boolean {
  return readings.every((reading) => {
    const { field, sub, through } = reading
    if (!Object.hasOwn(values, field)) return false
    const value = values[field]
    // Of a field that is not known nothing is.
    if (value === null || value === undefined) return true
    if (presence.length > 0 && !reading.presence && presence.includes(nameOf(reading))) return false
    if (sub === null) return true
    if (presence.includes(field)) return false
    if (!through) return isPart(value, sub)
    return !Array.isArray(value) || value.every((member) => isPart(member, sub))
  })
}

function isPart(value: unknown, sub: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, sub)
}

/** A field whose parts are kept is seen to be there by them. */
function hasParts({ field, sub }: Reading, readings: readonly Reading[]): boolean {
  return sub === null && readings.some((other) => other.field === field && other.sub !== null)
}

function keptValue(value: unknown, read: readonly Reading[]): CanonicalValue {
  const parts = read.filter(({ sub }) => sub !== null)
  if (parts.length === 0) return read.some(({ presence }) => !presence) ? readable(value) : true
  if (parts.every(({ through }) => !through)) return keptParts(value, parts)
  return Array.isArray(value) ? inTextOrder(value.map((member) => keptParts(member, parts))) : unreadable
}

function keptParts(value: unknown, parts: readonly Reading[]): CanonicalValue {
  return Object.fromEntries(
    parts.map(({ sub, presence }) => {
      const part = sub !== null && isPart(value, sub) ? ((value as RawValues)[sub] ?? null) : null
      return [sub ?? '', part === null ? null : presence ? true : readable(part)]
    }),
  )
}

/** A text, a number, yes or no, or a list of them: conditions read nothing else. */
function readable(value: unknown): CanonicalValue {
  return Array.isArray(value) ? inTextOrder(value.map(readableMember)) : readableMember(value)
}

function readableMember(value: unknown): CanonicalValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  return typeof value === 'number' && Number.isFinite(value) ? value : unreadable
}

/** Each member once, in the order of their texts: nothing that is kept is read by its place in a list, nor how often it stands there. */
export function inTextOrder(members: readonly CanonicalValue[]): readonly CanonicalValue[] {
  return [...new Set(members.map((member) => JSON.stringify(member)))].sort().map((text) => JSON.parse(text) as CanonicalValue)
}
