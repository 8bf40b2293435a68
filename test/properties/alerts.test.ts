import { stdout } from 'node:process'
import { describe, expect, it } from 'vitest'
import { checks } from './checks.ts'
import { runs, seed, within } from './soak.ts'

/** Of each alert there are two deliveries: one in either world. A soak makes a million. */
const deliveriesWanted = runs(1) > 1 ? runs(100_000) : 3000
const runsOfRound = 40

describe('alerts of two worlds that a caller cannot tell apart', () => {
  it('are the same to the byte, and are the difference between two views', { timeout: within(600_000) }, async () => {
    const kinds = new Map<string, number>()
    const onAlert = (kind: string) => void kinds.set(kind, (kinds.get(kind) ?? 0) + 2)
    const deliveries = () => [...kinds.values()].reduce((sum, count) => sum + count, 0)
    let rounds = 0
    for (; deliveries() < deliveriesWanted; rounds++) {
      const found = await checks.alerts({ seed: seed + 5 + rounds, runs: runsOfRound, onAlert })
      expect(found?.report).toBeUndefined()
      // A check to which nothing is delivered would go on for ever.
      expect(deliveries()).toBeGreaterThan(rounds * runsOfRound)
    }
    stdout.write(
      `${deliveries()} deliveries, ${rounds * runsOfRound} generated policies: no withheld field in any of them (seed ${seed})\n`,
    )
    for (const kind of ['NEW', 'CHANGED', 'WITHDRAWN']) expect(kinds.get(kind) ?? 0).toBeGreaterThan(200)
  })
})
