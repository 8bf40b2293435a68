/**
 * What the log of changes and its streams cost: `node --expose-gc bench/alertLog.ts`. One process over the embedded store; nothing is decided and nothing is sent, so that what is
 * measured is the log, the ring, the cursors and the turns alone.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AlertCursors } from '../src/alerts/alertCursors.ts'
import { Broadcast } from '../src/alerts/broadcast.ts'
import type { ChangeStream } from '../src/alerts/changeStream.ts'
import { InProcessFanout } from '../src/alerts/inProcessFanout.ts'
import { StoredChangeLog } from '../src/alerts/storedChangeLog.ts'
import type { Change } from '../src/model/change.ts'
import { Store } from '../src/store/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'comity-bench-'))
const store = new Store(folder)
const secret = new Uint8Array(32).fill(1)
const log = await StoredChangeLog.open(store.changes, secret)
let made = 0

function changes(count: number): readonly Change[] {
  return Array.from({ length: count }, () => ({
    bureau: 'XA',
    type: 'Thing',
    key: `XA-2026-${made++}`,
    kind: 'CHANGED' as const,
    version: 'a1b2c3d4e5f60718',
    occurredAt: '2026-01-01T00:00:00Z',
    late: false,
  }))
}

const rounded = (value: number) => Math.round(value).toLocaleString('en')
const quantile = (values: readonly number[], at: number) => values.toSorted((a, b) => a - b)[Math.floor(values.length * at)] ?? 0

async function appends(batch: number, ms: number): Promise<void> {
  const started = performance.now()
  let taken = 0
  while (performance.now() - started < ms) taken += await log.append(changes(batch))
  const seconds = (performance.now() - started) / 1000
  console.log(
    `append, ${batch} at once: ${rounded(taken / seconds)} changes/s, ${((seconds * 1000 * batch) / taken).toFixed(2)} ms a commit`,
  )
}

/** Reads until told to stop; counts, and notes how old each delivery is. */
async function read(stream: ChangeStream<number>, count: (ageMs: number) => void): Promise<void> {
  for await (const item of stream) if (item.kind === 'delivery') count(performance.now() - item.value)
}

/** How many deliveries a second, when so many changes a second are appended (null: as many as go). */
async function deliveries(subscribers: number, changesPerSecond: number | null, ms: number): Promise<void> {
  const broadcast = await Broadcast.open({ log, fanout: new InProcessFanout(), secret })
  let delivered = 0
  const ages: number[] = []
  const born = new Map<string, number>()
  const readers = Array.from({ length: subscribers }, (_, at) =>
    read(broadcast.subscribe({ caller: `c${at}`, filter: 'f', after: null, decide: ({ change }) => born.get(change.key) ?? 0 }), (age) => {
      delivered++
      if (delivered % 17 === 0) ages.push(age)
    }),
  )
  await new Promise((resolve) => setTimeout(resolve, 300))
  const cpu = process.cpuUsage()
  const started = performance.now()
  let appended = 0
  while (performance.now() - started < ms) {
    const some = changes(changesPerSecond === null ? 20 : 1)
    for (const { key } of some) born.set(key, performance.now())
    appended += await log.append(some)
    const due = changesPerSecond === null ? 0 : (appended / changesPerSecond) * 1000 - (performance.now() - started)
    if (due > 1) await new Promise((resolve) => setTimeout(resolve, due))
    while (changesPerSecond === null && delivered < appended * subscribers) await new Promise((resolve) => setImmediate(resolve))
  }
  while (delivered < appended * subscribers) await new Promise((resolve) => setImmediate(resolve))
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(cpu)
  console.log(
    `${rounded(subscribers)} streams, ${changesPerSecond === null ? 'as fast as it goes' : `${changesPerSecond} changes/s`}: ${rounded(delivered / seconds)} deliveries/s, ` +
      `${((user + system) / delivered).toFixed(1)} us CPU each, commit to delivery p50 ${quantile(ages, 0.5).toFixed(1)} ms, p99 ${quantile(ages, 0.99).toFixed(1)} ms`,
  )
  await broadcast.close()
  await Promise.all(readers)
}

async function memory(subscribers: number): Promise<void> {
  const broadcast = await Broadcast.open({ log, fanout: new InProcessFanout(), secret })
  global.gc?.()
  const before = process.memoryUsage()
  const readers = Array.from({ length: subscribers }, (_, at) =>
    read(broadcast.subscribe({ caller: `c${at}`, filter: 'f', after: null, decide: (): number | null => null }), () => {}),
  )
  await new Promise((resolve) => setTimeout(resolve, 500))
  global.gc?.()
  const after = process.memoryUsage()
  const heap = (after.heapUsed - before.heapUsed) / subscribers
  console.log(
    `${rounded(subscribers)} waiting streams: ${(heap / 1024).toFixed(2)} KiB of heap each, RSS of the process ${rounded(after.rss / 2 ** 20)} MiB`,
  )
  await broadcast.close()
  await Promise.all(readers)
}

function cursors(): void {
  const bound = new AlertCursors(secret).boundTo({ caller: 'c', filter: 'f' })
  const place = { epoch: 'a'.repeat(32), sequence: 1, mark: 2 }
  const count = 200_000
  const started = performance.now()
  for (let i = 0; i < count; i++) bound.seal(place)
  console.log(`sealing a cursor: ${(((performance.now() - started) * 1000) / count).toFixed(2)} us`)
}

try {
  cursors()
  for (const batch of [1, 10, 200]) await appends(batch, 2000)
  await memory(5000)
  await deliveries(1000, 20, 5000)
  await deliveries(5000, 4, 5000)
  await deliveries(1000, null, 5000)
} finally {
  store.close()
  rmSync(folder, { recursive: true })
}
