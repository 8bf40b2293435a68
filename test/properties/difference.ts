import { isDeepStrictEqual } from 'node:util'

/** What is held against what. */
export const comparisons = [
  /** Answers in two worlds that the caller cannot tell apart. */
  'answers',
  /** What the bureaus' systems were asked in the two. */
  'work',
  /** Answers, and those of the definition. */
  'definition',
  /** Answers with and without another caller at the same time. */
  'company',
  /** What a bureau's system is asked by name, and what is open to the caller. */
  'openness',
  /** What stands in, and what says so. */
  'marking',
] as const

/** The name of a comparison. */
export type Comparison = (typeof comparisons)[number]

/** Two things that should be the same are not. */
export class Difference extends Error {
  readonly comparison: Comparison

  constructor(comparison: Comparison, one: unknown, two: unknown) {
    super(`${comparison}:\n${JSON.stringify(one)}\n${JSON.stringify(two)}`)
    this.name = 'Difference'
    this.comparison = comparison
  }
}

/** Throws a `Difference` unless the two are the same. */
export function assertSame(comparison: Comparison, one: unknown, two: unknown): void {
  if (!isDeepStrictEqual(one, two)) throw new Difference(comparison, one, two)
}
