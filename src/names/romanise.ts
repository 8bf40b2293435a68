import anyAscii from 'any-ascii'
import { romaniseKana } from './kana.ts'

/** How much a writing system says of the vowels, and with it how two spellings may differ. */
export type Reading =
  /** Vowels are written: Latin, Cyrillic, Greek, Georgian, Armenian, pinyin. */
  | 'full'
  /** Vowels are written, and some more than are spoken, because every consonant needs one: kana, hangul. */
  | 'syllables'
  /** Vowels are left out or shared with consonants: Arabic, Hebrew, Thai, Devanagari. */
  | 'bones'

/** One word of a name in Latin letters. */
export interface RomanWord {
  /** Small letters a to z; never empty. */
  readonly latin: string
  /** The same with marks left out and not spelt out: `muller` beside `mueller`. */
  readonly plain: string
  readonly reading: Reading
  /** The word as it stands in the name, for explanations. */
  readonly written: string
}

/**
 * What the library writes in a way that no clerk does. Arabic and Hebrew: it has one sign a letter (`mhmd `bd llh`), and marks that we do not want;
 * Greek: vowel pairs and voiced stops are read as one; Latin: letters that a neighbour's clerks spell out (ICAO 9303-3, section 6).
 */
const own: Readonly<Record<string, string>> = {
  // Arabic, Persian and Urdu.
  ا: 'a',
  أ: 'a',
  إ: 'i',
  آ: 'a',
  ٱ: 'a',
  ء: '',
  ئ: 'y',
  ؤ: 'u',
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: 'w',
  ي: 'y',
  ى: 'a',
  ة: 'a',
  پ: 'p',
  چ: 'ch',
  ژ: 'zh',
  ڤ: 'v',
  گ: 'g',
  ک: 'k',
  ی: 'y',
  ہ: 'h',
  ھ: 'h',
  ے: 'e',
  ٹ: 't',
  ڈ: 'd',
  ڑ: 'r',
  ں: 'n',
  // Hebrew; a geresh after the letter is dealt with before.
  א: 'a',
  ב: 'b',
  ג: 'g',
  ד: 'd',
  ה: 'h',
  ו: 'w',
  ז: 'z',
  ח: 'kh',
  ט: 't',
  י: 'y',
  כ: 'k',
  ך: 'kh',
  ל: 'l',
  מ: 'm',
  ם: 'm',
  נ: 'n',
  ן: 'n',
  ס: 's',
  ע: 'a',
  פ: 'p',
  ף: 'f',
  צ: 'ts',
  ץ: 'ts',
  ק: 'k',
  ר: 'r',
  ש: 'sh',
  ת: 't',
  // Latin letters that do not come apart, or not in the way their languages take them apart.
  ß: 'ss',
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  å: 'aa',
  ø: 'oe',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  ş: 'sh',
  š: 'sh',
  č: 'ch',
  ž: 'zh',
  ğ: 'g',
  ı: 'i',
  đ: 'dj',
  þ: 'th',
  ð: 'd',
  ñ: 'ny',
  ć: 'ch',
  ś: 'sh',
  ź: 'zh',
  ż: 'zh',
  ř: 'rzh',
  ș: 'sh',
  ț: 'ts',
  ţ: 'ts',
  ń: 'ny',
  ě: 'e',
  ä́: 'ae',
  // Devanagari, where the library has one s for three, and Cyrillic signs that are not heard.
  श: 'sh',
  ष: 'sh',
  ъ: '',
  ь: '',
  щ: 'shch',
  х: 'kh',
  ё: 'yo',
}

const pairs: readonly (readonly [RegExp, string])[] = [
  [/ο[υύ]/g, 'ou'],
  [/[αά][υύ]/g, 'av'],
  [/[εέ][υύ]/g, 'ev'],
  [/ει|οι|υι/g, 'i'],
  [/αι/g, 'e'],
  [/μπ/g, 'b'],
  [/ντ/g, 'd'],
  [/γκ|γγ/g, 'g'],
  [/τζ/g, 'tz'],
  [/χ/g, 'ch'],
  [/צ['׳]/g, 'ch'],
  [/ץ['׳]/g, 'ch'],
  [/ג['׳]/g, 'j'],
  [/ז['׳]/g, 'zh'],
  [/ת['׳]/g, 'th'],
  [/וו/g, 'w'],
  [/יי/g, 'y'],
  // A Thai letter under a thanthakhat is not spoken.
  [/[ก-ฮ][ิุ]?์/g, ''],
  // In Thai these vowels are written before the consonant after which they are spoken.
  [/([เแโใไ])([ก-ฮ])/g, '$2$1'],
]

/** Chinese family names of two signs; the commonest of "Hundred Family Surnames" (public domain, Song dynasty) still in use. */
const doubleSurnames = new Set([
  '欧阳',
  '歐陽',
  '司马',
  '司馬',
  '诸葛',
  '諸葛',
  '上官',
  '司徒',
  '夏侯',
  '皇甫',
  '尉迟',
  '尉遲',
  '公孙',
  '公孫',
  '慕容',
  '令狐',
  '宇文',
  '东方',
  '東方',
  '남궁',
  '황보',
  '제갈',
  '선우',
  '독고',
  '사공',
])

/** All of it Han signs. */
const han = /^\p{Script=Han}+$/u

/** The words of a cleaned name in Latin letters, in the order in which they stand. Signs that are no letters part words; apostrophes do not. */
export function romanise(clean: string): readonly RomanWord[] {
  const words = clean.replace(/[’ʼʻ`´‘]/g, "'").match(/[\p{L}\p{M}'׳ー]+/gu) ?? []
  const parts = words.filter((word) => han.test(word))
  const isLong = parts.some((part) => [...part].length > 2)
  const isForeign = parts.length > 1 && (isLong || parts.every((part) => [...part].length > 1 && !doubleSurnames.has(part)))
  return words
    .flatMap((word) => (isForeign && han.test(word) ? [{ text: word, reading: 'syllables' as const }] : pieces(word, words.length === 1)))
    .flatMap(({ text, reading }) => roman(text, reading))
}

/** Han and Hangul names are written without blanks: family name, then given name. Parted, they are foreign ones, written sign by sign as they sound, unless a part is a family name. */
function pieces(word: string, alone: boolean): readonly { readonly text: string; readonly reading: Reading }[] {
  const reading = readingOf(word)
  const unspaced = /^[\p{Script=Han}]{2,4}$/u.test(word) || (alone && /^\p{Script=Hangul}{2,4}$/u.test(word))
  if (!unspaced) return [{ text: word, reading }]
  const signs = [...word]
  const family = signs.length > 2 && doubleSurnames.has(signs.slice(0, 2).join('')) ? 2 : 1
  return [signs.slice(0, family), signs.slice(family)].map((part) => ({ text: part.join(''), reading }))
}

function readingOf(word: string): Reading {
  if (/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}]/u.test(word)) return 'bones'
  return /[\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}]/u.test(word) ? 'syllables' : 'full'
}

function roman(word: string, reading: Reading): readonly RomanWord[] {
  const small = word.toLowerCase()
  let text = small.normalize('NFC')
  if (/[\p{Script=Katakana}\p{Script=Hiragana}]/u.test(text)) text = romaniseKana(text)
  for (const [from, to] of pairs) text = text.replace(from, to)
  const joined = [...text].map((sign) => own[sign] ?? sign).join('')
  const ascii = anyAscii(joined.normalize('NFD').replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u0652]/g, ''))
  const latin = (reading === 'syllables' && han.test(word) ? foreignHan(ascii) : ascii).toLowerCase().replace(/[^a-z]/g, '')
  const plain = /^\p{Script=Latin}/u.test(word)
    ? anyAscii(word)
        .toLowerCase()
        .replace(/[^a-z]/g, '')
    : latin
  return latin === '' ? [] : [{ latin, plain, reading, written: word }]
}

/** Pinyin of a foreign name, a capital at every sign: Mandarin ends a syllable in n, ng or r and in no other consonant, and writes all of them for whatever is near. Its c is ts, and it has no k or g before i. */
function foreignHan(pinyin: string): string {
  return pinyin
    .replace(/ng(?=[A-Z]|$)/g, 'n')
    .replace(/(?<=[aeiou])Er(?=[A-Z]|$)/g, 'r')
    .replace(/[Cc](?!h)/g, 'ts')
    .replace(/J(?=i)/g, 'G')
}
