import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Call, type Connector, ConnectorError, type NativePage } from '../../src/connectors/connector.ts'
import { Link, type LinkOptions } from '../../src/links/link.ts'
import type { Limits } from '../../src/model/bureau.ts'

const limits: Limits = {
  deadlineMs: 1000,
  concurrency: 2,
  queue: 1,
  pageRows: 10,
  scanRows: 100,
  slowMs: null,
  breakerPercent: 50,
  retryPercent: 10,
  hedgePercent: 8,
}
const empty: NativePage = { rows: [], next: null, capped: false }
const query = {
  source: 's',
  key: 'k',
  keyOrder: 'text',
  fields: [],
  children: [],
  where: null,
  orderBy: null,
  after: null,
  limit: 1,
  page: null,
} as const

function linkOver(
  find: (call: Call) => Promise<NativePage>,
  onFailure: LinkOptions['onFailure'] = () => {},
  onBreaker: LinkOptions['onBreaker'] = () => {},
): Link {
  const connector: Connector = {
    capabilities: () => ({ filters: () => true, orders: () => true, pageRows: null, resultRows: null }),
    find: (_query, call) => find(call),
    get: async () => new Map(),
    describe: async () => null,
    health: async () => {},
    close: async () => {},
  }
  return new Link('XA', connector, limits, { onFailure, onBreaker })
}

const call = (ms = 1000) => ({ signal: new AbortController().signal, deadline: Date.now() + ms, traceId: '' })
const hang = () => new Promise<NativePage>(() => {})

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a link', () => {
  it('answers, and remembers how long it took', async () => {
    const link = linkOver(async () => {
      vi.advanceTimersByTime(40)
      return empty
    })
    await expect(link.find(query, call())).resolves.toBe(empty)
    expect(link.health()).toMatchObject({ state: 'OK', latencyMs: 40 })
  })

  it('gives up at the deadline and tells the connector so, even when that does not listen', async () => {
    let told: AbortSignal | undefined
    const link = linkOver(({ signal }) => {
      told = signal
      return hang()
    })
    const outcome = expect(link.find(query, call(500))).rejects.toMatchObject({ state: 'TIMEOUT' })
    await vi.advanceTimersByTimeAsync(500)
    await outcome
    expect(told?.aborted).toBe(true)
    expect(link.health().state).toBe('TIMEOUT')
  })

  it("gives up at the bureau's own deadline, if that is earlier than the question's", async () => {
    const link = linkOver(hang)
    const outcome = expect(link.find(query, call(60_000))).rejects.toMatchObject({ state: 'TIMEOUT' })
    await vi.advanceTimersByTimeAsync(limits.deadlineMs)
    await outcome
  })

  it('does not start after the deadline', async () => {
    const find = vi.fn(hang)
    await expect(linkOver(find).find(query, call(0))).rejects.toMatchObject({ state: 'TIMEOUT' })
    expect(find).not.toHaveBeenCalled()
  })

  it('lets no more calls in than the bureau allows, and refuses what cannot even wait', async () => {
    const releases: (() => void)[] = []
    const link = linkOver(() => new Promise((resolve) => releases.push(() => resolve(empty))))
    const first = link.find(query, call())
    const second = link.find(query, call())
    const waiting = link.find(query, call())
    await vi.advanceTimersByTimeAsync(0)
    await expect(link.find(query, call())).rejects.toMatchObject({ state: 'BUSY' })
    expect(releases).toHaveLength(2)
    releases[0]?.()
    await vi.advanceTimersByTimeAsync(0)
    expect(releases).toHaveLength(3)
    for (const release of releases) release()
    await expect(Promise.all([first, second, waiting])).resolves.toHaveLength(3)
  })

  it('keeps the place of a call that does not stop when told to', async () => {
    let release = () => {}
    const started = vi.fn(() => new Promise<NativePage>((resolve) => (release = () => resolve(empty))))
    const link = linkOver(started)
    const first = [link.find(query, call(100)), link.find(query, call(100))].map((one) => one.catch((error: unknown) => error))
    await vi.advanceTimersByTimeAsync(100)
    await Promise.all(first)
    const late = link.find(query, call(100)).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(50)
    expect(started).toHaveBeenCalledTimes(2)
    release()
    await vi.advanceTimersByTimeAsync(0)
    expect(started).toHaveBeenCalledTimes(3)
    release()
    await late
  })

  it('tells by a probe whether the system is there', async () => {
    const link = linkOver(hang)
    expect(link.health().state).toBe('NOT_ASKED')
    await link.probe(call())
    expect(link.health().state).toBe('OK')
  })

  it('turns every failure into a state, and its cause over to the listener', async () => {
    const listener = vi.fn()
    const cause = new ConnectorError('REFUSED', 'no', { retryAfterMs: 3000 })
    const link = linkOver(() => Promise.reject(cause), listener)
    await expect(link.find(query, call())).rejects.toMatchObject({ state: 'UNAVAILABLE', retryAfterMs: 3000 })
    expect(listener).toHaveBeenCalledWith('XA', cause)
    await expect(linkOver(() => Promise.reject(new TypeError('bug'))).find(query, call())).rejects.toMatchObject({ state: 'UNAVAILABLE' })
  })

  const down = () => Promise.reject(new ConnectorError('UNREACHABLE', 'no'))

  it('tries a read a second time, and then tells of one answer or one failure', async () => {
    const listener = vi.fn()
    let asked = 0
    const shaky = linkOver(() => (asked++ === 0 ? down() : Promise.resolve(empty)), listener)
    const answer = expect(shaky.find(query, call())).resolves.toBe(empty)
    await vi.advanceTimersByTimeAsync(100)
    await answer
    expect(listener).not.toHaveBeenCalled()
    const dead = linkOver(down, listener)
    const outcome = expect(dead.find(query, call())).rejects.toMatchObject({ state: 'UNAVAILABLE' })
    await vi.advanceTimersByTimeAsync(100)
    await outcome
    expect(listener).toHaveBeenCalledOnce()
  })

  it('leaves a system alone that mostly fails, says so and until when, and does not fill the log with it', async () => {
    const [failures, changes] = [vi.fn(), vi.fn()]
    const link = linkOver(down, failures, changes)
    const ask = () => link.find(query, call()).catch((error: unknown) => error)
    for (let i = 0; i < 10; i++) {
      const asked = ask()
      await vi.advanceTimersByTimeAsync(100)
      await asked
    }
    const [told] = [failures.mock.calls.length]
    expect(link.health()).toMatchObject({ breaker: 'OPEN' })
    const refused = (await ask()) as { state: string; retryAfterMs: number }
    expect(refused.state).toBe('BREAKER_OPEN')
    expect(refused.retryAfterMs).toBeGreaterThan(2000)
    expect(refused.retryAfterMs).toBeLessThanOrEqual(6000)
    expect(link.health().state).toBe('BREAKER_OPEN')
    expect(failures).toHaveBeenCalledTimes(told)
    expect(changes.mock.calls).toEqual([['XA', 'OPEN']])
  })

  it('does not hold it against a system that a caller went away', async () => {
    const listener = vi.fn()
    const link = linkOver(hang, listener)
    const caller = new AbortController()
    const outcome = expect(link.find(query, { ...call(), signal: caller.signal })).rejects.toMatchObject({ state: 'TIMEOUT' })
    caller.abort()
    await outcome
    expect(link.health().state).toBe('NOT_ASKED')
    expect(listener).not.toHaveBeenCalled()
  })

  it('shows how many calls it allows now', async () => {
    const link = linkOver(hang)
    expect(link.health()).toMatchObject({ breaker: 'CLOSED', concurrency: 2 })
    const asked = link.find(query, call()).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(1000)
    await asked
    expect(link.health()).toMatchObject({ breaker: 'CLOSED', concurrency: 1 })
  })

  it('hands on its trace and its deadline', async () => {
    const seen: Call[] = []
    const link = linkOver(async (inner) => {
      seen.push(inner)
      return empty
    })
    await link.find(query, { ...call(600.7), traceId: 'a'.repeat(32) })
    await link.find(query, call(60_000))
    expect(seen.map(({ traceId }) => traceId)).toEqual(['a'.repeat(32), ''])
    expect(seen.map(({ deadline }) => deadline - Date.now())).toEqual([600, 1000])
  })
})
