/**
 * How many attempts a system bears at once: additive increase, multiplicative decrease. It begins at the most allowed, halves when the system is overloaded, and
 * grows by one for every round of good answers while all places are used. Never below 1.
 */
export class AdaptiveLimit {
  readonly #most: number
  #value: number
  #halvedAt = Number.NEGATIVE_INFINITY

  /** `most`: at least 1. */
  constructor(most: number) {
    this.#most = most
    this.#value = most
  }

  /** The limit, a whole number from 1 to the most allowed. */
  get places(): number {
    return Math.floor(this.#value)
  }

  /** After a good answer. `used`: whether all places were taken; more places that nobody uses would say nothing. */
  grow(used: boolean): void {
    if (used) this.#value = Math.min(this.#most, this.#value + 1 / this.#value)
  }

  /** After a sign of overload, from an attempt that began at `began`. Attempts that began before the last halving have been answered by it. */
  shrink(began: number, now: number): void {
    if (began < this.#halvedAt) return
    this.#value = Math.max(1, this.#value / 2)
    this.#halvedAt = now
  }
}
