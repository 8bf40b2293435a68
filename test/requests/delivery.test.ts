import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DeliverySettings } from '../../src/requests/dispatcher.ts'
import { deliveringHub } from '../support/requests/deliveringHub.ts'
import { InboxSystem, type Moods } from '../support/requests/inboxSystem.ts'
import { actOn, askXb, officerOf } from './asker.ts'

let folder: string
const running: { close(): Promise<void> }[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comity-delivery-'))
})
afterEach(async () => {
  for (const one of running.splice(0)) await one.close()
  rmSync(folder, { recursive: true })
})

const swift: DeliverySettings = { shortestPauseMs: 5, longestPauseMs: 50, leaseMs: 300, attemptMs: 500 }
const soon = { timeout: 15_000, interval: 10 }

async function setUp(moods: Moods = {}, delivery: DeliverySettings = swift) {
  const inbox = new InboxSystem(folder, moods)
  await inbox.start()
  const world = await deliveringHub(null, inbox, delivery)
  running.push({ close: () => inbox.kill() }, world)
  const { requests } = world.hub.office
  const stateOf = async (file: { readonly ref: Parameters<typeof requests.file>[0] }) =>
    (await requests.file(file.ref, officerOf('XA')))?.request.standing.state
  return { inbox, requests, stateOf, ...world }
}

describe('delivery to the requested bureau’s own system', () => {
  it('hands over what the owner’s rules show the other desk, and moves the request on with the receipt', async () => {
    const { hub, inbox, requests, stateOf, store } = await setUp()
    hub.office.open()
    const file = await askXb(requests, 'a', 'C-1')
    expect(file.messages).toMatchObject([{ state: 'WAITING', target: 'XB' }])
    await vi.waitFor(async () => expect(await stateOf(file)).toBe('RECEIVED'), soon)
    const now = await requests.file(file.ref, officerOf('XA'))
    expect(now?.messages).toMatchObject([{ state: 'DELIVERED', attempts: 1, receipt: '1' }])
    expect(now?.steps.map(({ act, side }) => [act, side])).toEqual([
      ['CREATE', 'REQUESTER'],
      ['SEND', 'REQUESTER'],
      ['RECEIVE', 'HUB'],
    ])
    const [content] = inbox.effects().contents
    expect(content).toMatchObject({ from: 'XA', to: 'XB', act: 'SEND', record: { question: 'Who?', kind: 'INFORMATION', state: 'SENT' } })
    expect(Object.keys(content?.['record'] as object)).not.toContain('reference')
    expect(store.desks.page('XA', null, 5)).toMatchObject([{ kind: 'REQUEST_MOVED' }])
  })

  it('brings each once, in the order of its case, whatever the system does', async () => {
    const { hub, inbox, requests, store } = await setUp({ busy: 20, hang: 3, cut: 25 })
    hub.office.open()
    const files = []
    for (let i = 0; i < 40; i++) files.push(await askXb(requests, `r${i}`, `C-${i % 4}`, `${i}`))
    await vi.waitFor(async () => expect(await store.outbox.nextDue(0)).toBeNull(), soon)
    const { contents, keys, attempts } = inbox.effects()
    expect(new Set(keys).size).toBe(40)
    expect(keys.length).toBe(40)
    expect(attempts).toBeGreaterThan(40)
    const asked = contents.map(({ record }) => Number((record as { question: string }).question))
    for (const lane of [0, 1, 2, 3]) {
      const inLane = asked.filter((i) => i % 4 === lane)
      expect(inLane).toEqual(inLane.toSorted((a, b) => a - b))
    }
    for (const { ref } of files) expect((await requests.file(ref, officerOf('XA')))?.messages).toMatchObject([{ state: 'DELIVERED' }])
  })

  it('keeps the order of acts on one request: what is said later arrives later', async () => {
    const { hub, inbox, requests } = await setUp({ cut: 40, busy: 20 })
    let file = await askXb(requests, 'a', 'C-1')
    file = await actOn(requests, file, 'acknowledgeRequest', 'ACKNOWLEDGE', officerOf('XB'))
    file = await actOn(requests, file, 'askMore', 'ASK_MORE', officerOf('XB'), { message: 'Which?' })
    file = await actOn(requests, file, 'answerMore', 'ANSWER_MORE', officerOf('XA'), { message: 'This.' })
    await actOn(requests, file, 'withdrawRequest', 'WITHDRAW', officerOf('XA'), { message: 'Found.' })
    hub.office.open()
    await vi.waitFor(() => expect(inbox.effects().contents.map(({ act }) => act)).toEqual(['SEND', 'ANSWER_MORE', 'WITHDRAW']), soon)
  })

  it('lets a lane that is stuck hold up no other', async () => {
    const { hub, inbox, requests, store } = await setUp()
    const first = await askXb(requests, 'a', 'C-1')
    const held = await store.outbox.lease(Date.now(), Date.now() + 60_000, [])
    expect(held?.message.record).toBe(first.request.standing.key)
    await askXb(requests, 'b', 'C-1')
    await askXb(requests, 'c', 'C-2', 'another case')
    hub.office.open()
    await vi.waitFor(() => expect(inbox.effects().keys.length).toBe(1), soon)
    expect(inbox.effects().contents).toMatchObject([{ record: { question: 'another case' } }])
    expect(await store.outbox.lease(Date.now(), Date.now() + 60_000, [])).toBeNull()
  })

  it('counts nothing that is done under an old lease', async () => {
    const { requests, store } = await setUp()
    const file = await askXb(requests, 'a', 'C-1')
    const now = Date.now()
    const old = await store.outbox.lease(now, now + 10, [])
    const next = await store.outbox.lease(now + 20, now + 1000, [])
    if (old === null || next === null) throw new Error('nothing to lease')
    expect(next.token).toBe(old.token + 1)
    const ending = { id: old.message.id, state: 'DELIVERED', receipt: 'x' } as const
    expect(await store.outbox.extend(old.message.id, old.token, now + 9999)).toBe(false)
    expect(await store.outbox.retry(old.message.id, old.token, now, true)).toBe(false)
    expect(await store.held.commit([], null, now, { ...ending, token: old.token })).toEqual({ is: 'CONFLICT' })
    expect(await store.held.commit([], null, now, { ...ending, token: next.token })).toEqual({ is: 'DONE' })
    expect(await store.held.commit([], null, now, { ...ending, token: next.token })).toEqual({ is: 'CONFLICT' })
    expect((await requests.file(file.ref, officerOf('XA')))?.messages).toMatchObject([{ state: 'DELIVERED', attempts: 1 }])
  })

  it('gives to people what a system refuses, and both desks are told', async () => {
    const inbox = new InboxSystem(folder)
    await inbox.start()
    // Another key: the receipts are not the system's.
    const other = new InboxSystem(folder)
    const world = await deliveringHub(null, { url: inbox.url, receiptKey: other.receiptKey }, { ...swift, patienceMs: 400 })
    running.push({ close: () => inbox.kill() }, world)
    const { requests } = world.hub.office
    world.hub.office.open()
    const file = await askXb(requests, 'a', 'C-1')
    await vi.waitFor(
      async () =>
        expect((await requests.file(file.ref, officerOf('XA')))?.messages).toMatchObject([{ state: 'DEAD_LETTER', receipt: null }]),
      soon,
    )
    expect(new Set(inbox.effects().keys).size).toBe(1)
    expect((await requests.file(file.ref, officerOf('XA')))?.request.standing.state).toBe('SENT')
    for (const desk of ['XA', 'XB']) expect(world.store.desks.page(desk, null, 1)).toMatchObject([{ kind: 'REQUEST_UNDELIVERED' }])
    // Once whatever was in the way is mended, it is tried again; and meanwhile the bureau's officers work on it at the hub.
    expect((await requests.redeliver(file.ref, officerOf('XB'))).messages).toMatchObject([{ state: 'WAITING', attempts: 0 }])
    await vi.waitFor(
      async () => expect((await requests.file(file.ref, officerOf('XA')))?.messages).toMatchObject([{ state: 'DEAD_LETTER' }]),
      soon,
    )
    expect(new Set(inbox.effects().keys).size).toBe(1)
    expect((await actOn(requests, file, 'acknowledgeRequest', 'ACKNOWLEDGE', officerOf('XB'))).request.standing.state).toBe('ACKNOWLEDGED')
  })

  it('waits for a system that is down, and counts no refusal', async () => {
    const { hub, inbox, requests, stateOf } = await setUp({}, { ...swift, shortestPauseMs: 100, longestPauseMs: 200 })
    await inbox.kill()
    hub.office.open()
    const file = await askXb(requests, 'a', 'C-1')
    await vi.waitFor(async () => expect((await requests.file(file.ref, officerOf('XA')))?.messages[0]?.attempts).toBeGreaterThan(2), soon)
    expect(await stateOf(file)).toBe('SENT')
    await inbox.start()
    await vi.waitFor(async () => expect(await stateOf(file)).toBe('RECEIVED'), soon)
  })
})
