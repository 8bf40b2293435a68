import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readName } from '../../src/names/readName.ts'
import { candidateThreshold, explainCandidate, matchThreshold, type Sketch, scoreCandidate } from '../../src/names/scoreCandidate.ts'

const nobody: Sketch = { names: [], birthDates: [], nationalities: [], sex: null, documents: [] }
const sought: Sketch = {
  names: [readName('Мухаммед Алиев')],
  birthDates: ['1980-06-15'],
  nationalities: ['XA'],
  sex: 'M',
  documents: [{ number: 'L898902C3', country: 'XA' }],
}
const named: Sketch = { ...nobody, names: [readName('Mohamed Aliyev')] }
const score = (a: Sketch, b: Sketch) => scoreCandidate(a, b).score

describe('a candidate', () => {
  it('is explained by what both sides know, and by nothing else', () => {
    const found = scoreCandidate(sought, { ...named, birthDates: ['1980'], nationalities: ['XB', 'XA'] })
    expect(explainCandidate(found)).toBe('name 0.98: Мухаммед ~ Mohamed, Алиев ~ Aliyev; birth year agrees; nationality agrees')
    expect(found.score).toBeGreaterThan(matchThreshold)
    expect(explainCandidate(scoreCandidate(sought, named))).toBe('name 0.98: Мухаммед ~ Mohamed, Алиев ~ Aliyev')
  })

  it('scores by the name alone where nothing else is known: a withheld field neither helps nor harms', () => {
    const { name, score: found } = scoreCandidate(sought, named)
    expect(found).toBe(name.score)
    for (const hidden of [{ birthDates: [] }, { nationalities: [] }, { sex: null }, { documents: [] }])
      expect(score({ ...sought, ...hidden }, named)).toBe(found)
  })

  it('rises with what agrees and falls with what does not', () => {
    const base = score(sought, named)
    for (const more of [{ birthDates: ['1980-06-15'] }, { birthDates: ['1980-15-06', '1980'] }, { nationalities: ['XA'] }])
      expect(score(sought, { ...named, ...more })).toBeGreaterThan(base)
    for (const less of [{ birthDates: ['1971-01-01'] }, { nationalities: ['XB'] }, { sex: 'F' }])
      expect(score(sought, { ...named, ...less })).toBeLessThan(base)
  })

  it('is found by a document under another name, but not where the number is another country’s', () => {
    const other: Sketch = { ...nobody, names: [readName('Boris Stein')], documents: [{ number: 'L898902C36', country: 'XA' }] }
    expect(score(sought, other)).toBeGreaterThan(candidateThreshold)
    expect(score(sought, { ...other, documents: [{ number: 'L898902C3', country: 'XB' }] })).toBeLessThan(candidateThreshold)
  })

  it('is nobody for a birth date and a country alone', () => {
    expect(score(sought, { ...sought, names: [readName('Boris Stein')], documents: [] })).toBeLessThanOrEqual(0.4)
    expect(score(nobody, nobody)).toBe(0)
  })

  it('scores the same in both directions', () => {
    const sketches = fc.record({
      names: fc.array(fc.constantFrom('Мухаммед Алиев', 'Mohamed Aliyev', 'Ali Mohamed', 'Boris Stein').map(readName), { maxLength: 2 }),
      birthDates: fc.array(fc.constantFrom('1980-05-06', '1980-06-05', '1980', '198X', '1971~'), { maxLength: 2 }),
      nationalities: fc.array(fc.constantFrom('XA', 'XB', 'XC'), { maxLength: 2 }),
      sex: fc.constantFrom('F', 'M', 'U', null),
      documents: fc.array(fc.record({ number: fc.constantFrom('L898902C3', 'AB1234', 'A81234'), country: fc.constantFrom('XA', null) }), {
        maxLength: 2,
      }),
    })
    fc.assert(
      fc.property(sketches, sketches, (a, b) => {
        expect(score(a, b)).toBe(score(b, a))
      }),
      { numRuns: 500 },
    )
  })
})
