import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareBirthDates } from '../../src/names/compareBirthDates.ts'

describe('two birth dates', () => {
  it.each([
    ['1980-06-15', '1980-06-15', 'agrees'],
    ['1980-05-06', '1980-06-05', 'swapped'],
    ['1980-06-15', '1980-06', 'monthAgrees'],
    ['1980-06', '1980-06', 'monthAgrees'],
    ['1980-06-15', '1980', 'yearAgrees'],
    ['1980-06-15', '1980-11-02', 'yearAgrees'],
    ['1980-06', '1980-07', 'yearAgrees'],
    ['1980-06-15', '198X', 'possible'],
    ['1979/1980', '1980', 'possible'],
    ['1980~', '1982-03-01', 'possible'],
    ['1980~', '1983-03-01', 'contradicts'],
    ['1980', '1981', 'contradicts'],
    ['1980-12-31', '1981-01-01', 'contradicts'],
    ['1980-13-01', '1980-01-13', 'unknown'],
    ['1980-02-30', '1980-02-28', 'unknown'],
    [null, '1980', 'unknown'],
    ['', '', 'unknown'],
  ])('%s and %s: %s', (a, b, outcome) => {
    expect(compareBirthDates(a, b)).toBe(outcome)
    expect(compareBirthDates(b, a)).toBe(outcome)
  })

  it('never contradict when one is a coarser form of the other', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, (text) => {
        for (const coarse of [text, text.slice(0, 7), text.slice(0, 4), `${text.slice(0, 3)}X`, `${text.slice(0, 4)}~`])
          expect(['contradicts', 'unknown', 'swapped']).not.toContain(compareBirthDates(text, coarse))
      }),
    )
  })
})
