import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SealedChanges } from '../../src/alerts/sealedChanges.ts'
import type { Clock } from '../../src/links/clock.ts'
import { RequestClock } from '../../src/requests/requestClock.ts'
import { SealedRequests } from '../../src/requests/sealedRequests.ts'
import { Store } from '../../src/store/store.ts'
import { hours, plainRequest } from './plainRequest.ts'
import { requestWorld } from './requestWorld.ts'

const secret = new Uint8Array(32).fill(3)
const changes = new SealedChanges(secret)

/** A clock over a store, that looks when it is told to. */
function clockOver(store: Store, now: () => number) {
  const clock: Clock = { epoch: now, elapsed: now, after: () => () => {} }
  const parts = { rows: store.held, clock, sealed: new SealedRequests(secret), onFault: () => {} }
  return new RequestClock({ ...parts, sealChange: (change) => changes.seal(change), sketch: () => null })
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comity-clock-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

describe('the clock of requests', () => {
  const setUp = async (over: Record<string, unknown> = {}, store = new Store(null)) => {
    const world = requestWorld({ store })
    const { files } = await world.create(world.officer('XA'), { urgency: 'FLASH', ...over })
    const [draft] = files
    if (draft === undefined) throw new Error('no draft')
    const request = (await world.act(world.officer('XA'), 'sendRequest', draft)).file
    const clock = clockOver(store, () => world.now)
    const told = (desk: string) => store.desks.page(desk, null, 20).filter(({ kind }) => kind === 'REQUEST_DUE').length
    return { world, store, clock, request, told }
  }

  it('tells both desks at half, at four fifths, and when the time is over, once each', async () => {
    const { world, clock, request, told } = await setUp()
    const seen: unknown[] = []
    for (const wait of [hours(3.9), hours(0.2), 0, hours(2.2), hours(0.2), hours(1.4), hours(0.2), hours(100)]) {
      world.wait(wait)
      await clock.look()
      seen.push([told('XA'), told('XB'), (await world.file(world.officer('XA'), request.id))?.state])
    }
    expect(seen).toEqual([
      [0, 0, 'SENT'],
      [1, 1, 'SENT'],
      [1, 1, 'SENT'],
      [1, 1, 'SENT'],
      [2, 2, 'SENT'],
      [2, 2, 'SENT'],
      [3, 3, 'LAPSED'],
      [3, 3, 'LAPSED'],
    ])
    const file = await world.file(world.officer('XB'), request.id)
    expect(file?.steps.at(-1)).toMatchObject({ act: 'LAPSE', side: 'HUB', bureau: null, personRef: null })
    expect(file?.version).toBe(3)
  })

  it('tells only the last of what was missed while nobody looked', async () => {
    const { world, clock, told } = await setUp()
    world.wait(hours(7))
    await clock.look()
    expect([told('XA'), told('XB')]).toEqual([1, 1])
  })

  it('forgets nothing over a restart, and tells nothing twice', async () => {
    const first = await setUp({}, new Store(folder))
    first.world.wait(hours(5))
    await first.clock.look()
    expect(first.told('XA')).toBe(1)
    first.store.close()
    const again = new Store(folder)
    const later = clockOver(again, () => first.world.now + hours(1))
    await later.look()
    const due = () => again.desks.page('XA', null, 20).filter(({ kind }) => kind === 'REQUEST_DUE').length
    expect(due()).toBe(1)
    await clockOver(again, () => first.world.now + hours(4)).look()
    expect(due()).toBe(2)
    again.close()
  })

  it('is told of by one of two nodes that look at once', async () => {
    const { world, store, clock, told } = await setUp()
    world.wait(hours(9))
    await Promise.all([clock.look(), clockOver(store, () => world.now).look()])
    expect([told('XA'), told('XB')]).toEqual([1, 1])
  })

  it('stands still while the requester is asked, and does not hinder an act decided before it told', async () => {
    const { world, clock, request, told } = await setUp()
    let file = (await world.act(world.officer('XB'), 'acknowledgeRequest', request)).file
    world.wait(hours(5))
    await clock.look()
    // The desks were told after this version was read: no step, so that the act counts.
    file = (await world.act(world.officer('XB'), 'askMore', file, { message: 'Which?' })).file
    expect(file.state).toBe('MORE_INFO')
    world.wait(hours(100))
    await clock.look()
    expect([told('XA'), file.state]).toEqual([1, 'MORE_INFO'])
    file = (await world.act(world.officer('XA'), 'answerMore', file, { message: 'This.' })).file
    world.wait(hours(2))
    await clock.look()
    expect((await world.file(world.officer('XA'), request.id))?.state).toBe('ACKNOWLEDGED')
    world.wait(hours(2))
    await clock.look()
    expect((await world.file(world.officer('XA'), request.id))?.state).toBe('LAPSED')
    const late = await world.file(world.officer('XB'), request.id)
    expect(late?.possible).toContain('ANSWER')
  })

  it('works through any number that are due at once', async () => {
    const { world, clock, store } = await setUp()
    const now = world.now
    const sealed = new SealedRequests(secret)
    const writes = Array.from({ length: 420 }, (_, i) => {
      const { standing, content } = plainRequest()
      const over = { key: `k${i}`, state: 'SENT' as const, sent: now, due: now + hours(8), clock: now + hours(4) }
      return { standing: { ...standing, ...over }, content: { ...content, term: { began: now, due: now + hours(8) } } }
    }).map((request) => ({ row: sealed.row(request), expected: null, step: null, message: null, desks: [], changes: [] }))
    await store.held.commit(writes, null, now)
    world.wait(hours(8))
    await clock.look()
    const found = await store.held.find({ type: 'AssistanceRequest', owner: 'XA', where: null, orderBy: null, after: null, limit: 1000 })
    expect(found.map(({ standing }) => standing.state)).toEqual(Array(421).fill('LAPSED'))
  })
})
