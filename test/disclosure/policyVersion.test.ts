import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareVersions, isOrderedVersion } from '../../src/disclosure/policyVersion.ts'

describe('versions of signed files', () => {
  it('are ordered part by part, as numbers', () => {
    const rising = ['1', '1.0', '1.9', '1.10', '2', '2026-09-30.12', '2026-11-01', '2026-11-01.3', '2026-11-01.10', '2026-11-02', '2027']
    for (const [i, a] of rising.entries()) {
      for (const [j, b] of rising.entries()) expect(Math.sign(compareVersions(a, b)), `${a} and ${b}`).toBe(Math.sign(i - j))
    }
  })

  it('are neither older nor newer when only their spelling differs', () => {
    expect(compareVersions('2026-11-01.3', '2026.11.1-03')).toBe(0)
  })

  it.each(['', 'v1', '1.', '.1', '1..2', '1.2 ', '-1', '1e3', '1.2-rc', '１', `${'9'.repeat(13)}`])(
    'must be numbers: %j is none',
    (version) => {
      expect(isOrderedVersion(version)).toBe(false)
    },
  )

  it('are in one order throughout', () => {
    const version = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'))
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(isOrderedVersion(a)).toBe(true)
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) || 0)
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) expect(compareVersions(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
