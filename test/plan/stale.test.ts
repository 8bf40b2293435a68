import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ConnectorError } from '../../src/connectors/connector.ts'
import type { RecordRef } from '../../src/model/record.ts'
import { RowVault, type VaultEntry } from '../../src/records/kept/rowVault.ts'
import { caller } from '../support/caller.ts'
import { compiledPolicy } from '../support/compiledPolicy.ts'
import { type MemoryBureau, type MemoryOptions, memoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'

const noon = Date.parse('2026-06-15T12:00:00Z')
const to = (type: string, key: string): RecordRef => ({ bureau: 'XA', type, key })
const rows = {
  Notice: [1, 2, 3].map((n) => ({ key: `n${n}`, kind: n === 3 ? 'BLUE' : 'RED', issuedOn: `2026-01-0${n}`, subject: to('Person', 'p1') })),
  Person: [
    { key: 'p1', status: 'MISSING', names: [{ kind: 'PRIMARY', family: 'One' }] },
    { key: 'p2', status: 'CHARGED', names: [{ kind: 'PRIMARY', family: 'Two' }] },
  ],
  AssistanceRequest: [{ key: 'r1', sentAt: '2026-01-01T00:00:00Z', subjects: [to('Person', 'p1')] }],
}

/** XA may stand in for a minute; XB never does. */
function federation(over: Partial<MemoryOptions> = {}) {
  const vault = new Map<string, VaultEntry>()
  const xa = memoryBureau('XA', { rows, staleSeconds: 60, vault: new RowVault({ entries: vault }), ...over })
  const xb = memoryBureau('XB', { rows: { Notice: [{ key: 'b1', kind: 'RED', issuedOn: '2026-01-02' }] } })
  return { xa, xb, vault, ...memoryHub([xa, xb]) }
}

const list = `query ($where: NoticeFilter, $after: String, $first: Int = 20) { notices(where: $where, after: $after, first: $first) {
  nodes { id owner { code } issuedOn _staleAsOf } edges { node { ... on Record { _staleAsOf } } }
  pageInfo { hasNextPage endCursor } totalCount facets(by: [KIND]) { field }
  sources { bureau { code } state asOf retryAfterMs } completeness { asked answered complete } } }`

interface Page {
  readonly nodes: readonly { id: string; owner: { code: string }; issuedOn: string; _staleAsOf: string | null }[]
  readonly edges: readonly { node: { _staleAsOf: string | null } }[]
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null }
  readonly totalCount: number | null
  readonly facets: readonly unknown[] | null
  readonly sources: readonly { bureau: { code: string }; state: string; asOf: string | null }[]
  readonly completeness: { asked: number; answered: number; complete: boolean }
}

type Ask = ReturnType<typeof federation>['ask']
const page = async (ask: Ask, variables: Record<string, unknown> = {}, who = caller()): Promise<Page> => {
  const { data, errors } = await ask(list, variables, who)
  expect(errors).toBeUndefined()
  return (data as unknown as { notices: Page }).notices
}
const stateOf = ({ sources }: Page, code = 'XA') => sources.find(({ bureau }) => bureau.code === code)?.state
const ofXa = ({ nodes }: Page) => nodes.filter(({ owner }) => owner.code === 'XA')

beforeEach(() => {
  vi.useFakeTimers({ now: noon, toFake: ['Date', 'setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a page whose bureau does not answer', () => {
  it('holds what the caller was shown before, marked wherever it is looked at, and counts nothing', async () => {
    const { ask, xa, entries } = federation()
    const fresh = await page(ask)
    expect(fresh.nodes.map(({ _staleAsOf }) => _staleAsOf)).toEqual([null, null, null, null])
    expect(fresh.totalCount).toBe(4)
    xa.down = true
    vi.setSystemTime(noon + 59_000)
    const { data, extensions, operation } = await ask(list)
    const stale = (data as unknown as { notices: Page }).notices
    const asOf = new Date(noon).toISOString()
    expect(stale.nodes.map(({ id }) => id)).toEqual(fresh.nodes.map(({ id }) => id))
    expect(stale.nodes.map(({ owner, _staleAsOf }) => [owner.code, _staleAsOf])).toEqual(
      fresh.nodes.map(({ owner }) => [owner.code, owner.code === 'XA' ? asOf : null]),
    )
    expect(stale.edges.map(({ node }) => node._staleAsOf)).toEqual(stale.nodes.map(({ _staleAsOf }) => _staleAsOf))
    expect(stale.sources).toEqual([
      { bureau: { code: 'XA' }, state: 'STALE', asOf, retryAfterMs: null },
      { bureau: { code: 'XB' }, state: 'OK', asOf: new Date(noon + 59_000).toISOString(), retryAfterMs: null },
    ])
    expect([stale.totalCount, stale.facets]).toEqual([null, null])
    expect(stale.completeness).toEqual({ asked: 2, answered: 1, complete: false })
    // For the operation as a whole too, though its counts could not be read at all.
    expect(extensions?.['completeness']).toMatchObject({ complete: false })
    expect(operation.plan.sources().find(({ bureau }) => bureau === 'XA')?.state).toBe('STALE')
    // What was given is on record as ever.
    expect(
      entries
        .at(-1)
        ?.disclosed.find(({ owner }) => owner === 'XA')
        ?.keys.toSorted(),
    ).toEqual(['n1', 'n2', 'n3'])
  })

  it('tells it in the extensions too, for who selects no marker', async () => {
    const { ask, xa, entries } = federation()
    const plain = '{ notices { nodes { kind } } }'
    await ask(plain)
    xa.down = true
    const { extensions } = await ask(plain)
    expect(extensions?.['sources']).toMatchObject([{ bureau: 'XA', state: 'STALE', asOf: new Date(noon).toISOString() }, { bureau: 'XB' }])
    expect(extensions?.['completeness']).toEqual({ asked: 2, answered: 1, complete: false })
    expect(entries.at(-1)?.sources).toMatchObject({ STALE: ['XA'] })
  })

  it.each([
    ['fails', (xa: MemoryBureau) => (xa.down = true), 'STALE'],
    ['is busy', (xa: MemoryBureau) => (xa.failure = new ConnectorError('BUSY', 'no', { retryAfterMs: 7000 })), 'STALE'],
    ['is late', (xa: MemoryBureau) => (xa.failure = new ConnectorError('TIMEOUT', 'no')), 'STALE'],
    ['answers garbage', (xa: MemoryBureau) => (xa.failure = new ConnectorError('BAD_ANSWER', 'no')), 'STALE'],
    ['refuses', (xa: MemoryBureau) => (xa.failure = new ConnectorError('REFUSED', 'no')), 'UNAVAILABLE'],
    ['has no such source', (xa: MemoryBureau) => (xa.failure = new ConnectorError('NO_SOURCE', 'no')), 'UNAVAILABLE'],
  ])('stands in when the system %s', async (_how, fail, state) => {
    const { ask, xa, vault } = federation()
    await page(ask)
    fail(xa)
    const answer = await page(ask)
    expect([stateOf(answer), ofXa(answer).length]).toEqual(state === 'STALE' ? ['STALE', 3] : [state, 0])
    if (state === 'STALE') return
    // What was refused once is not given by a later failure either.
    expect(vault.size).toBe(0)
    xa.failure = new ConnectorError('UNREACHABLE', 'no')
    expect(stateOf(await page(ask))).toBe('UNAVAILABLE')
  })

  it('stands in while the bureau is left alone, at once', async () => {
    const { ask, xa } = federation({ limits: { breakerPercent: 20 } })
    await page(ask)
    xa.down = true
    for (let i = 0; i < 12; i++) await page(ask)
    const calls = xa.calls.length
    const { sources } = await page(ask)
    expect(xa.calls.length).toBe(calls)
    expect(sources[0]).toMatchObject({ state: 'STALE', retryAfterMs: expect.any(Number) })
  })

  it('stands in for nobody else, for no other question, and not when it is too old', async () => {
    const { ask, xa } = federation()
    await page(ask)
    xa.down = true
    expect(stateOf(await page(ask, {}, caller({ personRef: 'XZ-0002' })))).toBe('UNAVAILABLE')
    expect(stateOf(await page(ask, {}, caller({}, { kind: 'BORDER_CHECK' })))).toBe('UNAVAILABLE')
    expect(stateOf(await page(ask, { where: { kind: { eq: 'RED' } } }))).toBe('UNAVAILABLE')
    expect(stateOf(await page(ask, { first: 19 }))).toBe('UNAVAILABLE')
    expect(stateOf(await page(ask))).toBe('STALE')
    vi.setSystemTime(noon + 60_000)
    expect(stateOf(await page(ask))).toBe('UNAVAILABLE')
  })

  it('never says that there is nothing', async () => {
    const { ask, xa } = federation()
    const where = { kind: { eq: 'GREEN' } }
    expect(stateOf(await page(ask, { where }))).toBe('OK')
    xa.down = true
    expect(stateOf(await page(ask, { where }))).toBe('UNAVAILABLE')
    // Nor once there is nothing any more.
    xa.down = false
    const red = { where: { kind: { eq: 'RED' } } }
    await page(ask, red)
    xa.rows = { ...rows, Notice: [] }
    await page(ask, red)
    xa.down = true
    expect(stateOf(await page(ask, red))).toBe('UNAVAILABLE')
  })

  it('leaves the bureau where it stands: its records go on where the page left off once it answers', async () => {
    const { ask, xa } = federation()
    const fresh = await page(ask, { first: 2 })
    xa.down = true
    const stale = await page(ask, { first: 2 })
    expect(stale.nodes.map(({ id }) => id)).toEqual(fresh.nodes.map(({ id }) => id))
    expect(stale.pageInfo.hasNextPage).toBe(true)
    const during = await page(ask, { first: 2, after: stale.pageInfo.endCursor })
    expect([stateOf(during), during.pageInfo.hasNextPage]).toEqual(['UNAVAILABLE', true])
    xa.down = false
    const rest = await page(ask, { first: 9, after: during.pageInfo.endCursor })
    const all = [...stale.nodes, ...during.nodes, ...rest.nodes]
    expect(all.map(({ owner, issuedOn }) => `${owner.code} ${issuedOn}`).toSorted()).toEqual([
      'XA 2026-01-01',
      'XA 2026-01-02',
      'XA 2026-01-03',
      'XB 2026-01-02',
    ])
    expect(rest.nodes.every(({ _staleAsOf }) => _staleAsOf === null)).toBe(true)
    expect(rest.pageInfo.hasNextPage).toBe(false)
  })

  it('stands in where the hub orders and filters by itself, too', async () => {
    const { ask, xa } = federation({ orders: false, filters: false, pageRows: 1 })
    const fresh = await page(ask, { where: { kind: { eq: 'RED' } } })
    xa.down = true
    const stale = await page(ask, { where: { kind: { eq: 'RED' } } })
    expect(ofXa(fresh)).toHaveLength(2)
    expect(ofXa(stale).map(({ id }) => id)).toEqual(ofXa(fresh).map(({ id }) => id))
  })
})

describe('records by id and along links', () => {
  const record = `query ($id: ID!) { node(id: $id) { id ... on Record { _staleAsOf } ... on Person { status notices { kind _staleAsOf } requests { sentAt _staleAsOf } } } }`
  const asOf = new Date(noon).toISOString()

  it('stand in one by one, marked', async () => {
    const { ask, xa, hub } = federation()
    const ids = ['p1', 'p2'].map((key) =>
      hub.begin(caller(), { signal: new AbortController().signal, traceId: '' }).plan.idAt(to('Person', key)),
    )
    const both = `query ($a: ID!, $b: ID!) { a: node(id: $a) { id ... on Record { _staleAsOf } } b: node(id: $b) { id ... on Record { _staleAsOf } } }`
    await ask(record, { id: ids[0] })
    await ask(`query ($a: ID!) { a: node(id: $a) { id ... on Record { _staleAsOf } } }`, { a: ids[0] })
    xa.down = true
    vi.setSystemTime(noon + 1000)
    const open = await ask(record, { id: ids[0] })
    expect(open.data?.['node']).toEqual({
      id: ids[0],
      _staleAsOf: asOf,
      status: 'MISSING',
      notices: [
        { kind: 'BLUE', _staleAsOf: asOf },
        { kind: 'RED', _staleAsOf: asOf },
        { kind: 'RED', _staleAsOf: asOf },
      ],
      requests: [{ sentAt: '2026-01-01T00:00:00Z', _staleAsOf: asOf }],
    })
    expect(open.extensions?.['sources']).toMatchObject([{ bureau: 'XA', state: 'STALE', asOf }, { bureau: 'XB' }])
    const two = await ask(both, { a: ids[0], b: ids[1] })
    expect([two.data?.['a'], two.data?.['b']]).toEqual([{ id: ids[0], _staleAsOf: asOf }, null])
    expect(two.extensions?.['sources']).toMatchObject([{ bureau: 'XA', state: 'STALE', asOf }])
  })

  it('tell a record that is withheld no more than one that is not there', async () => {
    const answers = await Promise.all(
      [rows.Person, [], rows.Person.slice(1)].map(async (Person) => {
        const { ask, xa, hub, vault } = federation({
          rows: { ...rows, Person },
          hidden: (values) => values['status'] === 'MISSING',
          inputs: ['status'],
        })
        const id = hub.begin(caller(), { signal: new AbortController().signal, traceId: '' }).plan.idAt(to('Person', 'p1'))
        const fresh = await ask('query ($id: ID!) { node(id: $id) { id } }', { id })
        expect(vault.size).toBe(0)
        xa.down = true
        const stale = await ask('query ($id: ID!) { node(id: $id) { id } }', { id })
        return JSON.stringify([fresh.data, fresh.extensions, stale.data, stale.extensions])
      }),
    )
    expect(new Set(answers).size).toBe(1)
  })

  it.each([
    ['gone', rows.Notice.slice(1)],
    ['a record of the type no more', rows.Notice.map((row) => (row.key === 'n1' ? { ...row, broken: true } : row))],
  ])('do not come back once the hub has seen that they are %s', async (_how, Notice) => {
    const { ask, xa, hub } = federation()
    const id = hub.begin(caller(), { signal: new AbortController().signal, traceId: '' }).plan.idAt(to('Notice', 'n1'))
    await page(ask)
    xa.rows = { ...rows, Notice }
    // Somebody else comes upon it.
    await ask('query ($id: ID!) { node(id: $id) { id } }', { id }, caller({ bureau: 'XY', personRef: 'XY-1' }))
    xa.down = true
    expect(ofXa(await page(ask))).toEqual([])
  })

  it('do not come back as they were once this reader has found them withheld, however they were found', async () => {
    const hidden = (values: Readonly<Record<string, unknown>>) => values['kind'] === 'BLACK'
    const turned = rows.Notice.map((row) => (row.key === 'n1' ? { ...row, kind: 'BLACK' } : row))
    const someone = caller({ personRef: 'XZ-0002' })
    const first = { first: 7 }
    const { ask, xa } = federation({ hidden, inputs: ['kind'] })
    await page(ask)
    await page(ask, {}, someone)
    xa.rows = { ...rows, Notice: turned }
    expect(ofXa(await page(ask, first))).toHaveLength(2)
    xa.down = true
    expect(ofXa(await page(ask))).toEqual([])
    expect(ofXa(await page(ask, first))).toHaveLength(2)
    // It is the record that has changed, so that it is nobody's as it was.
    expect(ofXa(await page(ask, {}, someone))).toEqual([])
  })

  it('are no ground on which another record is found', async () => {
    const { ask, xa, xb } = federation()
    xb.rows = { Notice: [{ key: 'b1', kind: 'RED', issuedOn: '2026-01-02', subject: to('Person', 'p1') }] }
    const where = { subject: { status: { eq: 'MISSING' } } }
    const byLink = `query ($where: NoticeFilter) { notices(where: $where) { nodes { owner { code } subject { status } } } }`
    const owners = async () =>
      ((await ask(byLink, { where })).data as unknown as { notices: Page }).notices.nodes.map(({ owner }) => owner.code)
    expect((await owners()).toSorted()).toEqual(['XA', 'XA', 'XA', 'XB'])
    xa.down = true
    expect(await owners()).toEqual([])
  })
})

describe('what is never answered from kept rows', () => {
  it('is a hit check', async () => {
    const documents = [{ kind: 'PASSPORT', number: 'X1234', issuingCountry: 'XA' }]
    const { ask, xa } = federation({ rows: { ...rows, Person: [{ key: 'p1', status: 'MISSING', documents, names: [] }] } })
    const check = `mutation { hitCheck(input: { document: { number: "X1234", issuingCountry: "XA" } }) { rows { bureau { code } outcome } } }`
    const outcome = async () => {
      const [{ data }] = await Promise.all([ask(check), vi.advanceTimersByTimeAsync(5000)])
      const { rows: answers } = (data as unknown as { hitCheck: { rows: { bureau: { code: string }; outcome: string }[] } }).hitCheck
      return answers.find(({ bureau }) => bureau.code === 'XA')?.outcome
    }
    const persons = '{ persons { nodes { names { family } documents { number } } } }'
    await ask(persons)
    expect(await outcome()).toBe('HIT')
    xa.down = true
    expect((await ask(persons)).extensions?.['sources']).toMatchObject([{ state: 'STALE' }])
    expect(await outcome()).toBe('NOT_ANSWERED')
  })
})

describe('a record past its end', () => {
  it('ends in what is kept as well', async () => {
    const policy = compiledPolicy(
      'XA',
      `  - { id: L, title: t, on: Notice, record: listed, to: any, for: any, mayInclude: any }
  - { id: F, title: t, on: Notice, fields: [kind, issuedOn, expiresOn], level: full, to: any, for: any }`,
    )
    const Notice = [
      { key: 'n1', kind: 'RED', issuedOn: '2026-01-01', expiresOn: '2026-06-15' },
      { key: 'n2', kind: 'RED', issuedOn: '2026-01-02', expiresOn: '2026-06-16' },
    ]
    const { ask, xa } = federation({ rows: { Notice }, policy, mapped: ['kind', 'issuedOn', 'expiresOn'], staleSeconds: 86_400 })
    expect(ofXa(await page(ask)).map(({ issuedOn }) => issuedOn)).toEqual(['2026-01-02', '2026-01-01'])
    xa.down = true
    const on = (date: string) => ({ ...caller(), date, instant: Date.parse(`${date}T00:00:00Z`) })
    const shown = async (date: string) => ofXa(await page(ask, {}, on(date))).map(({ issuedOn }) => issuedOn)
    expect(await shown('2026-06-15')).toEqual(['2026-01-02', '2026-01-01'])
    expect(await shown('2026-06-16')).toEqual(['2026-01-02'])
    expect(stateOf(await page(ask, {}, on('2026-06-17')))).toBe('UNAVAILABLE')
  })
})
