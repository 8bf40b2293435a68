import { describe, expect, it } from 'vitest'
import { Store } from '../../src/store/store.ts'
import { caller } from '../support/caller.ts'
import { memoryHub } from '../support/memoryHub.ts'
import { byPassport, codesOf, peopleBureau, person, stillTimer } from './people.ts'

const people = [
  person('s', 'P1000001'),
  person('x', 'P1000003', { status: 'WITNESS' }),
  person('u', 'P1000004', { status: 'VICTIM' }),
  person('both', 'P1000005', { status: 'WANTED_FOR_PROSECUTION' }),
  person('twin', 'P1000005', { status: 'WITNESS' }),
]
const hubOf = (store = new Store(null)) => ({
  ...memoryHub([peopleBureau('XA', people), peopleBureau('XB', [])], { timer: stillTimer(), store }),
  store,
})
const entries = `query ($first: Int, $after: String) {
  deskEntries(first: $first, after: $after) {
    nodes { number kind readerBureau { code } readerUnit readerOrganisation readerRoles purpose case records rules emergency }
    pageInfo { hasNextPage endCursor }
  }
}`
type Entry = Readonly<Record<string, unknown>> & { readonly number: number; readonly kind: string; readonly records: readonly string[] }
async function desk(hub: ReturnType<typeof hubOf>, bureau: string, page: Record<string, unknown> = {}) {
  const { data, errors } = await hub.ask(entries, page, caller({ bureau, roles: ['DUTY_OFFICER'] }))
  expect(errors).toBeUndefined()
  return (data as { deskEntries: { nodes: Entry[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } }).deskEntries
}

describe('an owner’s desk', () => {
  it('is told of a hit, by whom and why, and which record and rule', async () => {
    const hub = hubOf()
    await hub.ask(byPassport, { number: 'P1000001' }, caller({ bureau: 'XB', unit: 'Fugitives', organisation: 'Police' }))
    const { nodes } = await desk(hub, 'XA')
    expect(nodes).toEqual([
      {
        number: 1,
        kind: 'HIT',
        readerBureau: { code: 'XB' },
        readerUnit: 'Fugitives',
        readerOrganisation: 'Police',
        readerRoles: ['INVESTIGATOR'],
        purpose: 'INVESTIGATION',
        case: 'XZ-2026-0001',
        records: [expect.stringMatching(/^[\w-]{40,}$/)],
        rules: ['H'],
        emergency: null,
      },
    ])
  })

  it('opens the record that was come upon by its id', async () => {
    const hub = hubOf()
    await hub.ask(byPassport, { number: 'P1000003' }, caller({ bureau: 'XB' }))
    const [entry] = (await desk(hub, 'XA')).nodes
    const { data } = await hub.ask(
      'query ($id: ID!) { node(id: $id) { ... on Person { status } } }',
      { id: entry?.records[0] },
      caller({ bureau: 'XA' }),
    )
    expect(data).toEqual({ node: { status: 'WITNESS' } })
  })

  it('is alarmed by a blind hit, although a cap keeps the reader from everything', async () => {
    const hub = hubOf()
    await hub.ask(byPassport, { number: 'P1000003' }, caller({ bureau: 'XB' }))
    expect((await desk(hub, 'XA')).nodes.map(({ kind, rules }) => [kind, rules])).toEqual([['BLIND_HIT', ['B']]])
  })

  it('is told both when one key comes upon a record of each sort', async () => {
    const hub = hubOf()
    await hub.ask(byPassport, { number: 'P1000005' }, caller({ bureau: 'XB' }))
    expect((await desk(hub, 'XA')).nodes.map(({ kind, rules }) => [kind, rules])).toEqual([
      ['HIT', ['L']],
      ['BLIND_HIT', ['B']],
    ])
  })

  it('is told nothing of checks that came upon nothing, or of its own officers’', async () => {
    const hub = hubOf()
    for (const number of ['P1000004', 'P9999999']) await hub.ask(byPassport, { number }, caller({ bureau: 'XB' }))
    await hub.ask(byPassport, { number: 'P1000001' }, caller({ bureau: 'XA' }))
    expect((await desk(hub, 'XA')).nodes).toEqual([])
  })

  it('is told of an emergency access to its own records, and not of one to another owner’s', async () => {
    const hub = hubOf()
    for (const bureau of ['XA', 'XC']) {
      const asking = { ...caller({ bureau: 'XB' }), emergency: { id: `of-${bureau}`, bureau, rule: 'E' } }
      await hub.ask(byPassport, { number: 'P1000001' }, asking)
    }
    expect((await desk(hub, 'XA')).nodes.map(({ emergency }) => emergency)).toEqual([null, 'of-XA'])
  })

  it('is read by its own officers only', async () => {
    const hub = hubOf()
    await hub.ask(byPassport, { number: 'P1000001' }, caller({ bureau: 'XB' }))
    expect((await desk(hub, 'XB')).nodes).toEqual([])
    expect((await desk(hub, 'XA')).nodes).toHaveLength(1)
  })

  it('is read by those whose task it is, and by no machine', async () => {
    const hub = hubOf()
    const both = '{ deskEntries { nodes { kind } } emergencyAccesses { nodes { id } } }'
    const answered = async (role: string) => {
      const { data, errors } = await hub.ask(both, {}, caller({ bureau: 'XA', roles: [role] }))
      expect(errors).toBeUndefined()
      return [data?.['deskEntries'], data?.['emergencyAccesses']].map((page) => page !== null)
    }
    for (const role of ['NCB_OFFICER', 'DUTY_OFFICER', 'POLICY_OFFICER', 'DATA_PROTECTION_OFFICER', 'AUDITOR'])
      expect([role, await answered(role)]).toEqual([role, [true, true]])
    for (const role of ['MACHINE', 'OPERATOR', 'INVESTIGATOR', 'ANALYST'])
      expect([role, await answered(role)]).toEqual([role, [false, false]])
  })

  it('is read in pages, the latest first, without loss or doubling', async () => {
    const hub = hubOf()
    for (let i = 0; i < 7; i++) await hub.ask(byPassport, { number: 'P1000001' }, caller({ bureau: 'XB' }))
    const seen: number[] = []
    for (let after: string | null = null; ; ) {
      const { nodes, pageInfo } = await desk(hub, 'XA', { first: 3, after })
      seen.push(...nodes.map(({ number }) => number))
      if (!pageInfo.hasNextPage) break
      after = pageInfo.endCursor
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1])
    for (const after of ['x', 'YmVmb3JlIC0x', ''])
      expect(codesOf(await hub.ask(entries, { after }, caller({ bureau: 'XA', roles: ['NCB_OFFICER'] })))).toEqual(['CURSOR_INVALID'])
    for (const first of [0, 101])
      expect(codesOf(await hub.ask(entries, { first }, caller({ bureau: 'XA', roles: ['AUDITOR'] })))).toEqual(['BAD_USER_INPUT'])
  })

  it('has been told before the answer leaves, or there is no answer', async () => {
    const store = new Store(null)
    const hub = hubOf(store)
    store.tellDesks = () => {
      throw new Error('disk full')
    }
    const failed = await hub.ask(byPassport, { number: 'P1000001' }, caller({ bureau: 'XB' }))
    expect([codesOf(failed), failed.data]).toEqual([['AUDIT_UNAVAILABLE'], null])
  })
})

describe('the audit entry of a hit check', () => {
  it('has the outcome at each bureau and the alarms, and nothing of the key', async () => {
    const hub = hubOf()
    await hub.ask(byPassport, { number: 'P1000001' })
    await hub.ask(byPassport, { number: 'P1000003' })
    expect(hub.entries.map(({ hitChecks }) => hitChecks)).toEqual([
      [{ key: 'DOCUMENT', outcomes: { XA: 'HIT', XB: 'NO_HIT' }, alarmed: [] }],
      [{ key: 'DOCUMENT', outcomes: { XA: 'NO_HIT', XB: 'NO_HIT' }, alarmed: ['XA'] }],
    ])
    const written = JSON.stringify([hub.entries, hub.store.desks.page('XA', null, 100)])
    for (const secret of ['P1000001', 'P1000003', 'Tolvan']) expect(written).not.toContain(secret)
  })
})
