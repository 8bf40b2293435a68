import type { Capabilities, Connector, NativeGet, NativePredicate, NativeQuery, NativeRow } from '../../src/connectors/connector.ts'
import { ConnectorError } from '../../src/connectors/connector.ts'
import { meetsKey } from '../../src/disclosure/matchKey.ts'
import type { DisclosurePlan, Policy } from '../../src/disclosure/policy.ts'
import { type SealedRecord, seal, unseal } from '../../src/disclosure/seal.ts'
import { Link } from '../../src/links/link.ts'
import type { TypeMapping } from '../../src/mapping/typeMapping.ts'
import type { Limits } from '../../src/model/bureau.ts'
import type { RecordSketch } from '../../src/model/change.ts'
import type { Predicate } from '../../src/model/predicate.ts'
import type { CanonicalRecord, CanonicalValue, FieldDisclosure, FieldLevel, RecordRef, ViewRecord } from '../../src/model/record.ts'
import { compareKnown } from '../../src/plan/position.ts'
import type { BureauSource } from '../../src/records/bureauSource.ts'
import { BureauRows } from '../../src/records/kept/keptRows.ts'
import { RowVault } from '../../src/records/kept/rowVault.ts'
import { RowProblems } from '../../src/records/rowProblems.ts'
import { bureauProfile } from './bureauProfile.ts'
import { catalogue } from './catalogue.ts'
import { patientLimits } from './limits.ts'
import { movesBetween } from './movesBetween.ts'

/** Rows whose native shape is the canonical one, with the key under `key`. */
export type Rows = Readonly<Record<string, readonly NativeRow[]>>

/** A bureau in memory, for tests of the pipeline: every power can be switched off, every failure switched on. */
export interface MemoryBureau {
  readonly source: BureauSource
  /** Calls so far, as `find Type` and `get Type`. */
  readonly calls: string[]
  /** Every predicate that reached the bureau's system. */
  readonly seen: (NativePredicate | null)[]
  /** Every question that reached it, as it came. */
  readonly queries: NativeQuery[]
  /** While true, every call fails. */
  down: boolean
  /** While set, every call fails with it. */
  failure: Error | null
  /** While true, no call is ever answered. */
  hangs: boolean
  /** Each call that begins waits for what this gives. */
  holdBack: ((call: string) => Promise<void> | void) | null
  rows: Rows
}

/** What a memory bureau can do and what it discloses. */
export interface MemoryOptions {
  readonly rows: Rows
  readonly orders?: boolean
  readonly filters?: boolean
  /** Rows in one answer of the system. */
  readonly pageRows?: number
  readonly limits?: Partial<Limits>
  /** Fields withheld from everyone, by type. */
  readonly withheld?: Readonly<Record<string, readonly string[]>>
  /** Fields that are withheld on the records for which this says so: a condition on the record. */
  readonly withheldOn?: { readonly field: string; readonly when: (values: Readonly<Record<string, CanonicalValue>>) => boolean }
  /** Fields that `hidden` and `withheldOn` look at, besides the usual ones. */
  readonly inputs?: readonly string[]
  /** Records that are not listed. */
  readonly hidden?: (values: Readonly<Record<string, CanonicalValue>>) => boolean
  /** A policy of the test's own, in place of all of the above. */
  readonly policy?: Policy
  /** Fields that every type is mapped with; default: those that the tests of the pipeline use. */
  readonly mapped?: readonly string[]
  /** How old rows may be that stand in while it fails. Default 0. */
  readonly staleSeconds?: number
  /** Where they are kept. Default: a vault of its own. */
  readonly vault?: RowVault
}

/** Makes one. */
export function memoryBureau(code: string, options: MemoryOptions): MemoryBureau {
  const limits = { ...patientLimits, ...options.limits }
  const bureau: { -readonly [K in keyof MemoryBureau]: MemoryBureau[K] } = {
    calls: [],
    seen: [],
    queries: [],
    down: false,
    failure: null,
    hangs: false,
    holdBack: null,
    rows: options.rows,
    source: undefined as never,
  }
  const link = new Link(code, memoryConnector(bureau, options), limits)
  const mappings = new Map(
    Object.keys(options.rows).map((type) => [type, identityMapping(code, type, options.mapped ?? usualFields, options.staleSeconds ?? 0)]),
  )
  bureau.source = {
    profile: bureauProfile(code),
    limits,
    link,
    mappings,
    policy: options.policy ?? memoryPolicy(code, options),
    problems: new RowProblems(),
    ...(options.staleSeconds === undefined ? {} : { kept: new BureauRows(code, options.vault ?? new RowVault()) }),
  }
  return bureau
}

function memoryConnector(bureau: MemoryBureau, options: MemoryOptions): Connector {
  const capabilities: Capabilities = {
    filters: () => options.filters ?? true,
    orders: () => options.orders ?? true,
    reverses: true,
    pageRows: options.pageRows ?? null,
    resultRows: null,
  }
  const rowsOf = (source: string) => bureau.rows[source] ?? []
  const answer = async (kind: string, source: string): Promise<void> => {
    bureau.calls.push(`${kind} ${source}`)
    if (bureau.hangs) await new Promise(() => {})
    if (bureau.holdBack !== null) await bureau.holdBack(`${kind} ${source}`)
    if (bureau.failure !== null) throw bureau.failure
    if (bureau.down) throw new ConnectorError('UNREACHABLE', 'down')
  }
  return {
    capabilities: () => capabilities,
    async find(query) {
      await answer('find', query.source)
      bureau.seen.push(query.where)
      bureau.queries.push(query)
      const matching = ordered(
        rowsOf(query.source).filter((row) => query.where === null || satisfies(row, query.where)),
        query,
      )
      const from = query.page === null ? 0 : Number(query.page)
      const rows = matching.slice(from, from + Math.min(query.limit, options.pageRows ?? query.limit))
      const next = from + rows.length < matching.length ? String(from + rows.length) : null
      return { rows, next, capped: false }
    },
    async get(query: NativeGet) {
      await answer('get', query.source)
      return new Map(rowsOf(query.source).flatMap((row) => (query.keys.includes(String(row['key'])) ? [[String(row['key']), row]] : [])))
    },
    describe: async () => null,
    health: async () => answer('health', ''),
    close: async () => {},
  }
}

type Scalar = string | number | boolean

function ordered(rows: readonly NativeRow[], query: NativeQuery): readonly NativeRow[] {
  const { orderBy, after } = query
  if (orderBy === null) return rows
  const value = (row: NativeRow) => (row[orderBy.path] ?? null) as Scalar | null
  const compareValues = (a: Scalar | null, b: Scalar | null) => {
    if (a === b) return 0
    if (a === null) return 1
    if (b === null) return -1
    return orderBy.direction === 'ASC' ? compareKnown(a, b) : -compareKnown(a, b)
  }
  const key = (row: NativeRow) => String(row['key'])
  const sign = orderBy.reversed === true ? -1 : 1
  const sorted = rows.toSorted((a, b) => sign * (compareValues(value(a), value(b)) || compareKnown(key(a), key(b))))
  if (after === null) return sorted
  return sorted.filter((row) => sign * (compareValues(value(row), after.value as Scalar | null) || compareKnown(key(row), after.key)) > 0)
}

function satisfies(row: NativeRow, predicate: NativePredicate): boolean {
  if (predicate.kind === 'and') return predicate.terms.every((term) => satisfies(row, term))
  if (predicate.kind === 'or') return predicate.terms.some((term) => satisfies(row, term))
  const values = [row[predicate.path] ?? null]
    .flat()
    .map((value) => (typeof value === 'object' && value !== null ? (value as RecordRef).key : value))
  const { op } = predicate
  if (op === 'isNull') return values.every((value) => value === null)
  const wanted = [predicate.value].flat()
  return values.some((value) => {
    if (value === null) return false
    if (op === 'eq' || op === 'in') return wanted.includes(value as Scalar)
    if (op === 'startsWith') return String(value).startsWith(String(wanted[0]))
    const difference = compareKnown(value as Scalar, wanted[0] as Scalar)
    return { gt: difference > 0, gte: difference >= 0, lt: difference < 0, lte: difference <= 0 }[op]
  })
}

const usualFields = [
  'kind',
  'number',
  'subject',
  'subjects',
  'issuedOn',
  'status',
  'names',
  'birthDate',
  'birthPlace',
  'sex',
  'nationalities',
  'documents',
  'protectedClasses',
  'recordedAt',
  'updatedAt',
  'notice',
  'sentAt',
]

function identityMapping(bureau: string, type: string, mapped: readonly string[], staleSeconds: number): TypeMapping {
  return {
    type,
    source: type,
    key: 'key',
    keyOrder: 'text',
    restriction: null,
    staleSeconds,
    mapped: new Set(mapped),
    reads: () => ({ fields: ['key'], children: [] }),
    toCanonical: (row, fields) => {
      const { key, ...all } = row
      const values =
        fields === undefined ? all : Object.fromEntries(Object.entries(all).filter(([field]) => field === 'broken' || fields.has(field)))
      if (values['broken'] === true)
        return { record: null, problems: [{ type, key: String(key), field: 'kind', reason: 'broken on purpose' }] }
      return {
        record: { ref: { bureau, type, key: String(key) }, values: values as Readonly<Record<string, CanonicalValue>> },
        problems: [],
      }
    },
    toNative: nativePredicate,
    toNativeExactly: () => null,
    orderPath: (field) => field,
    orderValue: (_field, value) => value as Scalar | null,
    crossBureau: () => true,
  }
}

function nativePredicate(predicate: Predicate): NativePredicate | null {
  if (predicate.kind === 'and') {
    const terms = predicate.terms.map(nativePredicate).filter((term) => term !== null)
    return terms.length === 0 ? null : { kind: 'and', terms }
  }
  if (predicate.kind === 'or') {
    const terms = predicate.terms.map(nativePredicate)
    return terms.every((term) => term !== null) ? { kind: 'or', terms } : null
  }
  if (predicate.kind !== 'compare' || predicate.field === 'birthDate') return null
  const value = [predicate.value].flat().map((one) => (typeof one === 'object' && one !== null ? (one as RecordRef).key : one)) as Scalar[]
  return {
    kind: 'compare',
    path: predicate.field,
    op: predicate.op === 'eq' ? 'in' : predicate.op,
    value: predicate.op === 'in' || predicate.op === 'eq' ? value : (value[0] ?? null),
  }
}

function memoryPolicy(bureau: string, options: MemoryOptions): Policy {
  return {
    bureau,
    version: '1',
    digest: '1',
    emergencies: [],
    mayInvoke: () => false,
    classKey: (caller) => caller.principal.personRef,
    // Nothing here is to be kept from anybody who reads a test's sketch.
    sketch: (sealed) => ({ ...unseal(sealed) }) as unknown as RecordSketch,
    planFor: (type): DisclosurePlan => {
      const withheld = new Set(options.withheld?.[type] ?? [])
      const conditional = options.withheldOn
      const marker = (field: string): FieldDisclosure => ({ field, level: 'none', reason: 'NOT_SHARED' })
      const project = (sealed: SealedRecord): ViewRecord | null => {
        const { values, ref } = unseal(sealed)
        if (options.hidden?.(values)) return null
        const below = new Set(withheld)
        if (conditional?.when(values)) below.add(conditional.field)
        const shown = Object.fromEntries(Object.entries(values).filter(([field]) => !below.has(field)))
        return { ref, values: shown, disclosure: [...below].map(marker) }
      }
      const shape = catalogue.types.get(type)
      const viewOf = (sketch: RecordSketch | null) => (sketch === null ? null : project(seal(sketch as unknown as CanonicalRecord)))
      return {
        bureau,
        type,
        validUntil: Number.POSITIVE_INFINITY,
        inputs: new Set([
          ...(options.inputs ?? []),
          ...(conditional ? [conditional.field] : []),
          ...(options.hidden ? ['kind', 'issuedOn', 'names'] : []),
        ]),
        recordCeiling: 'listed',
        fixedLevel: (field): FieldLevel | null => (withheld.has(field) ? 'none' : conditional?.field === field ? null : 'full'),
        listedWhere: () => null,
        fullWhere: () => null,
        project,
        moves: (before, after) => (shape === undefined ? null : movesBetween(shape, viewOf(before), viewOf(after))),
        rulesBehind: () => ['memory'],
        hits: (sealed, key) => {
          const { values } = unseal(sealed)
          return options.hidden?.(values) || !meetsKey(key, values) ? null : { hit: true, permits: ['memory'], alarms: [] }
        },
      }
    },
  }
}
