/** Something that waits for a place. Exactly one of the two is called, once, unless it withdraws. */
export interface Waiting {
  /** It has a place now. */
  admitted(): void
  /** Everybody who waited was sent away. */
  turnedAway(): void
}

/**
 * Lets at most so many attempts run at once and at most `queue` calls wait for a place; a call beyond that is refused at once rather than left to pile up.
 * The number of places can change while attempts run: those that run are left alone.
 */
export class Bulkhead {
  readonly #queue: number
  readonly #waiting = new Set<Waiting>()
  #places: number
  #running = 0

  /** `places` and `queue` are numbers of calls. */
  constructor(places: number, queue: number) {
    this.#places = places
    this.#queue = queue
  }

  /** Attempts that hold a place. */
  get running(): number {
    return this.#running
  }

  /** Calls that wait for one. */
  get waiting(): number {
    return this.#waiting.size
  }

  /** Whether every place is taken. */
  get full(): boolean {
    return this.#running >= this.#places
  }

  /** Takes a place if one is free that nobody waits for. Every `true` must be paid back with `leave`. */
  tryEnter(): boolean {
    if (this.full || this.#waiting.size > 0) return false
    this.#running++
    return true
  }

  /** Takes a place, or waits for one; `full` when too many wait already. Every place taken must be paid back with `leave`. */
  enter(who: Waiting): 'entered' | 'waiting' | 'full' {
    if (this.tryEnter()) return 'entered'
    if (this.#waiting.size >= this.#queue) return 'full'
    this.#waiting.add(who)
    return 'waiting'
  }

  /** Waits no longer. */
  withdraw(who: Waiting): void {
    this.#waiting.delete(who)
  }

  /** Gives a place back; the longest waiting call gets it. */
  leave(): void {
    this.#running--
    this.#admit()
  }

  /** Changes the number of places, at least 1. */
  resize(places: number): void {
    this.#places = places
    this.#admit()
  }

  /** Sends everybody away who waits. */
  turnAway(): void {
    const all = [...this.#waiting]
    this.#waiting.clear()
    for (const who of all) who.turnedAway()
  }

  #admit(): void {
    while (this.#waiting.size > 0 && !this.full) {
      const [next] = this.#waiting
      if (next === undefined) return
      this.#waiting.delete(next)
      this.#running++
      next.admitted()
    }
  }
}
