import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NativeOperator, NativePredicate, NativeScalar } from '../../../../src/connectors/connector.ts'
import type { ContractFixture } from '../../../support/connectors/contractFixture.ts'
import { type Thing, things } from '../../../support/connectors/contractRows.ts'
import { byCodePoint } from '../../../support/connectors/referenceOrder.ts'
import { idsWhere, rowsOf, thingsQuery } from './reading.ts'

type Path = 'id' | 'name' | 'born' | 'n'
type Compare = NativePredicate & { readonly kind: 'compare' }
const operators = ['eq', 'in', 'startsWith', 'gt', 'gte', 'lt', 'lte', 'isNull'] as const
const paths = ['id', 'name', 'born', 'n'] as const

/** What a comparison means, said plainly. */
function holds(thing: Thing, { path, op, value }: Compare, tellsNull: boolean): boolean {
  const held = thing[path as Path]
  const own = held === '' && !tellsNull ? null : held
  if (op === 'isNull') return own === null
  if (own === null) return false
  const one = (wanted: NativeScalar) => {
    if (wanted === null) return false
    if (op === 'eq' || op === 'in') return String(own) === String(wanted)
    if (op === 'startsWith') return String(own).startsWith(String(wanted))
    // Where half a surrogate pair stands among texts is anybody's guess.
    if (!String(wanted).isWellFormed()) return false
    const difference =
      typeof own === 'number' && typeof wanted === 'number' ? own - Number(wanted) : byCodePoint(String(own), String(wanted))
    return { gt: difference > 0, gte: difference >= 0, lt: difference < 0, lte: difference <= 0 }[op]
  }
  return [value].flat().some(one)
}

/** Filters may give more rows than they select, never fewer. */
export function filterSuite(fixture: () => ContractFixture): void {
  const offered = (path: string, op: NativeOperator) => fixture().connector.capabilities(fixture().sources.things).filters(path, op)
  const selected = (where: NativePredicate) => {
    const test = (thing: Thing, predicate: NativePredicate): boolean => {
      if (predicate.kind === 'and') return predicate.terms.every((term) => test(thing, term))
      if (predicate.kind === 'or') return predicate.terms.some((term) => test(thing, term))
      return holds(thing, predicate, fixture().tellsNull)
    }
    return things.filter((thing) => test(thing, where)).map(({ id }) => id)
  }
  const expectSuperset = async (where: NativePredicate) => {
    const found = new Set(await idsWhere(fixture(), where))
    expect(selected(where).filter((id) => !found.has(id))).toEqual([])
    return found
  }

  describe('filters', () => {
    it('offer what they are expected to', () => {
      const { filters } = fixture()
      const all = paths.flatMap((path) => operators.map((op): [string, NativeOperator] => [path, op]))
      for (const [path, op] of filters === 'all' ? all : filters) expect([path, op, offered(path, op)]).toEqual([path, op, true])
    })

    const values = fc.oneof(
      fc.constantFrom(...things.flatMap(({ id, name, born }) => [id, name ?? '', born ?? '1980'])),
      fc.constantFrom(
        '%',
        '_',
        '100%',
        '100_',
        '100|',
        'Ω',
        '漢',
        '😀',
        '\u{1f600} a',
        '\\',
        "'",
        '1980-01',
        '1980-13-45',
        '0000-00-00',
        'abc',
        '-7',
        '3.5',
        '99999999999999999999',
        '\u0000',
        'a\u0000',
        '\ud83d',
        '\uffee',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    )
    const comparison: fc.Arbitrary<Compare> = fc
      .tuple(
        fc.constantFrom(...paths),
        fc.constantFrom(...operators),
        fc.array(values, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: -10, max: 1001 }),
      )
      .map(([path, op, list, number]) => {
        const value = path === 'n' && op !== 'startsWith' ? [number, list[0] ?? 0] : list
        return { kind: 'compare', path, op, value: op === 'isNull' ? null : op === 'in' ? value : (value[0] ?? '') }
      })
    const predicate: fc.Arbitrary<NativePredicate> = fc.oneof(
      { weight: 3, arbitrary: comparison },
      { weight: 1, arbitrary: fc.array(comparison, { minLength: 1, maxLength: 3 }).map((terms) => ({ kind: 'and', terms }) as const) },
      { weight: 1, arbitrary: fc.array(comparison, { minLength: 1, maxLength: 3 }).map((terms) => ({ kind: 'or', terms }) as const) },
    )

    it('never leave out a row that satisfies them', async () => {
      let rich = 0
      await fc.assert(
        fc.asyncProperty(predicate, async (where) => {
          const leaves = where.kind === 'compare' ? [where] : (where.terms as readonly Compare[])
          fc.pre(leaves.every(({ path, op }) => offered(path, op)))
          if (selected(where).length > 0) rich++
          await expectSuperset(where)
        }),
        { numRuns: 150, maxSkipsPerRun: 1000 },
      )
      // A property over selections that are all empty would say nothing.
      expect(rich).toBeGreaterThan(15)
    }, 60_000)

    it('are exact as guards, or left out with what they guard', async () => {
      const texts = fc.constantFrom(
        'Abel',
        'abel',
        '\u00c1bel',
        '100',
        '100_x',
        'Name 1',
        'Name 1 ',
        'null',
        '\u0000',
        '\ud83d',
        '😀 astral',
      )
      const guard: fc.Arbitrary<Compare> = fc.oneof(
        fc.array(texts, { minLength: 1, maxLength: 3 }).map((value): Compare => ({ kind: 'compare', path: 'name', op: 'in', value })),
        fc.constantFrom(3, -7, 100, 990).map((value): Compare => ({ kind: 'compare', path: 'n', op: 'eq', value })),
        fc.constantFrom('1980-01-01', '1985-04-01').map((value): Compare => ({ kind: 'compare', path: 'born', op: 'eq', value })),
        // No system can be held to this one.
        fc.constant<Compare>({ kind: 'compare', path: 'name', op: 'startsWith', value: 'A' }),
      )
      const where: fc.Arbitrary<Compare> = fc.oneof(
        texts.map((value): Compare => ({ kind: 'compare', path: 'name', op: 'startsWith', value: value.slice(0, 2) })),
        fc.constant<Compare>({ kind: 'compare', path: 'n', op: 'gte', value: 0 }),
      )
      const guards = fixture().connector.capabilities(fixture().sources.things).guards === true
      let narrowed = 0
      await fc.assert(
        fc.asyncProperty(guard, where, async (one, other) => {
          const found = new Set(
            (await rowsOf(fixture(), thingsQuery(fixture(), { guarded: [{ guard: one, where: other }] }))).map((row) => String(row['id'])),
          )
          expect(selected({ kind: 'and', terms: [one, other] }).filter((id) => !found.has(id))).toEqual([])
          if (!guards || one.op === 'startsWith') expect(found.size).toBe(things.length)
          else expect([...found].filter((id) => !selected(one).includes(id))).toEqual([])
          if (found.size > 0 && found.size < things.length) narrowed++
        }),
        { numRuns: guards ? 60 : 3 },
      )
      expect(narrowed > 5).toBe(guards)
    })

    it('narrow what comes back', async () => {
      for (const where of [
        { kind: 'compare', path: 'id', op: 'in', value: ['a', 'Ω'] },
        { kind: 'compare', path: 'name', op: 'startsWith', value: 'Ω' },
        { kind: 'compare', path: 'born', op: 'gte', value: '2001-01-01' },
      ] as const) {
        expect((await expectSuperset(where)).size).toBeLessThan(things.length / 2)
      }
    })

    for (const prefix of ['100%', '100_', '100|', 'C:\\', '😀', '漢']) {
      it(`take ${prefix} at the start of a text for itself`, async () => {
        const found = await expectSuperset({ kind: 'compare', path: 'name', op: 'startsWith', value: prefix })
        const start = Array.from(prefix)[0] ?? ''
        const isAlike = ({ name }: Thing) => name?.startsWith(prefix) || (start >= '\ud800' && (name ?? '') >= '\ud800')
        // A collation may take all astral characters for one: that is weaker, and allowed. A wildcard is not.
        expect([...found].filter((id) => !things.some((thing) => thing.id === id && isAlike(thing)))).toEqual([])
      })
    }

    it('select nothing by an empty list', async () => {
      expect(await idsWhere(fixture(), { kind: 'compare', path: 'id', op: 'in', value: [] })).toEqual([])
    })
  })
}
