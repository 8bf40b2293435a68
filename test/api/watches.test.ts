import { describe, expect, it } from 'vitest'
import { liveServer } from '../support/alerts/liveServer.ts'
import { compiledPolicy } from '../support/compiledPolicy.ts'
import { guardedBureau, notice } from '../support/watches/guardedNotices.ts'

const subscription = `subscription($after: Cursor) { alerts(after: $after, filter: { kinds: [WATCH_MATCH] }) {
  __typename ... on Alert { cursor kind late owner { code } recordType recordId changedFields watch { id note matches } record { ... on Notice { number } } deskEntry { kind } }
  ... on Heartbeat { cursor } } }`
const create = 'mutation($input: CreateWatchInput!) { createWatch(input: $input) { id matches } }'
const nobody = `
  - { id: N1, title: notices are listed to nobody here, on: Notice, record: listed, to: caller.clearance > 3, for: any, mayInclude: any }`
const red = { note: 'red', notices: { kind: { eq: 'RED' } } }

describe('watches, live', () => {
  it('tell their owner at once, alone, and on record; and what was missed when they come back with their cursor', async () => {
    await using live = await liveServer([guardedBureau()])
    const { id } = ((await live.ask(create, { input: red })).body['data'] as { createWatch: { id: string } }).createWatch
    const other = { authorization: `Bearer ${await live.issuer.token({ claims: { sub: 'XA-0002' } })}` }
    const [events, others] = [await live.subscribe(subscription), await live.subscribe(subscription, {}, other)]
    await Promise.all([events.next(), others.next()])
    await live.ask(create, { input: { note: 'blue', notices: { kind: { eq: 'BLUE' } } } }, other)
    await live.change('XB', 'Notice', 'n1', notice('1'))
    const first = await events.alert()
    expect(first).toMatchObject({
      kind: 'WATCH_MATCH',
      late: false,
      owner: { code: 'XB' },
      recordType: 'NOTICE',
      changedFields: [],
      watch: { id, note: 'red', matches: 1 },
      record: { number: '1' },
      deskEntry: null,
    })
    await live.change('XB', 'Notice', 'n2', notice('2', { kind: 'BLUE' }))
    expect(await others.alert()).toMatchObject({ watch: { note: 'blue' }, record: { number: '2' } })
    others.stop()
    const told = live.entries.filter((entry) => 'delivery' in entry) as unknown as {
      delivery: { kind: string }
      recipients: { personRef: string }[]
      disclosed: { owner: string; keys: string[] }[]
    }[]
    expect(told.map(({ delivery, recipients, disclosed }) => [delivery.kind, recipients[0]?.personRef, disclosed[0]?.keys])).toEqual([
      ['WATCH_MATCH', 'XA-0001', ['n1']],
      ['WATCH_MATCH', 'XA-0002', ['n2']],
    ])
    events.stop()
    await live.change('XB', 'Notice', 'n3', notice('3'))
    await live.change('XB', 'Notice', 'n4', notice('4'))
    const resumed = await live.subscribe(subscription, { after: first['cursor'] })
    expect(await resumed.next()).toMatchObject({ __typename: 'Heartbeat' })
    expect([await resumed.alert(), await resumed.alert()]).toMatchObject([{ record: { number: '3' } }, { record: { number: '4' } }])
    resumed.stop()
  })

  it('are decided anew at delivery: what the officer may not see by then is not told', async () => {
    const xb = guardedBureau()
    await using live = await liveServer([xb])
    await live.ask(create, { input: red })
    await live.change('XB', 'Notice', 'n1', notice('1'))
    await live.change('XB', 'Notice', 'n2', notice('2'))
    const past = 'query { alerts(filter: { kinds: [WATCH_MATCH] }) { nodes { record { ... on Notice { number } } } } }'
    const told = async () =>
      ((await live.ask(past)).body['data'] as { alerts: { nodes: { record: { number: string } }[] } }).alerts.nodes.map(
        ({ record }) => record.number,
      )
    await expect.poll(told).toEqual(['1', '2'])
    Object.assign(xb.source, { policy: compiledPolicy('XB', nobody) })
    expect(await told()).toEqual([])
  })

  it('take their turn of what an operation may cost, and are refused with a status of their own', async () => {
    await using live = await liveServer([guardedBureau()])
    const many = Array.from({ length: 10 }, (_, i) => `w${i}: createWatch(input: { note: "n", notices: {} }) { id }`)
    const refused = await live.ask(`mutation { ${many.join(' ')} }`)
    expect([refused.status, refused.body.errors?.[0]?.extensions.code]).toEqual([400, 'QUERY_TOO_COSTLY'])
    const unknown = await live.ask('mutation { deleteWatch(id: "none") }')
    expect(unknown.body.errors?.[0]?.extensions.code).toBe('WATCH_NOT_FOUND')
  })
})
