import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Predicate } from '../../src/model/predicate.ts'
import { evaluate } from '../../src/plan/evaluate.ts'
import { selects } from './nativeSystem.ts'
import { catalogue, thing } from './thing.ts'
import { codes, worlds } from './worlds.ts'

const catalogueFields = ['title', 'titles', 'sort', 'sorts', 'flag', 'day', 'born', 'at', 'place', 'names', 'origin', 'origins']

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

  it('is absent only where the mapping or the system cannot tell', () => {
    const mapping = thing({ sort: { column: 's', codes: 'sort' } }, { codes })
    const question: Predicate = { kind: 'compare', field: 'sort', op: 'eq', value: 'BLUE' }
    expect(mapping.toNative(question, () => true)).toEqual({ kind: 'compare', path: 's', op: 'in', value: ['2', 'b'] })
    expect(mapping.toNative(question, () => false)).toBeNull()
  })
})
