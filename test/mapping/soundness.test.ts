import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Predicate } from '../../src/model/predicate.ts'
import type { CanonicalValue } from '../../src/model/record.ts'
import { evaluate } from '../../src/plan/evaluate.ts'
import { selects } from './nativeSystem.ts'
import { catalogue, thing } from './thing.ts'
import { codes, worlds } from './worlds.ts'

/** Whether a predicate is true of values, texts compared as they are. */
function isTrue(predicate: Predicate, values: Readonly<Record<string, CanonicalValue>>): boolean {
  if (predicate.kind === 'and') return predicate.terms.every((term) => isTrue(term, values))
  if (predicate.kind === 'or') return predicate.terms.some((term) => isTrue(term, values))
  if (predicate.kind === 'not') throw new TypeError('nothing is said of what is not so')
  const members = [values[predicate.field] ?? null].flat().filter((member) => member !== null)
  if (predicate.kind === 'some') return members.some((member) => isTrue(predicate.term, member as Readonly<Record<string, CanonicalValue>>))
  const wanted = [predicate.value].flat()
  return members.some((member) => wanted.includes(member as string))
}

const catalogueFields = ['title', 'titles', 'sort', 'sorts', 'flag', 'day', 'born', 'at', 'heightCm', 'place', 'names', 'origin', 'origins']

describe('a native predicate', () => {
  it('selects every row whose record satisfies the canonical one, whatever the mapping and the powers of the system', () => {
    const narrowed = new Map<string, number>()
    for (const one of worlds) {
      fc.assert(
        fc.property(one, fc.constantFrom('none', 'none', 'eq', 'in', 'startsWith', 'gte'), ({ files, row, question }, lacking) => {
          const mapping = thing(files, { codes, children: { kids: { from: 'kids', on: 'parent' } } })
          const pushed = mapping.toNative(question, (_, op) => op !== lacking)
          const { record } = mapping.toCanonical(row)
          if (record === null || pushed === null) return
          const answer = evaluate(question, { ref: record.ref, values: record.values, disclosure: [] }, catalogue.types, () => null)
          if (answer !== true) return
          const [name = ''] = Object.keys(files)
          narrowed.set(name, (narrowed.get(name) ?? 0) + 1)
          expect(selects(pushed, row)).toBe(true)
        }),
        { numRuns: 4000 },
      )
    }
    // The property would hold of a mapping that tells the system nothing, and of questions that no row satisfies.
    for (const name of catalogueFields) expect([name, (narrowed.get(name) ?? 0) > 15]).toEqual([name, true])
  })

  it('selects no other row where it says it is exact, and leaves out none', () => {
    const seen = new Map<string, number>()
    for (const one of worlds) {
      fc.assert(
        fc.property(one, ({ files, row, question }) => {
          const mapping = thing(files, { codes })
          const pushed = mapping.toNativeExactly(question)
          const { record } = mapping.toCanonical(row)
          if (record === null || pushed === null) return
          const answer = isTrue(question, record.values)
          const [name = ''] = Object.keys(files)
          seen.set(`${name} ${answer}`, (seen.get(`${name} ${answer}`) ?? 0) + 1)
          expect([pushed, row, selects(pushed, row)]).toEqual([pushed, row, answer])
        }),
        { numRuns: 4000 },
      )
    }
    // What has transforms that cannot be lenient, such as code tables, is met in the next test.
    for (const name of ['title', 'sort', 'flag', 'place'])
      expect([name, (seen.get(`${name} true`) ?? 0) > 5, (seen.get(`${name} false`) ?? 0) > 5]).toEqual([name, true, true])
  })

  it('is exact through a code table, a yes and no, and a value object, and nowhere by halves', () => {
    const mapping = thing(
      {
        sort: { column: 's', codes: 'sort', unknown: ['2'] },
        flag: { column: 'f', boolean: { true: ['S', 1], false: ['N'] } },
        name: { object: { kind: { column: 'k', codes: 'sort' }, full: { column: 'n' } } },
        place: { column: 'p', lenient: true },
        born: { column: 'd' },
      },
      { codes },
    )
    const eq = (field: string, value: CanonicalValue): Predicate => ({ kind: 'compare', field, op: 'eq', value })
    const among = (path: string, value: readonly (string | number | boolean)[]) => ({ kind: 'compare', path, op: 'in', value })
    // The code 2 means blue, and stands for unknown before it can.
    expect(mapping.toNativeExactly(eq('sort', 'BLUE'))).toEqual(among('s', ['b']))
    expect(mapping.toNativeExactly(eq('sort', 'GREEN'))).toEqual(among('id', []))
    expect(mapping.toNativeExactly(eq('flag', true))).toEqual(among('f', ['S', 1]))
    expect(mapping.toNativeExactly({ kind: 'some', field: 'name', term: eq('full', 'e\u0301') })).toEqual(among('n', ['e\u0301']))
    expect(mapping.toNativeExactly(eq('place', 'XA'))).toBeNull()
    expect(mapping.toNativeExactly({ kind: 'compare', field: 'born', op: 'lte', value: '1980' })).toBeNull()
    for (const kind of ['and', 'or'] as const)
      expect(mapping.toNativeExactly({ kind, terms: [eq('sort', 'RED'), eq('place', 'XA')] })).toBeNull()
    expect(mapping.toNativeExactly({ kind: 'not', term: eq('sort', 'RED') })).toBeNull()
    // Every known name satisfies it; whether there is one is not said.
    expect(mapping.toNativeExactly({ kind: 'some', field: 'name', term: { kind: 'and', terms: [] } })).toBeNull()
  })

  it('is absent only where the mapping or the system cannot tell', () => {
    const mapping = thing({ sort: { column: 's', codes: 'sort' } }, { codes })
    const question: Predicate = { kind: 'compare', field: 'sort', op: 'eq', value: 'BLUE' }
    expect(mapping.toNative(question, () => true)).toEqual({ kind: 'compare', path: 's', op: 'in', value: ['2', 'b'] })
    expect(mapping.toNative(question, () => false)).toBeNull()
  })
})
