import type { ExecutionResult } from 'graphql'
import { describe, expect, it } from 'vitest'
import { settled } from '../support/links/virtualClock.ts'
import { type MemoryBureau, type MemoryOptions, memoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'
import { promptClock } from '../support/promptClock.ts'

const codes = ['XA', 'XB', 'XC'] as const
type Code = (typeof codes)[number]

/** Six notices of each of three bureaus, day by day in turn; each answers once it is let go. */
function world(over: Partial<Record<Code, Partial<MemoryOptions>>> = {}, notices = 6) {
  const gates = new Map(codes.map((code) => [code, Promise.withResolvers<void>()]))
  const bureaus = codes.map((code, b) => {
    const rows = {
      Notice: Array.from({ length: notices }, (_, i) => ({
        key: `n${i}`,
        kind: i % 2 === 0 ? 'RED' : 'BLUE',
        number: `${code}-${i}`,
        issuedOn: new Date(Date.UTC(2026, 0, 10 + 3 * i + b)).toISOString().slice(0, 10),
        subject: { bureau: code, type: 'Person', key: 'p' },
      })),
      Person: [{ key: 'p', status: 'MISSING', names: [{ kind: 'PRIMARY', family: code }] }],
    }
    const bureau = memoryBureau(code, { rows, ...over[code] })
    bureau.holdBack = () => gates.get(code)?.promise
    return bureau
  })
  const memory = memoryHub(bureaus, { tempo: { clock: promptClock(), firstMs: 50, betweenMs: 200 } })
  return { bureaus, ...memory, letGo: (code: Code) => gates.get(code)?.resolve() }
}

interface Shown {
  readonly noticesProgress: {
    readonly nodes: readonly { readonly number: string; readonly subject?: { readonly names: readonly unknown[] } | null }[]
    readonly edges: readonly { readonly cursor: string }[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly sources: readonly { readonly bureau: { readonly code: string }; readonly state: string }[]
    readonly completeness: { readonly asked: number; readonly answered: number; readonly complete: boolean }
    readonly totalCount: number | null
  }
}

const page = `nodes { number } edges { cursor } pageInfo { hasNextPage endCursor hasPreviousPage startCursor } totalCount
  sources { bureau { code } state } completeness { asked answered complete } facets(by: [KIND]) { buckets { value count } }`
const question = (args: string, selection = page) =>
  [`{ notices${args} { ${selection} } }`, `subscription { noticesProgress${args} { ${selection} } }`] as const

const shown = ({ data, errors }: ExecutionResult) => {
  expect(errors).toBeUndefined()
  return (data as unknown as Shown).noticesProgress
}
const numbers = (item: ExecutionResult) => shown(item).nodes.map(({ number }) => number)
const states = (item: ExecutionResult) => Object.fromEntries(shown(item).sources.map(({ bureau, state }) => [bureau.code, state]))
/** Without what is drawn by chance. */
const still = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, one) => (/cursor/i.test(key) ? one !== null : ['asOf', 'latencyMs'].includes(key) ? null : one)))
const finds = (bureaus: readonly MemoryBureau[]) => bureaus.map(({ calls }) => calls.filter((call) => call === 'find Notice').length)

async function next(items: AsyncGenerator<ExecutionResult>): Promise<ExecutionResult> {
  const { value, done } = await items.next()
  if (done === true || value === undefined) throw new Error('no item')
  return value
}

describe('progress', () => {
  it('gives the page over those who have answered, and last what the query gives, letter by letter', async () => {
    const [query, subscription] = question('(first: 4, orderBy: [{ field: ISSUED_ON, direction: ASC }])')
    const { follow, ask, letGo } = world()
    const items = follow(subscription)
    letGo('XB')
    const first = await next(items)
    expect(numbers(first)).toEqual(['XB-0', 'XB-1', 'XB-2', 'XB-3'])
    expect(states(first)).toEqual({ XA: 'PENDING', XB: 'OK', XC: 'PENDING' })
    expect(shown(first).completeness).toEqual({ asked: 3, answered: 1, complete: false })
    expect(shown(first)).toMatchObject({ totalCount: null, facets: null, pageInfo: { hasNextPage: true } })
    expect(first.extensions).toMatchObject({
      completeness: { asked: 3, answered: 1, complete: false },
      sources: [
        { bureau: 'XA', state: 'PENDING' },
        { bureau: 'XB', state: 'OK' },
        { bureau: 'XC', state: 'PENDING' },
      ],
    })
    letGo('XA')
    const second = await next(items)
    expect(numbers(second)).toEqual(['XA-0', 'XB-0', 'XA-1', 'XB-1'])
    expect(states(second)).toEqual({ XA: 'OK', XB: 'OK', XC: 'PENDING' })
    const asOf = ({ extensions }: ExecutionResult) =>
      (extensions as { sources: readonly { asOf: string | null }[] } | undefined)?.sources.map((source) => source.asOf)[1]
    expect(asOf(first)).toMatch(/^2/)
    expect(asOf(second)).toBe(asOf(first))
    letGo('XC')
    const last = await next(items)
    expect((await items.next()).done).toBe(true)
    const { operation: _, data, extensions } = await ask(query)
    expect(still(shown(last))).toEqual(still((data as unknown as { notices: unknown }).notices))
    expect(still(last.extensions)).toEqual(still(extensions))
    expect(numbers(last)).toEqual(['XA-0', 'XB-0', 'XC-0', 'XA-1'])
    expect(shown(last).totalCount).toBe(18)
  })

  it.each([
    ['from the end', '(last: 4)'],
    ['by a filter', '(where: { kind: { eq: RED } }, first: 5)'],
    ['by two keys, in the hub', '(first: 5, orderBy: [{ field: UPDATED_AT, direction: ASC }, { field: ISSUED_ON, direction: DESC }])'],
    ['of chosen owners', '(where: { owner: { in: ["XA", "XC"] } })'],
    ['of nobody', '(where: { owner: { in: [] } })'],
  ])('ends with what the query gives: %s', async (_what, args) => {
    const [query, subscription] = question(args)
    const { follow, ask, letGo } = world({ XB: { orders: false }, XC: { pageRows: 2, filters: false } })
    const collected = Array.fromAsync(follow(subscription))
    for (const code of ['XC', 'XB', 'XA'] as const) {
      letGo(code)
      await settled()
      await settled()
    }
    const items = await collected
    const { data } = await ask(query)
    const last = items.at(-1)
    expect(last && still(shown(last))).toEqual(still((data as unknown as { notices: unknown }).notices))
    for (const item of items.slice(0, -1)) expect(Object.values(states(item))).toContain('PENDING')
  })

  it('is one item where all answer together, and says first that all are asked where none answers for a while', async () => {
    const { follow, letGo } = world()
    const waiting = follow(question('')[1])
    const none = await next(waiting)
    expect([numbers(none), states(none)]).toEqual([[], { XA: 'PENDING', XB: 'PENDING', XC: 'PENDING' }])
    for (const code of codes) letGo(code)
    expect(await Array.fromAsync(follow(question('')[1]))).toHaveLength(1)
    expect(states(await next(waiting))).toEqual({ XA: 'OK', XB: 'OK', XC: 'OK' })
  })

  it('gives cursors that miss nothing of those who had not answered yet', async () => {
    const { follow, ask, letGo } = world()
    letGo('XB')
    const early = await next(follow(question('(first: 4, orderBy: [{ field: ISSUED_ON, direction: ASC }])')[1]))
    letGo('XA')
    letGo('XC')
    const rest = async (after: string | null | undefined) =>
      (
        (
          await ask(
            'query ($after: String) { notices(first: 100, after: $after, orderBy: [{ field: ISSUED_ON, direction: ASC }]) { nodes { number } } }',
            { after },
          )
        ).data as unknown as { notices: { nodes: { number: string }[] } }
      ).notices.nodes.map(({ number }) => number)
    const everything = await rest(null)
    for (const [at, { cursor }] of shown(early).edges.entries()) {
      const seen = numbers(early).slice(0, at + 1)
      expect((await rest(cursor)).toSorted()).toEqual(everything.filter((number) => !seen.includes(number)).toSorted())
    }
    expect((await rest(shown(early).pageInfo.endCursor)).length).toBe(everything.length - 4)
  })

  it('asks each bureau no more often than the query, and reads a record once, however many items show it', async () => {
    const selection = `${page} nodes { subject { names { family } } }`
    const [query, subscription] = question('(first: 6)', selection)
    const { bureaus, follow, ask, letGo } = world()
    const items = follow(subscription)
    for (const code of codes) {
      letGo(code)
      await next(items)
    }
    const persons = bureaus.map(({ calls }) => calls.filter((call) => call === 'get Person').length)
    expect(persons).toEqual([1, 1, 1])
    const asked = finds(bureaus)
    await ask(query)
    expect(finds(bureaus).map((count, i) => count - (asked[i] ?? 0))).toEqual(asked)
  })

  it('waits for nobody in an item that is not the last: what a link leads to may be missing there, and comes later', async () => {
    const { bureaus, follow, letGo } = world()
    const later = Promise.withResolvers<void>()
    const [xa] = bureaus
    if (xa !== undefined) xa.holdBack = (call) => (call === 'get Person' ? later.promise : undefined)
    const items = follow(
      question(
        '(first: 2, orderBy: [{ field: ISSUED_ON, direction: ASC }])',
        'nodes { number subject { names { family } } } sources { bureau { code } state }',
      )[1],
    )
    const first = await next(items)
    expect(shown(first).nodes).toEqual([
      { number: 'XA-0', subject: null },
      { number: 'XA-1', subject: null },
    ])
    later.resolve()
    for (const code of codes) letGo(code)
    const last = (await Array.fromAsync(items)).at(-1)
    expect(last && shown(last).nodes[0]).toEqual({ number: 'XA-0', subject: { names: [{ family: 'XA' }] } })
  })

  it('shows nothing of a bureau of whose part of the page only some has come', async () => {
    const [, subscription] = question('(first: 20, orderBy: [{ field: ISSUED_ON, direction: ASC }])')
    const { bureaus, follow, letGo } = world({ XB: { pageRows: 5 } }, 30)
    const [, xb] = bureaus
    const more = Promise.withResolvers<void>()
    let pages = 0
    // Its second step, for the rest of the page that it would have to fill alone.
    if (xb !== undefined) xb.holdBack = () => (++pages > 3 ? more.promise : undefined)
    const items = follow(subscription)
    const none = await next(items)
    expect([numbers(none), states(none)]).toEqual([[], { XA: 'PENDING', XB: 'PENDING', XC: 'PENDING' }])
    expect(pages).toBe(4)
    more.resolve()
    const alone = await next(items)
    expect([numbers(alone).length, states(alone)]).toEqual([20, { XA: 'PENDING', XB: 'OK', XC: 'PENDING' }])
    for (const code of codes) letGo(code)
    const last = (await Array.fromAsync(items)).at(-1)
    expect(last && numbers(last).slice(0, 4)).toEqual(['XA-0', 'XB-0', 'XC-0', 'XA-1'])
  })

  it('takes a bureau that fails for one that has answered, and says so', async () => {
    const { bureaus, follow, letGo } = world()
    const [, xb] = bureaus
    if (xb !== undefined) xb.down = true
    for (const code of codes) letGo(code)
    const last = (await Array.fromAsync(follow(question('(first: 3)')[1]))).at(-1)
    expect(last && states(last)).toEqual({ XA: 'OK', XB: 'UNAVAILABLE', XC: 'OK' })
  })

  it('stops waiting when the operation is told to: the last item has what is there', async () => {
    const stop = new AbortController()
    const { follow, letGo } = world()
    letGo('XA')
    const items = follow(question('(first: 2)')[1], {}, undefined, stop.signal)
    expect(states(await next(items))).toEqual({ XA: 'OK', XB: 'PENDING', XC: 'PENDING' })
    stop.abort()
    expect(states(await next(items))).toEqual({ XA: 'OK', XB: 'TIMEOUT', XC: 'TIMEOUT' })
    expect((await items.next()).done).toBe(true)
  })
})

describe('what is recorded of progress', () => {
  it('is one entry an item before it leaves, with what no item before gave out', async () => {
    const { entries, follow, letGo } = world()
    const items = follow(question('(first: 2, orderBy: [{ field: ISSUED_ON, direction: ASC }])')[1])
    letGo('XB')
    await next(items)
    expect(entries).toMatchObject([
      { operation: { type: 'subscription' }, part: { number: 1, last: false }, disclosed: [{ owner: 'XB', keys: ['n0', 'n1'] }] },
    ])
    expect(entries[0]?.sources).toEqual({ PENDING: ['XA', 'XC'], OK: ['XB'] })
    letGo('XA')
    await next(items)
    letGo('XC')
    await next(items)
    expect(entries.slice(1)).toMatchObject([
      { part: { number: 2, last: false }, disclosed: [{ owner: 'XA', keys: ['n0'] }] },
      { part: { number: 3, last: true }, disclosed: [] },
    ])
  })
})
