import { describe, expect, it } from 'vitest'
import { caller } from '../support/caller.ts'
import { guardedBureau, notice } from '../support/watches/guardedNotices.ts'
import { colleague, officer, watchingHub } from '../support/watches/watchingHub.ts'

const red = { notices: { kind: { eq: 'RED' } } }
const day = 86_400_000

async function codeOf(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    () => 'none',
    (error: { readonly extensions?: { readonly code?: string }; readonly originalError?: { readonly code?: string } }) =>
      error.originalError?.code ?? error.extensions?.code,
  )
}

describe('a watch', () => {
  it('tells what newly satisfies it, and nothing that did so when it was set', async () => {
    await using hub = await watchingHub([guardedBureau('XB', { Notice: [{ key: 'n0', ...notice('0') }] })])
    const watch = await hub.watch({ note: '  Harbour ', ...red })
    expect(watch).toMatchObject({ note: 'Harbour', recordType: 'NOTICE', matches: 1, complete: true })
    expect(Date.parse(watch.expiresAt) - Date.parse(watch.createdAt)).toBe(365 * day)
    await hub.change('XB', 'Notice', 'n0', notice('0', { issuedOn: '2026-01-02' }))
    await hub.change('XB', 'Notice', 'n1', notice('1'))
    await hub.change('XB', 'Notice', 'n2', notice('2', { kind: 'BLUE' }))
    expect(await hub.told()).toMatchObject([
      { kind: 'WATCH_MATCH', late: false, watch: { id: watch.id, note: 'Harbour' }, record: { number: '1' } },
    ])
    expect(await hub.watches()).toMatchObject([{ id: watch.id, matches: 2 }])
  })

  it('tells a record once, and again when it has left and come back', async () => {
    await using hub = await watchingHub([guardedBureau()])
    await hub.watch(red)
    await hub.change('XB', 'Notice', 'n1', notice('1'))
    await hub.change('XB', 'Notice', 'n1', notice('1', { issuedOn: '2026-01-02' }))
    expect(await hub.numbers()).toEqual(['1'])
    await hub.change('XB', 'Notice', 'n1', notice('1', { kind: 'BLUE' }))
    expect(await hub.watches()).toMatchObject([{ matches: 0 }])
    await hub.change('XB', 'Notice', 'n1', notice('1'))
    expect(await hub.numbers()).toEqual(['1', '1'])
    await hub.change('XB', 'Notice', 'n1', null)
    expect(await hub.watches()).toMatchObject([{ matches: 0 }])
    await hub.change('XB', 'Notice', 'n1', notice('1'))
    expect(await hub.numbers()).toEqual(['1', '1', '1'])
  })

  it('tells nothing of what the officer may not see: not the record, not a field, not what a link leads to', async () => {
    await using hub = await watchingHub([guardedBureau()])
    await hub.watch({ note: 'all', notices: {} })
    await hub.watch({ note: 'names', persons: { names: { family: { eq: 'Lindt' } } } })
    await hub.watch({ note: 'no names', persons: { not: { names: { family: { eq: 'Lopez' } } } } })
    await hub.watch({ note: 'subject', notices: { subject: { names: { family: { eq: 'Lindt' } } } } })
    await hub.change('XB', 'Notice', 'n1', notice('1', { state: 'UNDER_REVIEW' }))
    const lindt = { sex: 'F', names: [{ kind: 'PRIMARY', family: 'Lindt' }] } as never
    await hub.change('XB', 'Person', 'p1', lindt)
    expect(await hub.told()).toEqual([])
    const link = { subject: { bureau: 'XB', type: 'Person', key: 'p1' } }
    await hub.change('XB', 'Notice', 'n2', notice('2', link))
    expect((await hub.told()).map(({ watch }) => watch?.note)).toEqual(['all'])
    // And with the rights it does, so that the watches above could have.
    const cleared = caller({ personRef: 'XA-0003', bureau: 'XA', clearance: 3 })
    await hub.watch({ note: 'names', persons: { names: { family: { eq: 'Lopez' } } } }, cleared)
    await hub.watch({ note: 'subject', notices: { subject: { names: { family: { eq: 'Lopez' } } } } }, cleared)
    await hub.change('XB', 'Person', 'p1', { sex: 'F', names: [{ kind: 'PRIMARY', family: 'Lopez' }] } as never)
    expect((await hub.told(cleared)).map(({ watch }) => watch?.note)).toEqual(['names', 'subject'])
    expect(await hub.told()).toHaveLength(1)
  })

  it('finds a record by what it links to, when that changes', async () => {
    const link = { subject: { bureau: 'XB', type: 'Person', key: 'p1' } }
    await using hub = await watchingHub([
      guardedBureau('XB', { Notice: [{ key: 'n1', ...notice('1', link) }], Person: [{ key: 'p1', sex: 'F' }] }),
    ])
    const watch = await hub.watch({ notices: { subject: { sex: { eq: 'M' } } } })
    await hub.change('XB', 'Person', 'p1', { sex: 'M' })
    expect(await hub.told()).toMatchObject([{ watch: { id: watch.id }, record: { number: '1' } }])
    await hub.change('XB', 'Person', 'p1', null)
    expect(await hub.watches()).toMatchObject([{ matches: 0 }])
  })

  it("is its owner's alone", async () => {
    await using hub = await watchingHub([guardedBureau()])
    const watch = await hub.watch(red)
    expect(await hub.watches(colleague)).toEqual([])
    await hub.change('XB', 'Notice', 'n1', notice('1'))
    expect(await hub.told(colleague)).toEqual([])
    const sameName = caller({ personRef: 'XA-0001', bureau: 'XC', clearance: 1 })
    expect(await hub.told(sameName)).toEqual([])
    for (const who of [colleague, sameName]) {
      for (const act of ['deleteWatch(id: $id)', 'renewWatch(id: $id) { id }'])
        expect(await codeOf(hub.data(`mutation($id: ID!) { ${act} }`, { id: watch.id }, who))).toBe('WATCH_NOT_FOUND')
    }
    expect(await codeOf(hub.data('mutation { deleteWatch(id: "none") }', {}, officer))).toBe('WATCH_NOT_FOUND')
    expect(await hub.told()).toHaveLength(1)
  })

  it('finds nothing once it is deleted or has ended, and more when it is renewed', async () => {
    await using hub = await watchingHub([guardedBureau()])
    const [one, two, three] = [await hub.watch(red), await hub.watch(red), await hub.watch(red)]
    expect(await hub.data('mutation($id: ID!) { deleteWatch(id: $id) }', { id: one.id }, officer)).toEqual({ deleteWatch: one.id })
    await hub.change('XB', 'Notice', 'n1', notice('1'))
    const told = async () => (await hub.told()).map(({ watch, record }) => [watch?.id ?? null, record?.['number']])
    expect(await told()).toEqual([
      [two.id, '1'],
      [three.id, '1'],
    ])
    await hub.later(360 * day)
    await hub.data('mutation($id: ID!) { renewWatch(id: $id) { id } }', { id: three.id }, officer)
    // Nobody has looked yet for what has ended.
    hub.clock.skew += 6 * day
    expect((await hub.watches()).map(({ id }) => id)).toEqual([three.id])
    expect(await codeOf(hub.data('mutation($id: ID!) { renewWatch(id: $id) { id } }', { id: two.id }, officer))).toBe('WATCH_NOT_FOUND')
    await hub.change('XB', 'Notice', 'n2', notice('2'))
    // Of what was told a year ago the log has only the last.
    expect(await told()).toEqual([
      [three.id, '1'],
      [three.id, '2'],
    ])
    await hub.later(3_600_000)
    expect(hub.store.watches.all().map(({ id }) => id)).toEqual([three.id])
  })

  it('is refused when it is too broad, without a filter or with two, without a note, and beyond fifty', async () => {
    const rows = Array.from({ length: 1001 }, (_, i) => ({ key: `n${i}`, ...notice(String(i), i === 0 ? { kind: 'BLUE' } : {}) }))
    const xb = guardedBureau('XB', { Notice: rows })
    await using hub = await watchingHub([xb])
    expect(await codeOf(hub.watch({ notices: {} }))).toBe('WATCH_TOO_BROAD')
    await expect(hub.watch({ notices: {} })).rejects.toThrow('more than 1000 records')
    expect(await hub.watch(red)).toMatchObject({ matches: 1000 })
    expect(await codeOf(hub.watch({}))).toBe('BAD_USER_INPUT')
    expect(await codeOf(hub.watch({ ...red, persons: {} }))).toBe('BAD_USER_INPUT')
    expect(await codeOf(hub.watch({ ...red, note: ' ' }))).toBe('BAD_USER_INPUT')
    expect(await codeOf(hub.watch({ ...red, note: 'x'.repeat(201) }))).toBe('BAD_USER_INPUT')
    expect(await codeOf(hub.watch({ notices: { kind: null } }))).toBe('BAD_USER_INPUT')
    expect(await hub.watches()).toHaveLength(1)
    const narrow = { notices: { number: { eq: 'none' } } }
    for (let i = 1; i < 50; i++) await hub.watch({ ...narrow, note: '😀'.repeat(200) })
    expect(await codeOf(hub.watch(narrow))).toBe('TOO_MANY_WATCHES')
    expect(await hub.watches(colleague)).toEqual([])
    expect(await codeOf(hub.watch(narrow, colleague))).toBe('none')
  })

  it('says when a bureau did not answer, and holds to the filter of alerts', async () => {
    const [xb, xc] = [guardedBureau('XB'), guardedBureau('XC', { Notice: [{ key: 'n1', ...notice('1') }] })]
    await using hub = await watchingHub([xb, xc])
    xc.down = true
    const watch = await hub.watch(red)
    expect(watch).toMatchObject({ complete: false, matches: 0 })
    xc.down = false
    const other = await hub.watch({ notices: { owner: { eq: 'XB' } } })
    await hub.change('XB', 'Notice', 'n1', notice('2'))
    expect((await hub.told(officer, { watches: [other.id] })).map(({ watch }) => watch?.id)).toEqual([other.id])
    expect(await hub.told(officer, { watches: ['none'] })).toEqual([])
  })

  it('is decided by what the token says now, once its owner has come again', async () => {
    await using hub = await watchingHub([
      guardedBureau('XB', { Person: [{ key: 'p0', sex: 'M', names: [{ kind: 'PRIMARY', family: 'Lindt' }] }] }),
    ])
    await hub.watch({ persons: { names: { family: { eq: 'Lindt' } } } })
    const lindt = { sex: 'F', names: [{ kind: 'PRIMARY', family: 'Lindt' }] } as never
    await hub.change('XB', 'Person', 'p1', lindt)
    expect(await hub.told()).toEqual([])
    const promoted = { ...officer, principal: { ...officer.principal, clearance: 3 } }
    await hub.watches(promoted)
    await hub.readAnew()
    // What came into sight by the new rights is told late; it is no news.
    expect((await hub.told(promoted)).map(({ late, record }) => [late, record?.['sex']]).sort()).toEqual([
      [true, 'F'],
      [true, 'M'],
    ])
    await hub.change('XB', 'Person', 'p2', lindt)
    expect(await hub.told(promoted)).toHaveLength(3)
    await hub.watches(officer)
    await hub.readAnew()
    await hub.change('XB', 'Person', 'p3', lindt)
    expect(await hub.watches(officer)).toMatchObject([{ matches: 0 }])
    expect(await hub.told(promoted)).toHaveLength(3)
    // Nobody is told anything for a purpose that they may not declare any more.
    const other = { ...promoted, principal: { ...promoted.principal, purposes: ['BORDER_CHECK'] } }
    await hub.watches(other)
    await hub.change('XB', 'Person', 'p4', lindt)
    expect(await hub.told(promoted)).toHaveLength(3)
  })

  it('is on record as an act, without what it looks for', async () => {
    await using hub = await watchingHub([guardedBureau()])
    const { id } = await hub.watch({ note: 'canary note', notices: { number: { eq: 'canary value' } } })
    await hub.data('mutation($id: ID!) { renewWatch(id: $id) { id } deleteWatch(id: $id) }', { id }, officer)
    const acts = hub.entries.flatMap(({ watches = [] }) => watches)
    expect(acts).toEqual(['CREATED', 'RENEWED', 'DELETED'].map((act) => ({ act, id, type: 'Notice' })))
    expect(JSON.stringify(hub.entries)).not.toContain('canary')
  })
})
