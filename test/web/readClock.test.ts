import { describe, expect, it } from 'vitest'
import { readClock } from '../../web/src/cases/readClock.ts'

const at = (text: string): number => Date.parse(text)

describe('a clock', () => {
  it.each([
    ['2026-01-02T00:00:00Z', 0.1, 'early'],
    ['2026-01-06T00:00:00Z', 0.5, 'half'],
    ['2026-01-12T00:00:00Z', 1, 'late'],
    ['2025-12-30T00:00:00Z', 0, 'early'],
  ] as const)('shows at %s what is gone', (now, share, state) => {
    expect(readClock('2026-01-01T00:00:00Z', '2026-01-11T00:00:00Z', at(now))).toMatchObject({ share, state })
  })

  it('without a beginning shows nothing until it is over', () => {
    expect(readClock(null, '2026-01-11T00:00:00Z', at('2026-01-10T00:00:00Z'))).toEqual({ share: 0, state: 'early', leftHours: 24 })
    expect(readClock(null, '2026-01-11T00:00:00Z', at('2026-01-12T00:00:00Z'))).toMatchObject({ share: 1, state: 'late' })
  })
})
