import type { RowProblem } from '../model/bureau.ts'

/** Most problems kept for showing, and most rows counted apart. */
const shown = 50
const counted = 10_000

/** The rows of one bureau that could not be mapped: counted once each, the latest kept for its own officers. */
export class RowProblems {
  readonly #seen = new Set<string>()
  readonly #latest: RowProblem[] = []
  readonly #onProblem: (problem: RowProblem) => void

  /** `onProblem` is called once per row and field, for the log. */
  constructor(onProblem: (problem: RowProblem) => void = () => {}) {
    this.#onProblem = onProblem
  }

  /** Takes note of problems; one that is known already changes nothing. */
  add(problems: readonly RowProblem[]): void {
    for (const problem of problems) {
      const identity = `${problem.type}\u0000${problem.key}\u0000${problem.field ?? ''}`
      if (this.#seen.has(identity) || this.#seen.size >= counted) continue
      this.#seen.add(identity)
      this.#latest.push(problem)
      if (this.#latest.length > shown) this.#latest.shift()
      this.#onProblem(problem)
    }
  }

  /** How many distinct rows and fields failed. */
  get count(): number {
    return this.#seen.size
  }

  /** The latest, oldest first. */
  get latest(): readonly RowProblem[] {
    return this.#latest
  }
}
