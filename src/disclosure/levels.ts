import type { FieldLevel, RecordLevel } from '../model/record.ts'

/** Field levels in order; a level's number is its place here. */
export const fieldLevels = ['none', 'masked', 'generalised', 'full'] as const satisfies readonly FieldLevel[]
/** Record levels in order; a level's number is its place here. */
export const recordLevels = ['none', 'hit', 'listed'] as const satisfies readonly RecordLevel[]

export const NONE = 0
export const MASKED = 1
export const GENERALISED = 2
export const FULL = 3
export const HIT = 1
export const LISTED = 2

/** The field level with this number; anything unheard of is `none`. */
export function fieldLevel(number: number): FieldLevel {
  return fieldLevels[number] ?? 'none'
}

/** The record level with this number; anything unheard of is `none`. */
export function recordLevel(number: number): RecordLevel {
  return recordLevels[number] ?? 'none'
}

/** The number of a field level. */
export function numberOfFieldLevel(level: FieldLevel): number {
  return fieldLevels.indexOf(level)
}
