import type { Policy } from '../../../src/disclosure/policy.ts'
import { compiledPolicy } from '../compiledPolicy.ts'
import { type MemoryBureau, memoryBureau, type Rows } from '../memoryBureau.ts'

/** Notices are open to all but for their summary; those under review to nobody. Persons are listed for clearance 1, and their names open to clearance 3. */
const rules = `
  - { id: N1, title: notices are listed, on: Notice, record: listed, to: any, for: any, when: record.state != "UNDER_REVIEW", mayInclude: any }
  - { id: N2, title: and open, on: Notice, fields: [kind, number, state, subject, issuedOn, expiresOn, warrants], level: full, to: any, for: any }
  - { id: P1, title: persons for some, on: Person, record: listed, to: caller.clearance >= 1, for: any, mayInclude: any }
  - { id: P2, title: and open, on: Person, fields: [sex], level: full, to: caller.clearance >= 1, for: any }
  - { id: P3, title: all of it, on: Person, fields: [names, documents], level: full, to: caller.clearance >= 3, for: any }`

const mapped = ['kind', 'number', 'state', 'subject', 'issuedOn', 'expiresOn', 'summary', 'warrants', 'sex', 'names', 'documents']

/** A bureau with real rules over notices and persons. */
export function guardedBureau(code = 'XB', rows: Rows = {}, policy: Policy = compiledPolicy(code, rules)): MemoryBureau {
  return memoryBureau(code, { rows: { Notice: [], Person: [], ...rows }, policy, mapped })
}

/** A notice that all may see. */
export function notice(number: string, more: Readonly<Record<string, unknown>> = {}) {
  return { kind: 'RED', number, state: 'PUBLISHED', issuedOn: '2026-01-01', ...more } as Record<string, string>
}
