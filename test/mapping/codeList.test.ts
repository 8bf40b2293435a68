import { describe, expect, it } from 'vitest'
import { compileMapping } from '../../src/mapping/compileMapping.ts'
import type { MappingFile, TypeFile } from '../../src/mapping/language.ts'
import { mappingSchema } from '../../src/mapping/mappingSchema.ts'
import { catalogue, directory } from './thing.ts'

const sorts = { from: 'SORTS', code: 'NR', means: 'WORD' }
const fields: TypeFile['fields'] = { sort: { column: 'S', codes: 'sorts' }, title: { column: 'T' } }

function compiled(more: Partial<MappingFile> = {}) {
  const file: MappingFile = { codeLists: { sorts }, types: { Thing: { from: 'things', key: 'id', fields } }, ...more }
  const { mappings, problems } = compileMapping(file, 'XA', catalogue, directory)
  return {
    mapping: mappings.get('Thing'),
    problems: problems.map(({ severity, path, message }) => `${severity} ${path.join('.')}: ${message}`),
  }
}

describe('a list of codes in a mapping', () => {
  it('is read with the fields that use it, and maps and filters by what it says now', () => {
    const { mapping, problems } = compiled()
    expect(problems).toEqual([])
    expect(mapping?.reads(new Set(['title'])).codeLists).toBe(undefined)
    const [list] = mapping?.reads().codeLists ?? []
    expect(list).toMatchObject({
      name: 'sorts',
      source: 'SORTS',
      key: 'NR',
      fields: ['NR', 'WORD'],
      refreshMs: 3_600_000,
      staleMs: 86_400_000,
    })
    const map = () => mapping?.toCanonical({ id: 1, S: 7, T: 'x' })
    const red = { kind: 'compare', field: 'sort', op: 'eq', value: 'RED' } as const
    const filter = () => mapping?.toNative(red, () => true)
    const guard = () => mapping?.toNativeExactly(red)

    // Before it has been read nothing is said of any row, and nothing is left out.
    expect([map()?.record, filter(), guard()]).toEqual([null, null, null])
    list?.take(
      [
        { NR: 7, WORD: 'RED' },
        { NR: 8, WORD: 'RED' },
        { NR: 9, WORD: 'BLUE' },
      ],
      0,
    )
    expect(map()?.record?.values['sort']).toBe('RED')
    const asked = { kind: 'compare', path: 'S', op: 'in', value: ['7', '8'] }
    expect([filter(), guard()]).toEqual([asked, asked])
    list?.take([{ NR: 7, WORD: 'BLUE' }], 1)
    expect(map()?.record?.values['sort']).toBe('BLUE')
    expect(filter()).toEqual({ kind: 'compare', path: 'id', op: 'in', value: [] })
    // What the field does not take is a mistake of the row, as ever, and never shown.
    list?.take([{ NR: 7, WORD: 'ROUGE' }], 2)
    expect(map()).toEqual({
      record: null,
      problems: [expect.objectContaining({ field: 'sort', reason: expect.not.stringContaining('ROUGE') })],
    })
  })

  it('is checked like everything else', () => {
    expect(compiled({ codes: { sorts: { a: 'RED' } } }).problems).toEqual([
      'error codeLists.sorts: a table under "codes" has this name already',
    ])
    expect(compiled({ codeLists: { sorts, other: sorts } }).problems).toEqual(['warning codeLists.other: no field uses this list of codes'])
    expect(compiled({ codeLists: { sorts: { ...sorts, staleSeconds: 600 } } }).problems).toEqual([
      'error codeLists.sorts.staleSeconds: the list would be too old before it is read again',
    ])
    expect(compiled({ codeLists: { sorte: sorts } }).problems).toContain(
      'error types.Thing.fields.sort.codes: there is no code table "sorts"',
    )
    for (const wrong of [
      { from: 'a', code: 'b' },
      { ...sorts, refreshSeconds: 59 },
      { ...sorts, staleSeconds: 604_801 },
      { ...sorts, where: {} },
    ])
      expect(mappingSchema.safeParse({ codeLists: { sorts: wrong }, types: {} }).success).toBe(false)
  })
})

describe('what may be kept of a type', () => {
  it('is nothing unless the file says so, and a day at most', () => {
    const of = (cache?: TypeFile['cache']) => {
      const types = { Thing: { from: 'things', key: 'id', fields: { title: { column: 'T' } }, ...(cache === undefined ? {} : { cache }) } }
      const parsed = mappingSchema.safeParse({ types })
      return parsed.success ? compileMapping(parsed.data, 'XA', catalogue, directory).mappings.get('Thing')?.staleSeconds : 'refused'
    }
    expect([of(), of({ staleSeconds: 0 }), of({ staleSeconds: 86_400 })]).toEqual([0, 0, 86_400])
    expect([of({ staleSeconds: 86_401 }), of({ staleSeconds: -1 }), of({ staleSeconds: 1.5 }), of({} as never)]).toEqual(
      Array(4).fill('refused'),
    )
  })
})
