import type { NameWord, ReadName } from './readName.ts'
import { soundOf, symbolsOf } from './soundSymbols.ts'
import { groupsOf } from './variants.ts'

/** Sounds that spellings and scripts take for each other, one letter each. What is not here (vowels, h) is too weak to be looked up by. */
const classes: Readonly<Record<string, string>> = {
  b: 'B',
  p: 'B',
  f: 'B',
  v: 'B',
  w: 'B',
  k: 'K',
  g: 'K',
  X: 'K',
  d: 'D',
  t: 'D',
  s: 'S',
  z: 'S',
  S: 'S',
  Z: 'S',
  C: 'S',
  J: 'S',
  T: 'S',
  l: 'L',
  r: 'L',
  m: 'M',
  n: 'M',
}
/** Sounds that are consonants to one clerk and vowels, or nothing, to another. */
const unsure = 'vwJjX'
const longestBones = 5

/**
 * Words to look a name up by: two names that are likely to be one share at least one, and few others do. At most `mostWords` times five, all of small and large
 * letters, digits and a colon. They tell the consonants of a name: whoever stores them outside of the bureau's own system has to key them (HMAC) first.
 */
export function blockingKeys(name: ReadName): readonly string[] {
  const keys = new Set<string>()
  for (const word of name.words) for (const key of wordKeys(word)) keys.add(key)
  // Two short words of one name are often one word elsewhere.
  const [one, other, third] = name.words
  if (one !== undefined && other !== undefined && third !== undefined && name.words.length === 3) {
    for (const key of joinedKeys(one, other)) keys.add(key)
    for (const key of joinedKeys(other, third)) keys.add(key)
  }
  return [...keys].toSorted()
}

/** The keys of one word; none for an initial. */
export function wordKeys(word: NameWord): readonly string[] {
  if (word.initial) return []
  const groups = groupsOf(word.latin).map((group) => `g:${group}`)
  return [...groups, ...word.ways.flatMap((way) => bonesOf(way))]
}

/** The keys of two words that somebody may have written as one. */
export function joinedKeys(one: NameWord, other: NameWord): readonly string[] {
  return bonesOf(`${one.latin}${other.latin}`)
}

function bonesOf(latin: string): readonly string[] {
  const sounds = symbolsOf(latin).map(soundOf)
  const all = skeleton(sounds)
  const sure = skeleton(sounds.filter((sound) => !unsure.includes(sound)))
  // A skeleton of one bone would be a scan: then the vowels count.
  return [...new Set([all, sure])].map((bones) => (bones.length > 1 ? `b:${bones}` : `v:${latin.slice(0, 4)}`))
}

function skeleton(sounds: readonly string[]): string {
  let bones = ''
  for (const sound of sounds) {
    const next = classes[sound]
    if (next !== undefined && next !== bones.at(-1)) bones += next
  }
  return bones.slice(0, longestBones)
}
