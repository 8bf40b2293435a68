import { describe, expect, it } from 'vitest'
import { readName } from '../../src/names/readName.ts'
import { nameThreshold, scoreNames } from '../../src/names/scoreNames.ts'
import { fromWadeGiles, toWadeGiles } from '../../src/names/wadeGiles.ts'

const score = (a: string, b: string) => scoreNames(readName(a), readName(b)).score

describe('Mandarin', () => {
  it.each([
    ['zhongxu', 'chunghsu'],
    ['ronglan', 'junglan'],
    ['bian', 'pien'],
    ['xue', 'hsueh'],
    ['ziyi', 'tzui'],
  ])('is written by Wade and Giles: %s is %s, and back', (pinyin, wade) => {
    expect(toWadeGiles(pinyin)).toBe(wade)
    expect(fromWadeGiles(wade)).toContain(pinyin)
  })

  it('is not taken for Wade and Giles where it may be pinyin as it stands, nor other words for Mandarin', () => {
    for (const word of ['wang', 'lin', 'juan', 'tan', 'kuo']) expect(fromWadeGiles(word)).toEqual([])
    for (const word of ['petrov', 'smith', 'garcia', 'kowalski']) expect([toWadeGiles(word), fromWadeGiles(word)]).toEqual([null, []])
    expect(fromWadeGiles('tung'.repeat(50))).toEqual([])
  })

  it.each([
    ['Bian Ronglan', 'Pien Jung-lan'],
    ['卞榕岚', 'Pien Jung-lan'],
    ['卞榕岚', 'Bian Ronglan'],
    ['卡爾 米沙', 'Karl Mischa'],
  ])('is one name either way: %s, %s', (one, other) => {
    expect(score(one, other)).toBeGreaterThanOrEqual(nameThreshold)
  })

  it.each([
    ['Bian Ronglan', 'Pien Chung-wei'],
    ['Wang Wei', 'Huang Wei-ting'],
  ])('is not every name that looks alike: %s, %s', (one, other) => {
    expect(score(one, other)).toBeLessThan(nameThreshold)
  })

  it('is read so only where all of a name may be Mandarin', () => {
    const ways = (name: string) => readName(name).words.flatMap((word) => word.ways)
    expect(ways('Carl Jung')).toEqual(['carl', 'jung'])
    expect(ways('Pien Jung')).toEqual(expect.arrayContaining(['bian', 'rong']))
  })
})
