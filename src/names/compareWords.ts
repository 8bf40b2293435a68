import type { NameWord } from './readName.ts'
import { soundLikeness } from './soundDistance.ts'
import { kinship } from './variants.ts'

/** Why two words of names are held to be the same one. */
export type Likeness = 'same' | 'spelling' | 'nickname' | 'initial' | 'sound'

/** Two words compared. */
export interface WordMatch {
  /** Thousandths, 0 to 1000. */
  readonly score: number
  readonly how: Likeness
}

const han = /^(?:\p{Script=Han}+|\p{Script=Hangul}{1,2})$/u

/** How alike two words of names are. Symmetric. */
export function compareWords(a: NameWord, b: NameWord): WordMatch {
  if (a.latin === b.latin) return { score: 1000, how: 'same' }
  if (a.initial || b.initial) return { score: a.latin[0] === b.latin[0] ? 850 : 0, how: 'initial' }
  // Two words in Chinese characters that are not even read alike are two names, and so are two short ones in hangul: a syllable is all that most have.
  if (han.test(a.written) && han.test(b.written)) return { score: 600, how: 'sound' }
  let heard = 0
  for (const one of a.sounds) for (const other of b.sounds) heard = Math.max(heard, soundLikeness(one, other))
  const kin = kinship(a.latin, b.latin)
  // Two names that everybody knows are not misspellings of each other.
  if (kin === 'apart') return { score: Math.min(heard, 650), how: 'sound' }
  const known = kin === null ? 0 : kin === 'spelling' ? 960 : 880
  return kin !== null && known >= heard ? { score: known, how: kin } : { score: heard, how: 'sound' }
}
