import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hub } from '../../src/hub.ts'
import type { CanonicalValue } from '../../src/model/record.ts'
import type { MemoryBureau } from '../support/memoryBureau.ts'
import { memoryHub } from '../support/memoryHub.ts'
import { memoryServer } from '../support/memoryServer.ts'
import { type PairedCase, pairedCase } from './cases.ts'
import { type Posted, pageDocument } from './hub/documents.ts'
import { bureausOf, callerOf } from './hub/hubWorld.ts'
import { observe } from './hub/observe.ts'
import { viewerFor } from './reference/view.ts'
import { runs, seed, within } from './soak.ts'
import { fieldOf, type TypeName } from './world/recordTypes.ts'
import type { RecordCase } from './world/world.ts'

const canary = /canary\d+/g

/** The records with a canary of its own in every text, and in every place where no text belongs. */
function withCanaries(records: readonly RecordCase[]): readonly RecordCase[] {
  let sung = 0
  const sing = (): string => `canary${sung++} bird`
  const inside = (value: CanonicalValue): CanonicalValue => {
    if (typeof value === 'string') return sing()
    if (Array.isArray(value)) return value.map((one) => inside(one))
    if (typeof value !== 'object' || value === null) return sing()
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inside(part)]))
  }
  return records.map(({ ref, values }) => ({
    ref,
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const { kind } = fieldOf(ref.type as TypeName, name)
        // What decides stays, and links lead where they led; every enum, text, name, place and document is a canary.
        const kept = ['link', 'links', 'partialDate', 'day', 'instant', 'countries', 'enums'].includes(kind) || name === 'handling'
        return [name, value === null || kept ? value : inside(value)]
      }),
    ),
  }))
}

/** Questions that nobody asks in good faith, each with a canary in it. */
const hostile: readonly Posted[] = [
  { query: '{ persons(where: { status: { eq: canary1 } }) { nodes { id } } }', variables: {} },
  { query: 'query Q($f: PersonFilter) { persons(where: $f) { nodes { id } } }', variables: { f: { status: { eq: 'canary2' } } } },
  {
    query: 'query Q($f: PersonFilter) { persons(where: $f) { nodes { id } } }',
    variables: { f: { names: { full: { eq: ['canary3'] } } } },
  },
  { query: 'query Q($f: PersonFilter) { persons(where: $f) { nodes { id } } }', variables: { f: { birthDate: { eq: 'canary4' } } } },
  { query: '{ persons { nodes { id } } "canary6', variables: {} },
  { query: '{ persons(after: "canary7") { nodes { id } } }', variables: {} },
  { query: '{ node(id: "canary8") { id } }', variables: {} },
  { query: '{ persons(first: -1, where: { names: { full: { eq: "canary9" } } }) { nodes { id } } }', variables: {} },
  {
    query: 'query Q($f: PersonFilter) { persons(where: $f) { nodes { id names { full } } } }',
    variables: { f: { names: { full: { startsWith: 'canary10' } } } },
  },
]

describe('a canary in every value', () => {
  let server: Awaited<ReturnType<typeof memoryServer>>
  let current: Pick<Hub, 'begin'>
  const entries: unknown[] = []
  const errors: unknown[] = []

  beforeAll(async () => {
    const { refusals, revocations } = memoryHub([]).hub
    server = await memoryServer([], {
      hub: { admit: (caller) => caller, refuse: async () => {}, begin: (...parts) => current.begin(...parts), refusals, revocations },
    })
  })
  afterAll(() => server.server.drain())

  /** Serves these bureaus from now on. */
  function serve(bureaus: readonly MemoryBureau[]): void {
    const memory = memoryHub(bureaus)
    current = memory.hub
    entries.push(memory.entries)
  }

  async function askerOf({ caller }: PairedCase) {
    const { principal } = callerOf(caller)
    const claims = { sub: principal.personRef, bureau: principal.bureau, roles: principal.roles, clearance: principal.clearance }
    const token = await server.issuer.token({ claims })
    return async ({ query, variables }: Posted): Promise<string> => {
      const answer = await server.ask(query, variables, { authorization: `Bearer ${token}`, 'comity-purpose': 'INVESTIGATION' })
      errors.push(answer.body.errors ?? [])
      return JSON.stringify(answer.body)
    }
  }

  it('is in an answer only where the view holds it, and in no error, log line or audit entry', { timeout: within(300_000) }, async () => {
    let given = 0
    let kept = 0
    let failures = 0
    const property = fc.asyncProperty(pairedCase, async (one) => {
      const records = withCanaries(one.records)
      const bureaus = bureausOf(one.setting, records)
      serve(bureaus)
      const view = viewerFor(one.setting, { ...one.caller, purpose: 'INVESTIGATION', holdsAgreement: false })(records)
      const open = new Set(JSON.stringify([...view.values()]).match(canary) ?? [])
      const ask = await askerOf(one)
      for (const question of one.questions) {
        const { bodies } = await observe(ask, bureaus, question, one.caller)
        const heard = bodies.join().match(canary) ?? []
        expect(heard.filter((sound) => !open.has(sound))).toEqual([])
        given += heard.length
      }
      kept += (JSON.stringify(records).match(canary) ?? []).length - open.size
      // A system that fails in its own words, which hold a value.
      for (const bureau of bureaus) bureau.failure = new TypeError('no such column: canary11')
      for (const question of one.questions.slice(0, 1))
        failures += (await ask(pageDocument(question, null))).match(/UNAVAILABLE/g)?.length ?? 0
    })
    await fc.assert(property, { seed, numRuns: runs(25), endOnFailure: true })
    expect(given).toBeGreaterThan(40)
    expect(kept).toBeGreaterThan(100)
    expect(failures).toBeGreaterThan(20)
    expectSilence()
  })

  it('that a caller sends comes back to nobody, nor into the log', async () => {
    const [one] = fc.sample(pairedCase, { numRuns: 1, seed })
    if (one === undefined) throw new Error('nothing was generated')
    serve(bureausOf(one.setting, one.records))
    const ask = await askerOf(one)
    for (const posted of hostile) {
      const body = await ask(posted)
      expect(body.match(canary)).toBeNull()
    }
    expectSilence()
  })

  it('is in no error and no log line when the hub itself fails', async () => {
    current = {
      begin: () => {
        throw new Error('canary12')
      },
    }
    const answer = await server.ask('{ bureaus { code } }')
    expect(answer.body.errors?.[0]?.extensions.code).toBe('INTERNAL_ERROR')
    expect(JSON.stringify(answer.body)).not.toMatch(canary)
    expectSilence()
    expect(server.lines.length).toBeGreaterThan(0)
  })

  /** Nothing was heard where nothing may be. */
  function expectSilence(): void {
    const sinks = { log: server.lines.join('\n'), audit: JSON.stringify(entries), errors: JSON.stringify(errors) }
    for (const [sink, text] of Object.entries(sinks)) {
      const heard = text.match(canary) ?? []
      expect([sink, heard]).toEqual([sink, []])
    }
  }
})
