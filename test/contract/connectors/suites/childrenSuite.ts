import { describe, expect, it } from 'vitest'
import type { ChildFetch, NativeQuery, NativeRow } from '../../../../src/connectors/connector.ts'
import { type ContractFixture, callWithin } from '../../../support/connectors/contractFixture.ts'
import { things } from '../../../support/connectors/contractRows.ts'
import { rowsOf, thingsGet, thingsQuery } from './reading.ts'

/** Lists that belong to a row, from a table of their own or inside it. */
export function childrenSuite(fixture: () => ContractFixture): void {
  const child = (orderBy: string | null): ChildFetch => ({
    name: 'aliases',
    source: fixture().sources.aliases ?? '',
    on: 'thing_id',
    parent: 'id',
    fields: ['label', 'pos'],
    orderBy,
  })
  const withAliases = (orderBy: string | null): Partial<NativeQuery> =>
    fixture().children === 'table' ? { children: [child(orderBy)] } : { fields: ['id', 'aliases.label', 'aliases.pos'] }
  const labels = (row: NativeRow | undefined) => ((row?.['aliases'] ?? []) as readonly NativeRow[]).map((one) => one['label'])

  describe('children', () => {
    it('come with their parents, and only with them', async () => {
      const rows = await rowsOf(fixture(), thingsQuery(fixture(), { ...withAliases(null), limit: 20 }))
      const byId = new Map(rows.map((row) => [row['id'], row]))
      for (const { id, aliases } of things)
        expect([id, labels(byId.get(id)).sort()]).toEqual([id, aliases.map(({ label }) => label).sort()])
    })

    it('come with rows read by key', async () => {
      const found = await fixture().connector.get(
        thingsGet(fixture(), ['a', 'B', '<tag>', '__proto__'], withAliases(null)),
        callWithin(5000),
      )
      expect(labels(found.get('a')).sort()).toEqual(['A', 'M', 'Z'])
      expect(labels(found.get('B'))).toEqual([])
      expect(labels(found.get('<tag>'))).toEqual(['<a/>'])
      expect(labels(found.get('__proto__'))).toEqual(['toString'])
    })

    it('of a table come in their order', async () => {
      if (fixture().children === 'row') return expect(fixture().sources.aliases).toBeNull()
      for (const [orderBy, order] of [
        ['label', ['A', 'M', 'Z']],
        ['pos', ['M', 'A', 'Z']],
      ] as const) {
        const found = await fixture().connector.get(thingsGet(fixture(), ['a'], { children: [child(orderBy)] }), callWithin(5000))
        expect(labels(found.get('a'))).toEqual(order)
      }
    })

    it('of a table can be asked about', async () => {
      if (fixture().children === 'row') return expect(fixture().sources.aliases).toBeNull()
      const idsWith = async (op: 'eq' | 'startsWith' | 'isNull', value: string | null) => {
        const where = { kind: 'compare', child: 'aliases', path: 'label', op, value } as const
        return new Set((await rowsOf(fixture(), thingsQuery(fixture(), { where, children: [child(null)] }))).map((row) => row['id']))
      }
      const expected = (test: (label: string) => boolean) =>
        things.filter(({ aliases }) => aliases.some(({ label }) => test(label))).map(({ id }) => id)
      const quoted = await idsWith('eq', '"quoted"')
      expect([...quoted]).toEqual(["o'brien"])
      const started = await idsWith('startsWith', 'alias ')
      expect(expected((label) => label.startsWith('alias ')).filter((id) => !started.has(id))).toEqual([])
      expect(started.size).toBeLessThan(things.length / 2)
      // "No value" may be said of a row without children.
      expect((await idsWith('isNull', null)).has('B')).toBe(true)
    })
  })
}
