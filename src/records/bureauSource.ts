import type { NativePredicate, NativeRow } from '../connectors/connector.ts'
import type { DisclosurePlan, Policy } from '../disclosure/policy.ts'
import { type SealedRecord, seal } from '../disclosure/seal.ts'
import type { Link } from '../links/link.ts'
import type { NativeFilters, TypeMapping } from '../mapping/typeMapping.ts'
import type { BureauProfile, Limits } from '../model/bureau.ts'
import type { ViewRecord } from '../model/record.ts'
import type { BureauRows, KeptRows } from './kept/keptRows.ts'
import { shapeOf } from './kept/shapeOf.ts'
import type { RowProblems } from './rowProblems.ts'

/** One bureau as the hub joins it. Made by `hub.ts`, the same for all callers. */
export interface BureauSource {
  readonly profile: BureauProfile
  readonly limits: Limits
  readonly link: Link
  /** By record type; a type without an entry is not served. */
  readonly mappings: ReadonlyMap<string, TypeMapping>
  /** The policy in force: of this moment for the hub's own sources, of the moment it began for those of an operation. */
  readonly policy: Policy
  readonly problems: RowProblems
  /** Digest of what its rows are taken to mean: equal for equal mappings only. Default: none, for a source that never changes. */
  readonly reads?: string
  /** Whether the hub may keep search keys of its records, keyed so that nothing can be read from them. Default: it may not. */
  readonly keepsSearchKeys?: boolean
  /** Its place in the hub's vault of rows. Absent: nothing of it is kept. */
  readonly kept?: BureauRows
}

/** What is needed to turn rows of one type into one caller's views. */
export interface RowReader {
  readonly source: BureauSource
  readonly mapping: TypeMapping
  readonly plan: DisclosurePlan
  /** Canonical fields to map: those asked for and those the decision reads. */
  readonly fields: ReadonlySet<string>
  /** What is kept for the caller, to stand in where the bureau does not answer. Absent or null: nothing is kept and nothing stands in. */
  readonly kept?: KeptRows | null
}

/**
 * Rows to views: mapped, sealed, decided, in one step, so that no record is ever held before it is decided on. A row that cannot be mapped or is not listed gives null.
 * Rows that were kept (`kept/`) come through here like any other.
 */
export function readRow(reader: RowReader, row: NativeRow): ViewRecord | null {
  const sealed = sealRow(reader, row)
  const view = sealed === null ? null : reader.plan.project(sealed)
  // As it is now it is not shown, so that it must not be shown later as it was.
  if (sealed !== null && view === null) reader.kept?.withheld({ key: sealed.ref.key, row }, () => shapeOf(reader))
  return view
}

/** A row as a record that only `disclosure/` can open; null when it cannot be mapped. */
export function sealRow(reader: Pick<RowReader, 'source' | 'mapping' | 'fields'>, row: NativeRow): SealedRecord | null {
  const { record, problems } = reader.mapping.toCanonical(row, reader.fields)
  if (problems.length > 0) reader.source.problems.add(problems)
  return record === null ? null : seal(record)
}

/** What the bureau's system can filter by, for the type's own source and for its child tables. */
export function filtersOf({ source, mapping }: Pick<RowReader, 'source' | 'mapping'>): NativeFilters {
  const children = new Map(mapping.reads().children.map((child) => [child.name, child.source]))
  return (path, op, child) => {
    const native = child === undefined ? mapping.source : children.get(child)
    // An array inside the row itself is asked about at the row's source.
    return source.link.capabilities(native ?? mapping.source).filters(path, op)
  }
}

/** The type's own restriction, as far as the bureau's system can filter by it; the mapping holds every row against it anyway. */
export function restrictionOf(reader: Pick<RowReader, 'source' | 'mapping'>): NativePredicate | null {
  const { restriction } = reader.mapping
  if (restriction === null) return null
  const filters = filtersOf(reader)
  const terms = restriction.kind === 'and' ? restriction.terms : [restriction]
  return conjunction(terms.filter((term) => term.kind === 'compare' && filters(term.path, term.op, term.child)))
}

/**
 * What is true of every record that the caller may find listed, as far as the bureau's system can be asked for it: rows that nobody would be shown are not
 * fetched. It is the same for every question of the same class of caller, and the hub decides on each row that comes all the same.
 */
export function listedOf(reader: RowReader): NativePredicate | null {
  const where = reader.plan.listedWhere(reader.mapping.mapped)
  return where === null ? null : reader.mapping.toNative(where, filtersOf(reader))
}

/** All of these that there are; null when there are none. */
export function conjunction(terms: readonly (NativePredicate | null)[]): NativePredicate | null {
  const present = terms.filter((term) => term !== null)
  return present.length > 1 ? { kind: 'and', terms: present } : (present[0] ?? null)
}
