import { describe, expect, it } from 'vitest'
import { memoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'

interface Connection {
  readonly edges: readonly { readonly cursor: string; readonly late: boolean; readonly node: { readonly issuedOn: string } }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

function world() {
  return ['XA', 'XB', 'XC'].map((code, at) =>
    memoryBureau(code, {
      rows: { Notice: Array.from({ length: 4 }, (_, n) => ({ key: `n${n}`, kind: 'RED', issuedOn: `2026-0${9 - n}-1${at}` })) },
    }),
  )
}

const document = `query ($first: Int, $after: String, $last: Int, $before: String) {
  notices(first: $first, after: $after, last: $last, before: $before) {
    edges { cursor late node { issuedOn } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`

function asking(bureaus = world()) {
  const hub = memoryHub(bureaus)
  return async (variables: Record<string, unknown>): Promise<Connection & { readonly days: readonly string[] }> => {
    const { data, errors } = await hub.ask(document, variables)
    if (errors !== undefined) throw errors[0]?.originalError
    const { notices } = data as unknown as { readonly notices: Connection }
    return { ...notices, days: notices.edges.map(({ node }) => node.issuedOn) }
  }
}

describe('pages from the end', () => {
  it('are those from the start, the other way round and each in the same order', async () => {
    const ask = asking()
    const { days } = await ask({ first: 100 })
    expect(days).toHaveLength(12)
    const last = await ask({ last: 5 })
    expect(last.days).toEqual(days.slice(7))
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
    const middle = await ask({ last: 5, before: last.pageInfo.startCursor })
    expect(middle.days).toEqual(days.slice(2, 7))
    expect(middle.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true })
    const first = await ask({ last: 5, before: middle.pageInfo.startCursor })
    expect(first.days).toEqual(days.slice(0, 2))
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
  })

  it('can be turned round at any record, in both directions', async () => {
    const ask = asking()
    const { days, edges } = await ask({ first: 100 })
    const backwards = (await ask({ last: 100 })).edges
    for (const [at, { cursor }] of edges.entries()) {
      for (const one of [cursor, backwards[at]?.cursor]) {
        expect((await ask({ last: 3, before: one })).days).toEqual(days.slice(Math.max(0, at - 3), at))
        expect((await ask({ first: 3, after: one })).days).toEqual(days.slice(at + 1, at + 4))
      }
    }
  })

  it('flag records that come late, and give them first', async () => {
    const bureaus = world()
    const ask = asking(bureaus)
    const silent = bureaus[1]
    if (silent === undefined) throw new Error('no bureau')
    silent.down = true
    const last = await ask({ last: 5 })
    expect(last.edges.some(({ late }) => late)).toBe(false)
    silent.down = false
    const before = await ask({ last: 12, before: last.pageInfo.startCursor })
    // Read from the end, what comes first stands last on the page.
    const isLate = before.edges.map(({ node }) => node.issuedOn < (last.days[0] ?? ''))
    expect(before.edges.map(({ late }) => late)).toEqual(isLate)
    expect(isLate).toEqual([...isLate].sort((a, b) => Number(a) - Number(b)))
    expect(isLate).toContain(true)
    expect([...before.days, ...last.days].toSorted().toReversed()).toEqual((await ask({ first: 100 })).days)
  })
})

describe('a page that cannot be', () => {
  it.each<[string, Record<string, unknown>]>([
    ['first, last:', { first: 1, last: 1 }],
    ['after:', { last: 1, after: 'x' }],
    ['before:', { first: 1, before: 'x' }],
    ['before:', { before: 'x' }],
    ['first:', { first: 0 }],
    ['first:', { first: 101 }],
    ['last:', { last: -1 }],
    ['last:', { last: 101 }],
  ])('is refused with the name of the argument: %s', async (name, variables) => {
    await expect(asking()(variables)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining(name) })
  })

  it('has 20 records when nothing is said, also where null is', async () => {
    const many = memoryBureau('XA', { rows: { Notice: Array.from({ length: 30 }, (_, n) => ({ key: `n${n}`, kind: 'RED' })) } })
    expect((await asking([many])({})).days).toHaveLength(20)
    expect((await asking([many])({ first: null, last: null, after: null, before: null })).days).toHaveLength(20)
  })

  it('has no place to turn round at where no bureau answered', async () => {
    const bureaus = world()
    for (const bureau of bureaus) bureau.down = true
    const ask = asking(bureaus)
    const empty = await ask({ first: 5 })
    expect(empty.pageInfo).toMatchObject({ hasNextPage: true, startCursor: null })
    await expect(ask({ last: 5, before: empty.pageInfo.endCursor })).rejects.toMatchObject({ code: 'CURSOR_INVALID' })
    for (const bureau of bureaus) bureau.down = false
    expect((await ask({ first: 100, after: empty.pageInfo.endCursor })).days).toHaveLength(12)
  })
})
