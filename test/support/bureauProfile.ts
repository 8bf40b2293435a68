import type { BureauProfile } from '../../src/model/bureau.ts'

/** The profile of a bureau about which a test has nothing particular to say. */
export function bureauProfile(code: string): BureauProfile {
  return {
    code,
    name: `Bureau ${code}`,
    kind: 'NCB',
    timeZone: 'UTC',
    languages: ['en'],
    duty24x7: true,
    contact: null,
    supervision: 'NONE',
  }
}
