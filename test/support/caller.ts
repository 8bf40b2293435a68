import type { Caller } from '../../src/model/principal.ts'

/** A caller for tests of what stands behind the door. */
export function caller(over: Partial<Caller['principal']> = {}, purpose: Partial<Caller['purpose']> = {}): Caller {
  return {
    principal: {
      personRef: 'XZ-0001',
      bureau: 'XZ',
      organisation: null,
      unit: null,
      roles: ['INVESTIGATOR'],
      clearance: 2,
      agreements: [],
      purposes: ['INVESTIGATION'],
      expiresAt: 4_102_444_800,
      ...over,
    },
    purpose: { kind: 'INVESTIGATION', case: 'XZ-2026-0001', ...purpose },
    date: '2026-06-15',
    instant: Date.parse('2026-06-15T12:00:00Z'),
    emergency: null,
  }
}
