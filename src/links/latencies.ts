/** The last so many latencies, in milliseconds. */
export class Latencies {
  readonly #ring: Float64Array
  #count = 0

  /** `size`: how many are kept. */
  constructor(size: number) {
    this.#ring = new Float64Array(size)
  }

  /** How many were added since the start. */
  get count(): number {
    return this.#count
  }

  /** Adds one. */
  add(ms: number): void {
    this.#ring[this.#count % this.#ring.length] = ms
    this.#count++
  }

  /** The value that this share (0 to 1) of them lies below; null when there is none. */
  quantile(share: number): number | null {
    const sorted = this.#ring.slice(0, Math.min(this.#count, this.#ring.length)).sort()
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null
  }
}
