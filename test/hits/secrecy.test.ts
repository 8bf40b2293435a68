import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NativeRow } from '../../src/connectors/connector.ts'
import { memoryHub } from '../support/memoryHub.ts'
import { byPassport, byPerson, peopleBureau, person, stillTimer } from './people.ts'

const numbers = ['P1000001', 'P1000002', 'P1000003']
/** Statuses of which other bureaus learn nothing: one that gives blind hits, one that no rule names, and an unknown one. */
const secret = ['WITNESS', 'VICTIM', null]
const shared = ['SUSPECT', 'WANTED_FOR_PROSECUTION']

const rows = (statuses: readonly (string | null)[]) =>
  fc.array(
    fc.record({
      number: fc.constantFrom(...numbers),
      status: fc.constantFrom(...statuses),
      birthDate: fc.constantFrom('1980-06-15', '1980'),
    }),
    {
      maxLength: 4,
    },
  )
const asked = fc.oneof(
  fc.constantFrom(...numbers).map((number) => ({ document: byPassport, variables: { number } })),
  fc.constant({
    document: byPerson,
    variables: { person: { familyName: 'Tolvan', givenNames: 'Mira Ines', birthDate: '1980-06-15', sex: 'F' } },
  }),
)
const lists = '{ persons(first: 100) { nodes { id names { full } } pageInfo { hasNextPage } completeness { asked } } }'

interface World {
  readonly answers: string
  readonly told: readonly string[]
}

/** What a reader of XZ is answered to some questions, and what XA's desk is told. Keys say whose part a row is, so that a secret one changes no other's. */
async function worldOf(
  people: readonly NativeRow[],
  questions: readonly { document: string; variables: Record<string, unknown> }[],
): Promise<World> {
  const bureau = peopleBureau('XA', people)
  const hub = memoryHub([bureau, peopleBureau('XB', [])], { timer: stillTimer() })
  const answers: unknown[] = []
  for (const { document, variables } of [...questions, { document: lists, variables: {} }]) {
    const { data, errors } = await hub.ask(document, variables)
    answers.push({ data, errors })
  }
  return { answers: JSON.stringify([answers, bureau.calls]), told: hub.hub.desks.page('XA', null, 100).map(({ kind }) => kind) }
}

describe('two worlds that differ in what a reader may not know', () => {
  it('give the reader the same answers, and different ones where they may know', async () => {
    const seen = { hits: 0, alarms: 0, secrets: 0, runs: 0 }
    const property = fc.asyncProperty(
      rows(shared),
      rows(secret),
      fc.array(asked, { minLength: 1, maxLength: 3 }),
      async (open, hidden, questions) => {
        const known = open.map(({ number, ...more }, i) => person(`a${i}`, number, more))
        const withSecrets = [...known, ...hidden.map(({ number, ...more }, i) => person(`z${i}`, number, more))]
        const [one, other] = [await worldOf(known, questions), await worldOf(withSecrets, questions)]
        expect(other.answers).toBe(one.answers)
        expect(one.told).not.toContain('BLIND_HIT')
        seen.runs++
        if (one.answers.includes('"HIT"')) seen.hits++
        if (other.told.includes('BLIND_HIT')) seen.alarms++
        if (hidden.length > 0) seen.secrets++
      },
    )
    await fc.assert(property, { numRuns: 200 })
    for (const count of [seen.hits, seen.secrets]) expect(count).toBeGreaterThan(seen.runs / 3)
    expect(seen.alarms).toBeGreaterThan(seen.runs / 10)
  })
})
