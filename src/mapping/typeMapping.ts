import type { ChildFetch, NativePredicate, NativeRead, NativeRow } from '../connectors/connector.ts'
import type { RowProblem } from '../model/bureau.ts'
import type { Predicate } from '../model/predicate.ts'
import type { CanonicalRecord, CanonicalValue } from '../model/record.ts'
import type { SearchFile } from './language.ts'

/** A compiled mapping of one record type of one bureau, both ways. Pure: no I/O. */
export interface TypeMapping {
  readonly type: string
  /** Native source, key path and key order for `NativeRead`. */
  readonly source: string
  readonly key: string
  readonly keyOrder: 'number' | 'text'
  /** The type's own `where:`, always part of a native query; null when there is none. */
  readonly restriction: NativePredicate | null
  /** How old, in seconds, rows of this type may be that stand in where the system does not answer; 0: none are kept. */
  readonly staleSeconds: number
  /** How the system looks people up by name; absent: it cannot. */
  readonly search?: SearchColumn
  /** Canonical fields that have an entry. */
  readonly mapped: ReadonlySet<string>

  /** Native paths, child tables and lists of codes needed for these canonical fields (all mapped ones when absent); the key is always among them. */
  reads(fields?: ReadonlySet<string>): Pick<NativeRead, 'fields' | 'children' | 'codeLists'>

  /** Row to canonical. A row that cannot be mapped gives a problem and no record; lenient fields give problems beside the record. `fields` as in `reads`. */
  toCanonical(
    row: NativeRow,
    fields?: ReadonlySet<string>,
  ): { readonly record: CanonicalRecord | null; readonly problems: readonly RowProblem[] }

  /**
   * A native predicate that is *implied* by `predicate` (weaker or equal), or null when nothing can be pushed. Sound, not exact: the hub
   * always evaluates the predicate itself, on the view. From `and` keeps what it can, from `or` all or nothing, from `not` nothing.
   * `filters` are the connector's powers for this source.
   */
  toNative(predicate: Predicate, filters: NativeFilters): NativePredicate | null

  /**
   * A native predicate that selects exactly the rows whose record satisfies `predicate`, if the system compares as `connector.ts` says it does; null where there is none.
   * Rows that do not map may be among them.
   */
  toNativeExactly(predicate: Predicate): NativePredicate | null

  /** The native path whose order equals the order of this canonical field, or null: code tables, non-ISO date texts and computed values have none. */
  orderPath(field: string): string | null
  /** A canonical value of that field as a native value for `NativeQuery.after`. Only after `orderPath` gave a path. */
  orderValue(field: string, value: CanonicalValue): string | number | boolean | null

  /** How link predicates (`compare` on a link field with `RecordRef`s) reach other bureaus: true when records here may link to records of other bureaus by this field. */
  crossBureau(field: string): boolean
}

/** A native column, or a path that the connector filters by, by which people are looked up; see `SearchFile`. */
export interface SearchColumn {
  readonly form: SearchFile['form']
  readonly path: string
  /** The child table that has it, which a query has to name; null: the type's own source. */
  readonly child: ChildFetch | null
}

/** Whether a system can evaluate a comparison; `Capabilities.filters` of the source, or of the child's source. */
export type NativeFilters = (
  path: string,
  op: 'eq' | 'in' | 'startsWith' | 'gt' | 'gte' | 'lt' | 'lte' | 'isNull',
  child?: string,
) => boolean
