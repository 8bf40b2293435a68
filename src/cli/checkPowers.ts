import type { Connector, NativePredicate } from '../connectors/connector.ts'
import type { TypeMapping } from '../mapping/typeMapping.ts'
import type { Catalogue, FieldType, RecordType } from '../model/catalogue.ts'
import type { Predicate } from '../model/predicate.ts'
import type { CanonicalValue } from '../model/record.ts'
import { filtersOf } from './checkSource.ts'

/** What of a type the bureau's system can do itself; the hub does the rest. */
export interface Powers {
  /** Fields, dotted, by which the system can filter. */
  readonly filters: readonly string[]
  /** Fields of dates and times by which it can order, and those by which it cannot. */
  readonly orders: readonly string[]
  readonly ordersHere: readonly string[]
  readonly pageRows: number | null
  readonly resultRows: number | null
}

const dates: ReadonlySet<string> = new Set(['date', 'dateTime', 'partialDate'])

/** Asks mapping and connector together: only what both can do is done at the bureau. */
export function powersOf(connector: Connector, mapping: TypeMapping, type: RecordType, catalogue: Catalogue): Powers {
  const can = filtersOf(connector, mapping)
  const powers = connector.capabilities(mapping.source)
  const mapped = [...type.fields.values()].filter((field) => mapping.mapped.has(field.name))
  const filters = mapped
    .flatMap((field) => probes(field, catalogue))
    .filter(({ predicate }) => isAsked(mapping.toNative(predicate, can), mapping.key))
  const ordered = (field: string) => {
    const path = mapping.orderPath(field)
    return path !== null && powers.orders(path, 'ASC') && powers.orders(path, 'DESC')
  }
  const sortable = mapped.filter((field) => dates.has(field.kind) && !field.list).map((field) => field.name)
  return {
    filters: filters.map((probe) => probe.name),
    orders: sortable.filter(ordered),
    ordersHere: sortable.filter((field) => !ordered(field)),
    pageRows: powers.pageRows,
    resultRows: powers.resultRows,
  }
}

/** A field that is never known selects nothing, which is no filter to speak of. */
function isAsked(native: NativePredicate | null, key: string): boolean {
  if (native === null) return false
  return !(native.kind === 'compare' && native.path === key && Array.isArray(native.value) && native.value.length === 0)
}

interface Probe {
  readonly name: string
  readonly predicate: Predicate
}

/** A comparison with some value for each scalar of a field: whether it can be said is what counts. */
function probes(field: FieldType, catalogue: Catalogue): readonly Probe[] {
  if (field.kind === 'object') {
    return [...(field.fields?.values() ?? [])].flatMap((sub) =>
      probes(sub, catalogue).map(({ name, predicate }) => ({
        name: `${field.name}.${name}`,
        predicate: { kind: 'some', field: field.name, term: predicate } as const,
      })),
    )
  }
  const value = someValue(field, catalogue)
  const op = field.kind === 'dateTime' ? 'gte' : 'eq'
  return value === null ? [] : [{ name: field.name, predicate: { kind: 'compare', field: field.name, op, value } }]
}

function someValue(field: FieldType, catalogue: Catalogue): CanonicalValue {
  switch (field.kind) {
    case 'enum':
      return catalogue.enums.get(field.enum ?? '')?.[0] ?? null
    case 'date':
    case 'partialDate':
      return '2020-01-31'
    case 'dateTime':
      return '2020-01-31T00:00:00Z'
    case 'boolean':
      return true
    case 'string':
    case 'country':
    case 'language':
      return 'XA'
    default:
      return null
  }
}
