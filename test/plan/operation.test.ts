import { describe, expect, it } from 'vitest'
import type { RecordRef } from '../../src/model/record.ts'
import { caller } from '../support/caller.ts'
import { type MemoryOptions, memoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'

const to = (bureau: string, type: string, key: string): RecordRef => ({ bureau, type, key })

/** Ten notices about five persons; requests of the other bureau about two of them. */
function world(over: Partial<MemoryOptions> = {}) {
  const codes = ['XA', 'XB'] as const
  return codes.map((code, b) =>
    memoryBureau(code, {
      rows: {
        Notice: Array.from({ length: 10 }, (_, i) => ({
          key: `n${i}`,
          kind: 'RED',
          issuedOn: `2026-01-${10 + i}`,
          subject: to(code, 'Person', `p${i % 5}`),
        })),
        Person: Array.from({ length: 5 }, (_, i) => ({
          key: `p${i}`,
          status: 'MISSING',
          birthDate: '1980',
          names: [{ kind: 'PRIMARY', family: `F${code}${i}` }],
        })),
        AssistanceRequest: [
          { key: 'r0', sentAt: '2026-01-01T00:00:00Z', subjects: [to(codes[1 - b] ?? 'XA', 'Person', 'p0'), to(code, 'Person', 'p1')] },
        ],
      },
      ...over,
    }),
  )
}

const nested = `{ notices(first: 20) { nodes { id subject { names { family } notices { id kind } requests { id } } } sources { bureau { code } state } } }`

interface Nested {
  notices: {
    nodes: { id: string; subject: { names: { family: string }[]; notices: { id: string }[]; requests: { id: string }[] } | null }[]
    sources: unknown[]
  }
}

describe('a nested question', () => {
  it('asks each bureau once per level, however many records there are', async () => {
    const bureaus = world({ pageRows: 100, limits: { pageRows: 100 } })
    const { data, errors } = await memoryHub(bureaus).ask(nested)
    expect(errors).toBeUndefined()
    const { nodes } = (data as unknown as Nested).notices
    expect(nodes).toHaveLength(20)
    expect(new Set(nodes.map((node) => node.subject?.names[0]?.family)).size).toBe(10)
    expect(nodes.every((node) => node.subject?.notices.length === 2)).toBe(true)
    for (const bureau of bureaus) {
      expect(bureau.calls.filter((one) => one === 'get Person')).toHaveLength(1)
      expect(bureau.calls.filter((one) => one === 'find AssistanceRequest')).toHaveLength(1)
      // One page of notices, and one question for all persons' other notices.
      expect(bureau.calls.filter((one) => one === 'find Notice').length).toBeLessThanOrEqual(2)
    }
  })

  it("follows links into another bureau's records, both ways", async () => {
    const { data } = await memoryHub(world()).ask(
      `{ persons(first: 10) { nodes { owner { code } names { family } requests { owner { code } } } } }`,
    )
    const persons = (
      data as unknown as {
        persons: { nodes: { owner: { code: string }; names: { family: string }[]; requests: { owner: { code: string } }[] }[] }
      }
    ).persons.nodes
    const first = persons.find((person) => person.names[0]?.family === 'FXA0')
    expect(first?.requests.map((one) => one.owner.code)).toEqual(['XB'])
    expect(persons.find((person) => person.names[0]?.family === 'FXA1')?.requests.map((one) => one.owner.code)).toEqual(['XA'])
  })

  it('hides a linked record that is not listed, on its own and in lists', async () => {
    const bureaus = world({ hidden: (values) => JSON.stringify(values['names'] ?? '').includes('FXA') })
    const { data } = await memoryHub(bureaus).ask(nested)
    const { nodes } = (data as unknown as Nested).notices
    expect(nodes.filter((node) => node.subject === null)).toHaveLength(10)
  })

  it('follows no link that the owner withholds, in either direction', async () => {
    const bureaus = world({ withheld: { Notice: ['subject'], Person: ['requests'] } })
    const { data } = await memoryHub(bureaus).ask(nested)
    expect((data as unknown as Nested).notices.nodes.every((node) => node.subject === null)).toBe(true)
    const persons = await memoryHub(bureaus).ask('{ persons { nodes { notices { id } requests { id } } } }')
    const { nodes } = (persons.data as unknown as { persons: { nodes: { notices: unknown[]; requests: unknown[] | null }[] } }).persons
    expect(nodes).toHaveLength(10)
    // The notices withhold the link at their end: it does not exist in the view.
    expect(nodes.every((node) => node.requests === null && node.notices.length === 0)).toBe(true)
  })

  it('answers null for the links of a bureau that fell silent, and says which one', async () => {
    const bureaus = world()
    const hub = memoryHub(bureaus)
    const { data, extensions } = await hub.ask(`{ requests { nodes { owner { code } subjects { id } } } }`)
    expect(JSON.stringify(data)).toContain('subjects')
    expect(extensions).toMatchObject({ completeness: { asked: 2, answered: 2, complete: true } })
    if (bureaus[0]) bureaus[0].down = true
    const silent = await hub.ask(nested)
    expect(silent.errors).toBeUndefined()
    expect(silent.extensions).toMatchObject({ completeness: { asked: 2, answered: 1, complete: false } })
    expect((silent.data as unknown as Nested).notices.nodes).toHaveLength(10)
    expect((silent.data as unknown as Nested).notices.sources).toEqual([
      { bureau: { code: 'XA' }, state: 'UNAVAILABLE' },
      { bureau: { code: 'XB' }, state: 'OK' },
    ])
  })
})

describe('a bureau that never answers', () => {
  it('is left behind at the deadline; the others answer, and the next page still owes its records', async () => {
    const bureaus = world({ limits: { deadlineMs: 150 } })
    const [xa] = bureaus
    if (xa === undefined) throw new Error('no XA')
    xa.hangs = true
    const hub = memoryHub(bureaus)
    const started = performance.now()
    const query =
      'query ($after: String) { notices(first: 10, after: $after) { nodes { owner { code } } pageInfo { hasNextPage endCursor } sources { bureau { code } state } } }'
    const { data, errors } = await hub.ask(query)
    expect(performance.now() - started).toBeLessThan(800)
    expect(errors).toBeUndefined()
    interface Paged {
      notices: { nodes: { owner: { code: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string }; sources: unknown[] }
    }
    const page = (data as unknown as Paged).notices
    expect(page.nodes.map((node) => node.owner.code)).toEqual(Array.from({ length: 10 }, () => 'XB'))
    expect(page.sources).toContainEqual({ bureau: { code: 'XA' }, state: 'TIMEOUT' })
    expect(page.pageInfo.hasNextPage).toBe(true)
    xa.hangs = false
    const late = (await hub.ask(query, { after: page.pageInfo.endCursor })).data as unknown as Paged
    expect(late.notices.nodes.map((node) => node.owner.code)).toEqual(Array.from({ length: 10 }, () => 'XA'))
    expect(late.notices.pageInfo.hasNextPage).toBe(false)
  })
})

describe('a decision', () => {
  it('reads what it needs, whether or not the caller selected it', async () => {
    const bureaus = world({ withheldOn: { field: 'birthDate', when: (values) => values['birthDate'] === '1980' } })
    const { data } = await memoryHub(bureaus).ask('{ persons(first: 1) { nodes { status _disclosure { field } } } }')
    expect(data).toEqual({ persons: { nodes: [{ status: 'MISSING', _disclosure: [{ field: 'birthDate' }] }] } })
  })
})

describe('node(id)', () => {
  it('finds a record by its id, and answers null alike for what is withheld, foreign or made up', async () => {
    const bureaus = world({ hidden: (values) => values['issuedOn'] === '2026-01-19' })
    const hub = memoryHub(bureaus)
    const { data } = await hub.ask(`{ notices(first: 1) { nodes { id } } }`)
    const id = (data as unknown as { notices: { nodes: { id: string }[] } }).notices.nodes[0]?.id ?? ''
    const hiddenId = hub.hub
      .begin(caller(), { signal: new AbortController().signal, traceId: '' })
      .plan.idOf({ ref: to('XA', 'Notice', 'n9'), values: {}, disclosure: [] })
    const query = `query ($id: ID!) { node(id: $id) { __typename id ... on Notice { kind } } }`
    expect((await hub.ask(query, { id })).data).toEqual({ node: { __typename: 'Notice', id, kind: 'RED' } })
    for (const other of [hiddenId, 'nonsense', `${id}A`]) expect((await hub.ask(query, { id: other })).data).toEqual({ node: null })
  })
})

describe('arguments', () => {
  const hub = memoryHub(world())
  it.each([
    ['{ notices(first: 0) { nodes { id } } }', /1 to 100/],
    ['{ notices(first: 101) { nodes { id } } }', /1 to 100/],
    ['{ notices(where: { kind: { eq: null } }) { nodes { id } } }', /where\.kind\.eq: null/],
    ['{ notices(where: { kind: null }) { nodes { id } } }', /where\.kind: null/],
    ['{ notices(after: "x") { nodes { id } } }', /cursor/],
  ])('are refused with the place: %s', async (query, message) => {
    const { errors, data } = await hub.ask(query)
    expect(errors?.[0]?.message).toMatch(message)
    expect(data).toBe(null)
  })

  it('order and filter through a link, one level', async () => {
    const query = `{ notices(first: 3, orderBy: [{ field: ISSUED_ON }], where: { subject: { names: { family: { eq: "FXB2" } } } }) { nodes { issuedOn owner { code } } } }`
    expect((await hub.ask(query)).data).toEqual({
      notices: {
        nodes: [
          { issuedOn: '2026-01-12', owner: { code: 'XB' } },
          { issuedOn: '2026-01-17', owner: { code: 'XB' } },
        ],
      },
    })
  })

  it('come in the order of their type along a link back, whatever is selected of them', async () => {
    const subject = { bureau: 'XA', type: 'Person', key: 'p1' }
    const days = ['2026-01-05', '2026-01-09', '2026-01-01', '2026-01-07']
    const rows = {
      Person: [{ key: 'p1', status: 'MISSING' }],
      Notice: days.map((issuedOn, i) => ({ key: `n${i}`, number: `2026/${i}`, issuedOn, subject })),
    }
    const { data } = await memoryHub([memoryBureau('XA', { rows })]).ask('{ persons { nodes { notices { number } } } }')
    expect(data).toEqual({ persons: { nodes: [{ notices: [1, 3, 0, 2].map((n) => ({ number: `2026/${n}` })) }] } })
  })

  it('do not reach a bureau that the owner filter leaves out', async () => {
    const bureaus = world()
    const { data } = await memoryHub(bureaus).ask(
      `{ notices(where: { owner: { eq: "XB" } }) { nodes { owner { code } } sources { bureau { code } state } } }`,
    )
    expect(JSON.stringify(data)).not.toContain('"nodes":[{"owner":{"code":"XA"')
    expect((data as unknown as Nested).notices.sources).toContainEqual({ bureau: { code: 'XA' }, state: 'NOT_ASKED' })
    expect(bureaus[0]?.calls).toEqual([])
  })
})

describe('the record of an operation', () => {
  it('names each owner, the records and the levels below full of what was selected', async () => {
    const hub = memoryHub(world({ withheld: { Person: ['birthDate', 'sex'] } }))
    await hub.ask(`{ notices(first: 2, where: { owner: { eq: "XA" } }) { nodes { kind subject { birthDate names { family } } } } }`)
    expect(hub.entries).toHaveLength(1)
    expect(hub.entries[0]?.disclosed).toEqual([
      { owner: 'XA', type: 'Notice', below: {}, rules: ['memory'], keys: ['n9', 'n8'] },
      { owner: 'XA', type: 'Person', below: { birthDate: 'none' }, rules: ['memory'], keys: ['p4', 'p3'] },
    ])
    expect(hub.entries[0]?.fields).toEqual({ Notice: ['kind', 'subject'], Person: ['birthDate', 'names'] })
    expect(JSON.stringify(hub.entries)).not.toMatch(/1980|FXA/)
  })
})

describe('a bureau that mostly fails', () => {
  it('is left alone for a while: it is named at once, with when to try again, and its health says so', async () => {
    const bureaus = world({ limits: { breakerPercent: 50 } })
    const [xa] = bureaus
    if (xa === undefined) throw new Error('no XA')
    xa.down = true
    const hub = memoryHub(bureaus)
    const ask = () => hub.ask('{ notices(first: 1) { sources { bureau { code } state retryAfterMs latencyMs } } }')
    for (let i = 0; i < 10; i++) await ask()
    const calls = xa.calls.length
    const { data, extensions } = await ask()
    const sources = [
      { bureau: { code: 'XA' }, state: 'BREAKER_OPEN', retryAfterMs: expect.any(Number) },
      { bureau: { code: 'XB' }, state: 'OK', retryAfterMs: null },
    ]
    expect((data as unknown as { notices: { sources: unknown } }).notices.sources).toMatchObject(sources)
    expect(extensions).toMatchObject({ completeness: { asked: 2, answered: 1, complete: false } })
    expect(xa.calls).toHaveLength(calls)
    const health = await hub.ask('{ bureaus { code health { state breaker concurrency } } }')
    expect((health.data as unknown as { bureaus: unknown }).bureaus).toMatchObject([
      { code: 'XA', health: { state: 'BREAKER_OPEN', breaker: 'OPEN', concurrency: 8 } },
      { code: 'XB', health: { state: 'OK', breaker: 'CLOSED', concurrency: 8 } },
    ])
  })
})
