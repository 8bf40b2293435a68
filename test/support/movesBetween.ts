import { isDeepStrictEqual } from 'node:util'
import { levelOf, type Move, type ViewRecord } from '../../src/disclosure/policy.ts'
import type { RecordType } from '../../src/model/catalogue.ts'
import { type CanonicalValue, type RecordRef, recordRefs, refKey } from '../../src/model/record.ts'

/** What moves are by definition: how two views differ. Slow, and reads views and nothing else. */
export function movesBetween(type: RecordType, before: ViewRecord | null, after: ViewRecord | null): Move | null {
  if (before === null || after === null) {
    if (before === after) return null
    return { kind: before === null ? 'APPEARED' : 'DISAPPEARED', fields: [], links: [] }
  }
  const fields: string[] = []
  const links: { field: string; ends: readonly RecordRef[] }[] = []
  for (const { name, kind } of type.fields.values()) {
    const [one, other] = [before.values[name] ?? null, after.values[name] ?? null]
    const isValue = kind !== 'link' && !isDeepStrictEqual(unordered(one), unordered(other))
    if (levelOf(before, name) !== levelOf(after, name) || isValue) fields.push(name)
    const ends = kind === 'link' ? [...without(one, other), ...without(other, one)] : []
    if (ends.length > 0) links.push({ field: name, ends })
  }
  return fields.length === 0 && links.length === 0 ? null : { kind: 'CHANGED', fields, links }
}

/** Moves as they are compared: the order in which ends are named says nothing. */
export function withoutOrder(move: Move | null): unknown {
  if (move === null) return null
  return { ...move, links: move.links.map(({ field, ends }) => [field, ends.map(refKey).sort()]) }
}

/** The refs of one value that another has not, each once. */
function without(one: CanonicalValue, other: CanonicalValue): readonly RecordRef[] {
  const others = new Set(recordRefs(other).map(refKey))
  const mine = new Map(recordRefs(one).map((ref) => [refKey(ref), ref]))
  return [...mine].filter(([key]) => !others.has(key)).map(([, ref]) => ref)
}

/** A value whose lists have no order and whose unknown parts are not there. */
function unordered(value: CanonicalValue): unknown {
  if (Array.isArray(value)) {
    const members = (value as readonly CanonicalValue[]).map(unordered)
    return members.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.keys(value)
    .sort()
    .map((name) => [name, (value as Readonly<Record<string, CanonicalValue>>)[name] ?? null] as const)
  return Object.fromEntries(parts.filter(([, part]) => part !== null).map(([name, part]) => [name, unordered(part)]))
}
