import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SealedChanges } from '../../src/alerts/sealedChanges.ts'
import { LinkFailure } from '../../src/links/link.ts'
import { Dispatcher } from '../../src/requests/dispatcher.ts'
import { stepWrite } from '../../src/requests/requestWrite.ts'
import { SealedRequests } from '../../src/requests/sealedRequests.ts'
import { Store } from '../../src/store/store.ts'
import { VirtualClock } from '../support/links/virtualClock.ts'
import { plainRequest } from './plainRequest.ts'

const secret = new Uint8Array(32).fill(5)
const sealed = new SealedRequests(secret)
const changes = new SealedChanges(secret)
const writing = { sealed, sealChange: (change: Parameters<SealedChanges['seal']>[0]) => changes.seal(change), sketch: () => null }

let clock: VirtualClock
let store: Store
let calls: string[]
/** What the system does with the next messages; taken when there is nothing. */
let answer: () => Promise<never> | null
beforeEach(() => {
  clock = new VirtualClock()
  store = new Store(null)
  calls = []
  answer = () => null
})
afterEach(() => store.close())

/** Accepts a message, in a lane of its own unless another is named. */
async function accept(name: string, target = 'XB', lane = name) {
  const now = clock.epoch()
  const draft = plainRequest()
  const request = { ...draft, standing: { ...draft.standing, key: name, requested: target, state: 'SENT' as const, updated: now } }
  const step = {
    number: 1,
    at: now,
    act: 'SEND',
    side: 'REQUESTER',
    bureau: 'XA',
    person: '1',
    state: 'SENT',
    message: null,
    grounds: [],
    conditionsOfUse: [],
    reviewAt: null,
    authorisation: null,
    reply: null,
    found: null,
    attachments: [],
  } as const
  const message = { message: name, record: name, target, lane, sealed: sealed.message(name, { name }) }
  const teller = { reader: { bureau: 'XA', roles: [], organisation: null, unit: null }, purpose: 'INVESTIGATION', case: null }
  await store.held.commit([stepWrite(null, request, step, { teller, message }, writing)], null, now)
}

function dispatching(width = 8) {
  return new Dispatcher({
    ...writing,
    rows: store.held,
    outbox: store.outbox,
    linkOf: () => ({
      submit: async ({ key }) => {
        calls.push(key)
        return (await answer()) ?? { receipt: key, at: 'now', signature: 's' }
      },
    }),
    clock,
    random: () => 1,
    onFault: (error) => {
      throw error
    },
    settings: { width, shortestPauseMs: 1000, longestPauseMs: 8000, patienceMs: 60_000, refusals: 3 },
  })
}
const messageOf = async (name: string) => (await store.outbox.about(name))[0]

describe('the dispatcher', () => {
  it('tries again after pauses that double up to the longest, and gives up after its patience', async () => {
    await accept('a')
    answer = () => Promise.reject(new LinkFailure('UNAVAILABLE', null))
    const dispatcher = dispatching()
    dispatcher.wake()
    const seen: number[] = []
    const began = clock.epoch()
    for (let second = 0; second <= 80; second++) {
      await clock.advance(1000)
      while (seen.length < calls.length) seen.push(Math.round((clock.epoch() - began) / 1000))
    }
    // The first at once; then after 1, 2, 4 and 8 seconds, which is the longest, until a minute is over.
    expect(seen.slice(0, 6)).toEqual([1, 1, 3, 7, 15, 23])
    expect(await messageOf('a')).toMatchObject({ state: 'DEAD_LETTER', receipt: null })
    expect(store.desks.page('XB', null, 5)[0]).toMatchObject({ kind: 'REQUEST_UNDELIVERED' })
    await dispatcher.stop()
  })

  it('leaves a busy system alone in all lanes, as long as it says, and counts no attempt', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await accept(name)
    await accept('other', 'XC')
    answer = () => (calls.at(-1) === 'other' ? null : Promise.reject(new LinkFailure('BUSY', 30_000)))
    const dispatcher = dispatching(1)
    dispatcher.wake()
    await clock.advance(20_000)
    expect(calls).toEqual(['a', 'other'])
    expect(await messageOf('a')).toMatchObject({ state: 'WAITING', attempts: 0 })
    answer = () => null
    await clock.advance(15_000)
    expect(calls.slice(2).toSorted()).toEqual(['a', 'b', 'c', 'd'])
    await dispatcher.stop()
  })

  it('looks no more often for all that waits behind a message that has to be tried again', async () => {
    await accept('a')
    for (let i = 0; i < 20; i++) await accept(`behind ${i}`, 'XB', 'a')
    answer = () => Promise.reject(new LinkFailure('UNAVAILABLE', 50_000))
    const dispatcher = dispatching()
    let looks = 0
    const { lease } = store.outbox
    Object.assign(store.outbox, {
      lease: (...given: Parameters<typeof lease>) => {
        looks++
        return lease.apply(store.outbox, given)
      },
    })
    dispatcher.wake()
    await clock.advance(40_000)
    expect(calls).toEqual(['a'])
    expect(looks).toBeLessThan(20)
    answer = () => null
    await clock.advance(20_000)
    expect(calls.slice(1)).toEqual(['a', ...Array.from({ length: 20 }, (_, i) => `behind ${i}`)])
    await dispatcher.stop()
  })

  it('delivers to others at once while one is left alone', async () => {
    await accept('a')
    answer = () => Promise.reject(new LinkFailure('BUSY', 30_000))
    const dispatcher = dispatching()
    dispatcher.wake()
    await clock.advance(100)
    answer = () => null
    await accept('other', 'XC')
    await store.outbox.retry((await messageOf('other'))?.id ?? 0, 0, clock.epoch() + 300, false)
    dispatcher.wake()
    await clock.advance(350)
    expect(calls).toEqual(['a', 'other'])
    await dispatcher.stop()
  })

  it('waits longer than its own pause when a failing system says so', async () => {
    await accept('a')
    answer = () => Promise.reject(new LinkFailure('UNAVAILABLE', 20_000))
    const dispatcher = dispatching()
    dispatcher.wake()
    await clock.advance(19_000)
    expect(calls.length).toBe(1)
    await clock.advance(2000)
    expect(calls.length).toBe(2)
    await dispatcher.stop()
  })

  it('holds a message for as long as its delivery takes, so that nobody else begins', async () => {
    await accept('a')
    const { promise, resolve } = Promise.withResolvers<void>()
    answer = () => promise.then(() => null) as Promise<never>
    const [one, two] = [dispatching(), dispatching()]
    one.wake()
    await clock.advance(1)
    two.wake()
    await clock.advance(9000)
    expect(calls).toEqual(['a'])
    resolve()
    await clock.advance(1)
    expect(await messageOf('a')).toMatchObject({ state: 'DELIVERED', token: 1 })
    await Promise.all([one.stop(), two.stop()])
  })

  it('takes over, once the lease is over, what somebody died with', async () => {
    await accept('a')
    await store.outbox.lease(clock.epoch(), clock.epoch() + 2000, [])
    const dispatcher = dispatching()
    dispatcher.wake()
    await clock.advance(1900)
    expect(calls).toEqual([])
    await clock.advance(200)
    expect(await messageOf('a')).toMatchObject({ state: 'DELIVERED', token: 2 })
    await dispatcher.stop()
  })
})
