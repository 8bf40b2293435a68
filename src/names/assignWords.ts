import { compareWords, type WordMatch } from './compareWords.ts'
import type { NameWord } from './readName.ts'

/** A word of the first name and its counterpart in the second, by place. */
export interface WordPair {
  readonly i: number
  readonly j: number
  readonly match: WordMatch
}

/**
 * Gives every word of the name with fewer words a counterpart of its own in the other, so that all together are as alike as can be. Exact, over all ways to
 * do so: at most ten words against ten (`mostWords`), and mostly two against three. What it adds up to is the same in both directions and orders.
 */
export function assign(a: readonly NameWord[], b: readonly NameWord[]): readonly WordPair[] {
  if (a.length > b.length) return assign(b, a).map(({ i, j, match }) => ({ i: j, j: i, match }))
  const matches = a.map((one) => b.map((other) => compareWords(one, other)))
  // best[mask]: the most that the first words of `a`, as many as the mask has bits, come to with just these words of `b`.
  const size = 1 << b.length
  const best = new Int32Array(size).fill(-1)
  const last = new Int8Array(size)
  best[0] = 0
  for (let mask = 0; mask < size; mask++) {
    const sum = best[mask] ?? -1
    const row = matches[bits(mask)]
    if (sum < 0 || row === undefined) continue
    for (const [j, match] of row.entries()) {
      const next = mask | (1 << j)
      // Squares prefer one sure pair and one wrong one over two doubtful ones: people differ by whole words.
      const total = sum + match.score * match.score
      if (next === mask || total <= (best[next] ?? -1)) continue
      best[next] = total
      last[next] = j
    }
  }
  return follow(best, last, matches)
}

function follow(best: Int32Array, last: Int8Array, matches: readonly (readonly WordMatch[])[]): readonly WordPair[] {
  let end = 0
  let most = -1
  for (const [mask, total] of best.entries())
    if (bits(mask) === matches.length && total > most) {
      most = total
      end = mask
    }
  const pairs: WordPair[] = []
  for (let i = matches.length - 1; i >= 0; i--) {
    const j = last[end] ?? 0
    const match = matches[i]?.[j]
    if (match !== undefined) pairs.push({ i, j, match })
    end &= ~(1 << j)
  }
  return pairs
}

function bits(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++
  return count
}
