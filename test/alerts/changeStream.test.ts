import { describe, expect, it } from 'vitest'
import { Broadcast } from '../../src/alerts/broadcast.ts'
import type { Decide } from '../../src/alerts/changeStream.ts'
import { InProcessFanout } from '../../src/alerts/inProcessFanout.ts'
import { noFanout } from '../../src/alerts/noFanout.ts'
import { StoredChangeLog } from '../../src/alerts/storedChangeLog.ts'
import { Turns } from '../../src/alerts/turns.ts'
import { changesFrom, numberOf } from '../support/alerts/changes.ts'
import { ModelChangeRows, ModelHistory } from '../support/alerts/modelChangeRows.ts'
import { Reader } from '../support/alerts/reader.ts'
import { VirtualClock } from '../support/links/virtualClock.ts'

const secret = new Uint8Array(32).fill(6)
const numbers = (first: number, count: number) => Array.from({ length: count }, (_, at) => first + at)
const all: Decide<number> = ({ change }) => numberOf(change)

async function node(
  some: { readonly ringSize?: number; readonly history?: ModelHistory; readonly clock?: VirtualClock; readonly alone?: boolean } = {},
) {
  const clock = some.clock ?? new VirtualClock()
  const history = some.history ?? new ModelHistory(() => clock.epoch())
  const rows = new ModelChangeRows(history)
  const log = await StoredChangeLog.open(rows, secret)
  const fanout = some.alone ? noFanout : new InProcessFanout()
  const turns = new Turns(64, queueMicrotask)
  const broadcast = await Broadcast.open({
    log,
    fanout,
    secret,
    clock,
    turns,
    random: () => 0.5,
    ...(some.ringSize ? { ringSize: some.ringSize } : {}),
  })
  const subscribe = (after: string | null = null, decide = all, who = { caller: 'c', filter: 'f' }) =>
    broadcast.subscribe({ ...who, after, decide, heartbeatMs: 15_000 })
  const append = async (first: number, count: number) => {
    await log.append(changesFrom(first, count))
    await clock.advance(0)
  }
  return { clock, history, rows, log, broadcast, subscribe, append }
}

describe('a stream of changes', () => {
  it('begins with a heartbeat and its cursor, from now on', async () => {
    const { append, subscribe } = await node()
    await append(1, 3)
    const stream = subscribe()
    const { value } = await stream.next()
    expect(value).toMatchObject({ kind: 'heartbeat', lagMs: 0 })
    const next = stream.next()
    await append(4, 1)
    expect((await next).value).toMatchObject({ kind: 'delivery', value: 4 })
  })

  it('goes on after any cursor it has given, without a hole and without a repetition, over the seam between log and ring', async () => {
    const { append, subscribe, clock } = await node({ ringSize: 16 })
    const first = new Reader(subscribe())
    await append(1, 300)
    await clock.advance(0)
    await append(301, 150)
    await clock.advance(0)
    expect(first.values).toEqual(numbers(1, 450))
    for (const item of first.items.filter((_, at) => at % 29 === 0 || at > 430)) {
      const seen = item.kind === 'delivery' ? item.value : 0
      const resumed = new Reader(subscribe(item.cursor))
      await clock.advance(0)
      expect(resumed.values).toEqual(numbers(seen + 1, 450 - seen))
      expect(resumed.codes).toEqual([])
    }
  })

  it('hands over to live when there is nothing to catch up with', async () => {
    const { append, subscribe, clock } = await node()
    const first = new Reader(subscribe())
    await append(1, 5)
    const resumed = new Reader(subscribe(first.cursor))
    await append(6, 2)
    await clock.advance(0)
    expect(resumed.values).toEqual([6, 7])
    expect(resumed.items[0]?.kind).toBe('heartbeat')
  })

  it('moves its cursor on past what is not delivered, and shows nothing of it', async () => {
    const { append, subscribe, clock } = await node()
    const none = new Reader(subscribe(null, () => null))
    const watched = new Reader(subscribe(null, ({ change }) => (numberOf(change) === 90 ? 90 : null)))
    await append(1, 100)
    await clock.advance(14_000)
    expect(none.items).toHaveLength(1)
    await clock.advance(2000)
    expect(none.items.map(({ kind }) => kind)).toEqual(['heartbeat', 'heartbeat'])
    expect(watched.items.map(({ kind }) => kind)).toEqual(['heartbeat', 'delivery', 'heartbeat'])
    const resumed = new Reader(subscribe(none.cursor))
    await append(101, 1)
    await clock.advance(0)
    expect(resumed.values).toEqual([101])
  })

  it('refuses the cursor of another caller or filter, and garbage, before it begins', async () => {
    const { subscribe, broadcast } = await node()
    const { value } = await subscribe().next()
    const code = (wanted: string) => expect.objectContaining({ code: wanted })
    expect(() => subscribe(value.cursor, all, { caller: 'd', filter: 'f' })).toThrow(code('CURSOR_MISMATCH'))
    expect(() => subscribe(value.cursor, all, { caller: 'c', filter: 'g' })).toThrow(code('CURSOR_MISMATCH'))
    expect(() => subscribe('garbage')).toThrow(code('CURSOR_INVALID'))
    expect(broadcast.streams.size).toBe(1)
  })

  it('says that what comes next is no longer held, ends, and tells where to go on', async () => {
    const { append, subscribe, clock, history } = await node({ ringSize: 16 })
    const first = new Reader(subscribe())
    await append(1, 50)
    await clock.advance(60_000)
    await append(51, 50)
    const { cursor = '' } = first.items.find((item) => item.kind === 'delivery' && item.value === 10) ?? {}
    history.trim(clock.epoch() - 1000)
    await clock.advance(1000)
    const late = new Reader(subscribe(cursor))
    await clock.advance(0)
    expect(late.items.map((item) => [item.kind, item.kind === 'notice' && item.code])).toEqual([['notice', 'RETENTION_EXCEEDED']])
    expect(late.over).toBe(true)
    const resumed = new Reader(subscribe(late.cursor))
    await append(101, 1)
    await clock.advance(0)
    expect(resumed.values).toEqual([101])
    // Who has seen the last change that there was is not affected, however old it is.
    const whole = new Reader(subscribe(first.cursor))
    history.trim(clock.epoch() + 1)
    await append(102, 1)
    await clock.advance(500)
    expect(whole.codes).toEqual([])
  })

  it('notices retention in the midst of catching up', async () => {
    const { append, subscribe, clock, history } = await node({ ringSize: 16 })
    const { value } = await subscribe().next()
    await append(1, 600)
    const stream = subscribe(value.cursor)
    for (let i = 0; i < 30; i++) await stream.next()
    await clock.advance(60_000)
    await append(601, 500)
    history.trim(clock.epoch() - 1000)
    const rest = new Reader(stream)
    await clock.advance(1000)
    expect(rest.codes.at(-1)).toBe('RETENTION_EXCEEDED')
    expect(rest.over).toBe(true)
  })

  it.each([
    ['has another history', (history: ModelHistory) => history.renew(history.epoch)],
    ['has lost its end', (history: ModelHistory) => history.lose(3)],
    [
      'has lost its end and has got other changes since',
      (history: ModelHistory) => {
        history.lose(3)
        history.commit(numbers(1, 9).map((at) => ({ identity: Buffer.alloc(16, at), sealed: Buffer.alloc(80, at) })))
        history.place()
      },
    ],
  ])('says to all who are there, and to who comes back, that the log %s', async (_, happen) => {
    const { append, subscribe, clock, history } = await node()
    const there = new Reader(subscribe())
    await append(1, 10)
    const cursor = there.cursor
    happen(history)
    await clock.advance(1000)
    expect(there.codes).toEqual(['EPOCH_CHANGED'])
    expect(there.over).toBe(true)
    const back = new Reader(subscribe(cursor))
    await clock.advance(0)
    expect(back.codes).toEqual(['EPOCH_CHANGED'])
    const on = new Reader(subscribe(there.cursor))
    await clock.advance(0)
    await append(11, 1)
    await clock.advance(1000)
    expect(on.values).toEqual([11])
  })

  it('says so to who comes back after a restart, whose place now holds something else', async () => {
    const before = await node()
    const there = new Reader(before.subscribe())
    await before.append(1, 10)
    await before.broadcast.close()
    const { history, clock } = before
    history.lose(3)
    await clock.advance(1000)
    const after = await node({ history, clock })
    // The same changes come again, and more.
    history.rows = [...history.rows]
    await after.append(11, 10)
    const back = new Reader(after.subscribe(there.cursor))
    const earlier = new Reader(after.subscribe(there.items[4]?.cursor))
    await clock.advance(0)
    expect(back.codes).toEqual(['EPOCH_CHANGED'])
    expect(earlier.codes).toEqual([])
    expect(earlier.values).toEqual([5, 6, 7, ...numbers(11, 10)])
  })

  it('takes the cursor of a node that is ahead', async () => {
    const one = await node()
    const two = await node({ history: one.history, clock: one.clock, alone: true })
    const there = new Reader(one.subscribe())
    await one.append(1, 5)
    const back = new Reader(two.subscribe(there.cursor))
    await one.append(6, 1)
    await one.clock.advance(500)
    expect(back.codes).toEqual([])
    expect(back.values).toEqual([6])
  })

  it('says once that it lags when it falls behind what the node keeps, and loses nothing', async () => {
    const { append, subscribe, clock } = await node({ ringSize: 16 })
    let go = () => {}
    const slow = new Reader(subscribe(), (item) =>
      item.kind === 'delivery' && item.value === 1 ? new Promise<void>((resolve) => (go = resolve)) : undefined,
    )
    const healthy = new Reader(subscribe())
    for (let i = 0; i < 40; i++) await append(1 + 10 * i, 10)
    await clock.advance(0)
    expect(healthy.values).toEqual(numbers(1, 400))
    expect(slow.values).toEqual([1])
    go()
    await clock.advance(100)
    expect(slow.values).toEqual(numbers(1, 400))
    expect(slow.codes).toEqual(['LAGGING'])
    expect(healthy.codes).toEqual([])
  })

  it('stops, and says so, when its node has been cut off from the log for five seconds, and goes on afterwards', async () => {
    const { append, subscribe, clock, rows, broadcast } = await node()
    const reader = new Reader(subscribe())
    await append(1, 1)
    rows.reachable = false
    await clock.advance(4000)
    expect(reader.codes).toEqual([])
    await clock.advance(3000)
    expect(reader.codes).toEqual(['LAGGING'])
    await clock.advance(16_000)
    expect(reader.items.at(-1)).toMatchObject({ kind: 'heartbeat', lagMs: expect.toSatisfy((ms: number) => ms > 10_000) })
    rows.reachable = true
    await append(2, 1)
    expect(reader.values).toEqual([1])
    await clock.advance(1000)
    expect(reader.values).toEqual([1, 2])
    expect(reader.codes).toEqual(['LAGGING'])
    expect(broadcast.unconfirmedMs).toBeLessThan(1000)
  })

  it('ends with a notice rather than pass over what somebody has changed in the log', async () => {
    const { append, subscribe, clock, history } = await node({ ringSize: 4 })
    const { value } = await subscribe().next()
    await append(1, 30)
    history.rows = history.rows.map((row) => (row.sequence === 11 ? { ...row, sealed: Buffer.alloc(80, 1) } : row))
    const reader = new Reader(subscribe(value.cursor))
    await clock.advance(100)
    expect(reader.values).toEqual(numbers(1, 10))
    expect(reader.codes).toEqual(['EPOCH_CHANGED'])
  })

  it('ends with the error of who decides, and goes on after the cursor before it', async () => {
    const { append, subscribe, clock } = await node()
    const seen: unknown[] = []
    const broken: Decide<number> = async ({ change }) => {
      if (numberOf(change) === 3) throw new Error('no decision')
      return numberOf(change)
    }
    const stream = subscribe(null, broken)
    await append(1, 5)
    await expect(
      (async () => {
        for await (const item of stream) seen.push(item)
      })(),
    ).rejects.toThrow('no decision')
    const resumed = new Reader(subscribe((seen.at(-1) as { cursor: string }).cursor))
    await clock.advance(0)
    expect(resumed.values).toEqual([3, 4, 5])
  })

  it('tells notices of others once each, and drains spread over the time', async () => {
    const { subscribe, broadcast, clock } = await node()
    const stream = subscribe()
    const reader = new Reader(stream)
    await clock.advance(0)
    stream.notify('TOKEN_EXPIRING', 60_000)
    stream.notify('TOKEN_EXPIRING', 60_000)
    await clock.advance(0)
    expect(reader.items.at(-1)).toMatchObject({ code: 'TOKEN_EXPIRING', retryAfterMs: 60_000, resumeAfter: null })
    expect(reader.codes).toEqual(['TOKEN_EXPIRING'])
    const draining = broadcast.drain(10_000)
    await clock.advance(4000)
    expect(reader.over).toBe(false)
    await clock.advance(2000)
    await draining
    expect(reader.codes).toEqual(['TOKEN_EXPIRING', 'NODE_DRAINING'])
    expect(reader.over).toBe(true)
    const late = new Reader(subscribe())
    await clock.advance(0)
    expect(late.codes).toEqual(['NODE_DRAINING'])
  })

  it('ends at once when it is left, also while it waits, and leaves nothing behind', async () => {
    const { subscribe, broadcast, clock, append } = await node()
    const stream = subscribe()
    await stream.next()
    const waiting = stream.next()
    await clock.advance(0)
    expect(await stream.return()).toEqual({ done: true, value: undefined })
    expect(await waiting).toEqual({ done: true, value: undefined })
    expect(broadcast.streams.size).toBe(0)
    await append(1, 1)
    expect((await stream.next()).done).toBe(true)
    await broadcast.close()
    expect(clock.pending).toBe(0)
  })

  it('answers one question after the other, also when several are asked', async () => {
    const { subscribe, append } = await node()
    const stream = subscribe()
    const asked = [stream.next(), stream.next(), stream.next(), stream.next()]
    await append(1, 3)
    const items = await Promise.all(asked)
    expect(items.map(({ value }) => value.kind === 'delivery' && value.value)).toEqual([false, 1, 2, 3])
  })

  it('gives what follows at once together, as many as are wanted, and goes on behind it', async () => {
    const { subscribe, append } = await node()
    const stream = subscribe(null, ({ change }) => (numberOf(change) % 2 === 0 ? numberOf(change) : null))
    await stream.next()
    await append(1, 20)
    expect((await stream.next()).value).toMatchObject({ value: 2 })
    const some = stream.ready(3)
    expect(some.map(({ value }) => value)).toEqual([4, 6, 8])
    expect((await subscribe(some[1]?.cursor).next()).value).toMatchObject({ kind: 'heartbeat' })
    expect((await stream.next()).value).toMatchObject({ value: 10 })
    expect(stream.ready(100).map(({ value }) => value)).toEqual([12, 14, 16, 18, 20])
    expect(stream.ready(100)).toEqual([])
  })

  it('gives nothing together before a word of its own, before what has to be waited for, or when it is asked otherwise', async () => {
    const { subscribe, append } = await node()
    let refuses = false
    const stream = subscribe(null, ({ change }) => {
      if (refuses) throw new Error('no longer')
      return numberOf(change) === 4 ? Promise.resolve(4) : numberOf(change)
    })
    expect(stream.ready(9)).toEqual([])
    await stream.next()
    await append(1, 8)
    expect(stream.ready(2).map(({ value }) => value)).toEqual([1, 2])
    const asked = stream.next()
    expect(stream.ready(9)).toEqual([])
    expect((await asked).value).toMatchObject({ value: 3 })
    expect(stream.ready(9)).toEqual([])
    expect((await stream.next()).value).toMatchObject({ value: 4 })
    stream.notify('POLICY_CHANGED')
    expect(stream.ready(9)).toEqual([])
    expect((await stream.next()).value).toMatchObject({ code: 'POLICY_CHANGED' })
    refuses = true
    expect(stream.ready(9)).toEqual([])
    await expect(stream.next()).rejects.toThrow('no longer')
    expect(stream.ready(9)).toEqual([])
  })

  it('shares what many read who come back at once, eight pages at a time', async () => {
    const { subscribe, append, rows, clock } = await node({ ringSize: 16 })
    const { value } = await subscribe().next()
    for (let i = 0; i < 10; i++) await append(1 + 200 * i, 200)
    const before = rows.reads
    const readers = Array.from({ length: 50 }, () => new Reader(subscribe(value.cursor)))
    await clock.advance(100)
    for (const reader of readers) expect(reader.values).toEqual(numbers(1, 2000))
    expect(rows.reads - before).toBeLessThan(20)
  })
})
