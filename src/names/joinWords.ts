import { compareWords } from './compareWords.ts'
import { type NameWord, wordOf } from './readName.ts'

interface Join {
  readonly side: 'a' | 'b'
  readonly first: number
  readonly second: number
  readonly word: NameWord
  readonly score: number
}

/** Joined words have to be this much alike, in thousandths: two short words often look like one long one. */
const surely = 900

/**
 * Joins words of one name that the other writes as one: `Myong Chul` and `Myongchul`, `Pol Pot` and `PolPot`. Words need not stand next to each other,
 * because the order of words is nobody's promise.
 */
export function joinWords(
  a: readonly NameWord[],
  b: readonly NameWord[],
): { readonly a: readonly NameWord[]; readonly b: readonly NameWord[] } {
  let [ofA, ofB] = [a, b]
  // Each join makes one of the names shorter by a word.
  for (let rounds = a.length + b.length; rounds > 0; rounds--) {
    const join = better(bestJoin(ofA, ofB, 'a'), bestJoin(ofB, ofA, 'b'))
    if (join === null) break
    if (join.side === 'a') ofA = joined(ofA, join)
    else ofB = joined(ofB, join)
  }
  return { a: ofA, b: ofB }
}

function bestJoin(parts: readonly NameWord[], wholes: readonly NameWord[], side: 'a' | 'b'): Join | null {
  if (parts.length < 2) return null
  let best: Join | null = null
  for (const [first, one] of parts.entries())
    for (const [second, other] of parts.entries()) {
      if (first === second || one.initial || other.initial) continue
      const length = one.latin.length + other.latin.length
      const alike = wholes.filter(
        (whole) =>
          whole.ways.some((way) => one.ways.some((own) => own[0] === way[0])) &&
          Math.abs(whole.latin.length - length) <= 2 &&
          whole.latin.length > one.latin.length + 1,
      )
      if (alike.length === 0) continue
      const word = wordOf({
        latin: one.latin + other.latin,
        plain: one.plain + other.plain,
        reading: one.reading,
        written: `${one.written} ${other.written}`,
      })
      for (const whole of alike) {
        const { score } = compareWords(word, whole)
        const apart = Math.max(compareWords(one, whole).score, compareWords(other, whole).score)
        if (score >= surely && score > apart) best = better(best, { side, first, second, word, score })
      }
    }
  return best
}

/** The better of two, by what is said and not by where it stands, so that neither order nor direction decides. */
function better(a: Join | null, b: Join | null): Join | null {
  if (a === null || b === null) return a ?? b
  if (a.score !== b.score) return a.score > b.score ? a : b
  return a.word.latin <= b.word.latin ? a : b
}

function joined(words: readonly NameWord[], { first, second, word }: Join): readonly NameWord[] {
  return [...words.filter((_, at) => at !== first && at !== second), word]
}
