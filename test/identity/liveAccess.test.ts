import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LiveAccess } from '../../src/identity/liveAccess.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

const who = (n: number, expiresAt = 1010) => ({ bureau: 'XA', personRef: `XA-${n}`, issuedAt: 900, expiresAt })

function watched(revoked: ReadonlySet<string> = new Set()) {
  const ended: string[] = []
  const live = new LiveAccess({ clock: () => Date.now(), isStillGood: ({ personRef }) => !revoked.has(personRef) })
  const follow = (n: number, untilExpiry = true, expiresAt?: number) =>
    live.follow(who(n, expiresAt), () => ended.push(`XA-${n}`), { untilExpiry })
  return { live, ended, follow }
}

describe('access that goes on', () => {
  it('ends within a quarter of a second of its time, once', () => {
    const { ended, follow } = watched()
    follow(1)
    follow(2, true, 1011)
    vi.advanceTimersByTime(9999)
    expect(ended).toEqual([])
    vi.advanceTimersByTime(251)
    expect(ended).toEqual(['XA-1'])
    vi.advanceTimersByTime(5000)
    expect(ended).toEqual(['XA-1', 'XA-2'])
  })

  it('ends by the clock on the wall, however that is set', () => {
    const { ended, follow } = watched()
    follow(1, true, 100_000)
    vi.setSystemTime(100_000_001)
    vi.advanceTimersByTime(250)
    expect(ended).toEqual(['XA-1'])
  })

  it('ends when it is taken away, at the latest at the next look, also where time does not end it', () => {
    const revoked = new Set<string>()
    const { live, ended, follow } = watched(revoked)
    follow(1, false)
    follow(2, false)
    vi.advanceTimersByTime(60_000)
    expect(ended).toEqual([])
    revoked.add('XA-1')
    vi.advanceTimersByTime(250)
    expect(ended).toEqual(['XA-1'])
    revoked.add('XA-2')
    live.look()
    expect(ended).toEqual(['XA-1', 'XA-2'])
  })

  it('is not looked at any more when it is over, and then nothing ticks', () => {
    const { ended, follow } = watched()
    const forget = [follow(1), follow(2)]
    expect(vi.getTimerCount()).toBe(1)
    for (const one of forget) one()
    expect(vi.getTimerCount()).toBe(0)
    vi.advanceTimersByTime(60_000)
    expect(ended).toEqual([])
    follow(3, true, 2000)
    expect(vi.getTimerCount()).toBe(1)
  })
})
