import { describe, expect, it } from 'vitest'
import { demoPairs } from '../../bench/names/demoPairs.ts'
import type { LabelledPair } from '../../bench/names/labelledPair.ts'
import { barScripts, publicWordPairs } from '../../bench/names/publicWords.ts'
import { readName } from '../../src/names/readName.ts'
import { nameThreshold, scoreNames } from '../../src/names/scoreNames.ts'

function f1(pairs: readonly LabelledPair[]): number {
  const judged = pairs.map(({ a, b, same }) => ({ same, said: scoreNames(readName(a), readName(b)).score >= nameThreshold }))
  const hits = judged.filter(({ same, said }) => same && said).length
  return (2 * hits) / (judged.filter(({ same }) => same).length + judged.filter(({ said }) => said).length)
}

describe('labelled names that no number was chosen on', () => {
  it('are told apart across scripts, F1 0.93 and better', () => {
    expect(f1(barScripts.flatMap((script) => publicWordPairs('held', script)))).toBeGreaterThanOrEqual(0.93)
  })

  it('are told apart as foreign names stand in Han, F1 0.85 and better', () => {
    expect(f1(publicWordPairs('held', 'chinese'))).toBeGreaterThanOrEqual(0.85)
  })

  it('are told apart as the clerks of the demo spell them, F1 0.93 and better', () => {
    expect(f1(demoPairs('held'))).toBeGreaterThanOrEqual(0.93)
  })

  it('share no word with those that numbers were chosen on', () => {
    for (const script of [...barScripts, 'chinese']) {
      const seen = new Set(publicWordPairs('tune', script).flatMap(({ a }) => a.split(' ')))
      const both = publicWordPairs('held', script).flatMap(({ a }) => a.split(' ').filter((word) => seen.has(word)))
      expect(both).toEqual([])
    }
  })
})
