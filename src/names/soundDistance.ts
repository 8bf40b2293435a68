import type { Reading } from './romanise.ts'
import { distances, dropped, syllableDistances, symbolsOf, vowels, weak } from './soundSymbols.ts'

/** A word as it sounds. */
export interface SoundWord {
  readonly symbols: readonly number[]
  readonly reading: Reading
}

/** What it costs that a symbol stands in one word only, in hundredths of a whole mistake. */
interface Costs {
  readonly consonant: number
  readonly weak: number
  readonly vowel: number
  /** How much a word's vowels count where a mistake is held against the word's length. */
  readonly vowelWeight: number
  /** The most that one vowel costs in place of another. */
  readonly otherVowel: number
  /** Two neighbours that changed places. */
  readonly swap: number
  /** An r that is not written. */
  readonly r: number
  readonly between: readonly (readonly number[])[]
}

const costs: Readonly<Record<Reading, Costs>> = {
  full: { consonant: 100, weak: 40, vowel: 50, vowelWeight: 50, otherVowel: 50, swap: 60, r: 100, between: distances },
  syllables: { consonant: 85, weak: 25, vowel: 10, vowelWeight: 24, otherVowel: 16, swap: 100, r: 20, between: syllableDistances },
  bones: { consonant: 100, weak: 25, vowel: 8, vowelWeight: 15, otherVowel: 12, swap: 100, r: 100, between: distances },
}

/** A word of small letters a to z as it sounds. */
export function sound(latin: string, reading: Reading): SoundWord {
  return { symbols: symbolsOf(latin), reading }
}

/**
 * How alike two words sound, in thousandths: 1000 for the same. An edit distance (Damerau and Levenshtein, neighbours may change places) in which sounds that
 * are taken for each other cost less, and vowels cost little where one of the words comes from a script that does not write them. Symmetric; all numbers are
 * whole, so that the order of adding does not matter.
 */
export function soundLikeness(a: SoundWord, b: SoundWord): number {
  const table = costs[looser(a.reading, b.reading)]
  const weight = Math.max(weightOf(a.symbols, table), weightOf(b.symbols, table))
  if (weight === 0) return 0
  return Math.max(0, 1000 - Math.round((distance(a.symbols, b.symbols, table) * 1000) / weight))
}

function looser(a: Reading, b: Reading): Reading {
  // Two words of one script say as much as each other.
  if (a === b) return 'full'
  if (a === 'bones' || b === 'bones') return 'bones'
  return a === 'syllables' || b === 'syllables' ? 'syllables' : 'full'
}

function weightOf(symbols: readonly number[], table: Costs): number {
  let sum = 0
  for (const symbol of symbols) sum += vowels[symbol] ? table.vowelWeight : weak[symbol] ? table.weak : table.consonant
  return sum
}

function alone(symbol: number, table: Costs): number {
  if (dropped[symbol]) return table.r
  return weak[symbol] ? Math.min(table.weak, vowels[symbol] ? table.vowel : table.weak) : vowels[symbol] ? table.vowel : table.consonant
}

function distance(a: readonly number[], b: readonly number[], table: Costs): number {
  let before: number[] = []
  let above = [0]
  for (const [j, symbol] of b.entries()) above.push((above[j] ?? 0) + alone(symbol, table))
  for (let i = 1; i <= a.length; i++) {
    const one = a[i - 1] ?? 0
    const left = alone(one, table)
    const row = [(above[0] ?? 0) + left]
    for (let j = 1; j <= b.length; j++) {
      const other = b[j - 1] ?? 0
      let least = Math.min(
        (above[j] ?? 0) + left,
        (row[j - 1] ?? 0) + alone(other, table),
        (above[j - 1] ?? 0) + instead(one, other, table),
      )
      if (i > 1 && j > 1 && one === b[j - 2] && a[i - 2] === other) least = Math.min(least, (before[j - 2] ?? 0) + table.swap)
      row.push(least)
    }
    before = above
    above = row
  }
  return above[b.length] ?? 0
}

function instead(a: number, b: number, table: Costs): number {
  const full = table.between[a]?.[b] ?? 100
  return vowels[a] && vowels[b] ? Math.min(full, table.otherVowel) : full
}
