import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Predicate } from '../../src/model/predicate.ts'
import type { Page } from '../../src/plan/page.ts'
import { Ordering } from '../../src/plan/position.ts'
import { catalogue } from '../support/catalogue.ts'
import { type MemoryOptions, memoryBureau } from '../support/memoryBureau.ts'
import { askNotices as ask, identities } from './askNotices.ts'

/** Few distinct days, so that ties within and across bureaus are common, and unknown days too. */
const rowsArbitrary = fc
  .uniqueArray(
    fc.record({
      key: fc.stringMatching(/^[a-z]{1,3}$/),
      day: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 4 }),
      kind: fc.constantFrom('RED', 'BLUE'),
    }),
    {
      selector: (row) => row.key,
      maxLength: 18,
    },
  )
  .map((rows) => rows.map(({ key, day, kind }) => ({ key, kind, issuedOn: day === null ? null : `2026-01-0${day}` })))

const bureausArbitrary = fc.array(
  fc.record({ rows: rowsArbitrary, orders: fc.boolean(), filters: fc.boolean(), pageRows: fc.integer({ min: 1, max: 7 }) }),
  {
    minLength: 1,
    maxLength: 5,
  },
)

const make = (specs: readonly (Omit<MemoryOptions, 'rows'> & { rows: readonly Record<string, unknown>[] })[]) =>
  specs.map((spec, i) => memoryBureau(`X${'ABCDE'[i]}`, { ...spec, rows: { Notice: spec.rows } }))

const directions = fc.constantFrom('ASC' as const, 'DESC' as const)

describe('paging over several bureaus', () => {
  it('gives every record once, in one total order, whatever the bureaus can do', async () => {
    await fc.assert(
      fc.asyncProperty(bureausArbitrary, fc.integer({ min: 1, max: 9 }), directions, async (specs, first, direction) => {
        const bureaus = make(specs)
        const orderBy = [{ field: 'issuedOn', direction }]
        const whole = await ask(bureaus, { first: 100, orderBy })
        const seen: string[] = []
        let after: string | null = null
        for (;;) {
          const page: Page = await ask(bureaus, { first, after, orderBy })
          seen.push(...identities(page))
          if (!page.hasNextPage) break
          expect(page.records.length).toBe(first)
          after = page.endCursor()
        }
        expect(seen).toEqual(identities(whole))
        expect(new Set(seen).size).toBe(specs.reduce((sum, spec) => sum + spec.rows.length, 0))
        const type = catalogue.types.get('Notice')
        if (type === undefined) throw new Error('no Notice')
        const ordering = new Ordering(orderBy, type)
        const positions = whole.records.map(({ view }) => ordering.positionOf(view))
        for (const [i, position] of positions.entries()) {
          const next = positions[i + 1]
          if (next !== undefined) expect(ordering.compare(position, next, 'text')).toBeLessThan(0)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('goes on from the middle of a page as from its end', async () => {
    await fc.assert(
      fc.asyncProperty(bureausArbitrary, fc.integer({ min: 2, max: 9 }), async (specs, first) => {
        const bureaus = make(specs)
        const whole = identities(await ask(bureaus, { first: 100 }))
        const page = await ask(bureaus, { first })
        for (let at = 1; at <= page.records.length; at++) {
          const rest = await ask(bureaus, { first: 100, after: page.records[at - 1]?.cursor() ?? null })
          expect(identities(rest)).toEqual(whole.slice(at))
        }
      }),
      { numRuns: 100 },
    )
  })

  it('loses and repeats nothing when bureaus fall silent and come back between pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        bureausArbitrary,
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { maxLength: 6 }),
        async (specs, first, outages) => {
          const bureaus = make(specs)
          const seen: string[] = []
          let after: string | null = null
          for (let round = 0; round < 200; round++) {
            for (const [i, bureau] of bureaus.entries()) bureau.down = outages[round]?.[i] ?? false
            const page: Page = await ask(bureaus, { first, after })
            for (const status of page.sources) {
              const silent = bureaus.find((bureau) => bureau.source.profile.code === status.bureau)?.down
              expect(status.state).toBe(silent ? 'UNAVAILABLE' : 'OK')
            }
            seen.push(...identities(page))
            if (!page.hasNextPage) break
            after = page.endCursor()
          }
          expect(new Set(seen).size).toBe(seen.length)
          expect(seen.length).toBe(specs.reduce((sum, spec) => sum + spec.rows.length, 0))
        },
      ),
      { numRuns: 400 },
    )
  })

  it('filters on the view alike whether or not the bureau can filter', async () => {
    await fc.assert(
      fc.asyncProperty(bureausArbitrary, fc.constantFrom('RED', 'BLUE'), fc.boolean(), async (specs, kind, negated) => {
        const compare: Predicate = { kind: 'compare', field: 'kind', op: 'eq', value: kind }
        const where: Predicate = negated ? { kind: 'not', term: compare } : compare
        const page = await ask(make(specs), { first: 100, where })
        const expected = specs.flatMap((spec) => spec.rows.filter((row) => (row.kind === kind) !== negated)).length
        expect(page.records.length).toBe(expected)
      }),
      { numRuns: 150 },
    )
  })
})

describe('disclosure in pages', () => {
  const rows = [1, 2, 3, 4].map((n) => ({ key: `k${n}`, kind: n % 2 ? 'RED' : 'BLUE', issuedOn: `2026-01-0${n}`, number: `2026/0000${n}` }))

  it('does not tell a bureau of a filter on a withheld field, and matches nothing by it', async () => {
    const bureaus = make([{ rows, withheld: { Notice: ['kind'] } }])
    const where: Predicate = { kind: 'compare', field: 'kind', op: 'eq', value: 'RED' }
    expect(identities(await ask(bureaus, { first: 10, where }))).toEqual([])
    expect(identities(await ask(bureaus, { first: 10, where: { kind: 'not', term: where } }))).toEqual([])
    expect(bureaus[0]?.seen).toEqual([null, null])
  })

  it('does not order by a withheld field', async () => {
    const bureaus = make([{ rows: rows.toReversed(), withheld: { Notice: ['issuedOn'] } }])
    expect(identities(await ask(bureaus, { first: 10 }))).toEqual(['XA/k1', 'XA/k2', 'XA/k3', 'XA/k4'])
  })

  it('orders and filters a conditionally withheld field as unknown where it is withheld', async () => {
    const bureaus = make([{ rows, withheldOn: { field: 'issuedOn', when: (values) => values['kind'] === 'RED' } }])
    expect(identities(await ask(bureaus, { first: 10 }))).toEqual(['XA/k4', 'XA/k2', 'XA/k1', 'XA/k3'])
    const where: Predicate = { kind: 'compare', field: 'issuedOn', op: 'gte', value: '2026-01-01' }
    expect(identities(await ask(bureaus, { first: 10, where }))).toEqual(['XA/k4', 'XA/k2'])
    expect(bureaus[0]?.seen).toEqual([null, null])
  })

  it('counts no unlisted record, and fills the page from those behind it', async () => {
    const bureaus = make([{ rows, hidden: (values) => values['kind'] === 'RED', pageRows: 1 }])
    const page = await ask(bureaus, { first: 1 })
    expect(identities(page)).toEqual(['XA/k4'])
    expect(page.hasNextPage).toBe(true)
    const last = await ask(bureaus, { first: 1, after: page.endCursor() })
    expect(identities(last)).toEqual(['XA/k2'])
    expect(last.hasNextPage).toBe(false)
  })

  it('leaves a row that does not map out, counts it once, and loses no other', async () => {
    const bureaus = make([{ rows: [...rows, { key: 'k9', broken: true }] }])
    expect(identities(await ask(bureaus, { first: 10 }))).toHaveLength(4)
    await ask(bureaus, { first: 10 })
    expect(bureaus[0]?.source.problems.count).toBe(1)
    expect(bureaus[0]?.source.problems.latest).toEqual([{ type: 'Notice', key: 'k9', field: 'kind', reason: 'broken on purpose' }])
  })
})
