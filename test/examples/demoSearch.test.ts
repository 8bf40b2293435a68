import { graphql } from 'graphql'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { generateWorld } from '../../examples/generate/generateWorld.ts'
import type { TruthPerson } from '../../examples/generate/truth.ts'
import { buildSchema } from '../../src/api/executableSchema.ts'
import { AuditLog } from '../../src/audit/auditLog.ts'
import { Hub } from '../../src/hub.ts'
import { systemClock } from '../../src/links/clock.ts'
import { Link } from '../../src/links/link.ts'
import { openMembers } from '../../src/members.ts'
import { searchKeys } from '../../src/names/searchKeys.ts'
import { IndexBuilder } from '../../src/search/indexBuilder.ts'
import { sketchOf } from '../../src/search/viewSketch.ts'
import { Store } from '../../src/store/store.ts'
import { caller } from '../support/caller.ts'
import { catalogue } from '../support/catalogue.ts'
import { bureausFolder, type PrivateDemo, startPrivateDemo } from './demoBureaus.ts'

const today = '2026-11-01'
const world = { scale: 0.15, seed: 5, today }
const truth = generateWorld(world)
const schema = buildSchema(catalogue)
let demo: PrivateDemo
let hub: Hub
let agreementsOf: (bureau: string) => readonly string[]

beforeAll(async () => {
  demo = await startPrivateDemo(world)
  const options = { bureaus: bureausFolder, variables: demo.systems.environment, skipBroken: false, log: pino({ level: 'silent' }) }
  const { roster, agreements } = await openMembers(options, catalogue)
  const audit = new AuditLog(
    () => 1,
    () => Date.now(),
    () => {},
  )
  const store = new Store(null)
  hub = new Hub({ catalogue, members: roster, secret: new Uint8Array(32).fill(7), audit, store, searchesPerHour: 10_000 })
  agreementsOf = (bureau) => agreements.inForce(bureau, today)
  await hub.warmUp()
  const sources = () => roster.members.flatMap(({ source }) => source ?? [])
  await new IndexBuilder({ tokens: store.searchTokens, index: hub.searchIndex, sources, clock: systemClock }).look()
}, 120_000)
afterAll(async () => {
  await hub.close()
  await demo.stop()
})

async function ask<T>(source: string, variables: Record<string, unknown> = {}, bureau = 'XB'): Promise<T> {
  const who = caller(
    { bureau, roles: ['INVESTIGATOR'], clearance: 2, agreements: agreementsOf(bureau) },
    { kind: 'INVESTIGATION', case: `${bureau}-2026-0017` },
  )
  const contextValue = hub.begin({ ...who, date: today }, { signal: new AbortController().signal, traceId: '0'.repeat(32) })
  const { data, errors } = await graphql({ schema, source, variableValues: variables, contextValue })
  expect(errors).toBeUndefined()
  return data as T
}

interface Answer {
  readonly searchPersons: {
    readonly nodes: readonly { readonly owner: { readonly code: string } }[]
    readonly sources: readonly { readonly bureau: { readonly code: string }; readonly state: string }[]
  }
}
const question = `query ($name: String!) {
  searchPersons(input: { names: [$name] }, first: 100) { nodes { owner { code } } sources { bureau { code } state } }
}`

const nameOf = ({ names: [main] }: TruthPerson) => [main?.given, main?.patronymic, main?.family].filter(Boolean).join(' ')

describe('a search of the demo', () => {
  it('goes each bureau its own way, and finds people in all five by the name that another wrote', async () => {
    const find = vi.spyOn(Link.prototype, 'find')
    const get = vi.spyOn(Link.prototype, 'get')
    const found = new Map<string, number>()
    const states = new Map<string, Set<string>>()
    const named = truth.shared.flatMap(({ records }) =>
      records.flatMap(
        ({ bureau, key }) => truth.bureaus[bureau]?.persons.find((person) => person.key === key && person.names.length > 0) ?? [],
      ),
    )
    // What XD shows of names rests on more than its system can tell: its own table of words serves its own officers.
    for (const person of named)
      for (const bureau of ['XB', 'XC', 'XD']) {
        const { searchPersons } = await ask<Answer>(question, { name: nameOf(person) }, bureau)
        for (const code of new Set(searchPersons.nodes.map(({ owner }) => owner.code))) found.set(code, (found.get(code) ?? 0) + 1)
        if (bureau === 'XB')
          for (const one of searchPersons.sources) states.set(one.bureau.code, (states.get(one.bureau.code) ?? new Set()).add(one.state))
      }
    const asked = JSON.stringify(find.mock.calls.map(([query]) => query.where))
    find.mockRestore()
    // Keys in a column, a whole name, everything, words by their beginnings, keys that the hub keeps.
    expect(asked).toContain('"path":"suchschluessel","op":"in"')
    expect(asked).toContain('"path":"noms","op":"eq"')
    expect(asked).toContain('"path":"palavra","op":"startsWith"')
    expect(get.mock.calls.some(([query]) => query.source === 'kisiler')).toBe(true)
    get.mockRestore()
    expect(Object.fromEntries([...states].map(([code, some]) => [code, [...some].join()]))).toEqual({
      XA: 'OK',
      XB: 'PARTIAL',
      XC: 'OK',
      XD: 'OK',
      XE: 'OK',
    })
    expect([...found.keys()].toSorted()).toEqual(['XA', 'XB', 'XC', 'XD', 'XE'])
    for (const times of found.values()) expect(times).toBeGreaterThan(3)
  }, 120_000)

  it('finds in XA whom the hub would find: its column has the keys of what it shows', async () => {
    const source = hub.members.find(({ profile }) => profile.code === 'XA')?.source
    const mapping = source?.mappings.get('Person')
    if (source === undefined || source === null || mapping === undefined) throw new Error('XA is gone')
    const { fields, children } = mapping.reads()
    const call = { signal: new AbortController().signal, deadline: Date.now() + 15_000, traceId: '0'.repeat(32) }
    const { rows } = await source.link.find(
      {
        source: mapping.source,
        key: mapping.key,
        keyOrder: mapping.keyOrder,
        fields: [...fields, 'suchschluessel'],
        children,
        where: null,
        orderBy: null,
        after: null,
        limit: 5000,
        page: null,
      },
      call,
    )
    expect(rows.length).toBeGreaterThan(100)
    for (const row of rows) {
      const { record } = mapping.toCanonical(row)
      expect(row['suchschluessel']).toEqual(record === null ? null : searchKeys(sketchOf({ ...record, disclosure: [] })))
    }
  })

  it('has counts that bureaus publish', async () => {
    const { cubes } = await ask<{ cubes: { id: string; table: { cells: { count: number | null }[] } | null }[] }>(
      '{ cubes { id table { cells { values count } } } }',
    )
    expect(cubes.map(({ id }) => id)).toEqual(['XA-C1', 'XB-C1'])
    for (const { table } of cubes) expect(table?.cells.some(({ count }) => count !== null)).toBe(true)
  })
})
