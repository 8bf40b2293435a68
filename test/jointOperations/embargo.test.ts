import { describe, expect, it } from 'vitest'
import type { LiveEvents } from '../support/alerts/liveServer.ts'
import { VirtualClock } from '../support/links/virtualClock.ts'
import { liveOperation } from './liveOperation.ts'
import { operationWorld } from './operationWorld.ts'

const hour = 3_600_000

/** The next item of a stream that is no heartbeat. */
async function said(events: LiveEvents) {
  for (;;) {
    const item = await events.next()
    if (item?.['__typename'] !== 'Heartbeat') return item
  }
}

/** An embargo of XB on its notice, toward end users of XA and XC. */
async function underEmbargo(clock?: VirtualClock) {
  const world = operationWorld(undefined, clock === undefined ? {} : { clock })
  const id = await world.running('XB', 'XC')
  const notice = await world.own('XB', 'notices')
  const until = new Date(world.now + 5 * hour).toISOString()
  const border = (bureau: string) => world.officer(bureau, 'BORDER_OFFICER')
  const seen = async (bureau: string, role = 'BORDER_OFFICER') => {
    const who = world.officer(bureau, role)
    const listed = await world.listed(who, 'notices', 'XB')
    const { data } = await world.ask(who, 'query ($id: ID!) { node(id: $id) { id } }', { id: notice })
    // By list, by count and by id alike.
    expect(data['node'] !== null).toBe(listed.length === 1)
    return listed.length === 1
  }
  return { world, id, notice, until, border, seen }
}

describe('an embargo', () => {
  it('hides a record from end users of the named bureaus, not from their central bureaus, and from nobody else', async () => {
    const { world, id, notice, until, seen } = await underEmbargo()
    expect(await seen('XA')).toBe(true)
    const { file } = await world.embargo(world.officer('XB'), id, notice, ['XA', 'XC'], until)
    expect(file.embargoes).toMatchObject([{ record: notice, until, bureaus: [{ code: 'XA' }, { code: 'XC' }] }])
    expect([await seen('XA'), await seen('XC'), await seen('XA', 'INVESTIGATOR')]).toEqual([false, false, false])
    expect([await seen('XA', 'NCB_OFFICER'), await seen('XD'), await seen('XB')]).toEqual([true, true, true])
  })

  it('is what explains to its own bureau’s policy officers why somebody sees nothing', async () => {
    const { world, id, notice, until } = await underEmbargo()
    const explained = async () => {
      const about = { country: 'XA', roles: ['BORDER_OFFICER'], purpose: 'BORDER_CHECK' }
      const { data } = await world.ask(
        world.officer('XB', 'POLICY_OFFICER'),
        'query ($id: ID!, $caller: ExplainedCaller!) { explainDisclosure(id: $id, caller: $caller) { record { level because } rules { layer } } }',
        { id: notice, caller: about },
      )
      return data['explainDisclosure']
    }
    expect(await explained()).toMatchObject({ record: { level: 'LISTED' } })
    await world.embargo(world.officer('XB'), id, notice, ['XA'], until)
    expect(await explained()).toMatchObject({
      record: { level: 'NONE', because: 'its owner hides it from them for a time, in an operation' },
      rules: [{ layer: 'EMBARGO' }],
    })
  })

  it('is known to nobody but its own bureau', async () => {
    const { world, id, notice, until } = await underEmbargo()
    const before = [await world.file(world.officer('XA', 'INVESTIGATOR'), id), await world.desk('XA')]
    await world.embargo(world.officer('XB'), id, notice, ['XA', 'XC'], until)
    expect([await world.file(world.officer('XA', 'INVESTIGATOR'), id), await world.desk('XA')]).toEqual(before)
  })

  it('ends at its instant by itself, whether or not the clock has looked, and once it has it is gone', async () => {
    const clock = new VirtualClock()
    const { world, id, notice, until, seen } = await underEmbargo(clock)
    await world.embargo(world.officer('XB'), id, notice, ['XA'], until)
    world.wait(5 * hour - 1)
    expect(await seen('XA')).toBe(false)
    world.wait(1)
    expect(await seen('XA')).toBe(true)
    clock.stall(world.now - clock.epoch())
    await world.memory.hub.jointOffice.look()
    await world.memory.hub.jointOffice.look()
    const file = await world.file(world.officer('XB'), id)
    expect(file?.embargoes).toEqual([])
    expect(file?.steps.filter(({ act }) => act === 'LIFT')).toMatchObject([{ side: 'HUB', bureau: null }])
    expect((await world.desk('XB'))[0]).toMatchObject({ kind: 'OPERATION_MOVED', operation: id })
  })

  it('ends when its bureau lifts it, leaves, or the operation is over', async () => {
    const ends = [
      async ({ world, id }: Awaited<ReturnType<typeof underEmbargo>>, key: string) => world.act(world.officer('XB'), 'LIFT', id, { key }),
      async ({ world, id }: Awaited<ReturnType<typeof underEmbargo>>) => world.act(world.officer('XB'), 'LEAVE', id),
      async ({ world, id }: Awaited<ReturnType<typeof underEmbargo>>) =>
        world.act(world.officer('XA'), 'TERMINATE', id, { message: 'Over.' }),
    ]
    for (const end of ends) {
      const one = await underEmbargo()
      const { file } = await one.world.embargo(one.world.officer('XB'), one.id, one.notice, ['XA'], one.until)
      expect(await one.seen('XA')).toBe(false)
      expect((await end(one, file.embargoes[0]?.key ?? '')).code).toBeNull()
      expect(await one.seen('XA')).toBe(true)
    }
  })

  it('is on a record of one’s own, within the days of the operation, and not lifted by another party', async () => {
    const { world, id, notice, until } = await underEmbargo()
    const xb = world.officer('XB')
    expect((await world.embargo(world.officer('XA'), id, notice, ['XC'], until)).message).toContain(
      'record: your bureau has no such record',
    )
    expect((await world.embargo(xb, id, notice, ['XB'], until)).message).toContain('bureaus: other members')
    expect((await world.embargo(xb, id, notice, [], until)).message).toContain('bureaus: other members')
    for (const at of ['2026-06-15T11:00:00Z', '2026-07-16T00:00:01Z'])
      expect((await world.embargo(xb, id, notice, ['XA'], at)).message).toContain('until:')
    const { file } = await world.embargo(xb, id, notice, ['XA'], until)
    const { message } = await world.act(world.officer('XA'), 'LIFT', id, { key: file.embargoes[0]?.key })
    expect(message).toContain('embargo: the key of an embargo of yours')
    expect((await world.embargo(world.officer('XB', 'INVESTIGATOR'), id, notice, ['XA'], until)).code).toBe('ILLEGAL_TRANSITION')
  })

  it('hides from a hub that has just started until it has read what is hidden', async () => {
    const { world, id, notice, until } = await underEmbargo()
    await world.embargo(world.officer('XB'), id, notice, ['XA'], until)
    const again = operationWorld(world.store)
    const border = again.officer('XA', 'BORDER_OFFICER')
    expect(await again.listed(border, 'notices', 'XC')).toEqual([])
    await again.memory.hub.warmUp()
    expect(await again.listed(border, 'notices', 'XC')).toHaveLength(1)
    expect(await again.listed(border, 'notices', 'XB')).toEqual([])
  })

  it('is silence on a live feed, and its end a word to load anew', async () => {
    await using live = await liveOperation()
    const { toXb, id } = live
    const notice = { kind: 'RED', number: 'XB/1', state: 'PUBLISHED' }
    await live.change('XB', 'Notice', 'n', notice)
    const { body } = await live.ask('{ notices { nodes { id } } }', {}, toXb)
    const record = (body['data'] as { notices: { nodes: { id: string }[] } }).notices.nodes[0]?.id
    const border = await live.alerts(await live.headersOf('XA', 'BORDER_OFFICER'))
    const central = await live.alerts(live.toXa)
    const until = new Date(Date.now() + hour).toISOString()
    const { embargoes } = await live.mutate('setEmbargo', 'SetEmbargoInput', toXb, { id, version: 5, record, bureaus: ['XA'], until })
    await live.change('XB', 'Notice', 'n', { ...notice, number: 'XB/2' })
    await live.change('XB', 'Notice', 'other', { ...notice, number: 'XB/3' })
    expect(await said(central)).toMatchObject({ kind: 'CHANGED', record: { number: 'XB/2' } })
    expect(await said(border)).toMatchObject({ kind: 'NEW', record: { number: 'XB/3' } })
    await live.act(toXb, 6, 'LIFT', { key: embargoes[0]?.key })
    expect(await said(border)).toMatchObject({ __typename: 'StreamNotice', code: 'POLICY_CHANGED' })
    await live.change('XB', 'Notice', 'n', { ...notice, number: 'XB/4' })
    expect(await said(border)).toMatchObject({ kind: 'CHANGED', record: { number: 'XB/4' } })
    for (const events of [border, central]) events.stop()
  })
})
