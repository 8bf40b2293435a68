import { describe, expect, it } from 'vitest'
import { checks } from './checks.ts'
import { runs, seed, within } from './soak.ts'

describe('watches over two worlds that their owner cannot tell apart', () => {
  it('find the same to the byte, and what newly satisfies them in the view', { timeout: within(300_000) }, async () => {
    let matches = 0
    const found = await checks.watches({
      seed: seed + 6,
      runs: runs(12),
      onMatches: (count) => {
        matches += count
      },
    })
    expect(found?.report).toBeUndefined()
    expect(matches).toBeGreaterThan(100)
  })
})
