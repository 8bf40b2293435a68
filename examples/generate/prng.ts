/** A small seeded generator of pseudo-random numbers (sfc32), the same on every machine. Not for secrets. */
export class Prng {
  readonly #seed: string
  #a: number
  #b: number
  #c: number
  #d: number

  /** The same text gives the same numbers, for ever. */
  constructor(seed: string) {
    this.#seed = seed
    const word = wordsOf(seed)
    this.#a = word()
    this.#b = word()
    this.#c = word()
    this.#d = word()
    for (let i = 0; i < 12; i++) this.next()
  }

  /** A generator of its own for one part, so that a change in one part of the data leaves all others as they are. */
  fork(label: string): Prng {
    return new Prng(`${this.#seed}/${label}`)
  }

  /** From 0 up to but not including 1. */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#d) | 0
    this.#d = (this.#d + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4294967296
  }

  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1))
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** One member. Throws RangeError when there is none. */
  pick<T>(list: readonly T[]): T {
    const member = list[Math.floor(this.next() * list.length)]
    if (member === undefined) throw new RangeError('nothing to pick from')
    return member
  }

  /** Up to `count` different members, in no particular order. */
  some<T>(list: readonly T[], count: number): T[] {
    const chosen = new Set<number>()
    const wanted = Math.min(count, list.length)
    while (chosen.size < wanted) chosen.add(Math.floor(this.next() * list.length))
    return [...chosen].map((index) => list[index] as T)
  }

  /** One of the keys, in proportion to its weight. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
    const entries = Object.entries(weights) as [K, number][]
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [key, weight] of entries) {
      left -= weight
      if (left < 0) return key
    }
    const last = entries.at(-1)
    if (last === undefined) throw new RangeError('nothing to pick from')
    return last[0]
  }

  /** The members in another order. */
  shuffle<T>(list: readonly T[]): T[] {
    const result = [...list]
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.int(0, i)
      const held = result[i] as T
      result[i] = result[j] as T
      result[j] = held
    }
    return result
  }

  /** Digits, letters or both for a pattern: `9` a digit, `A` a letter, `#` a hexadecimal digit; other signs stand for themselves. */
  pattern(pattern: string): string {
    return pattern.replace(/[9A#]/g, (sign) => {
      if (sign === '9') return String(this.int(0, 9))
      return sign === 'A' ? this.pick([...'ABCDEFGHJKLMNPRSTUVWXYZ']) : this.int(0, 15).toString(16)
    })
  }
}

/** Well-mixed 32-bit words from a text (xmur3). */
function wordsOf(text: string): () => number {
  let h = 1779033703 ^ text.length
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353)
    h = (h << 13) | (h >>> 19)
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507)
    h = Math.imul(h ^ (h >>> 13), 3266489909)
    h ^= h >>> 16
    return h >>> 0
  }
}
