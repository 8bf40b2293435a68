import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ExtraBudget } from '../../src/links/extraBudget.ts'

/** Whether one more would go over the share in some run of calls that ends now; a run of fewer than 100 counts as the 100 it may become. */
function oneMoreFits(extras: readonly number[], percent: number): boolean {
  let sum = 0
  for (let length = 1; length <= extras.length; length++) {
    sum += extras[extras.length - length] ?? 0
    if ((sum + 1) * 100 > percent * Math.max(100, length)) return false
  }
  return true
}

it('allows an extra attempt exactly when no run of 100 or more calls goes over its share by it', () => {
  const seen = { allowed: 0, refused: 0 }
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.record({ calls: fc.integer({ min: 1, max: 120 }), wishes: fc.integer({ min: 0, max: 12 }) }), {
        minLength: 3,
        maxLength: 12,
      }),
      (percent, script) => {
        const budget = new ExtraBudget(percent)
        const extras: number[] = []
        for (const { calls, wishes } of script) {
          for (let i = 0; i < calls; i++) {
            budget.called()
            extras.push(0)
          }
          for (let i = 0; i < wishes; i++) {
            expect(budget.allows).toBe(oneMoreFits(extras, percent))
            seen[budget.allows ? 'allowed' : 'refused']++
            if (!budget.allows) break
            budget.spend()
            extras[extras.length - 1] = (extras.at(-1) ?? 0) + 1
          }
        }
      },
    ),
    { numRuns: 200 },
  )
  expect(Math.min(seen.allowed, seen.refused)).toBeGreaterThan(200)
})

it('allows none at 0 percent', () => {
  const budget = new ExtraBudget(0)
  for (let i = 0; i < 1000; i++) budget.called()
  expect(budget.allows).toBe(false)
})
