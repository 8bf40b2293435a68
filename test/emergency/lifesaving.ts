import type { Policy } from '../../src/disclosure/policy.ts'
import type { BureauSource } from '../../src/records/bureauSource.ts'
import { caller } from '../support/caller.ts'
import { compiledPolicy } from '../support/compiledPolicy.ts'
import { type MemoryBureau, memoryBureau } from '../support/memoryBureau.ts'

const minute = 60_000
/** Instants of the tests' day, epoch milliseconds. */
export const noon = Date.parse('2026-06-15T12:00:00Z')
export const minutes = (count: number): number => count * minute
export const justification = 'A child was taken; the address is the only lead we have.'

const rules = `
  - { id: L, title: people are listed, on: Person, record: listed, to: any, for: any, when: record.status == "SUSPECT", mayInclude: any }
  - { id: W, title: not to those it excludes, on: Person, fields: [birthDate], cap: none, absolute: true }`
const block = (over = '') =>
  `emergency:
  - { id: E1, title: Immediate danger to life, on: Person, fields: [sex, birthDate], level: full, to: '"INVESTIGATOR" in caller.roles', for: [INVESTIGATION], ttl: 1h, perDay: 2, review: 72h${over} }
  - { id: E2, title: For others, on: Person, fields: [sex], level: full, to: '"LIAISON" in caller.roles', for: any, ttl: 1h }\n`

/** A policy that offers blocks E1 (to investigators who investigate) and E2 (to liaison officers). */
export function offering(bureau: string, over = ''): Policy {
  return compiledPolicy(bureau, rules, block(over))
}

/** The same rules without the blocks. */
export function withdrawn(bureau: string): Policy {
  return compiledPolicy(bureau, rules)
}

/** A bureau with one person, whose sex and birth date it tells in an emergency; the birth date stays capped. Its policy can be replaced. */
export function rescuer(code: string, policy: Policy): MemoryBureau & { readonly source: BureauSource; replace(policy: Policy): void } {
  const bureau = memoryBureau(code, { rows: { Person: [{ key: '1', status: 'SUSPECT', sex: 'F', birthDate: '1980-06-15' }] }, policy })
  return Object.assign(bureau, {
    replace(next: Policy) {
      Object.assign(bureau.source, { policy: next })
    },
  })
}

/** An investigator of XB, at an instant. */
export function investigator(over: Parameters<typeof caller>[0] = {}, at = noon, purpose: Parameters<typeof caller>[1] = {}) {
  return { ...caller({ bureau: 'XB', personRef: 'XB-0001', ...over }, purpose), instant: at, date: new Date(at).toISOString().slice(0, 10) }
}
