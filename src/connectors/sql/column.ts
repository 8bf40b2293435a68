/** What a column holds, as far as reading and comparing it goes. */
export type ColumnKind =
  | 'integer' // arrives as a number
  | 'bigint' // arrives as text
  | 'decimal' // arrives as text
  | 'float'
  | 'boolean'
  | 'text'
  | 'date'
  | 'timestamp' // a wall-clock time without a zone
  | 'instant' // a moment; arrives as ISO 8601 in UTC
  | 'uuid'
  | 'json'
  | 'binary' // arrives as lower-case hex
  | 'array'
  | 'other' // read and compared as its text

/** A column of the live catalogue. */
export interface Column {
  readonly name: string
  readonly kind: ColumnKind
  /** The system's own type name. */
  readonly type: string
  readonly nullable: boolean
  /** For arrays: what the elements are. */
  readonly element: ColumnKind | null
  /** For text: the column can be compared as it stands; otherwise it is turned into text first. */
  readonly plain: boolean
  /** For text: the column's own order is the order of code points, so that its index serves. */
  readonly codePointOrder: boolean
  /** For text: the collation's name, where two columns of different collations cannot be compared. */
  readonly collation: string | null
}

/** A table or view of the live catalogue. */
export interface Table {
  readonly schema: string | null
  readonly name: string
  readonly columns: ReadonlyMap<string, Column>
}
