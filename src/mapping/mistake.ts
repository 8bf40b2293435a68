/** Why a value of a row does not map. Returned, not thrown: rows of a bad table are many. Never holds the value. */
export class Mistake {
  /** Canonical field, dotted: `names.family`. */
  readonly field: string
  readonly reason: string

  constructor(field: string, reason: string) {
    this.field = field
    this.reason = reason
  }
}

/** Where mistakes of lenient fields go. */
export type Mistakes = Mistake[]

/** A mistake in a mapping, placed by its path in the file; `config/` finds line and column. */
export interface MappingProblem {
  readonly severity: 'error' | 'warning'
  /** From the mapping's root: `['types', 'X', 'fields', 'y', 'codes']`. */
  readonly path: Path
  readonly message: string
  readonly suggestion?: string
}

/** Keys and indexes from the root of a file. */
export type Path = readonly (string | number)[]
