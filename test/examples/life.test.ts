import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { places } from '../../examples/generate/writeWorld.ts'
import { type Life, startLife } from '../../examples/systems/life.ts'
import { CaptureFeed } from '../../src/alerts/capture/captureFeed.ts'
import { FeedSource } from '../../src/alerts/capture/feedSource.ts'
import { openConnector } from '../../src/connectors/open.ts'
import { systemClock } from '../../src/links/clock.ts'
import { Link } from '../../src/links/link.ts'
import { Store } from '../../src/store/store.ts'
import { MemoryLog, seals, versions } from '../alerts/capture/bureau.ts'
import { patientLimits } from '../support/limits.ts'
import { loadDemoBureaus, type PrivateDemo, startPrivateDemo } from './demoBureaus.ts'

let demo: PrivateDemo
let life: Life
beforeAll(async () => {
  demo = await startPrivateDemo({ scale: 0.1, seed: 1, today: new Date().toISOString().slice(0, 10) })
  const folder = join(demo.dataDir, 'demo')
  life = startLife({ xd: join(folder, places.xd), xe: join(folder, places.xe), everyMs: 3_600_000 })
}, 120_000)
afterAll(async () => {
  life?.stop()
  await demo?.stop()
})

it('what changes in the demo by itself is captured, record by record, as the bureaus declare it', { timeout: 120_000 }, async () => {
  const { bureaus } = await loadDemoBureaus(demo.systems.environment)
  const log = new MemoryLog()
  const { capture: records } = new Store(null)
  const connectors = []
  const feeds: CaptureFeed[] = []
  for (const { file, folder, mappings } of bureaus) {
    // Files are looked at at once.
    const options = file.connector.kind === 'file' ? { ...file.connector, refreshMs: 0 } : file.connector
    const connector = await openConnector(options, { folder })
    connectors.push(connector)
    const limits = { ...patientLimits, deadlineMs: 20_000, pageRows: 200 }
    const link = new Link(file.code, connector, limits)
    for (const [type, declaration] of Object.entries(file.capture?.types ?? {})) {
      const mapping = mappings.get(type)
      if (mapping === undefined) throw new Error(`${file.code} declares capture of ${type}, which it does not map`)
      const source = new FeedSource({ link, limits, mapping, versions, sketchOf: () => null })
      const id = { bureau: file.code, type }
      feeds.push(new CaptureFeed({ id, declaration, source, records, versions, seals, append: log.append, clock: systemClock }))
    }
  }
  expect(feeds).toHaveLength(20)
  const look = async () => {
    for (const feed of feeds) await feed.look()
  }
  await look()
  await look()
  expect(log.changes).toEqual([])
  const changed: string[] = []
  for (let i = 0; i < 4; i++) {
    const one = life.next()
    changed.push(`${one?.bureau} ${one?.type} ${one?.key} CHANGED`)
    await look()
  }
  expect(log.changes.map(({ bureau, type, key, kind }) => `${bureau} ${type} ${key} ${kind}`)).toEqual(changed)
  // What was suspended is published again.
  expect(changed[0]).toMatch(/^XD Notice /)
  expect(changed[2]).toBe(changed[0])
  expect(changed[1]).toMatch(/^XE Person /)
  await Promise.all(connectors.map((connector) => connector.close()))
})
