import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { StoredChangeLog } from '../../src/alerts/storedChangeLog.ts'
import { Roster } from '../../src/hub/roster.ts'
import { Link } from '../../src/links/link.ts'
import { openCapture, type RunningCapture } from '../../src/main/openCapture.ts'
import type { CaptureDeclaration } from '../../src/model/capture.ts'
import type { BureauSource } from '../../src/records/bureauSource.ts'
import { PostgresChangeRows } from '../../src/store/changes/postgresChangeRows.ts'
import type { Leadership } from '../../src/store/leadership.ts'
import { PostgresLeadership } from '../../src/store/postgresLeadership.ts'
import { Store } from '../../src/store/store.ts'
import { bareThings, ways } from '../alerts/capture/bureau.ts'
import { MemorySystem } from '../alerts/capture/memorySystem.ts'
import { patientLimits } from '../support/limits.ts'
import { memoryBureau } from '../support/memoryBureau.ts'
import { query, startPostgres } from '../support/postgres.ts'
import type { PrivateServer } from '../support/privateServer.ts'

const webhookSecret = Buffer.alloc(32, 9)
const secret = new Uint8Array(32).fill(6)
let server: PrivateServer
const closing: (() => Promise<void>)[] = []
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server?.stop())
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

interface Node {
  readonly capture: RunningCapture
  readonly log: StoredChangeLog
  /** How often it came to lead. */
  terms: number
}

/** A node that captures things of XA from this system, and looks every 20 ms. */
async function node(system: MemorySystem, way: CaptureDeclaration = ways.poll): Promise<Node> {
  const rows = await PostgresChangeRows.open(server.url, { electionMs: 20, patienceMs: 50 })
  const log = await StoredChangeLog.open(rows, secret)
  const bureau = memoryBureau('XA', { rows: {} }).source
  const link = new Link('XA', system.connector, patientLimits)
  const policy = { ...bureau.policy, sketch: (): object => ({}) }
  const source = { ...bureau, link, limits: patientLimits, mappings: new Map([['Thing', bareThings]]), policy } as BureauSource
  const webhookKeys = [`whsec_${webhookSecret.toString('base64')}`]
  const capture = { reconcileMinutes: 60, webhookKeys, types: { Thing: { ...way, everySeconds: 0.02 } } }
  const leadership = new PostgresLeadership(server.url, { electionMs: 20, leaseMs: 2000 })
  const counted: Leadership = {
    lead: (name, work) =>
      leadership.lead(name, (signal) => {
        one.terms++
        return work(signal)
      }),
  }
  const one: Node = {
    capture: await openCapture({
      roster: new Roster([{ profile: source.profile, source, capture }]),
      records: new Store(null).capture,
      databaseUrl: server.url,
      leadership: counted,
      secret,
      append: (changes) => log.append(changes),
      log: { warn: () => {}, debug: () => {} },
    }),
    log,
    terms: 0,
  }
  closing.push(
    () => rows.close(),
    () => one.capture.stop(),
  )
  await one.capture.follow()
  return one
}

const end = (what: string) =>
  query(server.url, `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and ${what}`)
const leader = "pid in (select pid from pg_locks where locktype = 'advisory' and granted) and application_name = 'comity leader'"

it('a cluster tells each change once, though its leader and all sessions are ended in the middle of changes', {
  timeout: 120_000,
}, async () => {
  const system = new MemorySystem()
  const [first, second] = [await node(system), await node(system)]
  await expect.poll(() => first.capture.statuses()[0]?.watermark, { timeout: 10_000 }).toMatch(/^20/)
  await expect.poll(() => second.capture.statuses()[0]?.watermark, { timeout: 10_000 }).toMatch(/^20/)
  const told = async () => (await first.log.read(0, 1000)).map(({ logged }) => `${logged?.change.key} ${logged?.change.kind}`)
  const expected: string[] = []
  for (let round = 0; round < 40; round++) {
    const key = `k${round % 4}`
    const turn = Math.floor(round / 4) % 3
    // Each record is made, changed, and changed back again, time after time.
    system.set(key, turn === 1 ? 'B' : 'A')
    const isKnown = round >= 4
    const moves = !isKnown || turn === 1 || Math.floor((round - 4) / 4) % 3 === 1
    if (moves) expected.push(`${key} ${isKnown ? 'CHANGED' : 'CREATED'}`)
    if (round % 6 === 2) await end(leader)
    if (round % 6 === 5) await end("application_name like 'comity%'")
    await expect.poll(() => told().catch(() => []), { timeout: 20_000, interval: 10 }).toEqual(expected)
  }
  expect(first.terms + second.terms).toBeGreaterThan(3)
  const statuses = [first, second].map(({ capture }) => capture.statuses()[0])
  expect(statuses).toMatchObject([
    { bureau: 'XA', type: 'Thing', mode: 'poll', gap: false, missed: 0 },
    { bureau: 'XA', type: 'Thing', mode: 'poll', gap: false, missed: 0 },
  ])
})

it('another node goes on when the one that captures stops; a message to any of them is read', { timeout: 60_000 }, async () => {
  await query(server.url, 'truncate capture_feed, capture_known')
  const system = new MemorySystem()
  const nodes = [await node(system, ways.webhook), await node(system, ways.webhook)]
  for (const { capture } of nodes) await expect.poll(() => capture.statuses()[0]?.watermark, { timeout: 10_000 }).toMatch(/^20/)
  const send = async ({ capture }: Node, key: string) => {
    system.set(key, 'A')
    const time = String(Math.floor(Date.now() / 1000))
    const body = JSON.stringify({ type: 'record.changed', data: { records: [{ type: 'Thing', key }] } })
    const signature = `v1,${createHmac('sha256', webhookSecret).update(`${key}.${time}.${body}`).digest('base64')}`
    const headers = { 'webhook-id': key, 'webhook-timestamp': time, 'webhook-signature': signature }
    expect((await capture.door.receive('XA', { headers, body: Buffer.from(body) })).outcome).toBe('TAKEN')
  }
  const [one, other] = nodes as [Node, Node]
  const told = async () => (await other.log.read(0, 1000)).map(({ logged }) => logged?.change.key)
  await send(one, 'm1')
  await send(other, 'm2')
  await expect.poll(told, { timeout: 10_000 }).toEqual(expect.arrayContaining(['m1', 'm2']))
  await one.capture.stop()
  await send(other, 'm3')
  await expect.poll(told, { timeout: 10_000 }).toContain('m3')
  expect((await told()).filter((key) => key?.startsWith('m'))).toHaveLength(3)
})
