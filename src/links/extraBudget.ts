const window = 100

/**
 * Bounds attempts that come on top of calls: over any run of 100 or more calls they are at most `percent` of them. Unlike a bucket of tokens it
 * saves nothing up: after a quiet day the next hundred calls have no more than their share.
 */
export class ExtraBudget {
  readonly #percent: number
  /** Extra attempts per call, of the last 100 calls; the slot at `#at` is the latest. */
  readonly #extras = new Uint16Array(window)
  #at = 0
  #recent = 0
  /** In hundredths: by how much the worst run of calls that ends where the last 100 begin went over its share. */
  #excess = 0

  /** `percent`: a whole number from 0 (never) to 100. */
  constructor(percent: number) {
    this.#percent = percent
  }

  /** Takes note of a call. */
  called(): void {
    this.#at = (this.#at + 1) % window
    const leaving = this.#extras[this.#at] ?? 0
    this.#excess = Math.max(0, this.#excess + leaving * 100 - this.#percent)
    this.#recent -= leaving
    this.#extras[this.#at] = 0
  }

  /** Whether an extra attempt is within the share now. */
  get allows(): boolean {
    return (this.#recent + 1) * 100 + this.#excess <= this.#percent * window
  }

  /** Takes note of an extra attempt. Ask `allows` first. */
  spend(): void {
    this.#recent++
    this.#extras[this.#at] = (this.#extras[this.#at] ?? 0) + 1
  }
}
