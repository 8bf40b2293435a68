import { levelOf } from '../disclosure/policy.ts'
import type { FieldKind, FieldType, RecordType } from '../model/catalogue.ts'
import type { Predicate } from '../model/predicate.ts'
import { type CanonicalValue, isRecordRef, type RecordRef, refKey, type ViewRecord } from '../model/record.ts'
import { type SortValue, sortKey } from './position.ts'

/** Something that must hold for a predicate to hold: that a value at a path is one of these. */
export interface Interest {
  /** Fields from the record inwards, with dots; `id` and `owner` too. */
  readonly path: string
  readonly keys: ReadonlySet<string>
  /** How few records have one value: 0 for the record itself, more for what many have in common. */
  readonly width: number
}

/** How many records may have a value of a kind in common. Kinds that are not here are not compared value by value: a date known in part may be many days. */
const widths: Partial<Record<FieldKind, number>> = {
  string: 1,
  dateTime: 2,
  date: 3,
  int: 3,
  float: 3,
  country: 4,
  language: 4,
  enum: 5,
  boolean: 7,
}
const ownerWidth = 6

/**
 * What must hold for a predicate to hold, the narrowest first: equalities among the terms that must all hold, of the record and of the objects within it. A record whose view
 * meets one of them not (`keysAt`) does not satisfy the predicate, in either mode of matching.
 */
export function interestsOf(where: Predicate | null, type: RecordType): readonly Interest[] {
  const found: Interest[] = []
  if (where !== null) collect(where, type.fields, '', found)
  return found.toSorted((a, b) => a.width - b.width || a.keys.size - b.keys.size)
}

/** What a view holds at a path, in the form of an interest's keys. */
export function keysAt(view: ViewRecord, path: string, type: RecordType): readonly string[] {
  if (path === 'id') return [recordKey(view.ref)]
  if (path === 'owner') return [valueKey(view.ref.bureau, 'country') ?? '']
  const [first = '', ...inner] = path.split('.')
  const field = type.fields.get(first)
  if (field === undefined || levelOf(view, first) === 'masked') return []
  return keysIn(view.values[first] ?? null, field, inner)
}

/** The key of a record's place: what an interest in `id` holds. */
export function recordKey(ref: RecordRef): string {
  return refKey(ref)
}

/** The key of an owner: what an interest in `owner` holds. */
export function ownerKey(bureau: string): string {
  return valueKey(bureau, 'country') ?? ''
}

function collect(predicate: Predicate, fields: ReadonlyMap<string, FieldType>, prefix: string, into: Interest[]): void {
  switch (predicate.kind) {
    case 'and':
      for (const term of predicate.terms) collect(term, fields, prefix, into)
      return
    case 'some': {
      const field = fields.get(predicate.field)
      // The other end of a link is another record: what it holds is not in this one's view.
      if (field?.kind === 'object') collect(predicate.term, field.fields ?? new Map(), `${prefix}${predicate.field}.`, into)
      return
    }
    case 'compare': {
      const interest = interestIn(predicate, fields, prefix)
      if (interest !== null) into.push(interest)
      return
    }
    case 'or':
    case 'not':
      return
  }
}

function interestIn(
  { field: name, op, value }: Predicate & { kind: 'compare' },
  fields: ReadonlyMap<string, FieldType>,
  prefix: string,
): Interest | null {
  if (op !== 'eq' && op !== 'in') return null
  const wanted = op === 'in' ? (value as readonly CanonicalValue[]) : [value]
  if (prefix === '' && name === 'id') return { path: 'id', keys: new Set(wanted.filter(isRecordRef).map(recordKey)), width: 0 }
  if (prefix === '' && name === 'owner')
    return { path: 'owner', keys: new Set(wanted.map((code) => ownerKey(String(code)))), width: ownerWidth }
  const field = fields.get(name)
  const width = field === undefined || field.band !== undefined ? undefined : widths[field.kind]
  if (field === undefined || width === undefined) return null
  const keys = wanted.map((one) => valueKey(one, field.kind)).filter((key) => key !== null)
  return { path: `${prefix}${name}`, keys: new Set(keys), width }
}

function keysIn(value: CanonicalValue, field: FieldType, inner: readonly string[]): readonly string[] {
  if (value === null) return []
  if (Array.isArray(value)) return (value as readonly CanonicalValue[]).flatMap((member) => keysIn(member, field, inner))
  const [next, ...rest] = inner
  if (next === undefined) return [valueKey(value, field.kind)].filter((key) => key !== null)
  const part = field.fields?.get(next)
  return part === undefined ? [] : keysIn((value as Readonly<Record<string, CanonicalValue>>)[next] ?? null, part, rest)
}

/** Equal where a comparison finds two values equal. */
function valueKey(value: CanonicalValue, kind: FieldKind): string | null {
  if (value === null || typeof value === 'object') return null
  const key = sortKey(value as SortValue, kind)
  return key === null ? null : JSON.stringify(key)
}
