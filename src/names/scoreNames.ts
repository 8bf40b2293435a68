import { assign } from './assignWords.ts'
import type { Likeness } from './compareWords.ts'
import { joinWords } from './joinWords.ts'
import { byText, type NameWord, type ReadName } from './readName.ts'

/** Which way of scoring gave a score. Goes into every answer, and changes whenever a score may. */
export const nameAlgorithm = 'comity-names-2'

/** Scores from here on are held to be one name. Chosen on the tuning half of the labelled pairs (`npm run bench:names`). */
export const nameThreshold = 0.76

/** Two words that were held against each other. */
export interface NameFeature {
  /** As written in the first name. */
  readonly a: string
  /** As written in the second name. */
  readonly b: string
  readonly how: Likeness
  /** 0 to 1, in hundredths. */
  readonly score: number
}

/** How alike two names are, and why. */
export interface NameScore {
  /** 0 to 1, in thousandths. */
  readonly score: number
  /** The words that were held against each other, in the order of the first name. Words without a counterpart are missing. */
  readonly features: readonly NameFeature[]
  readonly algorithm: typeof nameAlgorithm
}

const nothing: NameScore = { score: 0, features: [], algorithm: nameAlgorithm }

/**
 * How alike two names are. Symmetric, deterministic, and of these two names alone: no list of how common a name is stands behind it, since such a list would
 * be made of records that the reader may not see. Both names' words are in `features`: compute it only of names that the reader is shown.
 *
 * Every word of the name with fewer words finds its counterpart in the other, whatever the order; the score is the mean of how alike they are, drawn down by
 * the worst pair, because one wrong word is another person. Words that only the longer name has cost little: second names get lost on the way.
 */
export function scoreNames(a: ReadName, b: ReadName): NameScore {
  if (a.words.length === 0 || b.words.length === 0) return nothing
  // Of two ways to pair words that come to the same, which one is found would depend on the order of words and names. So they are always asked in one order.
  if (precedes(b.ordered, a.ordered)) {
    const { score, features } = scoreOrdered(b.ordered, a.ordered)
    return { score, features: inOrderOf(a, features.map(turned)), algorithm: nameAlgorithm }
  }
  const { score, features } = scoreOrdered(a.ordered, b.ordered)
  return { score, features: inOrderOf(a, features), algorithm: nameAlgorithm }
}

function scoreOrdered(a: readonly NameWord[], b: readonly NameWord[]): Pick<NameScore, 'score' | 'features'> {
  const { a: ofA, b: ofB } = joinWords(a, b)
  const pairs = assign(ofA, ofB)
  const fewer = Math.min(ofA.length, ofB.length)
  const more = Math.max(ofA.length, ofB.length)
  let sum = 0
  let weights = 0
  let worst = 1000
  for (const { i, j, match } of pairs) {
    const weight = weightOf(ofA[i], ofB[j])
    sum += match.score * weight
    weights += weight
    worst = Math.min(worst, match.score)
  }
  const mean = weights === 0 ? 0 : Math.round(sum / weights)
  let score = Math.min(mean, Math.round((mean * 45 + worst * 55) / 100))
  score -= Math.min(120, (more - fewer) * 20)
  const firm = pairs.filter(({ match }) => match.how !== 'initial').length
  // One word found in a name of several is a lead, not a match; initials alone are not even that.
  if (fewer === 1 && more > 1) score = Math.min(score, 740)
  if (firm === 0 && more > 1) score = Math.min(score, 500)
  const features = pairs
    .filter(({ match }) => match.score >= 500)
    .map(({ i, j, match }) => ({
      a: ofA[i]?.written ?? '',
      b: ofB[j]?.written ?? '',
      how: match.how,
      score: Math.round(match.score / 10) / 100,
    }))
  return { score: Math.max(0, score) / 1000, features }
}

/** Of two people's names, primary ones and aliases, the two that are most alike. Ties go to the earlier ones. Nothing to compare scores 0. */
export function scoreNameLists(as: readonly ReadName[], bs: readonly ReadName[]): NameScore {
  let best = nothing
  for (const a of as)
    for (const b of bs) {
      const found = scoreNames(a, b)
      if (found.score > best.score) best = found
    }
  return best
}

/** A score in words: `name 0.93: Мухаммед ~ Mohamed, Алиев ~ Aliyev`. Names in it are those of the two records. */
export function explainName({ score, features }: NameScore): string {
  const words = features.map(({ a, b, how }) => `${a} ~ ${b}${how === 'nickname' || how === 'initial' ? ` (${how})` : ''}`)
  return `name ${score.toFixed(2)}${words.length === 0 ? '' : `: ${words.join(', ')}`}`
}

function precedes(a: readonly NameWord[], b: readonly NameWord[]): boolean {
  for (const [at, word] of a.entries()) {
    const other = b[at]
    if (other === undefined) return false
    const order = byText(word, other)
    if (order !== 0) return order < 0
  }
  return a.length < b.length
}

function turned({ a, b, how, score }: NameFeature): NameFeature {
  return { a: b, b: a, how, score }
}

function inOrderOf({ words }: ReadName, features: readonly NameFeature[]): readonly NameFeature[] {
  const place = ({ a }: NameFeature) => words.findIndex(({ written }) => a === written || a.startsWith(`${written} `))
  return features.toSorted((one, other) => place(one) - place(other))
}

/** Long words say more than short ones, patronymics and initials less. */
function weightOf(a: NameWord | undefined, b: NameWord | undefined): number {
  if (a === undefined || b === undefined) return 0
  if (a.initial || b.initial) return 2
  return Math.min(10, 3 + Math.max(a.latin.length, b.latin.length)) - (a.patronymic && b.patronymic ? 2 : 0)
}
