import { describe, expect, it } from 'vitest'
import { checks } from './checks.ts'
import { runs, seed, within } from './soak.ts'

describe('alerts of two worlds that a caller cannot tell apart', () => {
  it('are the same to the byte, and are the difference between two views', { timeout: within(300_000) }, async () => {
    const kinds = new Map<string, number>()
    const onAlert = (kind: string) => void kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    const found = await checks.alerts({ seed: seed + 5, runs: runs(40), onAlert })
    expect(found?.report).toBeUndefined()
    for (const kind of ['NEW', 'CHANGED', 'WITHDRAWN']) expect(kinds.get(kind) ?? 0).toBeGreaterThan(100)
  })
})
