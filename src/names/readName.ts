import { cleanName, mostWords } from './cleanName.ts'
import { particles, patronymic, weakParticles } from './particles.ts'
import { type RomanWord, romanise } from './romanise.ts'
import { type SoundWord, sound } from './soundDistance.ts'
import { fromWadeGiles, isMandarinWord, toWadeGiles } from './wadeGiles.ts'

/** A word of a name, made ready to be compared. */
export interface NameWord extends RomanWord {
  /** How it sounds; other ways where an article may be grown onto it (`Essarmaoui`, `السرماوي`) or its x may be two sounds. */
  readonly sounds: readonly SoundWord[]
  /** The small letters of each of `sounds`. */
  readonly ways: readonly string[]
  /** One letter that stands for a name. */
  readonly initial: boolean
  /** A name after the father, by its ending. */
  readonly patronymic: boolean
}

/** A name made ready to be compared. Made once for each name, however often it is compared. */
export interface ReadName {
  /** As it was given, cleaned. */
  readonly clean: string
  /** The words that tell people apart, at most `mostWords`. Empty when the text holds no letter. */
  readonly words: readonly NameWord[]
  /** The same words in an order that does not depend on how the name was written, so that neither does a score. */
  readonly ordered: readonly NameWord[]
}

/** Reads a name. Never throws and is linear in the length: of a record's overlong value only the first part is read. */
export function readName(text: string): ReadName {
  const clean = cleanName(text)
  const all = romanise(clean)
  const some = all.filter(({ latin }) => !particles.has(latin))
  const telling = some.filter(({ latin }) => !weakParticles.has(latin))
  const kept = telling.length > 1 ? telling : some.length > 0 ? some : all
  const isMandarin = kept.every(({ latin }) => isMandarinWord(latin))
  const words = kept.slice(0, mostWords).map((word) => wordOf(word, isMandarin))
  return { clean, words, ordered: words.toSorted(byText) }
}

/** An order of words that depends on nothing but the words. */
export function byText(a: NameWord, b: NameWord): number {
  return compareText(a.latin, b.latin) || compareText(a.plain, b.plain) || compareText(a.written.toLowerCase(), b.written.toLowerCase())
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** One word, made ready to be compared. `isMandarin`: it may be written as Wade and Giles write Mandarin, since all of the name may be. */
export function wordOf(word: RomanWord, isMandarin = true): NameWord {
  const { latin, reading } = word
  const bare = withoutPrefix(latin, word.written)
  const ways = [...new Set([latin, bare, latin.replace(/x+/g, 'ks'), word.plain, ...(isMandarin ? mandarin(word) : [])])]
  const sounds = ways.map((way) => sound(way, reading))
  return {
    ...word,
    sounds,
    ways,
    initial: latin.length === 1 && word.written.length === 1 && reading === 'full',
    patronymic: patronymic.test(latin),
  }
}

/** Mandarin is written in two ways: what is read from Han signs has both, what is written as only Wade and Giles would has the other. */
function mandarin({ latin, written, reading }: RomanWord): readonly string[] {
  if (/^\p{Script=Han}/u.test(written)) return reading === 'full' ? [toWadeGiles(latin) ?? latin] : []
  return /^\p{Script=Latin}/u.test(written) ? fromWadeGiles(latin) : []
}

/**
 * The word without an article, or "servant of", that has grown onto it. Arabic writes its article without a blank; before some consonants it is spoken like
 * the consonant, and so written by many (`Abderrahim`, `Essarmaoui`).
 */
function withoutPrefix(latin: string, written: string): string {
  if (/^ال\p{L}{2,}/u.test(written)) return latin.replace(/^al/, '')
  const servant = /^abd(?:[aeu]l|ou?l|[aeu](?=(.)\1))(.{3,})$/.exec(latin)?.[2]
  if (servant !== undefined) return servant.replace(/^(.)\1/, '$1')
  const article = /^(?:[ae]l(?=[^aeiou])|[ae](?=([stdrznl])\1))(.{4,})$/.exec(latin)?.[2]
  return article === undefined ? latin : article.replace(/^(.)\1/, '$1')
}
