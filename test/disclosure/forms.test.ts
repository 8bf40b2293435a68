import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldForms } from '../../src/disclosure/forms/fieldForms.ts'
import { seal } from '../../src/disclosure/seal.ts'
import { isPartialDate } from '../../src/model/partialDate.ts'
import type { CanonicalValue } from '../../src/model/record.ts'
import { callerOf, dossier, file, policyOf } from './support/caseCatalogue.ts'
import { filePolicy } from './support/limitedCatalogue.ts'

/** The form of a value at a level, with the file's choice of forms. */
function form(field: string, level: string, value: CanonicalValue, choice = ''): CanonicalValue | undefined {
  const rules = `  - { id: L, title: t, on: Dossier, record: listed, to: any, for: any }
  - { id: A, title: t, on: Dossier, fields: [${field}], level: ${level}, to: any, for: any }`
  const policy = policyOf(file(rules, choice === '' ? '' : `forms: { Dossier: { ${field}: { ${level}: ${choice} } } }\n`))
  return policy.planFor('Dossier', callerOf()).project(dossier({ [field]: value }))?.values[field]
}

describe('a date known in part', () => {
  it.each([
    ['1980-06-15', '1980', '198X'],
    ['1980-06', '1980', '198X'],
    ['1980', '1980', '198X'],
    ['1980-06-15~', '1980~', '198X'],
    ['198X', '198X', '198X'],
    ['1980-02-01/1980-06', '1980', '198X'],
    ['1983/1986-05', '1983/1986', '198X'],
    ['1988/1991', '1988/1991', '198X/199X'],
    ['about 1980', null, null],
    ['1980/1981/1982', null, null],
  ])('%s becomes %s, or %s', (value, year, decade) => {
    expect(form('born', 'generalised', value)).toBe(year)
    expect(form('born', 'generalised', value, 'decade')).toBe(decade)
  })
})

describe('a date known in part, as five years of birth', () => {
  it.each([
    ['1980-01-01', '1980/1984'],
    ['1984-12-31', '1980/1984'],
    ['1985', '1985/1989'],
    ['1987~', '1985/1989'],
    ['198X', '1980/1989'],
    ['1983/1986-05', '1980/1989'],
    ['0003', '0001/0004'],
    ['about 1980', null],
  ])('%s becomes %s', (value, band) => {
    expect(form('born', 'generalised', value, 'ageBand')).toBe(band)
    if (band !== null) expect(isPartialDate(band)).toBe(true)
  })
})

describe('numbers, and objects with numbers or a coarse part in them', () => {
  const rules = `  - { id: L, title: t, on: File, record: listed, to: any, for: any, mayInclude: any }
  - { id: G, title: t, on: File, fields: [score, shape, deeds], level: generalised, to: any, for: any }`
  const policy = filePolicy(rules)
  const show = (values: Readonly<Record<string, CanonicalValue>>) =>
    policy.planFor('File', callerOf()).project(seal({ ref: { bureau: 'XA', type: 'File', key: '1' }, values }))?.values

  it.each([
    [0, 0],
    [4, 0],
    [5, 5],
    [184, 180],
    [-1, -5],
    [4.5, 0],
  ])('%s in bands of five becomes %s', (score, band) => {
    expect(show({ score })?.['score']).toBe(band)
  })

  it('become bands and codes, without texts', () => {
    const shape = { height: 184, eyes: ['BLUE'], marks: ['scar on the left hand'] }
    expect(show({ shape })?.['shape']).toEqual({ height: 180, eyes: ['BLUE'] })
  })

  it('become their coarse part alone', () => {
    const deeds = [{ family: 'RED', charge: 's. 12' }, { charge: 's. 13' }]
    expect(show({ deeds })?.['deeds']).toEqual([{ family: 'RED' }])
  })

  it('show nothing for what is no number', () => {
    expect(show({ score: '184', shape: { height: 'tall' } })).toMatchObject({ score: null, shape: null })
  })
})

describe('a value with a country in it', () => {
  const home = { name: '12 North Quay', region: 'North', country: 'XB' }
  it('becomes its country, or region and country', () => {
    expect(form('home', 'generalised', home)).toEqual({ country: 'XB' })
    expect(form('home', 'generalised', home, 'region')).toEqual({ region: 'North', country: 'XB' })
    expect(form('homes', 'generalised', [home, { name: 'x' }])).toEqual([{ country: 'XB' }])
  })
  it('has no mask: it could show more than the coarser form', () => {
    expect(form('home', 'masked', home)).toBe(undefined)
  })
})

describe('a text', () => {
  it.each([
    ['María López', 'M. L.'],
    ['o’Neill', 'O.'],
    ['Jean-Luc Dubois', 'J. L. D.'],
    ['Ольга Петрова', 'О. П.'],
    ['王小明', '*'],
    ['김 철수', '* *'],
    ['X', '*'],
    ['4 Privet', '* P.'],
    ['seen in the harbour on two nights', null],
    ['', null],
  ])('%s becomes the initials %s', (value, initials) => {
    expect(form('label', 'masked', value)).toBe(initials)
  })
  it.each([
    ['AB1234567', 'last4', '***4567'],
    ['AB1234567', 'last2', '***67'],
    ['1234567', 'last4', '***'],
    ['seen in the harbour', 'last4', '***'],
  ])('%s by %s becomes %s', (value, choice, expected) => {
    expect(form('label', 'masked', value, choice)).toBe(expected)
  })
  it.each([
    ['AB 123456-7', 'AA 999999-9'],
    ['Ж12', 'A99'],
    ['é1', 'A9'],
    ['\u0661\u0662', '99'],
    ['NAMES ONLY', '***'],
    ['1 Harbour Road, seen twice', '***'],
    ['', null],
  ])('%s becomes the pattern %s', (value, expected) => {
    expect(form('label', 'masked', value, 'pattern')).toBe(expected)
  })
  it('tells nothing of its length by its last signs', () => {
    expect(form('label', 'masked', 'AB1234567', 'last4')).toBe(form('label', 'masked', 'ABCDEFGH1234567', 'last4'))
  })
  it('is masked inside a composite value, where kinds stay and the rest is left out', () => {
    expect(form('aliases', 'masked', [{ kind: 'RED', text: 'Ann Bee', since: '2020-01-01' }])).toEqual([{ kind: 'RED', text: 'A. B.' }])
  })
})

describe('a full value', () => {
  it('is a copy along its type: nothing else gets through and nothing is shared', () => {
    const stored = { name: 'a', region: null, country: 'XB', secret: 'x' }
    const shown = form('home', 'full', stored)
    expect(shown).toEqual({ name: 'a', region: null, country: 'XB' })
    expect(shown).not.toBe(stored)
    expect(Object.isFrozen(shown)).toBe(true)
  })
  it('is unknown when it does not fit its type', () => {
    expect(form('colour', 'full', 'CRIMSON')).toBe(null)
    expect(form('size', 'full', '3')).toBe(null)
    expect(form('tags', 'full', ['ARMED', 'CHILD', null])).toEqual(['ARMED'])
    expect(form('tags', 'full', 'ARMED')).toBe(null)
    expect(form('parent', 'full', { bureau: 'XA' })).toBe(null)
    expect(form('label', 'full', { toString: 'x' })).toBe(null)
  })
  it('of a link is its reference; an inverse link has no value', () => {
    expect(form('parent', 'full', { bureau: 'XA', type: 'Dossier', key: '7' })).toEqual({ bureau: 'XA', type: 'Dossier', key: '7' })
    expect(form('children', 'full', null)).toBe(undefined)
  })
})

describe('initials', () => {
  it('are those of the words between blanks, dashes, dots and commas, of any script', () => {
    const [field] = [{ name: 'x', kind: 'string', list: false } as const]
    const mask = fieldForms(field, new Map())[1]
    const sign = fc.constantFrom(...'aZé ß-.,·\u2013\u00a0\t\u3000\ufeff1ñ漢Ωİ😀'.split(/(?:)/u))
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 14 }), (signs) => {
        const text = signs.join('')
        const words = text.split(/[\s\-\u2010-\u2015\u00b7,.]+/u).filter((word) => word !== '')
        const initial = (word: string) => {
          const [first = ''] = word
          const hidden = !/\p{L}/u.test(first) || /\p{Script=Han}/u.test(first) || first === word
          return hidden ? '*' : `${first.toUpperCase()}.`
        }
        expect([text, mask?.(text)]).toEqual([text, words.length === 0 || words.length > 5 ? null : words.map(initial).join(' ')])
      }),
      { numRuns: 3000 },
    )
  })
})
