import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDatePattern } from '../../src/mapping/dates/datePattern.ts'
import { spellings } from '../../src/mapping/dates/formatDate.ts'
import { fromLocal, toLocal } from '../../src/mapping/dates/zonedTime.ts'
import type { FieldFile } from '../../src/mapping/language.ts'
import { mappedValue } from './thing.ts'

const noDate = 'is not a date in any of the patterns'

describe('a partial date', () => {
  it.each<[string, FieldFile, Record<string, unknown>, unknown]>([
    ['a day', { column: 'a' }, { a: '1980-06-15' }, '1980-06-15'],
    ['a month', { column: 'a' }, { a: '1980-06' }, '1980-06'],
    ['a year, as a number', { column: 'a' }, { a: 1980 }, '1980'],
    ['slashes with an unknown day', { column: 'a', date: ['yyyy/MM/dd'] }, { a: '1985/03/00' }, '1985-03'],
    ['an unknown month, and so an unknown day', { column: 'a', date: ['yyyy/MM/dd'] }, { a: '1985/00/12' }, '1985'],
    ['nothing at all', { column: 'a', date: ['yyyy/MM/dd'] }, { a: '0000/00/00' }, null],
    ['a day written the other way round', { column: 'a', date: ['dd.MM.yyyy', 'yyyy'] }, { a: '15.06.1980' }, '1980-06-15'],
    ['single digits', { column: 'a', date: ['d/M/yyyy'] }, { a: '5/6/1980' }, '1980-06-05'],
    ['an English month', { column: 'a', date: ['MMM yyyy'] }, { a: 'August 1961' }, '1961-08'],
    ['an abbreviated month', { column: 'a', date: ['MMM. yyyy'], trim: 'both' }, { a: 'Nov. 1973 ' }, '1973-11'],
    ['Sept', { column: 'a', date: ['MMM yyyy'] }, { a: 'Sept 1973' }, '1973-09'],
    ['words between', { column: 'a', date: ["'born' yyyy"] }, { a: 'born 1973' }, '1973'],
    ['no such month', { column: 'a', date: ['MMM yyyy'] }, { a: 'Foo 1973' }, [`born: ${noDate}`]],
    ['no such day', { column: 'a' }, { a: '1981-02-29' }, [`born: ${noDate}`]],
    ['more than the pattern', { column: 'a' }, { a: '1980-06-15x' }, [`born: ${noDate}`]],
    ['another kind of digit', { column: 'a' }, { a: '١٩٨٠' }, [`born: ${noDate}`]],
    [
      'a part where the whole is promised',
      { column: 'a', whole: true },
      { a: '1980' },
      ['born: is known only in part, and a whole day was expected'],
    ],
    ['an approximate year', { column: 'y', approximateWhen: { t: 'APPROXIMATELY' } }, { y: '1971', t: 'APPROXIMATELY' }, '1971~'],
    ['an exact year beside', { column: 'y', approximateWhen: { t: ['A', 'B'] } }, { y: '1971', t: 'EXACT' }, '1971'],
    ['an interval', { interval: { from: 'f', to: 't' } }, { f: 1973, t: '1974' }, '1973/1974'],
    ['an interval of one year', { interval: { from: 'f', to: 't' } }, { f: '1973', t: '1973' }, '1973'],
    [
      'an approximate interval',
      { interval: { from: 'f', to: 't' }, approximateWhen: { n: 'Approximately' } },
      { f: '1955', t: '1958', n: 'Approximately ' },
      '1955~/1958~',
    ],
    ['half an interval', { interval: { from: 'f', to: 't' } }, { f: '1955' }, null],
    [
      'an interval turned round',
      { interval: { from: 'f', to: 't' } },
      { f: '1958', t: '1955' },
      ['born: is an interval that ends before it begins'],
    ],
    ['an age', { column: 'a', age: { on: 'o' } }, { a: 34, o: '2020-05-01' }, '1985/1986'],
    ['an age at a moment', { column: 'a', age: { on: 'o' } }, { a: '34', o: '2020-05-01T10:00:00Z' }, '1985/1986'],
    ['an age on an unknown day', { column: 'a', age: { on: 'o' } }, { a: 34 }, null],
    ['no age', { column: 'a', age: { on: 'o' } }, { a: 'old', o: '2020-05-01' }, ['born: is not an age in years']],
    [
      'the first of several',
      { each: 'l', item: { firstOf: [{ column: 'd' }, { column: 'y' }] }, pick: 'first' },
      { l: [{}, { y: '1980' }, { d: '1981-01-01' }] },
      '1980',
    ],
  ])('reads %s', (_, file, row, expected) => {
    expect(mappedValue(file, 'born', row)).toEqual(expected)
  })
})

describe('a day', () => {
  it.each<[string, FieldFile, unknown, unknown]>([
    ['a day', { column: 'a' }, '2024-02-29', '2024-02-29'],
    ['the day of a time stamp', { column: 'a', date: ['yyyy-MM-dd HH:mm:ss'] }, '2024-02-29 23:59:59', '2024-02-29'],
    ['seconds since 1970', { column: 'a', epoch: 's' }, 1_700_000_000, '2023-11-14'],
    ['the same in a zone ahead', { column: 'a', epoch: 's', zone: 'Asia/Tokyo' }, 1_700_000_000, '2023-11-15'],
    ['a partial date', { column: 'a' }, '2024-02', ['day: is known only in part, and a whole day was expected']],
  ])('is read from %s', (_, file, a, expected) => {
    expect(mappedValue(file, 'day', { a })).toEqual(expected)
  })
})

describe('an instant', () => {
  it.each<[string, FieldFile, unknown, unknown]>([
    ['UTC', { column: 'a' }, '2024-01-02T03:04:05Z', '2024-01-02T03:04:05Z'],
    ['an offset', { column: 'a' }, '2024-01-02T03:04:05+02:00', '2024-01-02T01:04:05Z'],
    ['a database’s way', { column: 'a' }, '2024-01-02 03:04:05.120000+02', '2024-01-02T01:04:05.12Z'],
    ['nanoseconds', { column: 'a' }, '2024-01-02T03:04:05.123456789Z', '2024-01-02T03:04:05.123456789Z'],
    ['a day alone', { column: 'a' }, '2024-01-02', '2024-01-02T00:00:00Z'],
    ['local time in winter', { column: 'a', zone: 'Europe/Lisbon' }, '2024-01-02 03:04:05', '2024-01-02T03:04:05Z'],
    ['local time in summer', { column: 'a', zone: 'Europe/Lisbon' }, '2024-07-02 03:04:05', '2024-07-02T02:04:05Z'],
    ['an hour that occurs twice: the first', { column: 'a', zone: 'Europe/Lisbon' }, '2024-10-27 01:30:00', '2024-10-27T00:30:00Z'],
    ['an hour that does not occur', { column: 'a', zone: 'Europe/Lisbon' }, '2024-03-31 01:30:00', '2024-03-31T01:30:00Z'],
    ['a pattern', { column: 'a', date: ['dd.MM.yyyy HH:mm'], zone: 'Asia/Tokyo' }, '02.01.2024 03:04', '2024-01-01T18:04:00Z'],
    ['a pattern with an offset', { column: 'a', date: ['yyyyMMddHHmmssXXX'] }, '20240102030405+0100', '2024-01-02T02:04:05Z'],
    ['milliseconds since 1970', { column: 'a', epoch: 'ms' }, 1_700_000_000_500, '2023-11-14T22:13:20.5Z'],
    ['seconds before 1970', { column: 'a', epoch: 's' }, '-0.5', '1969-12-31T23:59:59.5Z'],
    ['a zero date', { column: 'a' }, '0000-00-00 00:00:00', null],
    ['a month', { column: 'a', date: ['yyyy-MM-dd'] }, '2024-01-00', ['at: is known only in part, and the field is an instant']],
    ['a day that there is not', { column: 'a' }, '2023-02-29T03:04:05Z', ['at: is not an ISO 8601 date and time']],
    ['an hour too late', { column: 'a' }, '2024-01-02T24:00:00Z', ['at: is not an ISO 8601 date and time']],
    ['a time beyond the years', { column: 'a', epoch: 's' }, 1e14, ['at: is outside the years 1 to 9999']],
    ['words', { column: 'a', epoch: 's' }, 'soon', ['at: is not a number of seconds or milliseconds']],
  ])('is read from %s', (_, file, a, expected) => {
    expect(mappedValue(file, 'at', { a })).toEqual(expected)
  })
})

describe('wall-clock time', () => {
  it('converts to an instant and back, clock changes apart', () => {
    const zone = fc.constantFrom('Europe/Lisbon', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC')
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 2 ** 31 }), (name, seconds) => {
        const instant = seconds * 1000
        const again = fromLocal(toLocal(instant, name), name)
        expect(toLocal(again, name)).toBe(toLocal(instant, name))
        expect(again).toBeLessThanOrEqual(instant)
      }),
    )
  })
})

describe('a date pattern', () => {
  it('reads every way in which it can write a day', () => {
    const days = fc
      .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.constantFrom('yyyy-MM-dd', 'dd/MM/yyyy', 'd.M.yyyy', 'yyyyMMdd', "'v. 'M/d yyyy"), days, (text, day) => {
        const pattern = parseDatePattern(text)
        if (typeof pattern === 'string') throw new Error(pattern)
        for (const spelling of spellings(pattern, day) ?? []) {
          const parts = pattern.parse(spelling)
          const [year, month, date] = day.split('-').map(Number)
          expect(parts).toMatchObject({ year, month, day: date })
        }
      }),
    )
  })

  it.each([
    ['MM/dd', 'it has no year: yyyy'],
    ['yyyy-dd', 'it has a day without a month'],
    ['yyyy-MM HH', 'it has an hour without a day'],
    ['yyyy-MM-dd yyyy', 'a part of the date stands in it twice'],
    ['yyyy-MM-dd mm', 'it leaves out a part of the time between two others'],
  ])('%s is refused: %s', (text, reason) => {
    expect(parseDatePattern(text)).toBe(reason)
  })
})
