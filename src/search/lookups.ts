import type { NativePredicate, NativeQuery } from '../connectors/connector.ts'
import type { Predicate } from '../model/predicate.ts'
import { type BureauSource, conjunction, filtersOf, listedOf, type RowReader, restrictionOf } from '../records/bureauSource.ts'
import type { SoughtPerson } from './soughtPerson.ts'

/** Where keys that the hub keeps for a bureau are looked up. */
export interface KeptKeys {
  /** Keys of a bureau's records of a type that are kept under one of these search keys, at most `limit`; null where nothing complete is kept. */
  find(source: BureauSource, type: string, searchKeys: readonly string[], limit: number): readonly string[] | null
}

/** How one bureau is asked for those who may be somebody. */
export interface Lookups {
  /** Each is read for itself; together they find everybody. */
  readonly queries: readonly NativeQuery[]
  /** Keys of records to be read besides. */
  readonly keys: readonly string[]
  /** Whether nobody is left out: the rest is that the bureau cannot look up, though the caller may see it. */
  readonly complete: boolean
  /** Whether everything is read, because nothing can be looked up. */
  readonly scans: boolean
}

/** Words of one name that a system is asked with: more would be more questions than they bring people. */
const mostWords = 4
/** Letters of a prefix. */
const prefixLength = 3

/**
 * How to look somebody up in one bureau. A part of a record is named to the bureau's system, or looked up in what is kept of it, only where the caller may see it in full: otherwise whom it finds would
 * rest on what is withheld. Where records differ in that, the system is asked for those that show it. What comes is decided on, and held against the keys of the view, all the same. `most`: keys
 * of records that are read at most.
 */
export function lookupsOf(reader: RowReader, sought: SoughtPerson, kept: KeptKeys, most: number): Lookups {
  const names = nameLookup(reader, sought, kept, most)
  const documents = documentLookup(reader, sought, kept, most)
  const parts = [names, documents].filter((part) => part !== 'nothing')
  if (parts.length === 0) return { queries: [query(reader, nobody(reader))], keys: [], complete: true, scans: false }
  // Names are what most searches go by: without them, looking up the rest would pass for an answer.
  if (names === 'cannot' || (documents === 'cannot' && names === 'nothing')) {
    return { queries: [query(reader, {})], keys: [], complete: true, scans: true }
  }
  const found = parts.filter((part) => part !== 'cannot')
  const queries = found.flatMap((part) => part.queries)
  return {
    // That a bureau was asked must not rest on whom the hub's own keys find.
    queries: queries.length > 0 ? queries : [query(reader, nobody(reader))],
    keys: [...new Set(found.flatMap((part) => part.keys))],
    complete: found.length === parts.length && found.every((part) => part.complete),
    scans: false,
  }
}

type Found = Omit<Lookups, 'scans'>
/** `nothing`: there is nothing to look up, or nothing that the caller may see. `cannot`: the bureau has no way to. */
type Part = Found | 'nothing' | 'cannot'

function nameLookup(reader: RowReader, sought: SoughtPerson, kept: KeptKeys, most: number): Part {
  const { mapping, source } = reader
  const { names, dated } = sought.keys
  const openness = opennessOf(reader, 'names')
  if (names.length === 0 || openness === 'closed') return 'nothing'
  if (openness === 'coarse') return 'cannot'
  // A birth date is looked up together with a name: both have to be open, the name where its guard says so.
  const byYear = opennessOf(reader, 'birthDate')
  const isYearOpen = byYear === 'open'
  const keys = isYearOpen && dated.length > 0 ? dated : names
  const complete = dated.length === 0 || isYearOpen || byYear === 'closed'
  const predicates = searchPredicates(reader, sought, keys)
  if (predicates !== null) {
    const isExact = mapping.search?.form === 'keys'
    const queries = predicates.flatMap((where) => openQuery(reader, 'names', openness, where, searchChildren(reader)) ?? [])
    if (queries.length > 0) return { queries, keys: [], complete: complete && isExact }
  }
  const found = kept.find(source, mapping.type, keys, most + 1)
  if (found === null) return 'cannot'
  return { queries: [], keys: found.slice(0, most), complete: complete && found.length <= most }
}

function documentLookup(reader: RowReader, { keys: { documents }, numbers }: SoughtPerson, kept: KeptKeys, most: number): Part {
  const { mapping, source } = reader
  const openness = opennessOf(reader, 'documents')
  if (documents.length === 0 || openness === 'closed') return 'nothing'
  if (openness === 'coarse') return 'cannot'
  const found = kept.find(source, mapping.type, documents, most + 1)
  if (found !== null) return { queries: [], keys: found.slice(0, most), complete: found.length <= most }
  const asked: Predicate = { kind: 'some', field: 'documents', term: { kind: 'compare', field: 'number', op: 'in', value: numbers } }
  const where = mapping.toNative(asked, filtersOf(reader))
  const native = where === null ? null : openQuery(reader, 'documents', openness, where)
  return native === null ? 'cannot' : { queries: [native], keys: [], complete: true }
}

/** `open`: full on every record. `some`: on some of them. `coarse`: on none, but shown coarser. `closed`: shown on none, or the bureau does not have it. */
type Openness = 'open' | 'some' | 'coarse' | 'closed'

function opennessOf({ plan, mapping }: RowReader, field: string): Openness {
  const level = mapping.mapped.has(field) ? plan.fixedLevel(field) : 'none'
  return level === null ? 'some' : level === 'full' ? 'open' : level === 'generalised' ? 'coarse' : 'closed'
}

/** A query for those who show a field in full and satisfy a condition on it; null where the bureau's system cannot be asked for just these. */
function openQuery(
  reader: RowReader,
  field: string,
  openness: Openness,
  where: NativePredicate,
  more: Partial<NativeQuery> = {},
): NativeQuery | null {
  if (openness === 'open')
    return query(reader, { ...more, few: true, where: conjunction([where, restrictionOf(reader), listedOf(reader)]) })
  const { plan, mapping, source } = reader
  const full = source.link.capabilities(mapping.source).guards === true ? plan.fullWhere(field, mapping.mapped) : null
  const guard = full === null ? null : mapping.toNativeExactly(full)
  return guard === null ? null : query(reader, { ...more, few: true, guarded: [{ guard, where }] })
}

function query(reader: RowReader, over: Partial<NativeQuery>): NativeQuery {
  const { mapping, source } = reader
  const reads = mapping.reads(reader.fields)
  return {
    source: mapping.source,
    key: mapping.key,
    keyOrder: mapping.keyOrder,
    ...reads,
    where: conjunction([restrictionOf(reader), listedOf(reader)]),
    orderBy: null,
    after: null,
    limit: source.limits.pageRows,
    page: null,
    ...over,
    ...(over.children === undefined ? {} : { children: [...reads.children, ...over.children] }),
  }
}

/** The child table that a condition on the search column names. */
function searchChildren({ mapping: { search } }: RowReader): Partial<NativeQuery> {
  return search === undefined || search.child === null ? {} : { children: [search.child] }
}

/** Who nobody is. The bureau is asked all the same: whether it is there must not rest on what the caller may see. */
function nobody(reader: RowReader): Partial<NativeQuery> {
  const { key } = reader.mapping
  return { ...(filtersOf(reader)(key, 'in') ? { where: { kind: 'compare', path: key, op: 'in', value: [] } } : {}), limit: 1 }
}

/** Conditions on the column by which the bureau's system searches, one for each question that it is asked; null where it cannot be asked. */
function searchPredicates(reader: RowReader, { sketch }: SoughtPerson, keys: readonly string[]): readonly NativePredicate[] | null {
  const { mapping, source } = reader
  const { search } = mapping
  if (search === undefined) return null
  const op = search.form === 'prefixes' ? 'startsWith' : search.form === 'text' ? 'eq' : 'in'
  const native = search.child?.source ?? mapping.source
  if (!source.link.capabilities(native).filters(search.path, op)) return null
  const compare = (value: string | readonly string[]): NativePredicate => ({
    kind: 'compare',
    ...(search.child === null ? {} : { child: search.child.name }),
    path: search.path,
    op,
    value,
  })
  if (search.form === 'keys') return [compare(keys)]
  if (search.form === 'text') return sketch.names.map(({ clean }) => compare(clean))
  const words = sketch.names.map((name) => name.words.filter(({ initial }) => !initial).slice(0, mostWords))
  const term = (latin: string) => compare(search.form === 'prefixes' ? latin.slice(0, prefixLength) : [latin])
  // A table of words can be asked for two of them; a column of one text, for one only.
  const together = words.flatMap((some) =>
    search.child === null || some.length === 1 ? some.map((one) => term(one.latin)) : pairs(some.map((one) => term(one.latin))),
  )
  return [...new Map(together.map((one) => [JSON.stringify(one), one])).values()]
}

function pairs(terms: readonly NativePredicate[]): readonly NativePredicate[] {
  return terms.flatMap((one, at) => terms.slice(at + 1).map((other): NativePredicate => ({ kind: 'and', terms: [one, other] })))
}
