import { interval, isDay } from '../model/partialDate.ts'
import { joinedKeys, wordKeys } from './blockingKeys.ts'
import { documentKeys } from './documentNumber.ts'
import type { NameWord, ReadName } from './readName.ts'
import type { Sketch } from './scoreCandidate.ts'

/** Which way of making keys made them. What is stored under another is of no use, and has to be made anew. */
export const searchKeyAlgorithm = 'comity-keys-2'

/** Keys to look somebody up by, apart by what of a record they are made of: whoever may not see that part may not look it up. */
export interface LookupKeys {
  /** Of names alone. */
  readonly names: readonly string[]
  /** Of names and birth date together, in place of `names`: nobody is left out but those born in another year. None where no birth date is known, or none that says a year. */
  readonly dated: readonly string[]
  readonly documents: readonly string[]
}

/** A word of a name as far as keys go. */
interface KeyedWord {
  readonly keys: readonly string[]
  readonly letter: string
  readonly initial: boolean
}

/** Words of one name that are looked up; what comes after is too much of a name to be needed. */
const mostKeyed = 6

/**
 * The keys under which somebody is found. A name of three words or more is found by three of them together, or by two where no more are sought; one of two words by both; one of one word by itself. With the year of
 * birth, a word and the first sound of another are enough, and with the day, one word. So a common word, or two of a long name, bring nobody. Letters stand for words where a name has initials. Whoever has no birth date
 * that says a year is found once more under `u`, so that a search with one need not bring those of all years. All of small and large letters, digits and signs: whoever stores them outside of the bureau's own system has
 * to key them (HMAC) first.
 */
export function searchKeys({ names, birthDates, documents }: Pick<Sketch, 'names' | 'birthDates' | 'documents'>): readonly string[] {
  const keys = new Set<string>()
  for (const words of names.flatMap(readingsOf)) {
    const keyed = keyedOf(words)
    if (keyed.length === 1) for (const { keys: all } of keyed) for (const key of all) keys.add(`1:${key}`)
    if (keyed.length === 2) for (const key of together(keyed, 2)) keys.add(`2:${key}`)
    if (keyed.length > 2) {
      for (const key of together(keyed, 2)) keys.add(`p:${key}`)
      for (const key of together(keyed, 3)) keys.add(`3:${key}`)
    }
    for (const key of letterKeys(words)) keys.add(key)
  }
  if (isUnsure(birthDates)) for (const key of [...keys]) keys.add(`u:${key}`)
  const years = yearsOf(birthDates)
  for (const words of names.flatMap(readingsOf)) {
    const keyed = keyedOf(words)
    const form = keyed.length === 1 ? 'w' : 's'
    for (const year of years) {
      for (const key of keyed.flatMap((word) => word.keys)) keys.add(`${form}:${year}+${key}`)
      for (const key of headedKeys(keyed)) keys.add(`y:${year}+${key}`)
    }
    for (const key of dayKeys(keyed, birthDates)) keys.add(key)
  }
  for (const key of numberKeys(documents)) keys.add(key)
  return [...keys].toSorted()
}

/** The keys by which to look for somebody: nearly every record that is worth a look is found under one of them, and few others are. None for a name of nothing but initials. */
export function lookupKeys({ names, birthDates, documents }: Pick<Sketch, 'names' | 'birthDates' | 'documents'>): LookupKeys {
  const keys = new Set<string>()
  const withDate = new Set<string>()
  const years = yearsOf(birthDates)
  for (const words of names.flatMap(readingsOf)) {
    const keyed = keyedOf(words)
    const single = keyed.length === 1
    for (const key of together(keyed, 2)) {
      keys.add(`2:${key}`)
      if (keyed.length === 2) keys.add(`p:${key}`)
    }
    for (const key of together(keyed, 3)) keys.add(`3:${key}`)
    for (const { letter, key, initial } of lettersBeside(words)) {
      for (const form of initial && single ? ['i', 'f'] : ['i']) {
        keys.add(`${form}:${letter}+${key}`)
        // A letter is no sound, and initials are few in all years.
        if (years.length > 0) withDate.add(`${form}:${letter}+${key}`)
      }
    }
    const all = keyed.flatMap((word) => word.keys)
    // Somebody recorded by one word fits a name of several no better than a lead, unless something else agrees.
    if (single || birthDates.length > 0) for (const key of all) keys.add(`1:${key}`)
    for (const year of years) {
      // One word and a year are many people's: only who is sought by no more gets them all.
      for (const form of single ? ['w', 's'] : ['w']) for (const key of all) withDate.add(`${form}:${year}+${key}`)
      for (const key of headedKeys(keyed)) withDate.add(`y:${year}+${key}`)
    }
    for (const key of dayKeys(keyed, birthDates)) withDate.add(key)
  }
  if (years.length > 0) {
    for (const key of keys) withDate.add(`u:${key}`)
    // "About" a year may be two years off.
    if (isUnsure(birthDates)) for (const key of keys) withDate.add(key)
  }
  return { names: [...keys].toSorted(), dated: [...withDate].toSorted(), documents: numberKeys(documents) }
}

/** A name's words, and once more with two of three written as one: elsewhere they often are. */
function readingsOf({ words }: ReadName): readonly (readonly KeyedWord[])[] {
  const keyed = words.map(keyedWord)
  const [one, other, third] = words
  if (one === undefined || other === undefined || third === undefined || words.length !== 3) return [keyed]
  return [keyed, [joined(one, other), keyedWord(third)], [keyedWord(one), joined(other, third)]]
}

function keyedWord(word: NameWord): KeyedWord {
  return { keys: wordKeys(word), letter: word.latin.slice(0, 1), initial: word.initial }
}

function joined(one: NameWord, other: NameWord): KeyedWord {
  return { keys: joinedKeys(one, other), letter: one.latin.slice(0, 1), initial: false }
}

/** The words that have keys. */
function keyedOf(words: readonly KeyedWord[]): readonly KeyedWord[] {
  return words.filter(({ keys }) => keys.length > 0).slice(0, mostKeyed)
}

/** A key for every so many words together, in whatever order they stand. */
function together(words: readonly KeyedWord[], count: number): readonly string[] {
  return chosen(words, count).flatMap((some) =>
    some
      .reduce<readonly (readonly string[])[]>((all, { keys }) => all.flatMap((one) => keys.map((key) => [...one, key])), [[]])
      .map((keys) => keys.toSorted().join('+')),
  )
}

/** All choices of so many words. */
function chosen(words: readonly KeyedWord[], count: number): readonly (readonly KeyedWord[])[] {
  if (count === 0) return [[]]
  return words.flatMap((word, at) => chosen(words.slice(at + 1), count - 1).map((rest) => [word, ...rest]))
}

/** Of every word with the first letter of another: `f`, where that is a whole word, `i`, where it is an initial. */
function letterKeys(words: readonly KeyedWord[]): readonly string[] {
  return lettersBeside(words).map(({ letter, key, initial }) => `${initial ? 'i' : 'f'}:${letter}+${key}`)
}

function lettersBeside(words: readonly KeyedWord[]) {
  return words.flatMap(({ letter, initial }, at) =>
    words.flatMap((word, beside) => (beside === at ? [] : word.keys.map((key) => ({ letter, key, initial })))),
  )
}

/** Of every word with the beginning of another's key: where a word is misspelt, its first sound seldom is. */
function headedKeys(words: readonly KeyedWord[]): readonly string[] {
  return words.flatMap((word, at) => {
    const heads = new Set(words.flatMap((other, beside) => (beside === at ? [] : other.keys.map(headOf))))
    return word.keys.flatMap((key) => [...heads].map((head) => `${key}+${head}`))
  })
}

/** A group of variants has no first sound: all of it. */
function headOf(key: string): string {
  return key.startsWith('g:') ? key : key.slice(0, 3)
}

/** Of every word with the day of birth, day and month in either order. */
function dayKeys(words: readonly KeyedWord[], birthDates: readonly string[]): readonly string[] {
  const days = birthDates.filter(isDay).map((day) => {
    const [month, date] = [day.slice(5, 7), day.slice(8)]
    return `${day.slice(0, 4)}-${date <= '12' ? [month, date].toSorted().join('-') : `${month}-${date}`}`
  })
  return words.flatMap(({ keys }) => keys.flatMap((key) => days.map((day) => `t:${day}+${key}`)))
}

/** Years of birth, where no more than two come into question. */
function yearsOf(birthDates: readonly string[]): readonly string[] {
  const years = birthDates.flatMap((date) => {
    const days = interval(date)
    if (days === null) return []
    const [first, last] = [Number(days.first.slice(0, 4)), Number(days.last.slice(0, 4))]
    return last - first > 1 ? [] : last === first ? [first] : [first, last]
  })
  return [...new Set(years.map((year) => String(year).padStart(4, '0')))]
}

/** Whether somebody may have been born in another year than `yearsOf` says. */
function isUnsure(birthDates: readonly string[]): boolean {
  return birthDates.length === 0 || birthDates.some((date) => date.includes('~') || yearsOf([date]).length === 0)
}

function numberKeys(documents: Sketch['documents']): readonly string[] {
  return [...new Set(documents.flatMap(({ number }) => documentKeys(number)))].map((key) => `d:${key}`)
}
