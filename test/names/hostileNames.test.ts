import { describe, expect, it } from 'vitest'
import { blockingKeys } from '../../src/names/blockingKeys.ts'
import { checkName, cleanName, longestName, mostWords } from '../../src/names/cleanName.ts'
import { readName } from '../../src/names/readName.ts'
import { scoreNames } from '../../src/names/scoreNames.ts'

describe('a searched name', () => {
  it.each(['', ' ', 'A', 'a*', '*', '%', '.*', 'J.', '١', '\u200b\u202e', '\u0000', "'"])('is refused when it is no name: %j', (text) => {
    expect(() => checkName(text)).toThrow(/at least two letters/)
  })

  it('is refused when it is too long, without being repeated', () => {
    const long = 'Ivanov '.repeat(1429)
    expect(() => checkName(long)).toThrow(`a name has at most ${longestName} characters`)
    expect(() => checkName(long)).not.toThrow(/Ivanov/)
  })

  it('may be one sign where a sign is a word', () => {
    expect(checkName('李')).toBe('李')
    expect(checkName('김')).toBe('김')
  })

  it('loses what nobody sees, and keeps words apart', () => {
    expect(checkName('\u202eIvan\u202c\u200b  Pe\u00adtrov\u0007\r\nJr')).toBe('Ivan Petrov Jr')
    expect(cleanName('Ｉｖａｎ Ⅳ')).toBe('Ivan IV')
    expect(cleanName('محـمـد')).toBe('محمد')
  })
})

describe('a hostile name', () => {
  const hostile = [
    'a'.repeat(10_000),
    'ab '.repeat(10_000),
    '\u202e'.repeat(10_000),
    `${'\u0301'.repeat(9_000)}a`,
    'ﷺ'.repeat(10_000),
    'وو'.repeat(5_000),
    '('.repeat(5_000),
    '(a+)+$',
    "'; drop table person; --",
    '\ud800\udc00\ud800',
    '__proto__ constructor',
    'toString hasOwnProperty',
  ]

  it('is read in bounds and scored without failing', () => {
    for (const text of hostile) {
      const name = readName(text)
      expect(name.words.length).toBeLessThanOrEqual(mostWords)
      expect(blockingKeys(name).length).toBeLessThanOrEqual(mostWords * 5 + 4)
      for (const other of hostile) expect(scoreNames(name, readName(other)).score).toBeLessThanOrEqual(1)
    }
  })

  it('takes no more time for being long', () => {
    const time = (text: string) => {
      const started = performance.now()
      for (let i = 0; i < 200; i++) readName(text)
      return performance.now() - started
    }
    time('ab '.repeat(60))
    // Both are read up to the same place. A reading that grew with the square would take 25 million times as long.
    expect(time('ab '.repeat(300_000))).toBeLessThan(100 * (time('ab '.repeat(60)) + 1))
  })

  it('matches by letters only: signs of patterns mean nothing', () => {
    expect(scoreNames(readName('.* .*'), readName('Ivan Petrov')).score).toBe(0)
    expect(scoreNames(readName('Ivan* (Petrov)?'), readName('Ivan Petrov')).score).toBe(1)
  })
})
