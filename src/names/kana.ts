import anyAscii from 'any-ascii'

/**
 * Kana in Latin letters (Hepburn). The library writes sign by sign; here small signs change the syllable before them (`ファ` fa, `シャ` sha, `ティ` ti), and the
 * marks of length (`ー`, `ッ`) are left out, because no passport writes them.
 */
export function romaniseKana(word: string): string {
  let text = ''
  for (const sign of word) {
    if (sign === 'ー' || sign === 'ッ' || sign === 'っ' || sign === '・') continue
    const small = smallVowels[sign]
    const glide = smallGlides[sign]
    if (small !== undefined) text = text.replace(/[aeiou]$/, '') + small
    else if (glide !== undefined) text = text.replace(/i$/, '') + (/(?:sh|ch|j)i$/.test(text) ? glide.slice(1) : glide)
    else text += signs[sign] ?? anyAscii(sign).toLowerCase()
  }
  return text
}

const smallVowels: Readonly<Record<string, string>> = {
  ァ: 'a',
  ィ: 'i',
  ゥ: 'u',
  ェ: 'e',
  ォ: 'o',
  ぁ: 'a',
  ぃ: 'i',
  ぅ: 'u',
  ぇ: 'e',
  ぉ: 'o',
}
const smallGlides: Readonly<Record<string, string>> = { ャ: 'ya', ュ: 'yu', ョ: 'yo', ゃ: 'ya', ゅ: 'yu', ょ: 'yo' }
/** W before a vowel: `ウィ` wi. */
const signs: Readonly<Record<string, string>> = { ヂ: 'ji', ヅ: 'zu', ぢ: 'ji', づ: 'zu' }
