import { describe, expect, it } from 'vitest'
import type { RefusalsCounted } from '../../src/audit/entry.ts'
import { RefusalCount } from '../../src/audit/refusalCount.ts'

/** A count by a clock that is moved by hand, written to a record that may fail. */
function counting() {
  const written: RefusalsCounted[] = []
  let now = 0
  let isBroken = false
  let due: { at: number; run: () => void } | null = null
  const count = new RefusalCount(
    async (entry) => {
      if (isBroken) throw new Error('disk full')
      written.push(entry)
    },
    {
      now: () => now,
      after: (ms, run) => {
        due = { at: now + ms, run }
        return () => {
          due = null
        }
      },
    },
  )
  return {
    count,
    written,
    breaks: (broken: boolean) => {
      isBroken = broken
    },
    async wait(ms: number) {
      now += ms
      const { at, run } = due ?? { at: Number.POSITIVE_INFINITY, run: () => {} }
      if (at <= now) {
        due = null
        run()
      }
      await new Promise<void>((resolve) => setImmediate(resolve))
    },
  }
}

describe('those who were not let in', () => {
  it('are on record at once, and then a line a minute however many they are', async () => {
    const { count, written, wait } = counting()
    count.count()
    await wait(10)
    expect(written).toEqual([
      { act: 'REFUSALS_COUNTED', code: 'UNAUTHENTICATED', from: '1970-01-01T00:00:00.000Z', until: '1970-01-01T00:00:00.000Z', count: 1 },
    ])
    for (let i = 0; i < 10_000; i++) count.count()
    await wait(59_000)
    expect(written).toHaveLength(1)
    await wait(1000)
    expect(written.slice(1)).toMatchObject([{ from: '1970-01-01T00:00:00.010Z', count: 10_000 }])
    // Nobody for a minute: the next is told at once again.
    await wait(60_000)
    expect(written).toHaveLength(2)
    count.count()
    await wait(0)
    expect(written.map((one) => one.count)).toEqual([1, 10_000, 1])
  })

  it('are counted on while they cannot be put on record, and none is lost', async () => {
    const { count, written, wait, breaks } = counting()
    breaks(true)
    count.count()
    await wait(0)
    count.count()
    await wait(60_000)
    expect(written).toEqual([])
    breaks(false)
    count.count()
    await wait(60_000)
    expect(written).toMatchObject([{ from: '1970-01-01T00:00:00.000Z', count: 3 }])
  })

  it('are put on record when the hub stops', async () => {
    const { count, written, wait } = counting()
    count.count()
    await wait(0)
    count.count()
    count.count()
    await count.close()
    expect(written.map((one) => one.count)).toEqual([1, 2])
    await wait(60_000)
    expect(written).toHaveLength(2)
  })
})
