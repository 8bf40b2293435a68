import type { NativeRow } from '../../connectors/connector.ts'

/** A condition on what stands open of kept records, as SQL with its parameters. */
export interface HeldCondition {
  readonly sql: string
  readonly parameters: readonly (string | number)[]
}

/** A column that kept records can be ordered by. */
export type HeldOrderColumn = 'key' | 'sent' | 'due' | 'updated'

/** Which of a bureau's kept records of a type are read, and in which order. */
export interface HeldQuestion {
  readonly type: string
  readonly owner: string
  /** Null: all. */
  readonly where: HeldCondition | null
  readonly orderBy: { readonly column: HeldOrderColumn; readonly direction: 'ASC' | 'DESC'; readonly reversed: boolean } | null
  /** Only rows strictly after this one in that order. */
  readonly after: { readonly value: number | string | null; readonly key: string } | null
  readonly limit: number
}

/** A kept record, opened: its native row, and where it stands in each order. */
export interface HeldRecord {
  readonly owner: string
  readonly type: string
  readonly row: NativeRow
  readonly place: Readonly<Record<HeldOrderColumn, number | string | null>> & { readonly key: string }
}

/** Where kept records are read. */
export interface HeldSystem {
  find(question: HeldQuestion): Promise<readonly HeldRecord[]>
  get(keys: readonly string[]): Promise<readonly HeldRecord[]>
  /** Bureaus for which records are kept; another set once there are more. */
  owners(): ReadonlySet<string>
}
