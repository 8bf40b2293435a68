import { describe, expect, it, vi } from 'vitest'
import { EndingResults } from '../../src/api/endingResults.ts'

const ended = new Error('ended')

/** Results that never come after the first two, unless they are let go. */
function results() {
  const closed = vi.fn()
  const letGo = Promise.withResolvers<void>()
  async function* make() {
    try {
      yield { data: 1 }
      yield { data: 2 }
      await letGo.promise
      yield { data: 3 }
    } finally {
      closed()
    }
  }
  const onOver = vi.fn()
  return { results: new EndingResults(make(), { onOver }), onOver, closed, letGo }
}

describe('results that may end', () => {
  it('are what they are, and over at their end', async () => {
    const { results: all, onOver, letGo } = results()
    letGo.resolve()
    expect(await Array.fromAsync(all)).toEqual([{ data: 1 }, { data: 2 }, { data: 3 }])
    expect(onOver).toHaveBeenCalledTimes(1)
  })

  it('end with an error while the next is awaited, which then never comes', async () => {
    const { results: all, onOver, letGo, closed } = results()
    await all.next()
    await all.next()
    const next = all.next()
    all.breakOff(ended)
    await expect(next).rejects.toBe(ended)
    expect(onOver).toHaveBeenCalledTimes(1)
    letGo.resolve()
    expect(await all.next()).toEqual({ done: true, value: undefined })
    await vi.waitFor(() => expect(closed).toHaveBeenCalled())
  })

  it('end with an error at the next, when nobody was waiting', async () => {
    const { results: all, closed } = results()
    await all.next()
    all.breakOff(ended)
    await expect(all.next()).rejects.toBe(ended)
    expect(await all.next()).toEqual({ done: true, value: undefined })
    await vi.waitFor(() => expect(closed).toHaveBeenCalled())
  })

  it('are over when nobody takes them any more, and cannot be broken off then', async () => {
    const { results: all, onOver, closed } = results()
    await all.next()
    await all.return()
    expect(closed).toHaveBeenCalled()
    all.breakOff(ended)
    expect(await all.next()).toEqual({ done: true, value: undefined })
    expect(onOver).toHaveBeenCalledTimes(1)
  })

  it('end with their own error', async () => {
    const onOver = vi.fn()
    const failing = new EndingResults(
      // biome-ignore lint/correctness/useYield: it fails before it gives anything
      (async function* () {
        throw ended
      })(),
      { onOver },
    )
    await expect(failing.next()).rejects.toBe(ended)
    expect(onOver).toHaveBeenCalledTimes(1)
  })
})
