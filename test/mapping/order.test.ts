import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FieldFile } from '../../src/mapping/language.ts'
import { Ordering } from '../../src/plan/position.ts'
import { catalogue, thing } from './thing.ts'
import { codes, days, instants } from './worlds.ts'

describe('the order of a native path', () => {
  const ordered = fc.constantFrom<readonly [string, FieldFile, readonly (string | number)[]]>(
    ['day', { column: 'a' }, days],
    ['day', { column: 'a', date: ['yyyyMMdd'] }, days.map((day) => day.replaceAll('-', ''))],
    ['born', { column: 'a', date: ['yyyy-MM-dd'], whole: true }, days],
    ['at', { column: 'a' }, instants.filter((one) => one.length === 20)],
    [
      'at',
      { column: 'a', date: ['yyyy-MM-dd HH:mm:ss.SSS'] },
      ['1980-06-15 10:00:00.000', '1980-06-15 10:00:00.500', '1980-06-14 23:00:00.001'],
    ],
    ['at', { column: 'a', epoch: 'ms' }, [329_911_200_500, 329_911_200_000, -1, 0]],
  )

  it('is the order of the canonical field, and its values convert back', () => {
    fc.assert(
      fc.property(ordered, fc.nat(), fc.nat(), ([name, file, values], i, j) => {
        const mapping = thing({ [name]: file })
        expect(mapping.orderPath(name)).toBe('a')
        const type = catalogue.types.get('Thing')
        if (type === undefined) throw new Error('no type')
        const ordering = new Ordering([{ field: name, direction: 'ASC' }], type)
        const pair = [values[i % values.length] ?? '', values[j % values.length] ?? '']
        const [one, other] = pair.map((a) => mapping.toCanonical({ id: 'k', a }).record)
        if (!one || !other) throw new Error('does not map')
        const order = ordering.compare(
          ordering.positionOf({ ...one, disclosure: [] }),
          ordering.positionOf({ ...other, disclosure: [] }),
          'text',
        )
        const [left = '', right = ''] = pair
        expect(Math.sign(order)).toBe(left < right ? -1 : left > right ? 1 : 0)
        expect(mapping.orderValue(name, one.values[name] ?? null)).toBe(left)
      }),
    )
  })

  it.each<[string, string, FieldFile]>([
    ['a code table', 'sort', { column: 'a', codes: 'sort' }],
    ['a date text that is not ISO', 'day', { column: 'a', date: ['dd/MM/yyyy'] }],
    ['two spellings of a day', 'day', { column: 'a', date: ['yyyy-MM-dd', 'd/M/yyyy'] }],
    ['a day with a time of day', 'day', { column: 'a', date: ['yyyy-MM-dd HH:mm:ss'] }],
    ['a date that may be partial', 'born', { column: 'a', date: ['yyyy-MM-dd'] }],
    ['a value that may be unknown', 'day', { column: 'a', unknown: ['9999-12-31'] }],
    ['a lenient field', 'day', { column: 'a', lenient: true }],
    ['local time, which a clock change repeats', 'at', { column: 'a', date: ['yyyy-MM-dd HH:mm:ss'], zone: 'Europe/Lisbon' }],
    ['texts with offsets', 'at', { column: 'a', date: ["yyyy-MM-dd'T'HH:mm:ssXXX"] }],
    ['a choice of columns', 'day', { firstOf: [{ column: 'a' }, { column: 'b' }] }],
    ['text, which the hub and the system may order differently', 'title', { column: 'a' }],
  ])('is nobody’s for %s', (_, name, file) => {
    expect(thing({ [name]: file }, { codes }).orderPath(name)).toBeNull()
  })
})
