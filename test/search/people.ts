import type { NativeRow } from '../../src/connectors/connector.ts'
import type { SearchColumn } from '../../src/mapping/typeMapping.ts'
import { readName } from '../../src/names/readName.ts'
import { searchKeys } from '../../src/names/searchKeys.ts'
import { compiledPolicy } from '../support/compiledPolicy.ts'
import { type MemoryBureau, type MemoryOptions, memoryBureau } from '../support/memoryBureau.ts'

/** A person in a memory bureau's shape. */
export function person(key: string, full: string, more: Readonly<Record<string, unknown>> = {}): NativeRow {
  return { key, status: 'SUSPECT', names: [{ kind: 'PRIMARY', full }], recordedAt: '2026-01-01T00:00:00Z', ...more }
}

/** Everybody is listed; of these fields everybody learns in full. */
export function openRules(
  fields: readonly string[] = ['names', 'birthDate', 'nationalities', 'sex', 'documents', 'description', 'status'],
): string {
  return `
  - { id: L, title: all are listed, on: Person, record: listed, to: any, for: any }
  - { id: F, title: with these, on: Person, fields: [${fields.join(', ')}], level: full, to: any, for: any }`
}

/** Fields that the bureaus of these tests have. */
const mapped = [
  'status',
  'names',
  'birthDate',
  'nationalities',
  'sex',
  'documents',
  'description',
  'protectedClasses',
  'contacts',
  'recordedAt',
]

/** A bureau with people under rules. */
export function peopleBureau(
  code: string,
  people: readonly NativeRow[],
  rules = openRules(),
  options: Partial<MemoryOptions> = {},
): MemoryBureau {
  // What is found here is a matter of rules, not of how fast the machine is.
  const limits = { deadlineMs: 30_000, ...options.limits }
  return memoryBureau(code, { rows: { Person: people }, policy: compiledPolicy(code, rules, '', () => false), mapped, ...options, limits })
}

/** Asks for people with all that an answer says of them. */
export const search = `query ($input: PersonSearchInput!, $first: Int, $after: String) {
  searchPersons(input: $input, first: $first, after: $after) {
    edges { cursor late score explanation features { field outcome words { sought found score } } node { owner { code } names { full } birthDate } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
    sources { bureau { code } state }
    completeness { asked answered complete }
    threshold
    algorithm
  }
}`

/** An answer to `search`. */
export interface SearchAnswer {
  readonly edges: readonly {
    readonly cursor: string
    readonly late: boolean
    readonly score: number
    readonly explanation: string
    readonly features: readonly { readonly field: string; readonly outcome: string; readonly words: readonly unknown[] }[]
    readonly node: {
      readonly owner: { readonly code: string }
      readonly names: readonly { readonly full: string }[] | null
      readonly birthDate: string | null
    }
  }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string | null }
  readonly sources: readonly { readonly bureau: { readonly code: string }; readonly state: string }[]
  readonly completeness: { readonly asked: number; readonly answered: number; readonly complete: boolean }
  readonly threshold: number
  readonly algorithm: string
}

/** The answer in a result. Throws when there is none. */
export function answerOf(result: { readonly data?: unknown; readonly errors?: unknown }): SearchAnswer {
  const found = (result.data as { searchPersons?: SearchAnswer } | null | undefined)?.searchPersons
  if (found === undefined) throw new Error(JSON.stringify(result.errors))
  return found
}

/** The states of an answer by bureau. */
export function statesOf({ sources }: SearchAnswer): Readonly<Record<string, string>> {
  return Object.fromEntries(sources.map(({ bureau, state }) => [bureau.code, state]))
}

/** The owners of those found, in their order. */
export function ownersOf({ edges }: SearchAnswer): readonly string[] {
  return edges.map(({ node }) => node.owner.code)
}

/** The same bureau, with a column by which its system searches, or with its keys kept by the hub. */
export function searchable(
  bureau: MemoryBureau,
  { search, keepsSearchKeys = false }: { readonly search?: SearchColumn; readonly keepsSearchKeys?: boolean },
): MemoryBureau {
  const { source } = bureau
  const mapping = source.mappings.get('Person')
  if (mapping === undefined) throw new Error('no people')
  const mappings = new Map([['Person', search === undefined ? mapping : { ...mapping, search }]])
  return Object.assign(bureau, { source: { ...source, mappings, keepsSearchKeys } })
}

/** A person with the keys under which Comity finds them, as a bureau would keep them in a column. */
export function keyedPerson(key: string, full: string, more: Readonly<Record<string, unknown>> = {}): NativeRow {
  const { birthDate } = more
  const sketch = { names: [readName(full)], birthDates: typeof birthDate === 'string' ? [birthDate] : [], documents: [] }
  return person(key, full, { ...more, searchKeys: searchKeys(sketch) })
}
