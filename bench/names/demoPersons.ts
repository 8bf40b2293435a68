import { generateWorld } from '../../examples/generate/generateWorld.ts'
import type { TruthPerson } from '../../examples/generate/truth.ts'
import { blockingKeys } from '../../src/names/blockingKeys.ts'
import { type ReadName, readName } from '../../src/names/readName.ts'
import { matchThreshold, type Sketch, scoreCandidate } from '../../src/names/scoreCandidate.ts'
import type { Part } from './labelledPair.ts'

/** Finding the people whom several bureaus of the demo know, among all that two bureaus hold. */
export interface PersonsFound {
  readonly persons: number
  /** Pairs of records of one human being in two bureaus. */
  readonly real: number
  /** Of those, the share whose names have a blocking key in common. */
  readonly blocked: number
  /** Of all pairs of two bureaus, the share that has one. */
  readonly looked: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

interface Known {
  readonly human: string
  readonly bureau: string
  readonly sketch: Sketch
  readonly keys: readonly string[]
}

const seeds: Readonly<Record<Part, number>> = { tune: 2, held: 20_261_126 }

/** Looks every record with a name up among those of the other bureaus: by blocking keys, then by score. */
export function findPersons(part: Part, threshold = matchThreshold): PersonsFound {
  const world = generateWorld({ seed: seeds[part], scale: 0.2, today: '2026-01-15' })
  const known = Object.values(world.bureaus).flatMap(({ code, persons }) =>
    persons.filter(({ names }) => names.length > 0).map((person) => knownOf(code, person)),
  )
  let [real, blocked, looked, pairs, said, hits] = [0, 0, 0, 0, 0, 0]
  for (const [at, one] of known.entries()) {
    const keys = new Set(one.keys)
    for (const other of known.slice(at + 1)) {
      if (other.bureau === one.bureau) continue
      const same = other.human === one.human
      pairs++
      if (same) real++
      if (!other.keys.some((key) => keys.has(key))) continue
      looked++
      if (same) blocked++
      if (scoreCandidate(one.sketch, other.sketch).score < threshold) continue
      said++
      if (same) hits++
    }
  }
  const [precision, recall] = [hits / Math.max(1, said), hits / Math.max(1, real)]
  return {
    persons: known.length,
    real,
    blocked: blocked / Math.max(1, real),
    looked: looked / Math.max(1, pairs),
    precision,
    recall,
    f1: (2 * hits) / Math.max(1, said + real),
  }
}

function knownOf(bureau: string, { human, names, birthDate, nationalities, sex, documents }: TruthPerson): Known {
  const texts = names.flatMap(({ given, patronymic, family, originalScript }) => [
    [given, patronymic, family].filter((text) => text !== null).join(' '),
    ...(originalScript === null ? [] : [originalScript]),
  ])
  const read: readonly ReadName[] = texts.map(readName)
  const sketch: Sketch = {
    names: read,
    birthDates: birthDate === null ? [] : [birthDate],
    nationalities: nationalities.map(({ country }) => country),
    sex,
    documents: documents.map(({ number, issuingCountry }) => ({ number, country: issuingCountry })),
  }
  return { human, bureau, sketch, keys: [...new Set(read.flatMap(blockingKeys))] }
}
