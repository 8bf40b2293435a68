import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs, seed, within } from '../properties/soak.ts'
import { AlertWorld, type Happening } from '../support/alerts/alertWorld.ts'

const node = fc.nat(5)
const happenings: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom('append', 'append', 'appendUntold', 'beginLate'),
      node,
      count: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom(40, 250)),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('time'), ms: fc.constantFrom(1, 10, 30, 120, 400, 3000, 7000) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('commitLate', 'crash', 'cut', 'mend', 'pause', 'go'), node }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('start', 'start', 'wipe', 'busDown', 'busUp') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('trim', 'lose') }) },
)

async function problemsAfter(seed: number, what: readonly Happening[]): Promise<readonly string[]> {
  const world = new AlertWorld(seed, 4)
  await world.begin()
  for (const happening of what) await world.happen(happening)
  await world.recover()
  const problems = world.problems()
  await world.close()
  return problems
}

describe('subscribers', () => {
  it(
    'lose nothing, get nothing twice and nothing in another order, whatever happens to nodes, fan-out and log',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.nat(), fc.array(happenings, { minLength: 5, maxLength: 60 }), async (seed, what) => {
          expect(await problemsAfter(seed, what)).toEqual([])
        }),
        { numRuns: runs(80), seed },
      )
    },
    within(120_000),
  )
})
