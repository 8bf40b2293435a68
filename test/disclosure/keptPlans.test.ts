import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callerOf } from './support/caseCatalogue.ts'
import { filePolicy, learns } from './support/limitedCatalogue.ts'

/** A listing, a rule that reads the day, two grants (one that nobody may see begin) and an emergency block. */
const rules = `  - { id: L, title: t, on: File, record: listed, to: any, for: any, mayInclude: any }
  - { id: D, title: t, on: File, fields: [risk], level: full, to: any, for: any, when: request.date < "2026-06-16" }
grants:
  - { id: G1, title: t, on: File, fields: [name], level: full, to: any, for: any, basis: b, from: 2026-06-15T08:00Z, until: 2026-06-15T16:00Z }
  - { id: G2, title: t, on: File, fields: [kinds], level: full, to: any, for: any, basis: b, from: 2026-06-15T22:00Z, until: 2026-06-16T02:00Z }
emergency:
  - { id: E, title: t, on: File, fields: [marking], level: full, to: caller.clearance >= 1, ttl: 1h }`

const record = { name: 'Ann', risk: 'RED', kinds: [] }
const hour = 3_600_000
const start = Date.parse('2026-06-15T00:00:00Z')

function callerAt(instant: number, emergency: boolean) {
  const at = new Date(instant).toISOString()
  return callerOf({ at, date: at.slice(0, 10), ...(emergency ? { emergency: 'E' } : {}) })
}

describe('plans that a policy keeps', () => {
  it('decide at every instant as a policy that keeps none, over grants, midnight and emergencies', () => {
    const seen = new Set<string>()
    const moment = fc.record({ instant: fc.integer({ min: 0, max: 96 }).map((n) => start + (n * hour) / 2), emergency: fc.boolean() })
    fc.assert(
      fc.property(fc.array(moment, { minLength: 2, maxLength: 12 }), (moments) => {
        const keeping = filePolicy(rules)
        for (const { instant, emergency } of moments) {
          const caller = callerAt(instant, emergency)
          const fresh = filePolicy(rules)
          expect(learns(keeping, caller, record)).toEqual(learns(fresh, caller, record))
          expect(keeping.planFor('File', caller).validUntil).toBeGreaterThan(instant)
          seen.add(JSON.stringify(learns(fresh, caller, record)))
        }
      }),
      { numRuns: 100 },
    )
    // Two days, each with and without a grant, one with another, all with and without the emergency.
    expect(seen.size).toBe(10)
  })

  it('are made anew at their end, also when nobody asked in between', () => {
    const policy = filePolicy(rules)
    const before = policy.planFor('File', callerAt(start + 7 * hour, false))
    expect(new Date(before.validUntil).toISOString()).toBe('2026-06-15T08:00:00.000Z')
    // The grant has come and gone unseen: the plan of the morning is over all the same.
    const after = policy.planFor('File', callerAt(start + 17 * hour, false))
    expect(new Date(after.validUntil).toISOString()).toBe('2026-06-15T22:00:00.000Z')
  })

  it('put every boundary into the class, so that cursors end with it', () => {
    const policy = filePolicy(rules)
    const keyAt = (hours: number, emergency = false) => policy.classKey(callerAt(start + hours * hour, emergency))
    expect(keyAt(7.5)).toBe(keyAt(7))
    expect(new Set([keyAt(7), keyAt(8), keyAt(22), keyAt(24), keyAt(26), keyAt(7, true)]).size).toBe(6)
  })
})
