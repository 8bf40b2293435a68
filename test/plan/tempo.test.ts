import { describe, expect, it } from 'vitest'
import { settled, VirtualClock } from '../support/links/virtualClock.ts'
import { memoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'

interface Shown {
  readonly noticesProgress: { readonly completeness: { readonly answered: number }; readonly nodes: readonly unknown[] }
}

/** What is seen, and when, of bureaus that answer after so many milliseconds. */
async function watched(answersAfter: readonly number[], deadlineMs = 1000) {
  const clock = new VirtualClock()
  const bureaus = answersAfter.map((ms, i) => {
    const bureau = memoryBureau(`X${String(i).padStart(3, '0')}`, {
      limits: { deadlineMs },
      rows: { Notice: [1, 2].map((n) => ({ key: `n${n}`, issuedOn: `2026-01-0${n}` })) },
    })
    bureau.holdBack = () => new Promise((resolve) => void clock.after(ms, resolve))
    return bureau
  })
  const { follow } = memoryHub(bureaus, { tempo: { clock, firstMs: 50, betweenMs: 200 } })
  const items: { at: number; answered: number; records: number }[] = []
  const following = (async () => {
    for await (const item of follow('subscription { noticesProgress(first: 20) { nodes { id } completeness { answered } } }')) {
      const { completeness, nodes } = (item.data as unknown as Shown).noticesProgress
      items.push({ at: clock.elapsed(), answered: completeness.answered, records: nodes.length })
    }
  })()
  // An item takes some turns of the event loop, in which no time passes.
  for (let ms = 0; ms < 12_000; ms += 10) {
    await clock.advance(10)
    for (let turn = 0; turn < 4; turn++) await settled()
  }
  await following
  return { items, pending: clock.pending }
}

describe('items of progress', () => {
  it('leave when a few have answered, then 200 milliseconds apart or more, and at once when all have', async () => {
    const { items, pending } = await watched([10, 30, 100, 120, 300, 310, 320])
    expect(items.map(({ at, answered }) => [at, answered])).toEqual([
      [60, 2],
      [260, 4],
      [320, 7],
    ])
    expect(pending).toBe(0)
  })

  it('tell first that nobody has answered, and then of the first who does without delay', async () => {
    const { items } = await watched([700, 720, 5000])
    expect(items.map(({ at, answered }) => [at, answered])).toEqual([
      [200, 0],
      [750, 2],
      [5000, 3],
    ])
  })

  it('are few, however many bureaus answer one by one', async () => {
    const { items } = await watched(Array.from({ length: 196 }, (_, i) => 20 + 50 * i))
    expect(items.length).toBeLessThanOrEqual(1 + Math.ceil((196 * 50) / 200) + 1)
    expect(items.map(({ answered }) => answered)).toEqual(items.map(({ answered }) => answered).toSorted((a, b) => a - b))
    expect(items.at(-1)).toMatchObject({ answered: 196, records: 20 })
    const gaps = items.slice(1, -1).map(({ at }, i) => at - (items[i]?.at ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(200)
  })

  it('are no more than a twentieth of the time there is apart allows, where that is longer', async () => {
    const { items } = await watched(
      Array.from({ length: 100 }, (_, i) => 20 + 100 * i),
      10_000,
    )
    expect(items.length).toBeGreaterThan(10)
    expect(items.length).toBeLessThanOrEqual(22)
  })
})
