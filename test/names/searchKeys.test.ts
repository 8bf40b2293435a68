import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readName } from '../../src/names/readName.ts'
import { candidateThreshold, type Sketch, scoreCandidate } from '../../src/names/scoreCandidate.ts'
import { lookupKeys, searchKeys } from '../../src/names/searchKeys.ts'

const sketch = (name: string, birthDates: readonly string[]): Sketch => ({
  names: [readName(name)],
  birthDates,
  nationalities: [],
  sex: null,
  documents: [],
})

const found = (sought: Sketch, record: Sketch, by: 'names' | 'dated') => {
  const own = new Set(searchKeys(record))
  return lookupKeys(sought)[by].some((key) => own.has(key))
}

describe('search keys with a birth date', () => {
  const words = ['Mohamed', 'Muhammad', 'Мухаммед', 'Aliyev', 'Ali', 'Anna-Maria', 'Yusuf', 'Joseph', 'J.', 'Stein', 'Li', 'Ада', 'bin']
  const name = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((some) => some.join(' '))
  const date = fc.constantFrom(
    '1980-06-05',
    '1980-05-06',
    '1980-06',
    '1980',
    '1980~',
    '1981',
    '1982~',
    '1979-12-31',
    '198X',
    '1979/1980',
    '1968-01-01',
  )
  const dates = fc.option(date).map((one) => (one === null ? [] : [one]))

  it('bring everybody whom the name alone brings, but those born in another year', () => {
    const seen = { dated: 0, left: 0 }
    fc.assert(
      fc.property(name, name, date, dates, (one, other, born, recorded) => {
        const [sought, record] = [sketch(one, [born]), sketch(other, recorded)]
        if (lookupKeys(sought).dated.length === 0 || !found(sought, record, 'names')) return
        if (found(sought, record, 'dated')) seen.dated++
        else {
          seen.left++
          expect(scoreCandidate(sought, record).birthDate).toBe('contradicts')
          expect(scoreCandidate(sought, record).score).toBeLessThan(candidateThreshold)
        }
      }),
      { numRuns: 20_000, seed: 54 },
    )
    expect(seen.dated).toBeGreaterThan(500)
    expect(seen.left).toBeGreaterThan(500)
  })

  it('bring somebody with one word misspelt, and on the day with one word alone', () => {
    const record = sketch('Ivan Petrov', ['1980-05-06'])
    expect(found(sketch('Ivan Perov', ['1980']), record, 'dated')).toBe(true)
    expect(found(sketch('Ivan Smolov', ['1980']), record, 'dated')).toBe(false)
    expect(found(sketch('Ivan Smolov', ['1980-06-05']), record, 'dated')).toBe(true)
    expect(found(sketch('Petrov', ['1980']), record, 'dated')).toBe(true)
    expect(found(sketch('Petrov', ['1980']), sketch('Ivan Petrov', []), 'dated')).toBe(
      found(sketch('Petrov', ['1980']), sketch('Ivan Petrov', []), 'names'),
    )
  })

  it('are none where no year is known', () => {
    expect(lookupKeys(sketch('Ivan Petrov', ['198X'])).dated).toEqual([])
    expect(lookupKeys(sketch('Ivan Petrov', [])).dated).toEqual([])
  })
})
