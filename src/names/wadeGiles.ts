/** Finals that each initial of Mandarin takes, in pinyin (ISO 7098); `v` is ü. Syllables without an initial stand last. */
const syllables = `
b a ai an ang ao ei en eng i ian iao ie in ing o u
p a ai an ang ao ei en eng i ian iao ie in ing o ou u
m a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
f a an ang ei en eng o ou u
d a ai an ang ao e ei eng i ian iao ie ing iu ong ou u uan ui un uo
t a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo
n a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve
l a ai an ang ao e ei eng i ian iang iao ie in ing iu ong ou u uan un uo v ve
g a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
k a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
h a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j i ia ian iang iao ie in ing iong iu u uan ue un
q i ia ian iang iao ie in ing iong iu u uan ue un
x i ia ian iang iao ie in ing iong iu u uan ue un
zh a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
ch a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
sh a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
r an ang ao e en eng i ong ou u uan ui un uo
z a ai an ang ao e en eng i ong ou u uan ui un uo
c a ai an ang ao e en eng i ong ou u uan ui un uo
s a ai an ang ao e en eng i ong ou u uan ui un uo
- a ai an ang ao e en er o ou ya yan yang yao ye yi yin ying yong you yu yuan yue yun wa wai wan wang wei wen weng wo wu
`

/** Wade and Giles's initials, where they are others. Clerks leave the aspiration marks out. */
const initials: Readonly<Record<string, string>> = {
  b: 'p',
  d: 't',
  g: 'k',
  j: 'ch',
  q: 'ch',
  x: 'hs',
  zh: 'ch',
  r: 'j',
  z: 'ts',
  c: 'ts',
}
/** ... their finals, ... */
const finals: Readonly<Record<string, string>> = { ian: 'ien', ie: 'ieh', iong: 'iung', ong: 'ung', ue: 'ueh', ve: 'ueh', v: 'u', uo: 'o' }
/** ... and syllables that they write in a way of their own. */
const whole: Readonly<Record<string, string>> = {
  zhi: 'chih',
  chi: 'chih',
  shi: 'shih',
  ri: 'jih',
  zi: 'tzu',
  ci: 'tzu',
  si: 'ssu',
  ge: 'ko',
  ke: 'ko',
  he: 'ho',
  gui: 'kuei',
  kui: 'kuei',
  guo: 'kuo',
  kuo: 'kuo',
  huo: 'huo',
  shuo: 'shuo',
  zou: 'tsou',
  er: 'erh',
  yan: 'yen',
  ye: 'yeh',
  yi: 'i',
  yong: 'yung',
  you: 'yu',
  yue: 'yueh',
}

const wadeOf = new Map<string, string>()
const pinyinOf = new Map<string, readonly string[]>()
for (const line of syllables.trim().split('\n')) {
  const [initial = '', ...rest] = line.split(' ')
  for (const final of rest) {
    const pinyin = initial === '-' ? final : `${initial}${final.replace('v', 'u')}`
    const wade = whole[pinyin] ?? (initial === '-' ? final : `${initials[initial] ?? initial}${finals[final] ?? final}`)
    if (!wadeOf.has(pinyin)) wadeOf.set(pinyin, wade)
    const known = pinyinOf.get(wade) ?? []
    if (!known.includes(pinyin)) pinyinOf.set(wade, [...known, pinyin])
  }
}

const [longestSyllable, mostSyllables, mostReadings] = [6, 3, 6]

/** Whether a word is syllables of Mandarin, in one way of writing or the other. */
export function isMandarinWord(latin: string): boolean {
  return split(latin, wadeOf) !== null || split(latin, pinyinOf) !== null
}

/** A word in pinyin as Wade and Giles write it (`rongqi`: `jungchi`); null for one that is no pinyin, or the same. */
export function toWadeGiles(pinyin: string): string | null {
  const wade = split(pinyin, wadeOf)
    ?.map((syllable) => wadeOf.get(syllable) ?? '')
    .join('')
  return wade === undefined || wade === pinyin ? null : wade
}

/**
 * What a word may be in pinyin, if it is written as only Wade and Giles write Mandarin (`pien`: `bian` or `pian`). Nothing for a word that is pinyin as it stands: which of the two ways it was written nobody
 * can tell.
 */
export function fromWadeGiles(latin: string): readonly string[] {
  if (split(latin, wadeOf) !== null) return []
  const found = split(latin, pinyinOf) ?? []
  const readings = found.reduce<readonly string[]>(
    (all, syllable) => all.flatMap((start) => (pinyinOf.get(syllable) ?? []).map((one) => `${start}${one}`)),
    found.length === 0 ? [] : [''],
  )
  return readings.slice(0, mostReadings)
}

/** The syllables of a word, the longest first; null where it is not all syllables, or more than a name has. Within a word none begins with a, e or o: it would be written after an apostrophe. */
function split(word: string, known: ReadonlyMap<string, unknown>, most: number = mostSyllables): readonly string[] | null {
  if (word === '') return []
  const isWithin = most < mostSyllables
  if (most === 0 || word.length > most * longestSyllable || (isWithin && /^[aeo]/.test(word))) return null
  for (let length = Math.min(longestSyllable, word.length); length > 0; length--) {
    const syllable = word.slice(0, length)
    if (!known.has(syllable)) continue
    const rest = split(word.slice(length), known, most - 1)
    if (rest !== null) return [syllable, ...rest]
  }
  return null
}
