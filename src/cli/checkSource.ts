import { randomBytes } from 'node:crypto'
import { type Call, type Connector, ConnectorError, type NativeField, type NativePredicate } from '../connectors/connector.ts'
import { readCodeList } from '../connectors/readCodeList.ts'
import type { NativeFilters, TypeMapping } from '../mapping/typeMapping.ts'
import type { RowProblem } from '../model/bureau.ts'
import { nearest } from '../model/problem.ts'

/** Rows looked at in each type. */
export const sampleRows = 500
const callMs = 20_000

/** What the system says of one record type. */
export interface SourceReport {
  readonly rows: number
  readonly mapped: number
  /** Rows that the type's own `where:` leaves out, where the system could not. */
  readonly outside: number
  /** How many of the mapped rows have each field. */
  readonly known: ReadonlyMap<string, number>
  readonly problems: readonly RowProblem[]
  /** Native names that the system does not have: the path as the mapping writes it, where it was looked for, and what may be meant. */
  readonly missing: readonly { readonly name: string; readonly source: string; readonly near: string | undefined }[]
  /** Null where the system cannot say what fields it has. */
  readonly described: boolean
}

/** A call with its own deadline. */
export function newCall(): Call {
  return { signal: AbortSignal.timeout(callMs), deadline: Date.now() + callMs, traceId: randomBytes(16).toString('hex') }
}

/** Tries one type against the system. Throws `ConnectorError`. */
export async function checkSource(connector: Connector, mapping: TypeMapping): Promise<SourceReport> {
  const { missing, described } = await checkNames(connector, mapping)
  const sample = missing.length > 0 ? emptySample : await readSample(connector, mapping)
  return { ...sample, missing, described }
}

type Missing = SourceReport['missing'][number]

async function checkNames(connector: Connector, mapping: TypeMapping): Promise<{ missing: readonly Missing[]; described: boolean }> {
  const { fields, children, codeLists = [] } = mapping.reads()
  const described = await describe(connector, mapping.source)
  const names = children.map((child) => child.name)
  const missing = missingIn(
    described,
    mapping.source,
    fields.filter((path) => !names.includes(path)),
  )
  for (const child of children) {
    const paths = [child.on, ...child.fields, ...(child.orderBy === null ? [] : [child.orderBy])]
    missing.push(...missingIn(await describe(connector, child.source), child.source, paths))
  }
  for (const list of codeLists) missing.push(...missingIn(await describe(connector, list.source), list.source, list.fields))
  return { missing, described: described !== null }
}

/** `'absent'`: there is no such source. */
async function describe(connector: Connector, source: string): Promise<readonly NativeField[] | null | 'absent'> {
  try {
    return await connector.describe(source, newCall())
  } catch (error) {
    if (error instanceof ConnectorError && error.reason === 'NO_SOURCE') return 'absent'
    throw error
  }
}

function missingIn(fields: readonly NativeField[] | null | 'absent', source: string, paths: readonly string[]): Missing[] {
  if (fields === 'absent') return [{ name: source, source, near: undefined }]
  if (fields === null) return []
  const known = fields.map((field) => field.path)
  const has = (path: string) => known.some((one) => one === path || path.startsWith(`${one}.`) || one.startsWith(`${path}.`))
  const hasAnyCase = (path: string) => known.some((one) => one.toLowerCase() === path.toLowerCase())
  const absent = [...new Set(paths)].filter((path) => !has(path) && !hasAnyCase(path))
  return absent.map((name) => ({ name, source, near: nearest(name, known) }))
}

type Sample = Omit<SourceReport, 'missing' | 'described'>
const emptySample: Sample = { rows: 0, mapped: 0, outside: 0, known: new Map(), problems: [] }

async function readSample(connector: Connector, mapping: TypeMapping): Promise<Sample> {
  const query = { source: mapping.source, key: mapping.key, keyOrder: mapping.keyOrder, ...mapping.reads(), orderBy: null, after: null }
  const where = restrictionFor(mapping, filtersOf(connector, mapping))
  for (const list of mapping.reads().codeLists ?? []) await readCodeList(list, connector, newCall(), Date.now())
  const known = new Map<string, number>()
  const problems: RowProblem[] = []
  let [rows, mapped, outside] = [0, 0, 0]
  let page: string | null = null
  do {
    const answer = await connector.find({ ...query, where, limit: sampleRows - rows, page }, newCall())
    for (const row of answer.rows) {
      const result = mapping.toCanonical(row)
      problems.push(...result.problems)
      if (result.record !== null) mapped++
      else if (result.problems.length === 0) outside++
      for (const field of Object.keys(result.record?.values ?? {})) known.set(field, (known.get(field) ?? 0) + 1)
    }
    rows += answer.rows.length
    page = answer.rows.length === 0 ? null : answer.next
  } while (page !== null && rows < sampleRows)
  return { rows, mapped, outside, known, problems }
}

/** The connector's powers over a type's source and its children. */
export function filtersOf(connector: Connector, mapping: TypeMapping): NativeFilters {
  const sources = new Map(mapping.reads().children.map((child) => [child.name, child.source]))
  return (path, op, child) => {
    const source = child === undefined ? mapping.source : sources.get(child)
    return source !== undefined && connector.capabilities(source).filters(path, op)
  }
}

function restrictionFor(mapping: TypeMapping, can: NativeFilters): NativePredicate | null {
  return mapping.restriction !== null && allows(mapping.restriction, can) ? mapping.restriction : null
}

function allows(predicate: NativePredicate, can: NativeFilters): boolean {
  return predicate.kind === 'compare'
    ? can(predicate.path, predicate.op, predicate.child)
    : predicate.terms.every((term) => allows(term, can))
}
