import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePolicy } from '../../src/disclosure/compilePolicy.ts'
import { formatProblem } from '../../src/model/problem.ts'
import type { RecordRef } from '../../src/model/record.ts'
import { catalogue } from '../support/catalogue.ts'
import { type MemoryBureau, memoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'

interface Facet {
  readonly field: string
  readonly buckets: readonly { readonly value: string; readonly count: number }[]
  readonly below: readonly { readonly level: string; readonly count: number }[]
  readonly withheld: number
  readonly unknown: number
}
interface Node {
  readonly owner: { readonly code: string }
  readonly kind: string | null
  readonly _disclosure: readonly { readonly field: string; readonly level: string }[]
}
interface Answer {
  readonly totalCount: number | null
  readonly facets: readonly Facet[] | null
  readonly nodes: readonly Node[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

const facetFields = '{ field buckets { value count } below { level count } withheld unknown }'
const whole = `query ($first: Int, $after: String, $where: NoticeFilter) { notices(first: $first, after: $after, where: $where) {
  totalCount facets(by: [OWNER, KIND]) ${facetFields}
  nodes { owner { code } kind _disclosure { field level } } pageInfo { hasNextPage endCursor } } }`

async function ask(bureaus: readonly MemoryBureau[], variables: Record<string, unknown> = {}, query = whole): Promise<Answer> {
  const { data, errors } = await memoryHub(bureaus).ask(query, variables)
  if (errors !== undefined) throw errors[0]
  return (data as unknown as { notices: Answer }).notices
}

/** The facet of records that were given out, by what they themselves say. */
function facetOf(nodes: readonly Node[], field: 'owner' | 'kind'): Omit<Facet, 'buckets'> & { buckets: Record<string, number> } {
  const levels = nodes.map((node) => node._disclosure.find((one) => one.field === field)?.level)
  const open = nodes.filter((_, i) => levels[i] === undefined)
  const values = open.map((node) => (field === 'owner' ? node.owner.code : node.kind)).filter((value) => value !== null)
  const tally = (items: readonly string[]) =>
    Object.fromEntries([...Map.groupBy(items, (item) => item)].map(([key, all]) => [key, all.length]))
  const withheld = levels.filter((level) => level !== undefined)
  return {
    field,
    buckets: tally(values),
    below: Object.entries(tally(withheld)).map(([level, count]) => ({ level, count })),
    withheld: withheld.length,
    unknown: open.length - values.length,
  }
}

const world = fc.array(
  fc.record({
    rows: fc.array(
      fc.record({
        kind: fc.constantFrom('RED', 'BLUE', 'YELLOW', null),
        day: fc.integer({ min: 1, max: 4 }),
        hidden: fc.boolean(),
        shut: fc.boolean(),
      }),
      { maxLength: 15 },
    ),
    pageRows: fc.integer({ min: 1, max: 6 }),
    filters: fc.boolean(),
    orders: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
)

interface Spec {
  readonly rows: readonly { readonly kind: string | null; readonly day: number; readonly hidden: boolean; readonly shut: boolean }[]
  readonly pageRows: number
  readonly filters: boolean
  readonly orders: boolean
}

const make = (specs: readonly Spec[]) =>
  specs.map(({ rows, ...powers }, b) =>
    memoryBureau(`X${'ABC'[b]}`, {
      ...powers,
      rows: {
        Notice: rows.map(({ kind, day, hidden, shut }, i) => ({
          key: `n${i}`,
          kind,
          issuedOn: `2026-01-0${day}`,
          // The policy below looks at these two, which are no matter of the test.
          number: `${hidden ? 'hidden' : ''}${shut ? 'shut' : ''}`,
        })),
      },
      hidden: (values) => String(values['number']).startsWith('hidden'),
      withheldOn: { field: 'kind', when: (values) => String(values['number']).endsWith('shut') },
      inputs: ['number'],
    }),
  )

describe('counts and facets', () => {
  it('are those of all pages together, whatever is withheld and however the bureaus are read', async () => {
    const seen = { filtered: 0, several: 0, withheld: 0, unknown: 0 }
    const where = fc.constantFrom(undefined, { kind: { eq: 'RED' } }, { not: { kind: { eq: 'RED' } } }, { owner: { eq: 'XA' } })
    await fc.assert(
      fc.asyncProperty(world, fc.integer({ min: 1, max: 7 }), where, async (specs, first, filter) => {
        const bureaus = make(specs)
        const nodes: Node[] = []
        let after: string | null = null
        let pages = 0
        let page: Answer
        do {
          page = await ask(bureaus, { first, after, where: filter })
          nodes.push(...page.nodes)
          after = page.pageInfo.endCursor
          pages++
        } while (page.pageInfo.hasNextPage)
        expect(page.totalCount).toBe(nodes.length)
        for (const [i, field] of (['owner', 'kind'] as const).entries()) {
          const facet = page.facets?.[i]
          expect({ ...facet, buckets: Object.fromEntries((facet?.buckets ?? []).map(({ value, count }) => [value, count])) }).toEqual(
            facetOf(nodes, field),
          )
          const counts = (facet?.buckets ?? []).map(({ count }) => count)
          expect(counts).toEqual(counts.toSorted((a, b) => b - a))
        }
        if (filter !== undefined) seen.filtered++
        if (pages > 1) seen.several++
        if ((page.facets?.[1]?.withheld ?? 0) > 0) seen.withheld++
        if ((page.facets?.[1]?.unknown ?? 0) > 0) seen.unknown++
      }),
      { numRuns: 200 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20)
  })

  it('are the same whatever hidden records and withheld values there are', async () => {
    const open = { kind: 'RED', day: 1, hidden: false, shut: false }
    const one = make([{ rows: [open, { ...open, shut: true }], pageRows: 5, filters: true, orders: true }])
    const other = make([
      { rows: [open, { ...open, kind: 'BLUE', shut: true }, { ...open, hidden: true }], pageRows: 5, filters: true, orders: true },
    ])
    const query = `{ notices { totalCount facets(by: [KIND]) ${facetFields} } }`
    const answer = await ask(one, {}, query)
    expect(answer).toEqual({
      totalCount: 2,
      facets: [{ field: 'kind', buckets: [{ value: 'RED', count: 1 }], below: [{ level: 'NONE', count: 1 }], withheld: 1, unknown: 0 }],
    })
    expect(JSON.stringify(await ask(other, {}, query))).toBe(JSON.stringify(answer))
  })

  const rows = { Notice: Array.from({ length: 30 }, (_, i) => ({ key: `n${i}`, kind: 'RED', issuedOn: '2026-01-01' })) }

  it('cost one reading together, and none when they are not selected', async () => {
    const plain = [memoryBureau('XA', { rows })]
    await ask(plain, {}, '{ notices(first: 2) { nodes { kind } } }')
    const both = [memoryBureau('XA', { rows })]
    await ask(
      both,
      {},
      `{ notices(first: 2) { nodes { kind } totalCount a: facets(by: [KIND]) { field } b: facets(by: [OWNER]) { field } } }`,
    )
    expect(plain[0]?.calls).toEqual(['find Notice'])
    expect(both[0]?.calls).toEqual(['find Notice', 'find Notice'])
  })

  it('are null when a bureau is silent, and the page is there all the same', async () => {
    const bureaus = [memoryBureau('XA', { rows }), memoryBureau('XB', { rows })]
    if (bureaus[1]) bureaus[1].down = true
    const answer = await ask(bureaus, { first: 3 })
    expect([answer.totalCount, answer.facets, answer.nodes.length]).toEqual([null, null, 3])
  })

  it('are null when more rows would have to be read than the bureau allows, and not at exactly that many', async () => {
    const bounded = (scanRows: number) => [memoryBureau('XA', { rows, limits: { pageRows: 10, scanRows } })]
    expect((await ask(bounded(20), { first: 3 })).totalCount).toBe(null)
    expect((await ask(bounded(30), { first: 3 })).totalCount).toBe(30)
  })

  it('do not count a bureau that the filter leaves out, silent or not', async () => {
    const bureaus = [memoryBureau('XA', { rows }), memoryBureau('XB', { rows })]
    if (bureaus[1]) bureaus[1].down = true
    expect((await ask(bureaus, { where: { owner: { eq: 'XA' } } })).totalCount).toBe(30)
    expect(bureaus[1]?.calls).toEqual([])
  })

  it('are null when a bureau that a filter looks into is silent', async () => {
    const subject: RecordRef = { bureau: 'XB', type: 'Person', key: 'p1' }
    const xa = memoryBureau('XA', { rows: { Notice: [{ key: 'n1', kind: 'RED', issuedOn: '2026-01-01', subject }] } })
    const xb = memoryBureau('XB', { rows: { Person: [{ key: 'p1', status: 'MISSING' }] } })
    const where = { subject: { status: { eq: 'MISSING' } } }
    expect((await ask([xa, xb], { where })).totalCount).toBe(1)
    xb.down = true
    expect((await ask([xa, xb], { where })).totalCount).toBe(null)
  })

  it('hand out no record: the entry of the operation names none', async () => {
    const hub = memoryHub([memoryBureau('XA', { rows })])
    const { extensions } = await hub.ask('{ notices { totalCount } }')
    expect(hub.entries[0]?.disclosed).toEqual([])
    expect(extensions).not.toHaveProperty('disclosure')
  })
})

describe('a facet of a field below full', () => {
  const policyText = (level: string) => `comity: disclosure/v1
bureau: XA
version: 1
rules:
  - { id: L, title: t, on: Person, record: listed, to: any, for: any, mayInclude: any }
  - { id: F, title: t, on: Person, fields: [nationalities], level: ${level}, to: any, for: any }
  - { id: G, title: t, on: Person, fields: [nationalities], level: full, to: any, for: any, when: record.status == "WITNESS", declassifies: [record.status] }
`
  const bureau = (level: string, hidden: string) => {
    const rows = [
      { key: 'p1', status: 'MISSING', nationalities: [{ country: hidden, confirmed: true }] },
      { key: 'p2', status: 'MISSING', nationalities: null },
      { key: 'p3', status: 'WITNESS', nationalities: [{ country: 'XC' }, { country: 'XD' }, { country: 'XC' }] },
      { key: 'p4', status: 'WITNESS', nationalities: null },
    ]
    const purposes = catalogue.enums.get('Purpose') ?? []
    const roles = catalogue.enums.get('Role') ?? []
    const { policy, problems } = compilePolicy(policyText(level), 'd.yaml', catalogue, { bureau: 'XA', purposes, roles })
    if (policy === null) throw new Error(problems.map(formatProblem).join('\n'))
    const made = memoryBureau('XA', { rows: { Person: rows } })
    return { ...made, source: { ...made.source, policy } }
  }
  const query = `{ persons { totalCount facets(by: [NATIONALITIES]) ${facetFields} } }`

  it.each([
    ['generalised', 'GENERALISED'],
    ['masked', 'NONE'],
  ])('at %s counts by level and never by the coarser value, and unknown only where it is open', async (level, shown) => {
    const { data } = await memoryHub([bureau(level, 'XA')]).ask(query)
    expect(data).toEqual({
      persons: {
        totalCount: 4,
        facets: [
          {
            field: 'nationalities',
            buckets: [
              { value: 'XC', count: 1 },
              { value: 'XD', count: 1 },
            ],
            below: [{ level: shown, count: 2 }],
            withheld: 2,
            unknown: 1,
          },
        ],
      },
    })
    expect(JSON.stringify((await memoryHub([bureau(level, 'XB')]).ask(query)).data)).toBe(JSON.stringify(data))
  })
})
