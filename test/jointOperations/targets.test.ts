import { describe, expect, it } from 'vitest'
import { targetMarks } from '../../src/jointOperations/targetMarks.ts'
import { operationWorld } from './operationWorld.ts'

describe('a target', () => {
  it('is a token to the others: neither whose nor who, until it is revealed', async () => {
    const world = operationWorld()
    const [xa, xb] = [world.officer('XA'), world.officer('XB')]
    const id = await world.running('XB', 'XC')
    const before = await world.file(xa, id)
    const person = await world.own('XB', 'persons', 1)
    const { file } = await world.nominate(xb, id, person)
    expect(file.targets).toMatchObject([{ own: true, bureau: { code: 'XB' }, person: { id: person }, meets: false }])
    for (const bureau of ['XA', 'XC']) {
      const theirs = await world.file(world.officer(bureau), id)
      expect(theirs?.targets).toEqual([{ key: file.targets[0]?.key, own: false, bureau: null, person: null, meets: null }])
    }
    expect((await world.file(xa, id))?.version).toBe(before?.version)
    await world.act(xb, 'REVEAL', id, { key: file.targets[0]?.key })
    // Who it is, XB's rules show to members of the operation, of whom XA has named none yet.
    expect((await world.file(xa, id))?.targets).toMatchObject([{ bureau: { code: 'XB' }, person: null }])
    await world.name(xa, id, 'XA-1')
    const named = await world.file(xa, id)
    expect(named?.targets).toMatchObject([{ bureau: { code: 'XB' }, person: { id: person } }])
    expect(named?.operation?.targets).toEqual([{ id: person }])
    await world.act(xb, 'DROP', id, { key: file.targets[0]?.key })
    expect(await world.file(xa, id)).toMatchObject({ targets: [], operation: { targets: [] } })
  })

  it('that meets another bureau’s tells both that it does, and neither whose the other one is', async () => {
    const world = operationWorld()
    const id = await world.running('XB', 'XC')
    const [xb, xc] = [world.officer('XB'), world.officer('XC')]
    await world.nominate(xb, id, await world.own('XB', 'persons', 0))
    const quiet = (await world.desk('XB')).length
    const { file } = await world.nominate(xc, id, await world.own('XC', 'persons', 0))
    const ofXb = await world.file(xb, id)
    expect(file.targets.find(({ own }) => own)?.meets).toBe(true)
    expect(ofXb?.targets.find(({ own }) => own)?.meets).toBe(true)
    for (const [own, other, file] of [
      ['XB', 'XC', ofXb],
      ['XC', 'XB', await world.file(xc, id)],
    ] as const) {
      const [entry] = await world.desk(own)
      expect(entry).toEqual({ kind: 'TARGETS_MEET', readerBureau: { code: own }, operation: null })
      expect(JSON.stringify(file?.targets)).not.toContain(`"${other}"`)
    }
    expect((await world.desk('XB')).length).toBe(quiet + 1)
    // XA takes part, has no such target, and hears of nothing.
    expect((await world.desk('XA')).filter(({ kind }) => kind === 'TARGETS_MEET')).toEqual([])
  })

  it('meets one of another operation, too', async () => {
    const world = operationWorld()
    const id = await world.running('XB')
    await world.nominate(world.officer('XB'), id, await world.own('XB', 'persons', 0))
    const other = (await world.propose(world.officer('XC'), { codename: 'OTHER' })).file.id
    await world.invite(world.officer('XC'), other, 'XD')
    await world.act(world.officer('XD'), 'ACCEPT', other)
    for (const bureau of ['XC', 'XD']) await world.act(world.officer(bureau), 'SIGN', other)
    const { file } = await world.nominate(world.officer('XD'), other, await world.own('XD', 'persons', 0))
    expect(file.targets[0]?.meets).toBe(true)
    expect((await world.desk('XB'))[0]?.kind).toBe('TARGETS_MEET')
    // Of the other operation nobody learns anything.
    expect(await world.file(world.officer('XB'), other)).toBeNull()
  })

  it('is a person of one’s own, once, whom something identifies exactly', async () => {
    const world = operationWorld()
    const id = await world.running('XB')
    const xb = world.officer('XB')
    const own = await world.own('XB', 'persons', 0)
    expect((await world.nominate(xb, id, await world.own('XA', 'persons', 0))).message).toContain('person: your bureau has no such record')
    expect((await world.nominate(xb, id, await world.own('XB', 'persons', 2))).message).toContain('person: with a document and its issuer')
    expect((await world.nominate(xb, id, own)).code).toBeNull()
    expect((await world.nominate(xb, id, own)).message).toContain('person: somebody whom you have not nominated yet')
    const key = (await world.file(xb, id))?.targets[0]?.key
    expect((await world.act(world.officer('XA'), 'REVEAL', id, { key })).message).toContain('target: the key of a target of yours')
    expect((await world.act(world.officer('XA'), 'DROP', id, { key })).message).toContain('target: the key of a target of yours')
  })

  it('leaves with its bureau', async () => {
    const world = operationWorld()
    const id = await world.running('XB', 'XC')
    await world.nominate(world.officer('XB'), id, await world.own('XB', 'persons', 0))
    await world.nominate(world.officer('XC'), id, await world.own('XC', 'persons', 0))
    await world.act(world.officer('XB'), 'LEAVE', id)
    expect((await world.file(world.officer('XC'), id))?.targets).toMatchObject([{ own: true, meets: false }])
  })

  it('is marked by whole keys only, however they are written', () => {
    const whole = { names: [{ family: 'Ring', given: 'A' }], birthDate: '1980-01-02', sex: 'M', documents: [] }
    const marks = targetMarks(whole)
    expect(marks).toHaveLength(1)
    expect(targetMarks({ ...whole, names: [{ family: ' RING', given: 'a ' }] })).toEqual(marks)
    for (const over of [
      { birthDate: '1980-01' },
      { sex: 'U' },
      { sex: null },
      { names: [{ family: 'Ring' }] },
      { birthDate: '1980-01-03' },
    ])
      expect(targetMarks({ ...whole, ...over })).not.toEqual(marks)
    expect(targetMarks({ documents: [{ number: 'ab 12-3', issuingCountry: 'XA' }] })).toEqual(
      targetMarks({ documents: [{ number: 'AB123', issuingCountry: 'XA' }] }),
    )
    expect(targetMarks({ documents: [{ number: 'AB123' }] })).toEqual([])
  })
})
