import { describe, expect, it } from 'vitest'
import { Turns } from '../../src/alerts/turns.ts'

describe('turns', () => {
  it('make so many steps before everybody else has a turn, first come, first served', () => {
    const later: (() => void)[] = []
    const turns = new Turns(3, (act) => later.push(act))
    const steps: number[] = []
    for (let i = 0; i < 8; i++) turns.take(() => steps.push(i))
    expect(steps).toEqual([0, 1, 2])
    expect(turns.waiting).toBe(5)
    later.shift()?.()
    expect(steps).toEqual([0, 1, 2, 3, 4, 5])
    // Who comes now is behind those who wait.
    turns.take(() => steps.push(8))
    later.shift()?.()
    expect(steps).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    later.shift()?.()
    expect(later).toEqual([])
    turns.take(() => steps.push(9))
    expect(steps.at(-1)).toBe(9)
  })

  it('let one who always wants more not hold up another', async () => {
    const turns = new Turns(4)
    let greedy = 0
    let over = false
    const more = () => {
      greedy++
      if (!over && greedy < 1_000_000) turns.take(more)
    }
    turns.take(more)
    await new Promise<void>((resolve) => setImmediate(() => turns.take(resolve)))
    over = true
    expect(greedy).toBeLessThan(50)
  })
})
