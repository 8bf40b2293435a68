import { describe, expect, it, vi } from 'vitest'
import { ConnectorError } from '../../src/connectors/connector.ts'
import { AdaptiveLimit } from '../../src/links/adaptiveLimit.ts'
import { Bulkhead } from '../../src/links/bulkhead.ts'
import { HedgeDelay } from '../../src/links/hedgeDelay.ts'
import { type Ending, judge } from '../../src/links/judge.ts'
import { Latencies } from '../../src/links/latencies.ts'
import { retryDelayMs } from '../../src/links/retryDelay.ts'

const waiting = () => ({ admitted: vi.fn(), turnedAway: vi.fn() })

describe('a bulkhead', () => {
  it('lets those who wait in by turns, and nobody past them', () => {
    const bulkhead = new Bulkhead(1, 2)
    expect(bulkhead.tryEnter()).toBe(true)
    const [first, second] = [waiting(), waiting()]
    expect([bulkhead.enter(first), bulkhead.enter(second), bulkhead.enter(waiting())]).toEqual(['waiting', 'waiting', 'full'])
    bulkhead.leave()
    expect([first.admitted, second.admitted].map((one) => one.mock.calls.length)).toEqual([1, 0])
    expect(bulkhead.tryEnter()).toBe(false)
    bulkhead.leave()
    expect(second.admitted).toHaveBeenCalledOnce()
    bulkhead.leave()
    expect(bulkhead.running).toBe(0)
  })

  it('lets nobody in who has withdrawn', () => {
    const bulkhead = new Bulkhead(1, 2)
    bulkhead.tryEnter()
    const gone = waiting()
    bulkhead.enter(gone)
    bulkhead.withdraw(gone)
    bulkhead.leave()
    expect(gone.admitted).not.toHaveBeenCalled()
    expect(bulkhead.running).toBe(0)
  })

  it('leaves alone those who run when it shrinks, and lets in those who wait when it grows', () => {
    const bulkhead = new Bulkhead(3, 3)
    for (let i = 0; i < 3; i++) bulkhead.tryEnter()
    const all = [waiting(), waiting(), waiting()]
    for (const one of all) bulkhead.enter(one)
    const admitted = () => all.map((one) => one.admitted.mock.calls.length)
    bulkhead.resize(1)
    bulkhead.leave()
    bulkhead.leave()
    expect([bulkhead.running, ...admitted()]).toEqual([1, 0, 0, 0])
    bulkhead.resize(3)
    expect([bulkhead.running, ...admitted()]).toEqual([3, 1, 1, 0])
  })

  it('sends everybody away once', () => {
    const bulkhead = new Bulkhead(1, 3)
    bulkhead.tryEnter()
    const all = [waiting(), waiting()]
    for (const one of all) bulkhead.enter(one)
    bulkhead.turnAway()
    bulkhead.leave()
    for (const one of all) expect([one.admitted.mock.calls.length, one.turnedAway.mock.calls.length]).toEqual([0, 1])
    expect([bulkhead.running, bulkhead.waiting]).toEqual([0, 0])
  })
})

describe('an adaptive limit', () => {
  it('halves once for all that began before, and never goes below one', () => {
    const limit = new AdaptiveLimit(8)
    for (let i = 0; i < 8; i++) limit.shrink(100, 200)
    expect(limit.places).toBe(4)
    for (let now = 200; now < 210; now++) limit.shrink(now, now)
    expect(limit.places).toBe(1)
  })

  it('grows by one for each round of answers while all places are used, up to the most allowed', () => {
    const limit = new AdaptiveLimit(8)
    for (let now = 0; now < 10; now++) limit.shrink(now, now)
    for (let i = 0; i < 100; i++) limit.grow(false)
    expect(limit.places).toBe(1)
    const rounds = [1, 2, 3, 4].map((places) => {
      for (let i = 0; i < places; i++) limit.grow(true)
      return limit.places
    })
    expect(rounds).toEqual([2, 2, 3, 4])
    for (let i = 0; i < 1000; i++) limit.grow(true)
    expect(limit.places).toBe(8)
  })
})

describe('latencies', () => {
  it('are the last so many, in order', () => {
    const latencies = new Latencies(4)
    expect(latencies.quantile(0.5)).toBe(null)
    for (const ms of [900, 5, 100, 30, 2]) latencies.add(ms)
    expect([0, 0.5, 0.95, 1].map((share) => latencies.quantile(share))).toEqual([2, 30, 100, 100])
  })

  const delayOf = (latencies: readonly number[]) => {
    const delay = new HedgeDelay()
    for (const ms of latencies) delay.add(ms)
    return delay
  }
  const tens = Array.from({ length: 20 }, (_, i) => 10 * (i + 1))

  it("give a hedge's wait after twenty attempts: just longer than 95 of 100 take, at least 20 ms", () => {
    expect(delayOf(tens.slice(1)).waitMs(10_000)).toBe(null)
    expect(delayOf(tens).waitMs(10_000)).toBe(201)
    expect(delayOf(Array.from({ length: 40 }, () => 1)).waitMs(10_000)).toBe(20)
  })

  it('leave half of the time to the hedge, if most answers take less', () => {
    expect([402, 300, 220, 218].map((left) => delayOf(tens).waitMs(left))).toEqual([201, 150, 110, null])
    expect(delayOf(Array.from({ length: 40 }, () => 1)).waitMs(39)).toBe(null)
  })

  it('move the wait of a hedge along', () => {
    expect(delayOf([...Array(128).fill(40), ...Array(128).fill(300)]).waitMs(10_000)).toBe(301)
  })
})

describe('a retry', () => {
  const error = (reason: ConnectorError['reason'], retryAfterMs?: number) =>
    new ConnectorError(reason, 'no', retryAfterMs === undefined ? {} : { retryAfterMs })
  const early = { elapsedMs: 10, wholeMs: 1000 }
  const none = () => 0

  it.each([
    ['a system that cannot be reached', error('UNREACHABLE'), 25],
    ['a system whose own time ran out', error('TIMEOUT'), 25],
    ['a busy system that says when', error('BUSY', 200), 225],
    ['a busy system that does not say when', error('BUSY'), null],
    ['a refusal', error('REFUSED'), null],
    ['an answer that cannot be read', error('BAD_ANSWER'), null],
    ['a source that is not there', error('NO_SOURCE'), null],
    ['a bug', new TypeError('no'), null],
  ])('of %s', (_what, failure, expected) => {
    expect(retryDelayMs(failure, early, none)).toBe(expected)
  })

  it('is made only while two fifths of the time are left after the wait', () => {
    const at = (elapsedMs: number, retryAfterMs?: number) =>
      retryDelayMs(error('UNREACHABLE', retryAfterMs), { elapsedMs, wholeMs: 1000 }, none)
    expect([at(575), at(576), at(0, 575), at(0, 576)]).toEqual([25, null, 600, null])
  })

  it('waits 25 to 100 ms, by chance', () => {
    expect(retryDelayMs(error('UNREACHABLE'), early, () => 0.999)).toBeCloseTo(100, 0)
  })
})

describe('a judgement', () => {
  const thresholds = { slowMs: 900, fairMs: 500 }
  const failed = (reason: ConnectorError['reason']): Ending => ({ kind: 'error', error: new ConnectorError(reason, 'no') })
  const bug: Ending = { kind: 'error', error: new TypeError('no') }

  it.each<[string, Ending, number, ReturnType<typeof judge>]>([
    ['an answer', { kind: 'answered' }, 899, { verdict: 'ok', load: 'good', sample: true }],
    ['a slow answer', { kind: 'answered' }, 900, { verdict: 'slow', load: 'overload', sample: true }],
    ['no answer in fair time', { kind: 'late' }, 500, { verdict: 'failed', load: 'overload', sample: true }],
    ['no answer in no time', { kind: 'late' }, 499, { verdict: null, load: null, sample: false }],
    ['a caller who left', { kind: 'gone' }, 899, { verdict: null, load: null, sample: false }],
    ['a caller who left late', { kind: 'gone' }, 900, { verdict: 'slow', load: 'overload', sample: true }],
    ['a first attempt that was overtaken', { kind: 'overtaken', first: true }, 100, { verdict: null, load: null, sample: true }],
    ['a hedge that was overtaken', { kind: 'overtaken', first: false }, 100, { verdict: null, load: null, sample: false }],
    ['one overtaken very late', { kind: 'overtaken', first: true }, 950, { verdict: 'slow', load: 'overload', sample: true }],
    ['a busy system', failed('BUSY'), 5, { verdict: 'failed', load: 'overload', sample: false }],
    ['its own time-out', failed('TIMEOUT'), 5, { verdict: 'failed', load: 'overload', sample: false }],
    ['no connection', failed('UNREACHABLE'), 5, { verdict: 'failed', load: null, sample: false }],
    ['garbage', failed('BAD_ANSWER'), 5, { verdict: 'failed', load: null, sample: false }],
    ['a bug', bug, 5, { verdict: 'failed', load: null, sample: false }],
    ['a refusal', failed('REFUSED'), 5, { verdict: 'ok', load: null, sample: false }],
    ['a missing source', failed('NO_SOURCE'), 5, { verdict: 'ok', load: null, sample: false }],
  ])('of %s', (_what, ending, elapsedMs, expected) => {
    expect(judge(ending, elapsedMs, thresholds)).toEqual(expected)
  })
})
