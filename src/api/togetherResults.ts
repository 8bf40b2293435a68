import type { Result } from './executor.ts'

/** Several results that were made, and are to leave, together. */
class TogetherResults implements Result {
  declare readonly data?: never
  readonly all: readonly Result[]

  constructor(all: readonly Result[]) {
    this.all = all
  }
}

/** Several results as one; one by itself is itself. */
export function together(results: readonly Result[]): Result {
  const [only] = results
  return results.length === 1 && only !== undefined ? only : new TogetherResults(results)
}

/** The results that a client gets, in their order. */
export function resultsIn(result: Result): readonly Result[] {
  return result instanceof TogetherResults ? result.all : [result]
}
