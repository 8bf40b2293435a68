import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeBureauFiles } from '../../bench/gateways/bureauFiles.ts'
import { comparable, type Node } from '../../bench/gateways/questions.ts'
import type { Result } from '../../bench/gateways/race.ts'
import { verdict } from '../../bench/gateways/report.ts'
import { readCatalogue } from '../../src/api/readCatalogue.ts'
import { loadBureaus } from '../../src/config/loadBureaus.ts'
import { connectorOptionsSchema } from '../../src/connectors/open.ts'

const folder = mkdtempSync(join(tmpdir(), 'comity-bench-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function newest(name: string, perSecond: number): Result {
  return {
    name,
    question: 'newest',
    rounds: [],
    median: { connections: 8, requests: 1, p50: 1, p99: 1, cpuMs: null, perSecond, failed: 0 },
  }
}

describe('the race with gateways', () => {
  it('writes bureau files without a mistake', async () => {
    const bureaus = join(folder, 'bureaus')
    writeBureauFiles(bureaus, new Map(['XA', 'XB'].map((code) => [code, 'http://127.0.0.1:1/graphql'])))
    const loaded = await loadBureaus(bureaus, {
      environment: {},
      catalogue: readCatalogue(),
      connectorOptionsSchema,
      lastSigned: () => null,
    })
    expect(loaded.problems).toEqual([])
    expect(loaded.bureaus.map(({ policy }) => policy === null)).toEqual([false, false])
  })

  it('is won by three times the faster form of Hive Gateway that asks for each caller', () => {
    const peers = [newest('Hive Gateway', 50), newest('Hive Gateway (native planner)', 100), newest('Hive Gateway (shared questions)', 900)]
    expect(verdict([newest('Comity', 300), ...peers]).met).toBe(true)
    expect(verdict([newest('Comity', 299), ...peers]).met).toBe(false)
    expect(verdict([]).met).toBe(false)
  })

  it('sees a field that one contestant answers otherwise, and no other order', () => {
    const a: Node = { id: '1', number: 'XA/1', issuedOn: '2026-11-01' }
    const b: Node = { id: '2', number: 'XA/2', issuedOn: '2026-11-02' }
    expect(comparable([a, b])).toBe(comparable([{ ...b, id: 'x' }, a]))
    expect(comparable([a, b])).not.toBe(comparable([a, { ...b, issuedOn: '2026-11-03' }]))
  })
})
