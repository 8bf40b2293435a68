import { expect, it } from 'vitest'
import { checks } from './checks.ts'
import { runs, seed, within } from './soak.ts'

it('what stands in for a silent bureau is what the rules of the moment make of what was shown, marked, and tells nothing more', {
  timeout: within(300_000),
}, async () => {
  const seen = { cases: 0, stood: 0, changed: 0 }
  const found = await checks.kept({
    seed,
    runs: runs(20),
    onKept: ({ stood, changed }) => {
      seen.cases++
      if (stood > 0) seen.stood++
      if (changed > 0) seen.changed++
    },
  })
  expect(found?.report).toBeUndefined()
  // A check over nothing proves nothing.
  expect(seen.stood).toBeGreaterThan(0.3 * seen.cases)
  expect(seen.changed).toBeGreaterThan(0.2 * seen.cases)
})
