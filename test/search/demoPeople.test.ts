import { describe, expect, it } from 'vitest'
import { generateWorld } from '../../examples/generate/generateWorld.ts'
import type { TruthPerson } from '../../examples/generate/truth.ts'
import { systemClock } from '../../src/links/clock.ts'
import { IndexBuilder } from '../../src/search/indexBuilder.ts'
import { Store } from '../../src/store/store.ts'
import { caller } from '../support/caller.ts'
import { memoryHub } from '../support/memoryHub.ts'
import { openRules, peopleBureau, searchable } from './people.ts'

/** The seed on which nothing was tuned: see `bench/names/README.md`. */
const world = generateWorld({ seed: 20_261_126, scale: 0.2, today: '2026-01-15' })
const rowOf = ({ key, human, names, birthDate, nationalities, sex, documents }: TruthPerson) => ({
  key,
  human,
  status: 'SUSPECT',
  names: names.map((name) => ({ ...name, full: [name.given, name.patronymic, name.family].filter((text) => text !== null).join(' ') })),
  birthDate,
  nationalities,
  sex,
  documents,
})
const records = Object.values(world.bureaus).flatMap(({ code, persons }) =>
  persons.filter(({ names }) => names.length > 0).map(({ key, human }) => ({ bureau: code, key, human })),
)
const humanOf = new Map(records.map(({ bureau, key, human }) => [`${bureau} ${key}`, human]))

describe('the people of the demo whom several bureaus know', () => {
  it('are found from each of their records at recall 0.97 and precision 0.9', { timeout: 300_000 }, async () => {
    const store = new Store(null)
    const bureaus = Object.values(world.bureaus).map(({ code, persons }) =>
      searchable(peopleBureau(code, persons.map(rowOf), openRules()), { keepsSearchKeys: true }),
    )
    const { hub, ask } = memoryHub(bureaus, { store, searchesPerHour: 100_000 })
    const builder = new IndexBuilder({
      tokens: store.searchTokens,
      index: hub.searchIndex,
      sources: () => bureaus.map(({ source }) => source),
      clock: systemClock,
    })
    await builder.look()
    const operation = hub.begin(caller(), { signal: new AbortController().signal, traceId: '0'.repeat(32) })
    const placeOf = new Map(records.map(({ bureau, key }) => [operation.plan.idAt({ bureau, type: 'Person', key }), `${bureau} ${key}`]))
    let [real, said, right] = [0, 0, 0]
    // Every other one: as many again say nothing else.
    for (const { bureau, key, human } of records.filter((_, at) => at % 2 === 0)) {
      const id = operation.plan.idAt({ bureau, type: 'Person', key })
      const { data } = await ask(
        `query ($id: ID!) { node(id: $id) { ... on Person { possibleMatches(first: 100) { matches { person { id } } } } } }`,
        { id },
      )
      const { node } = data as { node: { possibleMatches: { matches: readonly { person: { id: string } }[] } } }
      const found = node.possibleMatches.matches.map(({ person }) => humanOf.get(placeOf.get(person.id) ?? ''))
      real += records.filter((other) => other.human === human && other.bureau !== bureau).length
      said += found.length
      right += found.filter((other) => other === human).length
    }
    expect(real).toBeGreaterThan(70)
    expect(right / real).toBeGreaterThanOrEqual(0.97)
    expect(right / said).toBeGreaterThanOrEqual(0.9)
  })
})
