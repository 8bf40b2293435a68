import { describe, expect, it } from 'vitest'
import type { Limits } from '../../src/model/bureau.ts'
import { type Behaviour, finish, Ledger, limitsWith } from '../support/links/ledger.ts'
import { seededRandom } from '../support/links/random.ts'

const fast: Behaviour = { kind: 'answer', ms: 30 }
const hang: Behaviour = { kind: 'hang' }
const refused: Behaviour = { kind: 'fail', ms: 5, reason: 'UNREACHABLE' }

/** A guard over a system that does these things first, and then always the last one. */
function guarded(script: readonly Behaviour[], limits: Partial<Limits> = {}): Ledger {
  let at = 0
  return new Ledger(limitsWith(limits), () => script[Math.min(at++, script.length - 1)] ?? hang, seededRandom(1))
}

const times = (count: number, behaviour: Behaviour) => Array.from({ length: count }, () => behaviour)

/** So many calls one after the other. */
async function asked(ledger: Ledger, count: number, gapMs = 50): Promise<void> {
  for (let i = 0; i < count; i++) {
    ledger.call(5000)
    await ledger.clock.advance(gapMs)
  }
}

const kinds = (ledger: Ledger) => ledger.calls.flatMap(({ outcomes }) => outcomes.map(({ kind }) => kind))

describe('hedging', () => {
  it("asks a second time at the system's own 95th percentile, and really stops the slower one", async () => {
    const ledger = guarded([...times(40, fast), hang, fast])
    await asked(ledger, 40)
    const call = ledger.call(5000)
    await finish(ledger)
    const [first, second] = call.attempts
    expect(second?.began).toBe(call.began + 31)
    expect(call.outcomes).toEqual([{ kind: 'answered', at: call.began + 61, retryAfterMs: null }])
    expect([first?.signal.aborted, second?.signal.aborted]).toEqual([true, false])
    expect(first?.ended).toBe(call.began + 61)
  })

  it('stops the hedge when the first attempt answers after all', async () => {
    const ledger = guarded([...times(40, fast), { kind: 'answer', ms: 50 }, hang])
    await asked(ledger, 40)
    const call = ledger.call(5000)
    await finish(ledger)
    expect(call.attempts.map(({ signal }) => signal.aborted)).toEqual([false, true])
    expect(kinds(ledger)).toEqual(times(41, fast).map(() => 'answered'))
  })

  it('asks nobody twice because the hub itself was too busy to read the answer', async () => {
    const ledger = guarded([...times(40, fast), { kind: 'answer', ms: 60 }, fast])
    await asked(ledger, 40)
    const call = ledger.call(5000)
    ledger.clock.stall(100)
    await finish(ledger)
    expect([call.attempts.length, call.outcomes[0]?.kind]).toEqual([1, 'answered'])
  })

  it('asks a second time after such a pause when there still is no answer', async () => {
    const ledger = guarded([...times(40, fast), hang, fast])
    await asked(ledger, 40)
    const call = ledger.call(5000)
    ledger.clock.stall(100)
    await finish(ledger)
    expect(call.attempts[1]?.began).toBe(call.began + 105)
  })

  it('waits for the one that still runs when the other fails', async () => {
    const ledger = guarded([...times(40, fast), { kind: 'answer', ms: 200 }, refused])
    await asked(ledger, 40)
    const call = ledger.call(5000)
    await finish(ledger)
    expect([call.attempts.length, call.outcomes[0]?.kind]).toEqual([2, 'answered'])
  })

  it('does not ask a second time what may not be done twice, what has no place, or what it knows too little of', async () => {
    const once = guarded([...times(40, fast), hang])
    await asked(once, 40)
    const call = once.call(5000, false)
    await finish(once)
    expect([call.attempts.length, call.outcomes[0]?.kind]).toEqual([1, 'late'])

    const narrow = guarded([...times(40, fast), hang], { concurrency: 1 })
    await asked(narrow, 41)
    await finish(narrow)
    expect(narrow.count('hedge')).toBe(0)

    const unknown = guarded([...times(19, fast), hang])
    await asked(unknown, 20)
    await finish(unknown)
    expect(unknown.count('hedge')).toBe(0)
  })

  it('does not take the fast answers alone for the whole: the percentile stays while it hedges', async () => {
    const random = seededRandom(7)
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    const ledger = new Ledger(limitsWith({ deadlineMs: 5000 }), () => ({ kind: 'answer', ms: 40 * Math.exp(0.8 * normal()) }), random)
    await asked(ledger, 3000, 1000)
    await finish(ledger)
    const waits = ledger.calls.slice(300).flatMap(({ attempts: [first, second] }) => (first && second ? [second.began - first.began] : []))
    const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length
    expect(waits.length / 2700).toBeGreaterThan(0.04)
    expect(mean / (40 * Math.exp(0.8 * 1.645))).toBeGreaterThan(0.85)
  })
})

describe('retries', () => {
  it('try a read again that failed in passing', async () => {
    const ledger = guarded([refused, fast])
    const call = ledger.call(5000)
    await finish(ledger)
    expect([call.attempts.length, call.outcomes[0]?.kind]).toEqual([2, 'answered'])
    expect((call.attempts[1]?.began ?? 0) - (call.attempts[0]?.ended ?? 0)).toBeGreaterThanOrEqual(25)
  })

  it('are at most one, and never of what may not be done twice', async () => {
    const ledger = guarded([refused])
    const calls = [ledger.call(5000), ledger.call(5000, false)]
    await finish(ledger)
    expect(calls.map(({ attempts, outcomes }) => [attempts.length, outcomes[0]?.kind])).toEqual([
      [2, 'error'],
      [1, 'error'],
    ])
  })

  it('give the place back meanwhile, and need a free one', async () => {
    const ledger = guarded([refused, { kind: 'answer', ms: 300 }], { concurrency: 1 })
    const first = ledger.call(5000)
    const second = ledger.call(5000)
    await finish(ledger)
    expect([first.outcomes[0]?.kind, first.attempts.length]).toEqual(['error', 1])
    expect([second.outcomes[0]?.kind, second.attempts[0]?.began]).toEqual(['answered', 5])
  })

  it('come when a busy system asked them to', async () => {
    const ledger = guarded([{ kind: 'fail', ms: 5, reason: 'BUSY', retryAfterMs: 300 }, fast])
    const call = ledger.call(5000)
    await finish(ledger)
    expect(call.outcomes[0]?.kind).toBe('answered')
    expect(call.attempts[1]?.began).toBeGreaterThanOrEqual(305)
  })
})

describe('an open breaker', () => {
  it('answers at once, asks nothing, and says when to come back', async () => {
    const ledger = guarded([refused], { retryPercent: 0 })
    await asked(ledger, 10)
    const call = ledger.call(5000)
    expect(call.outcomes).toMatchObject([{ kind: 'open', at: call.began }])
    expect(call.outcomes[0]?.retryAfterMs).toBeGreaterThan(3000)
    expect(call.attempts).toEqual([])
    await finish(ledger)
  })

  it('lets the call that opened it go without another try', async () => {
    const ledger = guarded([refused])
    for (let i = 0; i < 9; i++) {
      ledger.call(5000, false)
      await ledger.clock.advance(10)
    }
    const call = ledger.call(5000)
    await finish(ledger)
    expect(call.outcomes).toMatchObject([{ kind: 'error', at: call.began + 5 }])
  })

  it('sends away at once those who wait for a place, even when no place becomes free', async () => {
    const ledger = guarded([{ kind: 'deaf', ms: 30_000 }], { concurrency: 10 })
    for (let i = 0; i < 10; i++) ledger.call(5000)
    await ledger.clock.advance(500)
    const waiting = [ledger.call(5000), ledger.call(5000)]
    await ledger.clock.advance(500)
    for (const { outcomes } of waiting) expect(outcomes).toMatchObject([{ kind: 'open', at: 1000 }])
    await finish(ledger)
  })

  it('opens for a system that hangs, and closes when that is well again', async () => {
    let well = false
    const ledger = new Ledger(
      limitsWith(),
      () => (well ? fast : hang),
      () => 0.5,
    )
    while (ledger.guard.breaker === 'CLOSED' && ledger.clock.elapsed() < 30_000) {
      for (let n = 0; n < 4; n++) ledger.call(5000)
      await ledger.clock.advance(1000)
    }
    expect([ledger.guard.breaker, ledger.clock.elapsed()]).toEqual(['OPEN', 6000])
    well = true
    await ledger.clock.advance(6000)
    expect(ledger.guard.breaker).toBe('HALF_OPEN')
    const trying = ledger.call(5000)
    expect(ledger.call(5000).outcomes[0]?.kind).toBe('open')
    await finish(ledger)
    expect(trying.outcomes[0]?.kind).toBe('answered')
    expect(ledger.changes.map(({ state }) => state)).toEqual(['OPEN', 'CLOSED'])
  })

  it('does not let the one that tries wait for a place', async () => {
    const ledger = guarded([{ kind: 'deaf', ms: 20_000 }, ...times(9, refused), fast], { retryPercent: 0, hedgePercent: 0, concurrency: 2 })
    await asked(ledger, 10)
    await ledger.clock.advance(1000)
    expect([ledger.guard.breaker, ledger.guard.running, ledger.guard.places]).toEqual(['OPEN', 1, 1])
    await ledger.clock.advance(6000)
    const call = ledger.call(5000)
    expect([call.breaker, call.attempts.length]).toEqual(['HALF_OPEN', 0])
    expect(call.outcomes).toMatchObject([{ kind: 'open', at: call.began }])
    await finish(ledger)
  })

  it('is not opened by refusals, which one odd question can bring about', async () => {
    const ledger = guarded([{ kind: 'fail', ms: 5, reason: 'REFUSED' }])
    await asked(ledger, 50)
    expect(ledger.guard.breaker).toBe('CLOSED')
  })

  it('is not opened by callers who have no time or go away', async () => {
    const ledger = guarded([hang])
    for (let i = 0; i < 50; i++) {
      const call = ledger.call(i % 2 === 0 ? 20 : 5000)
      await ledger.clock.advance(30)
      call.caller.abort()
    }
    await finish(ledger)
    expect(ledger.guard.breaker).toBe('CLOSED')
    expect(new Set(kinds(ledger))).toEqual(new Set(['late', 'gone']))
  })
})

describe('the limit of a system that is overloaded', () => {
  it('falls to what the system bears and comes back', async () => {
    const busy: Behaviour = { kind: 'fail', ms: 20, reason: 'BUSY' }
    const ledger = guarded([...times(20, fast), busy, fast, busy, fast], { concurrency: 8, queue: 50 })
    await asked(ledger, 20)
    await asked(ledger, 4)
    expect(ledger.guard.places).toBe(2)
    for (let round = 0; round < 10; round++) {
      for (let i = 0; i < 20; i++) ledger.call(5000)
      await ledger.clock.advance(1000)
    }
    expect(ledger.guard.places).toBe(8)
    await finish(ledger)
  })
})

describe('time', () => {
  it('runs on when the wall clock is set back or forward', async () => {
    for (const skew of [-600_000, 600_000]) {
      const ledger = guarded([hang])
      const call = ledger.call(700)
      await ledger.clock.advance(100)
      ledger.clock.skew = skew
      await finish(ledger)
      expect(call.outcomes).toMatchObject([{ kind: 'late', at: 700 }])
    }
  })

  it('hands the deadline on to every attempt', async () => {
    const ledger = guarded([refused, fast])
    const call = ledger.call(700)
    await finish(ledger)
    const end = ledger.clock.epoch() - ledger.clock.elapsed() + 700
    for (const { deadline } of call.attempts) expect(deadline).toBeCloseTo(end, 3)
    expect(call.attempts).toHaveLength(2)
  })

  it('does not begin an attempt at the deadline because a place becomes free then', async () => {
    const ledger = guarded([hang], { concurrency: 1 })
    ledger.call(5000)
    const waiting = ledger.call(5000)
    await finish(ledger)
    expect([waiting.attempts.length, waiting.outcomes]).toMatchObject([0, [{ kind: 'late', at: 1000 }]])
  })
})
