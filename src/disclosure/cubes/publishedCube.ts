import type { Rule } from '../decide/rule.ts'

/** Counts that an owner publishes of all its records of a type, by fixed dimensions: more than any reader's view holds, and nothing of any one record. */
export interface PublishedCube {
  readonly id: string
  readonly title: string
  /** Record type. */
  readonly type: string
  readonly dimensions: readonly CubeDimension[]
  /** Counts are rounded to multiples of this. */
  readonly base: number
  /** Counts below this are suppressed, and others with them, so that they cannot be worked out. */
  readonly least: number
}

/** A field with the values it may have: the same whatever is stored. */
export interface CubeDimension {
  readonly field: string
  /** Constants of its enum, and `UNKNOWN`. */
  readonly values: readonly string[]
}

/** What stands for a value that is not recorded. */
export const unknownValue = 'UNKNOWN'
/** What stands for all values of a dimension together. */
export const allValues = 'ALL'

/** A cube with the permit that says who may read it. */
export interface CheckedCube {
  readonly cube: PublishedCube
  readonly rule: Rule
}

/** Most cells of a cube, sums among them: what is suppressed is found by linear algebra over all of them. */
export const mostCells = 400

/** Cells of a cube with these dimensions, sums among them. */
export function cellsOf(dimensions: readonly CubeDimension[]): number {
  return dimensions.reduce((cells, { values }) => cells * (values.length + 1), 1)
}
