import { describe, expect, it } from 'vitest'
import type { FieldFile } from '../../src/mapping/language.ts'
import { mappedValue, thing } from './thing.ts'

const codes = { sort: { r: 'RED', '1': 'BLUE' }, lang: { por: 'pt', ger: 'de' }, place: { PRT: 'XA' } }
type Row = Readonly<Record<string, unknown>>

function expectValues(name: string, cases: readonly (readonly [FieldFile, Row, unknown])[]) {
  for (const [file, row, expected] of cases) expect(mappedValue(file, name, row, codes)).toEqual(expected)
}

describe('a field', () => {
  it('reads columns, paths, constants and choices', () => {
    expectValues('title', [
      [{ column: 'a' }, { a: 'x' }, 'x'],
      [{ column: 'a' }, { a: 42 }, '42'],
      [{ column: 'a' }, { a: 9007199254740993n }, '9007199254740993'],
      [{ column: 'a' }, {}, null],
      [{ column: 'a' }, { a: ' \t' }, null],
      [{ column: 'a' }, { a: ' x ' }, ' x '],
      [{ column: 'doc.name.last' }, { doc: { name: { last: 'x' } } }, 'x'],
      [{ column: 'doc.name.last' }, { 'doc.name.last': 'x' }, 'x'],
      [{ column: 'list.1' }, { list: ['x', 'y'] }, 'y'],
      [{ column: 'doc.constructor' }, { doc: {} }, null],
      [{ columns: ['a', 'b', 'c'] }, { a: 'x', b: null, c: 'z' }, 'x z'],
      [{ columns: ['a', 'b'], join: ', ' }, { a: 'x', b: 'y' }, 'x, y'],
      [{ columns: ['a', 'b'] }, {}, null],
      [{ const: 'x' }, {}, 'x'],
      [{ firstOf: [{ column: 'a' }, { column: 'b' }, { const: 'z' }] }, { a: '', b: 'y' }, 'y'],
      [{ firstOf: [{ column: 'a' }, { column: 'b' }], case: 'upper' }, { b: 'y' }, 'Y'],
      [{ column: 'list.x', pick: 'first' }, { list: [{ x: null }, { x: 'b' }] }, 'b'],
      [{ column: 'list.x', join: '; ' }, { list: [{ x: 'a' }, { x: 'b' }] }, 'a; b'],
    ])
  })

  it('reads lists from arrays, texts, JSON, child rows and several sources', () => {
    expectValues('titles', [
      [{ column: 'a' }, { a: ['x', null, 'y'] }, ['x', 'y']],
      [{ column: 'a' }, { a: [] }, []],
      [{ column: 'a' }, { a: 'x' }, ['x']],
      [{ column: 'a' }, { a: null }, null],
      [{ column: 'a', split: ';' }, { a: 'x; y;;' }, ['x', 'y']],
      [{ column: 'a', json: true }, { a: '["x","y"]' }, ['x', 'y']],
      [{ column: 'a', json: true, at: 'list' }, { a: '{"list":["x"]}' }, ['x']],
      [{ column: 'a', json: true }, { a: 'x' }, ['titles: is not JSON']],
      [{ each: 'a', item: { column: '.' } }, { a: ['x', 'y'] }, ['x', 'y']],
      [{ each: 'a', item: { column: 'v' } }, { a: { v: 'x' } }, ['x']],
      [{ each: 'a', json: true, at: 'rows', item: { column: 'v' } }, { a: '{"rows":[{"v":"x"}]}' }, ['x']],
      [
        { each: 'a', where: { ok: [1, 'yes'] }, item: { column: 'v' } },
        {
          a: [
            { v: 'x', ok: 1 },
            { v: 'y', ok: 2 },
            { v: 'z', ok: 'yes ' },
          ],
        },
        ['x', 'z'],
      ],
      [{ each: 'a', item: { columns: ['v', '^b'] } }, { a: [{ v: 'x' }], b: 'row' }, ['x row']],
      [{ each: 'a', item: { each: 'in', item: { columns: ['.', '^^b'] } }, lenient: true }, { a: [{ in: ['x'] }], b: 'row' }, ['x row']],
      [{ list: [{ column: 'a' }, { column: 'b', split: ',' }, { column: 'c' }] }, { a: 'x', b: 'y,z' }, ['x', 'y', 'z']],
      [{ list: [{ column: 'a' }, { column: 'b' }] }, {}, null],
    ])
    expectValues('sorts', [[{ list: [{ column: 'a' }, { column: 'b' }], codes: 'sort' }, { a: 'r', b: 1 }, ['RED', 'BLUE']]])
  })

  it('looks codes up by their text, exactly', () => {
    expectValues('sort', [
      [{ column: 'a', codes: 'sort' }, { a: 'r' }, 'RED'],
      [{ column: 'a', codes: 'sort' }, { a: 1 }, 'BLUE'],
      [{ column: 'a', codes: 'sort' }, { a: 'R' }, ['sort: is a code that the table sort lacks']],
      [{ column: 'a', codes: 'sort' }, { a: 'r ' }, ['sort: is a code that the table sort lacks']],
      [{ column: 'a', codes: 'sort', trim: 'end' }, { a: 'r ' }, 'RED'],
      [{ column: 'a', codes: 'sort', case: 'lower' }, { a: 'R' }, 'RED'],
      [{ column: 'a', codes: 'sort' }, { a: 'toString' }, ['sort: is a code that the table sort lacks']],
      [{ column: 'a' }, { a: 'RED' }, 'RED'],
      [{ column: 'a' }, { a: 'red' }, ['sort: is not a value of Sort']],
    ])
    expectValues('tongues', [
      [{ column: 'a', split: ',', codes: 'lang' }, { a: 'por,ger' }, ['pt', 'de']],
      [{ column: 'a' }, { a: 'zh-Hant' }, ['zh-Hant']],
      [{ column: 'a' }, { a: 'GER' }, ['tongues: is not a language tag']],
      [{ column: 'a', codes: 'lang', lenient: true }, { a: ['por', 'xxx'] }, ['pt']],
    ])
    expectValues('place', [
      [{ column: 'a', codes: 'place' }, { a: 'PRT' }, 'XA'],
      [{ column: 'a', unknown: [914, 922] }, { a: '914' }, null],
      [{ column: 'a' }, { a: '914' }, ['place: is not a country code']],
    ])
  })

  it('takes the unknown values of the bureau for unknown', () => {
    const unknown: FieldFile = { column: 'a', unknown: ['UNK', 0] }
    expectValues('title', [
      [unknown, { a: 'UNK' }, null],
      [unknown, { a: ' UNK ' }, null],
      [unknown, { a: '0' }, null],
      [unknown, { a: 0 }, null],
      [unknown, { a: 'unk' }, 'unk'],
    ])
  })

  it('matches patterns and changes case', () => {
    expectValues('title', [
      [{ column: 'a', match: '^No (\\d+)' }, { a: 'No 17/2020' }, '17'],
      [{ column: 'a', match: '^No (\\d+)' }, { a: 'none' }, null],
      [{ column: 'a', match: '^(a+)' }, { a: 'a'.repeat(2000) }, ['title: is too long for a pattern']],
      [{ column: 'a', case: 'upper' }, { a: 'straße' }, 'STRASSE'],
      [{ column: 'a', trim: 'both' }, { a: ' x ' }, 'x'],
    ])
  })

  it('reads yes and no', () => {
    const words: FieldFile = { column: 'a', boolean: { true: ['S', 1], false: ['N', 0] } }
    expectValues('flag', [
      [words, { a: 'S' }, true],
      [words, { a: '1' }, true],
      [words, { a: 0 }, false],
      [words, { a: 'X' }, ['flag: is none of the texts for yes and no']],
      [{ column: 'a' }, { a: true }, true],
      [{ column: 'a' }, { a: 0 }, false],
      [{ column: 'a' }, { a: 'true' }, ['flag: is neither yes nor no']],
    ])
  })

  it('converts units to whole canonical ones', () => {
    expectValues('heightCm', [
      [{ column: 'a', unit: 'm' }, { a: 1.65 }, 165],
      [{ column: 'a', unit: 'm' }, { a: '1.650' }, 165],
      [{ column: 'a', unit: 'in' }, { a: 70 }, 178],
      [{ column: 'a', unit: 'ft' }, { a: 6 }, 183],
      [{ column: 'a', unit: 'mm' }, { a: 1745 }, 175],
      [{ column: 'a' }, { a: '180' }, 180],
      [{ column: 'a' }, { a: 180.5 }, ['heightCm: is not a whole number']],
      [{ column: 'a', unit: 'm' }, { a: 'tall' }, ['heightCm: is not a number']],
      [{ column: 'a' }, { a: '1e9999' }, ['heightCm: is not a number']],
      [{ column: 'a' }, { a: 2 ** 40 }, ['heightCm: is beyond the range of a whole number']],
    ])
    expectValues('weightKg', [[{ column: 'a', unit: 'lb' }, { a: 150 }, 68]])
    expectValues('sentenceMonths', [[{ column: 'a', unit: 'years' }, { a: 2.5 }, 30]])
  })

  it('splits whole names and keeps them as recorded', () => {
    const name = (format: NonNullable<FieldFile['name']>): FieldFile => ({ column: 'a', name: format, also: { kind: { const: 'RED' } } })
    expectValues('name', [
      [name('FAMILY, Given'), { a: 'SILVA , João Rui' }, { full: 'SILVA , João Rui', family: 'SILVA', given: 'João Rui', kind: 'RED' }],
      [name('FAMILY, Given'), { a: 'SILVA' }, { full: 'SILVA', family: 'SILVA', kind: 'RED' }],
      [name('family-given'), { a: 'Kim Jong Un' }, { full: 'Kim Jong Un', family: 'Kim', given: 'Jong Un', kind: 'RED' }],
      [name('given-family'), { a: 'João Rui Silva' }, { full: 'João Rui Silva', family: 'Silva', given: 'João Rui', kind: 'RED' }],
      [name('given-family'), { a: 'Silva ' }, { full: 'Silva ', family: 'Silva', kind: 'RED' }],
      [name('given-family'), { a: '' }, null],
    ])
    expectValues('names', [
      [
        { column: 'a', split: ';', name: 'given-family' },
        { a: 'A B; C' },
        [
          { full: 'A B', family: 'B', given: 'A' },
          { full: 'C', family: 'C' },
        ],
      ],
    ])
  })

  it('leaves a value object unknown when all but its constants are', () => {
    const file: FieldFile = { object: { kind: { const: 'RED' }, family: { column: 'a' } } }
    expectValues('name', [
      [file, { a: 'x' }, { kind: 'RED', family: 'x' }],
      [file, {}, null],
    ])
    expectValues('names', [[file, { a: 'x' }, [{ kind: 'RED', family: 'x' }]]])
  })

  it('holds one value where the schema does', () => {
    expectValues('title', [
      [{ column: 'a' }, { a: ['x'] }, 'x'],
      [{ column: 'a' }, { a: ['x', 'y'] }, ['title: holds several values, and the field holds one']],
      [{ column: 'a' }, { a: { x: 1 } }, ['title: holds a document where one value was expected']],
      [{ column: 'a' }, { a: Number.NaN }, ['title: holds a document where one value was expected']],
    ])
  })

  it('links to records of this bureau and, by code, of others', () => {
    const link = (bureau: FieldFile): FieldFile => ({ column: 'a', link: { bureau } })
    expectValues('origin', [
      [{ column: 'a', link: { to: 'Thing' } }, { a: 7 }, { bureau: 'XA', type: 'Thing', key: '7' }],
      [{ column: 'a' }, { a: '7' }, { bureau: 'XA', type: 'Thing', key: '7' }],
      [link({ column: 'b' }), { a: '7', b: 'XB' }, { bureau: 'XB', type: 'Thing', key: '7' }],
      [link({ column: 'b', codes: 'place', lenient: true }), { a: '7', b: '???' }, null],
      [link({ column: 'b' }), { a: '7', b: 'XZ' }, null],
      [link({ column: 'b' }), { a: '7' }, null],
      [link({ firstOf: [{ column: 'b' }, { const: 'XC' }] }), { a: '7' }, { bureau: 'XC', type: 'Thing', key: '7' }],
    ])
    expectValues('origins', [
      [
        { each: 'a', item: { column: 'k', link: {} } },
        { a: [{ k: 1 }, {}, { k: 2 }] },
        [1, 2].map((key) => ({ bureau: 'XA', type: 'Thing', key: String(key) })),
      ],
    ])
    expect(thing({ origin: link({ column: 'b' }), origins: { column: 'c', link: {} } }).crossBureau('origin')).toBe(true)
    expect(thing({ origin: link({ column: 'b' }), origins: { column: 'c', link: {} } }).crossBureau('origins')).toBe(false)
  })
})
