import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Breaker, type BreakerOptions, type Ticket, type Verdict } from '../../src/links/breaker.ts'
import { seededRandom } from '../support/links/random.ts'

const options: BreakerOptions = {
  failedPercent: 50,
  slowPercent: 80,
  leastAttempts: 10,
  windowMs: 30_000,
  openMs: 5000,
  longestOpenMs: 60_000,
}
const middle = () => 0.5
const make = (random = middle, some: Partial<BreakerOptions> = {}) => new Breaker({ ...options, ...some }, random)

function ticketOf(breaker: Breaker, now: number): Ticket {
  const ticket = breaker.admit(now)
  if (ticket === null) throw new Error('refused')
  return ticket
}

/** So many attempts with this verdict, all at once. */
function attempts(breaker: Breaker, now: number, count: number, verdict: Verdict): void {
  for (let i = 0; i < count; i++) breaker.record(ticketOf(breaker, now), now, verdict, null)
}

/** Opens a closed one, and lets every try fail until it has opened so many times; gives how long each time was. */
function periods(breaker: Breaker, times: number, began = 0): number[] {
  let now = began
  attempts(breaker, now, 10, 'failed')
  const found = [breaker.retryAfterMs(now)]
  while (found.length < times) {
    now += found.at(-1) ?? 0
    breaker.record(ticketOf(breaker, now), now, 'failed', null)
    found.push(breaker.retryAfterMs(now))
  }
  return found
}

describe('a breaker', () => {
  it('opens when half of ten attempts failed, and not before the tenth', () => {
    const breaker = make()
    attempts(breaker, 0, 5, 'ok')
    attempts(breaker, 0, 4, 'failed')
    expect(breaker.state(0)).toBe('CLOSED')
    attempts(breaker, 0, 1, 'failed')
    expect(breaker.state(0)).toBe('OPEN')
    expect(breaker.admit(0)).toBe(null)
    expect(breaker.retryAfterMs(1000)).toBe(4000)
  })

  it('opens when four fifths of the attempts were slow or failed', () => {
    const breaker = make()
    attempts(breaker, 0, 2, 'ok')
    attempts(breaker, 0, 2, 'failed')
    attempts(breaker, 0, 5, 'slow')
    expect(breaker.state(0)).toBe('CLOSED')
    attempts(breaker, 0, 1, 'slow')
    expect(breaker.state(0)).toBe('OPEN')
  })

  it('opens exactly when the attempts of its window say so', () => {
    let opened = 0
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.constantFrom<Verdict>('ok', 'ok', 'slow', 'failed')), {
          minLength: 15,
          maxLength: 60,
        }),
        fc.integer({ min: 20, max: 100 }),
        (script, failedPercent) => {
          const breaker = make(middle, { failedPercent })
          const told: { at: number; verdict: Verdict }[] = []
          let now = 0
          for (const [pause, verdict] of script) {
            now += pause
            told.push({ at: now, verdict })
            breaker.record(ticketOf(breaker, now), now, verdict, null)
            const recent = told.filter(({ at }) => Math.floor(at / 3000) > Math.floor(now / 3000) - 10)
            const failed = recent.filter((one) => one.verdict === 'failed').length
            const slow = recent.filter((one) => one.verdict !== 'ok').length
            const unwell = recent.length >= 10 && (failed / recent.length >= failedPercent / 100 || slow / recent.length >= 0.8)
            expect(breaker.state(now)).toBe(unwell ? 'OPEN' : 'CLOSED')
            if (unwell) {
              opened++
              return
            }
          }
        },
      ),
      { numRuns: 300 },
    )
    expect(opened).toBeGreaterThan(50)
  })

  it('lets one attempt try the system when its time is over, and closes when that answers', () => {
    const breaker = make()
    attempts(breaker, 0, 10, 'failed')
    expect(breaker.admit(4999)).toBe(null)
    expect(breaker.state(5000)).toBe('HALF_OPEN')
    const ticket = ticketOf(breaker, 5000)
    expect(breaker.admit(5001)).toBe(null)
    expect(breaker.retryAfterMs(5001)).toBe(5000)
    breaker.record(ticket, 5100, 'slow', null)
    expect(breaker.state(5100)).toBe('CLOSED')
    attempts(breaker, 5100, 9, 'failed')
    expect(breaker.state(5100)).toBe('CLOSED')
  })

  it('lets the next one try when the first told nothing', () => {
    const breaker = make()
    attempts(breaker, 0, 10, 'failed')
    breaker.forget(ticketOf(breaker, 5000))
    expect(breaker.admit(5001)).not.toBe(null)
    expect(breaker.admit(5001)).toBe(null)
  })

  it('stays open twice as long each time the try fails, up to a minute', () => {
    expect(periods(make(), 7)).toEqual([5000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000])
  })

  it('varies every time by a fifth either way, so that hubs do not come back together', () => {
    const found = Array.from({ length: 200 }, (_, seed) => periods(make(seededRandom(seed)), 3)).flat()
    expect(Math.min(...found.filter((_, i) => i % 3 === 0))).toBeLessThan(4200)
    expect(Math.max(...found.filter((_, i) => i % 3 === 0))).toBeGreaterThan(5800)
    for (const [i, ms] of found.entries()) expect(Math.abs(ms / (5000 * 2 ** (i % 3)) - 1)).toBeLessThanOrEqual(0.201)
  })

  it('begins with five seconds again only after it has been closed for a minute', () => {
    const openFor = (ms: number) => {
      const breaker = make()
      const [first = 0, second = 0] = periods(breaker, 2)
      const closed = first + second
      attempts(breaker, closed, 1, 'ok')
      return periods(breaker, 1, closed + ms)[0]
    }
    expect(openFor(59_000)).toBe(20_000)
    expect(openFor(60_000)).toBe(5000)
  })

  it('leaves a system alone for as long as it asked, up to a minute', () => {
    for (const [asked, granted] of [
      [1000, 5000],
      [30_000, 30_000],
      [3_600_000, 60_000],
    ] as const) {
      const breaker = make()
      attempts(breaker, 0, 9, 'failed')
      breaker.record(ticketOf(breaker, 0), 0, 'failed', asked)
      expect(breaker.retryAfterMs(0)).toBe(granted)
    }
  })

  it('does not let attempts that began before a change speak about what came after', () => {
    const breaker = make()
    const old = Array.from({ length: 12 }, () => ticketOf(breaker, 0))
    attempts(breaker, 0, 10, 'failed')
    const trying = ticketOf(breaker, 5000)
    for (const ticket of old.slice(0, 6)) breaker.record(ticket, 5000, 'ok', null)
    breaker.forget(old[6] ?? 0)
    expect(breaker.state(5000)).toBe('HALF_OPEN')
    expect(breaker.admit(5000)).toBe(null)
    breaker.record(trying, 5010, 'ok', null)
    for (const ticket of old) breaker.record(ticket, 5020, 'failed', null)
    expect(breaker.state(5020)).toBe('CLOSED')
  })
})
