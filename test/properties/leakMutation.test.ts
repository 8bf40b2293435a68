import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { root } from '../support/house/sourceFile.ts'
import { type Leak, planted } from './leaks/leak.ts'
import { leaks } from './leaks/leaks.ts'
import { runs, seed, within } from './soak.ts'

/** Cases tried before a leak counts as missed. Most are seen within the first ten. */
const tries = runs(300)
/** Processes at a time. */
const abreast = 2

type Outcome = { readonly comparison: string; readonly runs: number } | null

const outcomes = new Map<string, Promise<Outcome>>()

/** The channels that the threat model names; each has at least one leak. */
const channels = [
  'filter',
  'nested filter',
  'sort',
  'cursor',
  'offset',
  'count',
  'hasNext',
  'facet',
  'search',
  'people',
  'idf',
  'error',
  'marker',
  'reason',
  'sequential id',
  'etag',
  'subscription delta',
  'progress',
  'moves',
  'cache',
  'loader',
  'non-null',
  'interface',
  'timing of source calls',
  'audit echo',
  'unique probe',
  'collation',
]

describe('a leak that is planted', () => {
  beforeAll(() => {
    let waiting: Promise<unknown>[] = Array.from({ length: abreast }, () => Promise.resolve())
    for (const leak of leaks) {
      const [turn = Promise.resolve(), ...others] = waiting
      const outcome = turn.then(() => tryLeak(leak))
      outcomes.set(leak.name, outcome)
      waiting = [...others, outcome.catch(() => null)]
    }
  })

  it.each(leaks)('is seen: $channel, $name', { timeout: within(300_000) }, async (leak) => {
    const outcome = await outcomes.get(leak.name)
    expect(outcome?.comparison, `with seed ${seed}`).toBe(leak.comparison)
  })
})

describe('the leaks', () => {
  it('are of every channel', () => {
    expect(channels.filter((channel) => !leaks.some((leak) => leak.channel === channel))).toEqual([])
    expect(new Set(leaks.map(({ name }) => name)).size).toBe(leaks.length)
  })

  it('are refused when there is no place, or more than one, to plant them', () => {
    const file = 'src/hub.ts'
    expect(() => planted({ name: 'stale', edits: [{ file, find: 'no such text', replace: '' }] })).toThrow(
      'stale: src/hub.ts has "no such text" 0 times',
    )
    expect(() => planted({ name: 'vague', edits: [{ file, find: 'readonly', replace: '' }] })).toThrow(/vague: .* \d+ times/)
  })
})

/** Runs the leak's check in a process of its own. Rejects when the process fails: a leak that breaks the code is not one that was seen. */
function tryLeak({ name }: Leak): Promise<Outcome> {
  const program = join(root, 'test/properties/leaks/tryLeak.ts')
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [program, name, String(seed), String(tries)],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, output, complaints) => {
        if (error !== null) reject(new Error(`${name}: ${complaints.slice(0, 4000)}`))
        else resolve(JSON.parse(output) as Outcome)
      },
    )
  })
}
