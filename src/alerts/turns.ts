/**
 * Turns of the event loop, shared out among subscribers: only so many steps are made before sockets, timers and everybody else have their turn. Who comes
 * first is served first.
 */
export class Turns {
  readonly #each: number
  readonly #soon: (act: () => void) => void
  #waiting: (() => void)[] = []
  #left: number
  #planned = false

  /** `each`: steps in one turn. `soon` runs something in the next turn; default `setImmediate`. */
  constructor(each = 64, soon: (act: () => void) => void = setImmediate) {
    this.#each = each
    this.#left = each
    this.#soon = soon
  }

  /** Runs one step: now while this turn has room, else in a later one. */
  take(step: () => void): void {
    this.#plan()
    if (this.#left === 0) {
      this.#waiting.push(step)
      return
    }
    this.#left--
    step()
  }

  /** Steps that wait. */
  get waiting(): number {
    return this.#waiting.length
  }

  #plan(): void {
    if (this.#planned) return
    this.#planned = true
    this.#soon(() => {
      this.#planned = false
      this.#left = this.#each
      if (this.#waiting.length === 0) return
      this.#plan()
      // Those that step now may come again: they queue behind the others.
      const now = this.#waiting.slice(0, this.#each)
      this.#waiting = this.#waiting.slice(this.#each)
      this.#left -= now.length
      for (const step of now) step()
    })
  }
}
