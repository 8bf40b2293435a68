import type { NativeRow } from '../../src/connectors/connector.ts'
import type { Policy } from '../../src/disclosure/policy.ts'
import type { Timer } from '../../src/hits/answerTime.ts'
import { compiledPolicy } from '../support/compiledPolicy.ts'
import { type MemoryBureau, type MemoryOptions, memoryBureau } from '../support/memoryBureau.ts'

/** A person with one passport, in a memory bureau's shape. */
export function person(key: string, number: string, more: Readonly<Record<string, unknown>> = {}): NativeRow {
  return {
    key,
    status: 'SUSPECT',
    names: [{ kind: 'PRIMARY', family: 'Tolvan', given: 'Mira Ines', full: 'Mira Ines Tolvan' }],
    sex: 'F',
    birthDate: '1980-06-15',
    birthPlace: { country: 'XD' },
    nationalities: [{ country: 'XC' }],
    documents: [{ kind: 'PASSPORT', number, issuingCountry: 'XC' }],
    ...more,
  }
}

/** Rules: suspects answer hit checks, wanted people are listed with their names, witnesses give blind hits, and nobody else exists. */
export const rules = `
  - { id: H, title: suspects answer hit checks, on: Person, record: hit, to: any, for: any, when: record.status == "SUSPECT" }
  - { id: L, title: wanted people are listed, on: Person, record: listed, to: any, for: any, when: record.status == "WANTED_FOR_PROSECUTION" }
  - { id: N, title: with names, on: Person, fields: [names], level: full, to: any, for: any }
  - { id: B, title: witnesses alarm their owner, on: Person, record: hit, blind: true, to: any, for: any, when: record.status == "WITNESS" }
  - { id: C, title: witnesses do not exist abroad, on: Person, record: true, cap: none, absolute: true, when: record.status == "WITNESS" }`

/** Compiled once a bureau: a property asks many worlds under the same rules. */
const policies = new Map<string, Policy>()

/** A bureau with people under these rules. */
export function peopleBureau(code: string, people: readonly NativeRow[], options: Partial<MemoryOptions> = {}): MemoryBureau {
  const policy = policies.get(code) ?? compiledPolicy(code, rules)
  policies.set(code, policy)
  return memoryBureau(code, { rows: { Person: people }, policy, ...options })
}

/** A timer by which a check takes no time; what it was told to wait is in `waits`. */
export function stillTimer(elapsed = 0): Timer & { readonly waits: number[] } {
  const waits: number[] = []
  let calls = 0
  return { waits, now: () => (calls++ % 2) * elapsed, pause: async (ms) => void waits.push(ms) }
}

/** Asks with a passport of XC. */
export const byPassport = `mutation ($number: String!) {
  hitCheck(input: { document: { number: $number, issuingCountry: "XC" } }) {
    rows { bureau { code } outcome contact { desk } }
    checksLeft
  }
}`

/** Asks with a whole person. */
export const byPerson = `mutation ($person: PersonKeyInput!) {
  hitCheck(input: { person: $person }) { rows { bureau { code } outcome } checksLeft }
}`

/** The outcomes of a check by bureau, and what is left. */
export function answerOf(result: { readonly data?: unknown }): {
  readonly outcomes: Readonly<Record<string, string>>
  readonly left: number
} {
  const { hitCheck } = result.data as { hitCheck: { rows: { bureau: { code: string }; outcome: string }[]; checksLeft: number } }
  return { outcomes: Object.fromEntries(hitCheck.rows.map(({ bureau, outcome }) => [bureau.code, outcome])), left: hitCheck.checksLeft }
}

/** The codes of a result's errors. */
export function codesOf({ errors }: { readonly errors?: readonly { readonly originalError?: unknown }[] | undefined }): readonly string[] {
  return (errors ?? []).map((error) => (error.originalError as { code?: string } | undefined)?.code ?? 'none')
}
