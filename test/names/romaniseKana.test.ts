import { describe, expect, it } from 'vitest'
import { romaniseKana } from '../../src/names/kana.ts'

describe('kana in Latin letters', () => {
  it.each([
    ['ファン', 'fan'],
    ['シャロン', 'sharon'],
    ['ティム', 'timu'],
    ['キョウコ', 'kyouko'],
    ['ヴァン', 'van'],
    ['ベッカー', 'beka'],
    ['じゅん', 'jun'],
  ])('%s: %s', (kana, latin) => {
    expect(romaniseKana(kana)).toBe(latin)
  })
})
