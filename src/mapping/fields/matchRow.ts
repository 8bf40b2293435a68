import { type Place, readPlace, type Scope } from '../nativeScope.ts'
import { textOf } from './interpretation.ts'

/** Values as they stand in a `where:`. */
export type Wanted = string | number | boolean | readonly (string | number | boolean)[]

/** One condition of a `where:`: the value at a place is one of these. */
export interface RowTest {
  readonly place: Place
  readonly wanted: ReadonlySet<string>
}

/** A `where:` entry, ready to test rows. A yes or no is also met by 1 and 0, as systems without booleans give it. */
export function rowTest(place: Place, wanted: Wanted): RowTest {
  const values = Array.isArray(wanted) ? wanted : [wanted]
  return {
    place,
    wanted: new Set(values.flatMap((value) => (typeof value === 'boolean' ? [String(value), value ? '1' : '0'] : [String(value)]))),
  }
}

/** Whether a row satisfies all of them. Text is compared without blanks at its end: systems pad. */
export function matchesAll(tests: readonly RowTest[], scope: Scope): boolean {
  return tests.every(({ place, wanted }) => {
    const text = textOf(readPlace(place, scope))
    return text !== null && (wanted.has(text) || wanted.has(text.trimEnd()))
  })
}
