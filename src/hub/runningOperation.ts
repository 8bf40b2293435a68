import type { Outcome } from './hubOperation.ts'

/** How an operation ended, as it is counted: in full, with a bureau silent or in part, with errors in its answer, or without an answer of the hub's own. */
export type OperationOutcome = 'ok' | 'incomplete' | 'errors' | 'failed'

/** Hears of every operation that has ended. `type`: query, mutation or subscription; `unknown` for one that has failed. */
export type OperationListener = (type: string, outcome: OperationOutcome, ms: number) => void

/** Times an operation and tells how it ended, once. */
export class RunningOperation {
  readonly #listener: OperationListener
  readonly #began = performance.now()
  #type = 'unknown'
  #outcome: OperationOutcome = 'failed'
  #isOver = false

  constructor(listener: OperationListener) {
    this.#listener = listener
  }

  /** Its answer may leave. */
  concluded({ operationType, errors }: Pick<Outcome, 'operationType' | 'errors'>, complete: boolean): void {
    this.#type = operationType
    this.#outcome = errors > 0 ? 'errors' : complete ? 'ok' : 'incomplete'
  }

  /** It has ended. */
  end(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#listener(this.#type, this.#outcome, performance.now() - this.#began)
  }
}
