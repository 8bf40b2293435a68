import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAlertStream, mostKept } from '../../web/src/alerts/alertStream.ts'
import { longestSilence } from '../../web/src/alerts/overHub.ts'
import type { Hub } from '../../web/src/hub/hub.ts'

/** A hub whose stream gives what it is told to, and notes the cursors it was asked to go on from. */
function scriptedHub(script: (after: unknown, signal: AbortSignal | undefined) => AsyncGenerator<unknown, void>) {
  const asked: unknown[] = []
  const hub = {
    ask: vi.fn(),
    refused: vi.fn(),
    async *follow(_document: unknown, variables: { readonly after: unknown }, signal?: AbortSignal) {
      asked.push(variables.after)
      for await (const alerts of script(variables.after, signal)) yield { data: { alerts }, problems: [] }
    },
  }
  return { hub: hub as unknown as Hub, asked }
}

const heartbeat = (cursor: string) => ({ __typename: 'Heartbeat', cursor, at: '', lagMs: 3 })
const alert = (id: string) => ({
  __typename: 'Alert',
  id,
  cursor: id,
  kind: 'NEW',
  publishedAt: '2026-01-01T00:00:00Z',
  owner: { code: 'XA' },
  changedFields: [],
})
const silence = (signal: AbortSignal | undefined) =>
  new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the stream of alerts', () => {
  it('keeps the newest alerts and no more, however many come', async () => {
    const { hub } = scriptedHub(async function* (_after, signal) {
      for (let number = 0; number < 10_000; number++) yield alert(`a${number}`)
      await silence(signal)
    })
    const stream = createAlertStream(hub, new AbortController().signal)
    stream.start()
    await vi.advanceTimersByTimeAsync(2000)
    const { alerts, received, unread } = stream.state()
    expect(received).toBe(10_000)
    expect(unread).toBe(10_000)
    expect(alerts.length).toBe(mostKept)
    expect(alerts[0]?.id).toBe('a9999')
    stream.acknowledge(['a9999', 'gone'])
    expect([...stream.state().acknowledged]).toEqual(['a9999'])
  })

  it('tells of a thousand alerts a minute no more than five times a second', async () => {
    const { hub } = scriptedHub(async function* (_after, signal) {
      for (let number = 0; number < 1000; number++) {
        yield alert(`a${number}`)
        await new Promise((resolve) => setTimeout(resolve, 60))
      }
      await silence(signal)
    })
    const stream = createAlertStream(hub, new AbortController().signal)
    const told = vi.fn()
    stream.subscribe(told)
    stream.start()
    await vi.advanceTimersByTimeAsync(61_000)
    expect(stream.state().received).toBe(1000)
    expect(told.mock.calls.length).toBeLessThanOrEqual(305)
  })

  it('takes a stream that has gone silent for lost, and goes on where it was', async () => {
    const { hub, asked } = scriptedHub(async function* (after, signal) {
      yield after === null ? heartbeat('c1') : heartbeat('c2')
      await silence(signal)
    })
    const stream = createAlertStream(hub, new AbortController().signal)
    stream.start()
    await vi.advanceTimersByTimeAsync(1000)
    expect(stream.state()).toMatchObject({ phase: 'live', lagMs: 3 })
    await vi.advanceTimersByTimeAsync(longestSilence + 30_000)
    expect(asked.slice(0, 2)).toEqual([null, 'c1'])
    expect(stream.state().events.map(({ what }) => what)).toEqual(['RESUMED', 'LOST', 'LIVE'])
    stream.stop()
    await vi.advanceTimersByTimeAsync(1000)
    expect(stream.state().phase).toBe('stopped')
    stream.start()
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked.at(-1)).toBe('c2')
  })
})
