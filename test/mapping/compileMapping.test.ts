import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileMapping } from '../../src/mapping/compileMapping.ts'
import type { FieldFile } from '../../src/mapping/language.ts'
import { mappingSchema } from '../../src/mapping/mappingSchema.ts'
import { catalogue, compileThing, directory, thing } from './thing.ts'

const codes = { sort: { r: 'RED' }, bad: { r: 'REDD' } }

describe('a mapping with mistakes', () => {
  it.each<[string, FieldFile, string, string, string | undefined]>([
    ['sort', {}, 'types.Thing.fields.sort', 'nothing says where the value comes from', undefined],
    ['sort', { column: 'a', const: 'RED' }, 'types.Thing.fields.sort', 'this names 2: column, const', undefined],
    ['sort', { column: 'a', codes: 'srt' }, 'types.Thing.fields.sort.codes', 'no code table "srt"', 'did you mean "sort"?'],
    ['sort', { column: 'a', codes: 'bad' }, 'codes.bad.r', '"REDD" is not a value of Sort', 'did you mean "RED"?'],
    ['sort', { const: 'BLUEE' }, 'types.Thing.fields.sort.const', '"BLUEE" is not a value of Sort', 'did you mean "BLUE"?'],
    ['titl', { column: 'a' }, 'types.Thing.fields.titl', 'has no field "titl"', 'did you mean "title"?'],
    ['parts', { column: 'a' }, 'types.Thing.fields.parts', 'the other end of Thing.origin', 'map origin instead'],
    ['title', { column: '^a' }, 'types.Thing.fields.title.column', 'leads out of the row', undefined],
    ['title', { column: 'a', date: ['yyyy'] }, 'types.Thing.fields.title.date', 'this one is of kind string', undefined],
    ['title', { column: 'a', match: '(a+)+' }, 'types.Thing.fields.title.match', 'can take for ever', undefined],
    ['title', { column: 'a', match: '(?=a)' }, 'types.Thing.fields.title.match', 'looks around', undefined],
    ['title', { column: 'a', match: '(a)\\1' }, 'types.Thing.fields.title.match', 'refers back', undefined],
    ['title', { column: 'a', match: 'a+b+c+' }, 'types.Thing.fields.title.match', 'too many places', undefined],
    ['title', { column: 'a', match: '(' }, 'types.Thing.fields.title.match', 'not a regular expression', undefined],
    ['title', { list: [{ column: 'a' }] }, 'types.Thing.fields.title.list', 'needs pick: first', undefined],
    ['titles', { each: 'a' }, 'types.Thing.fields.titles', 'each needs item', undefined],
    ['titles', { column: 'a', where: { b: 1 } }, 'types.Thing.fields.titles.where', 'stands beside each only', undefined],
    ['day', { column: 'a', date: ['MM/dd'] }, 'types.Thing.fields.day.date.0', 'it has no year', undefined],
    ['day', { column: 'a', date: ['yyyy'] }, 'types.Thing.fields.day.date', 'holds whole days', undefined],
    ['at', { column: 'a', zone: 'Mars/Olympus' }, 'types.Thing.fields.at.zone', 'not an IANA time zone', undefined],
    ['heightCm', { column: 'a', unit: 'kg' }, 'types.Thing.fields.heightCm.unit', 'one of m, cm, mm, in, ft', undefined],
    ['ratio', { column: 'a', unit: 'm' }, 'types.Thing.fields.ratio.unit', 'has no unit', undefined],
    ['name', { column: 'a' }, 'types.Thing.fields.name', 'say how its sub-fields are read', undefined],
    [
      'name',
      { object: { famly: { column: 'a' } } },
      'types.Thing.fields.name.object.famly',
      'no sub-field "famly"',
      'did you mean "family"?',
    ],
    [
      'name',
      { column: 'a', name: 'family-given', also: { full: { const: 'x' } } },
      'types.Thing.fields.name.also.full',
      'comes from the whole name',
      undefined,
    ],
    [
      'origin',
      { column: 'a', link: { to: 'Other' } },
      'types.Thing.fields.origin.link.to',
      'links to Thing',
      'write "Thing", or leave it out',
    ],
    ['flag', { column: 'a', boolean: { true: ['S'], false: ['S'] } }, 'types.Thing.fields.flag.boolean', 'both yes and no', undefined],
    ['title', { firstOf: [{ object: {} }], case: 'upper' }, 'types.Thing.fields.title.firstOf.0', 'only column, columns', undefined],
  ])('%s: %j is refused at its place', (name, file, path, message, suggestion) => {
    const { mapping, problems } = compileThing({ [name]: file }, { codes })
    const problem = problems.find((one) => one.path.join('.') === path)
    expect(problem?.message).toContain(message)
    expect(problem?.suggestion).toBe(suggestion)
    expect(mapping).toBeUndefined()
  })

  it('tells all of them at once', () => {
    const { problems } = compileThing({ sort: { column: 'a', codes: 'srt' }, titl: { column: 'a' }, at: { column: 'a', date: ['MM'] } })
    expect(problems.filter((one) => one.severity === 'error')).toHaveLength(3)
  })

  it('names a type that does not exist, and keeps the others', () => {
    const types = { Thig: { from: 'a', key: 'id', fields: {} }, Thing: { from: 'a', key: 'id', fields: {} } }
    const { mappings, problems } = compileMapping({ types }, 'XA', catalogue, directory)
    expect(problems).toEqual([
      { severity: 'error', path: ['types', 'Thig'], message: 'there is no record type "Thig"', suggestion: 'did you mean "Thing"?' },
    ])
    expect([...mappings.keys()]).toEqual(['Thing'])
  })

  it('warns of code tables, child tables and links that lead nowhere', () => {
    const { mapping, problems } = compileThing(
      { title: { column: 'a' } },
      { codes: { sort: { r: 'RED' } }, children: { kids: { from: 'k', on: 'p' } } },
    )
    expect(problems.map((one) => [one.severity, one.message])).toEqual([
      ['warning', 'no field reads this child table'],
      ['warning', 'no field uses this code table'],
    ])
    expect(mapping).toBeDefined()
  })

  it('never throws, whatever stands in a field', () => {
    const key = fc.constantFrom(
      'column',
      'each',
      'item',
      'list',
      'firstOf',
      'object',
      'codes',
      'date',
      'unit',
      'name',
      'match',
      'link',
      'interval',
      'age',
      'const',
      'split',
      'pick',
      'where',
    )
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('^^x', '.', '..', 'yyyy', 'm', 'family-given', 'first'),
      fc.array(fc.string()),
      fc.dictionary(fc.string(), fc.string()),
      fc.constant({ column: 'a' }),
      fc.constant([{ column: 'a' }]),
    )
    const name = fc.constantFrom(...(catalogue.types.get('Thing')?.fields.keys() ?? []))
    fc.assert(
      fc.property(name, fc.dictionary(key, value, { maxKeys: 4 }), (field, file) => {
        const parsed = mappingSchema.safeParse({ types: { Thing: { from: 'a', key: 'id', fields: { [field]: file } } } })
        if (parsed.success) compileMapping(parsed.data, 'XA', catalogue, directory)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('a row', () => {
  const mapping = thing(
    { title: { column: 'a' }, day: { column: 'b' }, sort: { column: 'c', codes: 'sort', lenient: true } },
    { codes, where: { active: ['Y', true], deleted: 0 } },
  )
  const row = { id: 7, a: 'x', b: '2024-01-31', c: 'r', active: 'Y ', deleted: '0' }

  it('is left out with its key, field and reason when a value does not map, and without the value', () => {
    const { record, problems } = mapping.toCanonical({ ...row, b: 'secret', c: 'secret too' })
    expect(record).toBeNull()
    expect(problems).toEqual([
      { type: 'Thing', key: '7', field: 'day', reason: 'is not a date in any of the patterns' },
      { type: 'Thing', key: '7', field: 'sort', reason: 'is a code that the table sort lacks' },
    ])
    expect(JSON.stringify(problems)).not.toContain('secret')
  })

  it('keeps its other values when a lenient field fails', () => {
    const { record, problems } = mapping.toCanonical({ ...row, c: '?' })
    expect(record).toEqual({ ref: { bureau: 'XA', type: 'Thing', key: '7' }, values: { title: 'x', day: '2024-01-31' } })
    expect(problems).toHaveLength(1)
  })

  it('outside the type’s own where is no record, and no mistake', () => {
    expect(mapping.toCanonical({ ...row, active: 'N' })).toEqual({ record: null, problems: [] })
    expect(mapping.toCanonical({ ...row, deleted: 1 })).toEqual({ record: null, problems: [] })
    expect(mapping.toCanonical({ ...row, active: 1 }).record).not.toBeNull()
  })

  it.each([undefined, null, '', {}])('with the key %j is told of by a question mark', (id) => {
    expect(mapping.toCanonical({ ...row, id }).problems).toEqual([{ type: 'Thing', key: '?', field: null, reason: 'has no key' }])
  })

  it('maps the fields asked for only', () => {
    expect(mapping.toCanonical({ ...row, b: 'bad' }, new Set(['title'])).record?.values).toEqual({ title: 'x' })
  })

  it('never makes the hub throw, whatever it holds', () => {
    const wide = thing(
      {
        ...{
          title: { column: 'a' },
          titles: { each: 'b', item: { column: 'x' } },
          born: { interval: { from: 'a', to: 'b' } },
          at: { column: 'c' },
        },
        ...{
          name: { column: 'a', name: 'family-given' },
          origin: { column: 'a', link: { bureau: { column: 'b' } } },
          heightCm: { column: 'c', unit: 'm' },
        },
        ...{ tongues: { column: 'b', json: true, at: 'x.y' }, sort: { column: 'c', codes: 'sort' }, flag: { column: 'a' } },
      },
      { codes },
    )
    fc.assert(
      fc.property(fc.record({ id: fc.anything(), a: fc.anything(), b: fc.anything(), c: fc.anything() }, { requiredKeys: [] }), (any) => {
        wide.toCanonical(any)
      }),
      { numRuns: 2000 },
    )
  })

  it('nested without end is told of, not followed', () => {
    let deep: unknown = 'x'
    for (let i = 0; i < 100_000; i++) deep = [deep]
    expect(mapping.toCanonical({ ...row, a: deep }).problems).toEqual([{ type: 'Thing', key: '7', field: null, reason: 'cannot be read' }])
  })
})

describe('a compiled type', () => {
  const mapping = thing(
    {
      title: { column: 'doc.name' },
      names: { each: 'kids', where: { gone: 0 }, item: { object: { family: { column: 'n' }, given: { column: '^given' } } } },
      titles: { each: 'list', item: { column: 'x.y' } },
      tongues: { each: 'json', json: true, at: 'rows', item: { column: 'code' } },
      sorts: { each: 'words', item: { column: '.', codes: 'sort' } },
      sort: { const: 'RED' },
    },
    { codes, where: { active: 'Y' }, children: { kids: { from: 'kid_table', on: 'parent', parent: 'nr', orderBy: 'seq' } } },
  )
  const kids = { name: 'kids', source: 'kid_table', on: 'parent', parent: 'nr', orderBy: 'seq' }

  it('reads what its fields need, the key and its own where', () => {
    expect(mapping.reads()).toEqual({
      fields: ['id', 'active', 'doc.name', 'given', 'list.x.y', 'json', 'words', 'nr'],
      children: [{ ...kids, fields: ['gone', 'n'] }],
    })
    expect(mapping.reads(new Set(['title', 'sort']))).toEqual({ fields: ['id', 'active', 'doc.name'], children: [] })
    expect(mapping.reads(new Set())).toEqual({ fields: ['id', 'active'], children: [] })
  })

  it('is restricted by its where', () => {
    expect(mapping.restriction).toEqual({ kind: 'compare', path: 'active', op: 'eq', value: 'Y' })
    expect(thing({}, { where: { a: [1, 2], b: true } }).restriction).toEqual({
      kind: 'and',
      terms: [
        { kind: 'compare', path: 'a', op: 'in', value: [1, 2] },
        { kind: 'compare', path: 'b', op: 'eq', value: true },
      ],
    })
    expect(thing({}).restriction).toBeNull()
  })

  it('selects nothing for a value that no code means, and for a field that is never known', () => {
    const nothing = { kind: 'compare', path: 'id', op: 'in', value: [] }
    expect(mapping.toNative({ kind: 'compare', field: 'sorts', op: 'eq', value: 'GREEN' }, () => true)).toEqual(nothing)
    expect(mapping.toNative({ kind: 'compare', field: 'place', op: 'eq', value: 'XA' }, () => true)).toEqual(nothing)
    expect(mapping.toNative({ kind: 'compare', field: 'sort', op: 'eq', value: 'BLUE' }, () => true)).toEqual(nothing)
    expect(mapping.toNative({ kind: 'compare', field: 'sort', op: 'eq', value: 'RED' }, () => true)).toBeNull()
    expect(mapping.toNative({ kind: 'not', term: { kind: 'compare', field: 'place', op: 'eq', value: 'XA' } }, () => true)).toBeNull()
  })

  it('asks about child rows, and about elements of lists', () => {
    const family = { kind: 'compare', field: 'family', op: 'eq', value: 'A' } as const
    const given = { kind: 'compare', field: 'given', op: 'startsWith', value: 'B' } as const
    expect(mapping.toNative({ kind: 'some', field: 'names', term: { kind: 'and', terms: [family, given] } }, () => true)).toEqual({
      kind: 'and',
      terms: [
        { kind: 'compare', path: 'n', child: 'kids', op: 'eq', value: 'A' },
        { kind: 'compare', path: 'given', op: 'startsWith', value: 'B' },
      ],
    })
    expect(mapping.toNative({ kind: 'compare', field: 'titles', op: 'eq', value: 'A' }, () => true)).toEqual({
      ...{ kind: 'compare', path: 'list.x.y', op: 'eq', value: 'A' },
    })
    expect(mapping.toNative({ kind: 'compare', field: 'tongues', op: 'eq', value: 'pt' }, () => true)).toBeNull()
  })

  it('asks about records linked to by their keys, this bureau’s or others’', () => {
    const links = thing({ origin: { column: 'a' }, origins: { each: 'b', item: { column: 'k', link: { bureau: { column: 'cc' } } } } })
    const refs = ['XA', 'XB'].map((bureau) => ({ bureau, type: 'Thing', key: '1' }))
    expect(links.toNative({ kind: 'compare', field: 'origin', op: 'in', value: refs }, () => true)).toEqual({
      kind: 'compare',
      path: 'a',
      op: 'eq',
      value: '1',
    })
    const other = { kind: 'some', field: 'origins', term: { kind: 'compare', field: 'id', op: 'in', value: refs.slice(1) } } as const
    expect(links.toNative(other, () => true)).toEqual({
      kind: 'and',
      terms: [
        { kind: 'compare', path: 'b.k', op: 'eq', value: '1' },
        { kind: 'compare', path: 'b.cc', op: 'eq', value: 'XB' },
      ],
    })
    expect(links.toNative({ kind: 'compare', field: 'origin', op: 'in', value: refs.slice(1) }, () => true)).toEqual({
      kind: 'compare',
      path: 'id',
      op: 'in',
      value: [],
    })
  })
})
