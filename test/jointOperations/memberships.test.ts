import { describe, expect, it } from 'vitest'
import { liveOperation } from './liveOperation.ts'
import { operationWorld } from './operationWorld.ts'

const day = 86_400_000

describe('a membership', () => {
  it('opens what rules promise members of the operation, to the officer who is named and nobody else, while it runs', async () => {
    const world = operationWorld()
    const member = () => world.officer('XC', 'INVESTIGATOR', 'XC-9')
    const id = await world.agreed('XB', 'XC')
    await world.name(world.officer('XC'), id, 'XC-9')
    expect(await world.listed(member(), 'persons', 'XB')).toEqual([])
    await world.act(world.officer('XA'), 'ACTIVATE', id)
    expect(await world.listed(member(), 'persons', 'XB')).toHaveLength(3)
    expect(await world.listed(member(), 'persons', 'XA')).toHaveLength(3)
    expect(await world.listed(world.officer('XC', 'INVESTIGATOR', 'XC-8'), 'persons', 'XB')).toEqual([])
    // The same reference at another bureau is somebody else.
    expect(await world.listed(world.officer('XD', 'INVESTIGATOR', 'XC-9'), 'persons', 'XB')).toEqual([])
    await world.act(world.officer('XA'), 'SUSPEND', id, { message: 'A leak.' })
    expect(await world.listed(member(), 'persons', 'XB')).toEqual([])
    await world.act(world.officer('XA'), 'RESUME', id)
    expect(await world.listed(member(), 'persons', 'XB')).toHaveLength(3)
    await world.act(world.officer('XC'), 'RELEASE', id, { personRef: 'XC-9' })
    expect(await world.listed(member(), 'persons', 'XB')).toEqual([])
  })

  it('opens nothing of a bureau that takes no part, whatever its rules say', async () => {
    const world = operationWorld()
    const id = await world.running('XB')
    await world.name(world.officer('XB'), id, 'XB-9')
    const member = world.officer('XB', 'INVESTIGATOR', 'XB-9')
    expect(await world.listed(member, 'persons', 'XA')).toHaveLength(3)
    expect(await world.listed(member, 'persons', 'XD')).toEqual([])
  })

  it('is one of the things that policy officers may ask about, also of what the hub keeps', async () => {
    const world = operationWorld()
    const id = await world.agreed('XB')
    const document = 'query ($id: ID!, $caller: ExplainedCaller!) { explainDisclosure(id: $id, caller: $caller) { record { level } } }'
    const explained = async (of: string, who: Readonly<Record<string, unknown>>) => {
      const about = { purpose: 'INVESTIGATION', ...who }
      return (await world.ask(world.officer('XA', 'POLICY_OFFICER'), document, { id: of, caller: about })).data['explainDisclosure']
    }
    const person = await world.own('XA', 'persons')
    expect(await explained(person, { country: 'XC' })).toEqual({ record: { level: 'NONE' } })
    expect(await explained(person, { country: 'XC', operations: ['XA/NIGHTFALL'] })).toEqual({ record: { level: 'LISTED' } })
    expect([await explained(id, { country: 'XB' }), await explained(id, { country: 'XC' })]).toEqual([
      { record: { level: 'LISTED' } },
      { record: { level: 'NONE' } },
    ])
  })

  it('counts on its days only, and on none after the last of the operation', async () => {
    const world = operationWorld()
    const id = await world.running('XB')
    await world.name(world.officer('XB'), id, 'XB-9', { from: '2026-06-17', to: '2026-06-18' })
    await world.name(world.officer('XB'), id, 'XB-8', { to: '2027-01-01' })
    const seen = async (person: string) => (await world.listed(world.officer('XB', 'INVESTIGATOR', person), 'persons', 'XA')).length
    expect([await seen('XB-9'), await seen('XB-8')]).toEqual([0, 3])
    world.wait(2 * day)
    expect([await seen('XB-9'), await seen('XB-8')]).toEqual([3, 3])
    world.wait(2 * day)
    expect([await seen('XB-9'), await seen('XB-8')]).toEqual([0, 3])
    world.wait(30 * day)
    expect([await seen('XB-9'), await seen('XB-8')]).toEqual([0, 0])
  })

  it('ends for all of a bureau, both ways, when the bureau leaves or is sent away', async () => {
    for (const [act, who, over] of [
      ['LEAVE', 'XB', {}],
      ['EXCLUDE', 'XA', { bureau: 'XB', message: 'A leak.' }],
    ] as const) {
      const world = operationWorld()
      const id = await world.running('XB', 'XC')
      for (const bureau of ['XB', 'XC']) await world.name(world.officer(bureau), id, `${bureau}-9`)
      const [xb, xc] = [world.officer('XB', 'INVESTIGATOR', 'XB-9'), world.officer('XC', 'INVESTIGATOR', 'XC-9')]
      expect([(await world.listed(xb, 'persons', 'XC')).length, (await world.listed(xc, 'persons', 'XB')).length]).toEqual([3, 3])
      expect((await world.act(world.officer(who), act, id, over)).code).toBeNull()
      expect([await world.listed(xb, 'persons', 'XC'), await world.listed(xc, 'persons', 'XB')]).toEqual([[], []])
      expect(await world.listed(xb, 'operations', 'XA')).toEqual([])
      expect((await world.listed(xc, 'persons', 'XA')).length).toBe(3)
      expect(await world.file(world.officer('XB'), id)).toBeNull()
    }
  })

  it('is read again by a hub that starts anew', async () => {
    const world = operationWorld()
    const id = await world.running('XB')
    await world.name(world.officer('XB'), id, 'XB-9')
    const again = operationWorld(world.store)
    await again.memory.hub.warmUp()
    expect(await again.listed(again.officer('XB', 'INVESTIGATOR', 'XB-9'), 'persons', 'XA')).toHaveLength(3)
    expect((await again.file(again.officer('XB'), id))?.members).toMatchObject([{ personRef: 'XB-9' }])
  })

  it('cuts a live feed with the next alert once the bureau has left', async () => {
    await using live = await liveOperation()
    const { toXb, id } = live
    const events = await live.alerts(toXb)
    const member = { id, version: 5, personRef: 'XB-1', role: 'Lead investigator' }
    await live.mutate('nameOperationMember', 'NameMemberInput', toXb, member)
    await live.change('XA', 'Person', '1', { names: [{ family: 'Ring' }] })
    expect(await events.alert()).toMatchObject({ kind: 'NEW', owner: { code: 'XA' }, record: { names: [{ family: 'Ring' }] } })
    const left = await live.act(toXb, 6, 'LEAVE')
    expect(left.id).toBe(id)
    await live.change('XA', 'Person', '2', { names: [{ family: 'Another' }] })
    await live.change('XA', 'Notice', 'n', { kind: 'RED', number: '2026/1', state: 'PUBLISHED' })
    const heard: unknown[] = []
    for (let item = await events.alert(); ; item = await events.alert()) {
      heard.push(item)
      if ((item['record'] as Record<string, unknown> | null)?.['__typename'] === 'Notice') break
    }
    // That its own view of the operation is gone is all that it is told of it.
    expect(heard.filter((one) => (one as { kind: string }).kind !== 'WITHDRAWN')).toMatchObject([
      { kind: 'NEW', record: { number: '2026/1' } },
    ])
    events.stop()
  })
})
