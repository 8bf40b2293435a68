import { describe, expect, it } from 'vitest'
import type { Policy } from '../../src/disclosure/policy.ts'
import { liveServer } from '../support/alerts/liveServer.ts'
import { compiledPolicy } from '../support/compiledPolicy.ts'
import { eventually } from '../support/connectors/eventually.ts'
import { type MemoryBureau, memoryBureau } from '../support/memoryBureau.ts'

const alertFields = `__typename ... on Alert { cursor id kind late owner { code } recordType recordId changedFields record { ... on Notice { number kind subject { sex } } } deskEntry { kind } }
  ... on Heartbeat { cursor lagMs } ... on StreamNotice { code cursor resumeAfter }`
const subscription = `subscription($after: Cursor, $filter: AlertFilter) { alerts(after: $after, filter: $filter) { ${alertFields} } }`

/** Notices are open to all but for their summary; those under review to nobody. Persons are open to the clearance 3 only. */
const rules = `
  - { id: N1, title: notices are listed, on: Notice, record: listed, to: any, for: any, when: record.state != "UNDER_REVIEW", mayInclude: any }
  - { id: N2, title: and open, on: Notice, fields: [kind, number, state, subject, issuedOn, expiresOn], level: full, to: any, for: any }
  - { id: P1, title: persons for some, on: Person, record: listed, to: caller.clearance >= 3, for: any, mayInclude: any }
  - { id: P2, title: and open, on: Person, fields: [sex], level: full, to: caller.clearance >= 3, for: any }`

function bureau(policy: Policy = compiledPolicy('XB', rules), code = 'XB'): MemoryBureau {
  const rows = {
    Notice: [{ key: 'n1', kind: 'RED', number: '2026/00001', state: 'PUBLISHED', issuedOn: '2026-01-01' }],
    Person: [{ key: 'p1', sex: 'F' }],
  }
  const mapped = ['kind', 'number', 'state', 'subject', 'issuedOn', 'expiresOn', 'summary', 'sex']
  return memoryBureau(code, { rows, policy, mapped })
}

const published = { kind: 'RED', number: '2026/00001', state: 'PUBLISHED', issuedOn: '2026-01-01' }

describe('alerts', () => {
  it('begin with a heartbeat and tell what moves in the view', async () => {
    await using live = await liveServer([bureau()])
    const events = await live.subscribe(subscription)
    expect(await events.next()).toMatchObject({ __typename: 'Heartbeat', lagMs: 0 })
    await live.change('XB', 'Notice', 'n2', { ...published, number: '2026/00002' })
    expect(await events.alert()).toMatchObject({
      kind: 'NEW',
      late: false,
      owner: { code: 'XB' },
      recordType: 'NOTICE',
      changedFields: [],
      record: { number: '2026/00002', kind: 'RED' },
      deskEntry: null,
    })
    await live.change('XB', 'Notice', 'n2', { ...published, number: '2026/00002', kind: 'BLUE' })
    expect(await events.alert()).toMatchObject({ kind: 'CHANGED', changedFields: ['kind'], record: { kind: 'BLUE' } })
    await live.change('XB', 'Notice', 'n2', null)
    expect(await events.alert()).toMatchObject({ kind: 'WITHDRAWN', changedFields: [], record: null })
    events.stop()
  })

  it('say nothing of what the caller does not see, not even that something happened', async () => {
    await using live = await liveServer([bureau()])
    const events = await live.subscribe(subscription)
    await events.next()
    await live.change('XB', 'Notice', 'n1', { ...published, summary: 'canary' })
    await live.change('XB', 'Notice', 'n3', { ...published, state: 'UNDER_REVIEW' })
    await live.change('XB', 'Notice', 'n3', null)
    await live.change('XB', 'Person', 'p1', { sex: 'M' })
    // A link to a person whom the caller may not see is no link.
    await live.change('XB', 'Notice', 'n1', { ...published, subject: { bureau: 'XB', type: 'Person', key: 'p1' } })
    await live.change('XB', 'Notice', 'n1', { ...published, kind: 'GREEN' })
    expect(await events.alert()).toMatchObject({ kind: 'CHANGED', changedFields: ['kind'] })
    events.stop()
  })

  it('tell a record that is withdrawn from the caller like one that is gone', async () => {
    await using live = await liveServer([bureau()])
    const events = await live.subscribe(subscription)
    await events.next()
    await live.change('XB', 'Notice', 'n4', published)
    await live.change('XB', 'Notice', 'n5', published)
    const [four, five] = [await events.alert(), await events.alert()]
    await live.change('XB', 'Notice', 'n4', { ...published, state: 'UNDER_REVIEW' })
    await live.change('XB', 'Notice', 'n5', null)
    const shape = ({ cursor: _, id: __, recordId, ...rest }: Record<string, unknown>) => ({ rest, recordId })
    const [left, gone] = [shape(await events.alert()), shape(await events.alert())]
    expect(left.rest).toEqual(gone.rest)
    expect([left.recordId, gone.recordId]).toEqual([four['recordId'], five['recordId']])
    events.stop()
  })

  it('show who may see the person the link that moved', async () => {
    await using live = await liveServer([bureau()])
    const cleared = await live.issuer.token({ claims: { clearance: 3, sub: 'XA-0003' } })
    const events = await live.subscribe(subscription, {}, { authorization: `Bearer ${cleared}` })
    await events.next()
    await live.change('XB', 'Notice', 'n1', { ...published, subject: { bureau: 'XB', type: 'Person', key: 'p1' } })
    expect(await events.alert()).toMatchObject({ kind: 'CHANGED', changedFields: ['subject'], record: { subject: { sex: 'F' } } })
    events.stop()
  })

  it('go on after a cursor without a gap or a repeat, and by a query over the same log', async () => {
    await using live = await liveServer([bureau()])
    const events = await live.subscribe(subscription)
    await events.next()
    for (const n of [1, 2, 3, 4]) await live.change('XB', 'Notice', `m${n}`, { ...published, number: `2026/0000${n}` })
    await events.alert()
    const second = await events.alert()
    events.stop()
    const resumed = await live.subscribe(subscription, { after: second['cursor'] })
    expect(await resumed.next()).toMatchObject({ __typename: 'Heartbeat' })
    expect(await resumed.alert()).toMatchObject({ record: { number: '2026/00003' } })
    expect(await resumed.alert()).toMatchObject({ record: { number: '2026/00004' } })
    resumed.stop()
    const past =
      'query($after: Cursor) { alerts(after: $after, first: 2) { nodes { id record { ... on Notice { number } } } hasNextPage endCursor } }'
    const first = (await live.ask(past)).body['data'] as { alerts: { nodes: { id: string }[]; hasNextPage: boolean; endCursor: string } }
    expect(first.alerts).toMatchObject({ nodes: [{ record: { number: '2026/00001' } }, { id: second['id'] }], hasNextPage: true })
    const rest = (await live.ask(past, { after: first.alerts.endCursor })).body['data']
    expect(rest).toMatchObject({
      alerts: { nodes: [{ record: { number: '2026/00003' } }, { record: { number: '2026/00004' } }], hasNextPage: false },
    })
  })

  it('refuse a cursor of another caller, of another filter, and any that is none', async () => {
    await using live = await liveServer([bureau()])
    const events = await live.subscribe(subscription)
    const { cursor } = (await events.next()) as { cursor: string }
    events.stop()
    const code = async (variables: unknown, extra: Record<string, string> = {}) => {
      const refused = await live.subscribe(subscription, variables, extra)
      const item = (await refused.next()) as { errors?: { extensions: { code: string } }[] }
      return item.errors?.[0]?.extensions.code
    }
    expect(await code({ after: cursor, filter: { kinds: ['NEW'] } })).toBe('CURSOR_MISMATCH')
    const other = await live.issuer.token({ claims: { sub: 'XA-0002' } })
    expect(await code({ after: cursor }, { authorization: `Bearer ${other}` })).toBe('CURSOR_MISMATCH')
    expect(await code({ after: 'nothing' })).toBe('CURSOR_INVALID')
    expect(await code({ after: cursor })).toBeUndefined()
  })

  it('hold to the filter', async () => {
    await using live = await liveServer([bureau(), bureau(compiledPolicy('XC', rules), 'XC')])
    const events = await live.subscribe(subscription, { filter: { kinds: ['NEW'], recordTypes: ['NOTICE'], owners: ['XC'] } })
    await events.next()
    await live.change('XB', 'Notice', 'a', published)
    await live.change('XC', 'Notice', 'n1', { ...published, kind: 'BLUE' })
    await live.change('XC', 'Notice', 'b', { ...published, number: '2026/00009' })
    expect(await events.alert()).toMatchObject({ owner: { code: 'XC' }, kind: 'NEW', record: { number: '2026/00009' } })
    events.stop()
  })

  it('are on record before they leave, each recipient by name', async () => {
    await using live = await liveServer([bureau()])
    const one = await live.subscribe(subscription)
    const two = await live.subscribe(
      subscription,
      {},
      { authorization: `Bearer ${await live.issuer.token({ claims: { sub: 'XA-0002' } })}` },
    )
    await Promise.all([one.next(), two.next()])
    const opened = live.entries.length
    await live.change('XB', 'Notice', 'n2', published)
    await Promise.all([one.alert(), two.alert()])
    const written = live.entries.slice(opened) as unknown as {
      delivery: { kind: string }
      recipients: { personRef: string; case: string }[]
      disclosed: { owner: string; keys: string[] }[]
      policies: object
    }[]
    expect(written.flatMap(({ recipients }) => recipients.map(({ personRef }) => personRef)).sort()).toEqual(['XA-0001', 'XA-0002'])
    for (const entry of written) {
      expect(entry).toMatchObject({
        delivery: { kind: 'NEW' },
        disclosed: expect.arrayContaining([expect.objectContaining({ owner: 'XB', keys: ['n2'] })]),
      })
      expect(Object.keys(entry.policies)).toEqual(['XB'])
    }
    one.stop()
    two.stop()
  })

  it('are executed once for all who get them alike, whatever cursor they came with', async () => {
    const xb = bureau()
    await using live = await liveServer([xb])
    const tokens = await Promise.all([1, 2, 3, 4, 5].map((n) => live.issuer.token({ claims: { sub: `XA-100${n}` } })))
    const many = await Promise.all(tokens.map((token) => live.subscribe(subscription, {}, { authorization: `Bearer ${token}` })))
    await Promise.all(many.map((events) => events.next()))
    const before = xb.calls.filter((call) => call === 'get Notice').length
    await live.change('XB', 'Notice', 'n2', published)
    const got = await Promise.all(many.map((events) => events.alert()))
    expect(xb.calls.filter((call) => call === 'get Notice').length - before).toBe(1)
    expect(new Set(got.map(({ id }) => id)).size).toBe(1)
    expect(new Set(got.map(({ cursor }) => cursor)).size).toBe(5)
    for (const events of many) events.stop()
  })

  it('are decided anew at each delivery, by the policy of then', async () => {
    const xb = bureau()
    await using live = await liveServer([xb])
    const events = await live.subscribe(subscription)
    await events.next()
    const closed = compiledPolicy('XB', rules.replace('record.state != "UNDER_REVIEW"', 'record.state == "DRAFT"'))
    Object.assign(xb.source, { policy: closed })
    await live.change('XB', 'Notice', 'n2', published)
    await live.change('XB', 'Notice', 'n3', { ...published, state: 'DRAFT', number: '2026/00003' })
    expect(await events.alert()).toMatchObject({ record: { number: '2026/00003' } })
    expect(await events.next()).toMatchObject({ __typename: 'StreamNotice', code: 'POLICY_CHANGED', resumeAfter: null })
    events.stop()
  })

  it('end with the token, and say so before', async () => {
    await using live = await liveServer([bureau()])
    const short = await live.issuer.token({ expiresIn: 3 })
    const events = await live.subscribe(subscription, {}, { authorization: `Bearer ${short}` })
    await events.next()
    expect(await events.next()).toMatchObject({ code: 'TOKEN_EXPIRING' })
    expect(await events.next()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
    expect(await events.next()).toBeNull()
  })

  it('give the record of a bureau that is silent as null, and the alert all the same', async () => {
    const xb = bureau()
    await using live = await liveServer([xb])
    const events = await live.subscribe(subscription)
    await events.next()
    xb.down = true
    await live.change('XB', 'Notice', 'n2', published)
    expect(await events.alert()).toMatchObject({ kind: 'NEW', record: null })
    events.stop()
  })

  it('count as one operation, however many are told, with however many words in between', async () => {
    const operations: string[] = []
    await using live = await liveServer([bureau()], { onOperation: (type, outcome) => operations.push(`${type} ${outcome}`) })
    const events = await live.subscribe(subscription)
    await events.next()
    await live.change('XB', 'Notice', 'n1', { ...published, subject: { bureau: 'XB', type: 'Person', key: 'p1' } })
    for (const key of ['a', 'b']) await live.change('XB', 'Notice', key, published)
    await events.alert()
    await events.alert()
    events.stop()
    await eventually(() => live.broadcast.streams.size === 0)
    expect(operations).toEqual(['subscription ok'])
  })

  it('stop being decided when the client has gone', async () => {
    await using live = await liveServer([bureau()])
    const events = await live.subscribe(subscription)
    await events.next()
    expect(live.broadcast.streams.size).toBe(1)
    events.stop()
    await eventually(() => live.broadcast.streams.size === 0)
  })
})
