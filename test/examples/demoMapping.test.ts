import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bureauCodes } from '../../examples/generate/bureauCodes.ts'
import { generateWorld } from '../../examples/generate/generateWorld.ts'
import { brokenInXe } from '../../examples/systems/xe/writeXe.ts'
import type { LoadedBureaus } from '../../src/config/loadBureaus.ts'
import { formatProblem } from '../../src/model/problem.ts'
import { loadDemoBureaus, type Mapped, type PrivateDemo, readBureau, startPrivateDemo } from './demoBureaus.ts'
import { comparable, expectedRecords } from './expectedRecords.ts'

const options = { scale: 0.15, seed: 5, today: '2026-11-01' }
const world = generateWorld(options)
const read = new Map<string, ReadonlyMap<string, Mapped>>()
let demo: PrivateDemo
let loaded: LoadedBureaus

beforeAll(async () => {
  demo = await startPrivateDemo(options)
  loaded = await loadDemoBureaus(demo.systems.environment)
  for (const bureau of loaded.bureaus) read.set(bureau.file.code, await readBureau(bureau))
})
afterAll(() => demo.stop())

describe('the demo bureaus', () => {
  it('have files without a mistake or a warning', () => {
    expect(loaded.problems.map(formatProblem)).toEqual([])
    expect(loaded.bureaus.map(({ file }) => file.code)).toEqual([...bureauCodes])
  })

  it('load without any variable set', async () => {
    expect((await loadDemoBureaus({})).problems.map(formatProblem)).toEqual([])
  })

  it.each(bureauCodes)('%s maps every row to what the record means', (code) => {
    const expected = expectedRecords(world.bureaus[code])
    const types = read.get(code)
    expect([...(types?.keys() ?? [])]).toEqual([...expected.keys()])
    for (const [type, records] of expected) {
      const found = new Map(types?.get(type)?.records.map((record) => [record.ref.key, comparable(record)]))
      expect(found.size).toBe(records.size)
      for (const [key, record] of records) expect(sortKeys(found.get(key))).toEqual(sortKeys(record))
    }
  })

  it.each(bureauCodes.filter((code) => code !== 'XE'))('%s has no row that does not map', (code) => {
    expect([...(read.get(code)?.values() ?? [])].flatMap(({ problems }) => problems)).toEqual([])
  })

  it('XE has three broken rows, which are told by key and field and cost no other row', () => {
    const problems = [...(read.get('XE')?.values() ?? [])].flatMap((mapped) => mapped.problems)
    const told = problems.map(({ type, key, field }) => `${type} ${key} ${field}`).sort()
    expect(told).toEqual(brokenInXe.map(({ type, key, field }) => `${type} ${key} ${field}`).sort())
    expect(problems.every(({ reason }) => !/BELIRSIZ|31\/02|dün/.test(reason))).toBe(true)
  })

  it('bounds what the agreements say: one has run out and one is suspended', () => {
    const inForce = (code: string) => loaded.agreements.inForce(code, '2026-11-01')
    expect(inForce('XA')).toEqual(['BILAT-XA-XB', 'CONV-5'])
    expect(inForce('XD')).toEqual(['BILAT-XC-XD', 'CONV-5'])
    expect(inForce('XE')).toEqual(['CONV-5'])
    expect(loaded.agreements.agreements.size).toBe(5)
  })
})

function sortKeys(record: Readonly<Record<string, unknown>> | undefined) {
  return Object.entries(record ?? {})
    .filter(([, value]) => value !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
