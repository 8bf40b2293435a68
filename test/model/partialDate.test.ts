import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interval, isDay, isPartialDate } from '../../src/model/partialDate.ts'

describe('a partial date', () => {
  it.each([
    ['1980-06-15', '1980-06-15', '1980-06-15'],
    ['1980-06', '1980-06-01', '1980-06-30'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['1980', '1980-01-01', '1980-12-31'],
    ['198X', '1980-01-01', '1989-12-31'],
    ['1980~', '1980-01-01', '1980-12-31'],
    ['1980/1983', '1980-01-01', '1983-12-31'],
    ['1955~/1958~', '1955-01-01', '1958-12-31'],
    ['1980-06/1980', '1980-06-01', '1980-12-31'],
    ['1980/1980-06', '1980-01-01', '1980-12-31'],
  ])('%s stands for %s to %s', (value, first, last) => {
    expect(interval(value)).toEqual({ first, last })
  })

  it.each([
    '',
    '198',
    '0000',
    '000X',
    '1980-13',
    '1980-00',
    '1981-02-29',
    '1980-6-1',
    '1983/1980',
    '1980/',
    '/1980',
    '../1980',
    '1980?',
    '19XX',
    '1980~~',
    '1980/1981/1982',
    ' 1980',
  ])('%j is none', (value) => {
    expect(isPartialDate(value)).toBe(false)
  })

  it('is a day only when it is one', () => {
    expect(['1980-06-15', '1980-06-31', '1980-06', '1980/1981', '1980-06-1~'].map(isDay)).toEqual([true, false, false, false, false])
  })

  it('never ends before it begins, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9X~/-]{0,21}$/)), (value) => {
        const days = interval(value)
        if (days !== null) expect(days.first <= days.last).toBe(true)
      }),
    )
  })
})
