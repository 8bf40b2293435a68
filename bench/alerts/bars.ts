/**
 * What alerts cost, each number with its bar: `npm run bench:alerts`. Everything shares the machine's processors: the nodes, Postgres, Redis, the publisher, and all subscribers; CPU is that of the nodes'
 * processes alone. Writes `docs/alerts.json` and from it `docs/alerts.svg`. Ends with 1 when a bar is missed. Options: `--only TEXT` (writes nothing), `--seconds 15`, `--profile FOLDER` (CPU profiles of the nodes).
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killNode, killRedis } from './faults.ts'
import { type Load, type Measured, measureLoad } from './load.ts'
import { runPubsub } from './pubsub/run.ts'
import { type Outcome, runScenario } from './run.ts'

/** One number beside its bar. */
export interface Bar {
  readonly name: string
  readonly value: number
  readonly bar: number
  /** `least`: the value has to be as high at least. */
  readonly kind: 'most' | 'least'
  readonly unit: string
}

/** One point of a curve: a load, and how it did. */
export interface Point {
  readonly offeredPerSecond: number
  readonly deliveriesPerSecond: number
  readonly p50: number
  readonly p99: number
  readonly cpuUsPerDelivery: number
}

/** What was measured. */
export interface AlertFigures {
  readonly processors: number
  /** Load average of the last minute before it began: what else the machine was doing. */
  readonly loadBefore: number
  readonly bars: readonly Bar[]
  readonly points: readonly Point[]
  /** Share of alerts that were lost under the same kills, in percent. */
  readonly lost: Readonly<Record<string, number>>
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, seconds: { type: 'string', default: '15' }, profile: { type: 'string' } },
})
const ms = Number(values.seconds) * 1000
const warmUpMs = 5000
const megabyte = 1_000_000
const kills = [killNode(0), killRedis(200), killNode(1), killRedis(200)]
const flags = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`]
const bars: Bar[] = []
const points: Point[] = []
const lost: Record<string, number> = {}
const loadBefore = loadavg()[0] ?? 0

function measured(load: Pick<Load, 'healthy' | 'perSecond'> & Partial<Load>): Promise<Measured> {
  return measureLoad({ nodes: 2, redis: 'forgets', warmUpMs, ms, flags, ...load })
}

function note(bar: Bar): void {
  bars.push(bar)
  const met = bar.kind === 'most' ? bar.value <= bar.bar : bar.value >= bar.bar
  const shown = bar.value.toFixed(bar.value < 100 ? 1 : 0)
  console.log(`${met ? 'met   ' : 'MISSED'} ${bar.name}: ${shown} ${bar.unit} (bar: at ${bar.kind} ${bar.bar})`)
}

/** No number counts of a run that lost something. */
function assertWhole({ lost: missing, duplicated, reordered, wrong, errors }: Measured | Outcome): void {
  if (missing + duplicated + reordered + wrong > 0)
    throw new Error(`lost ${missing}, doubled ${duplicated}, out of order ${reordered}, wrong ${wrong}; ${JSON.stringify(errors)}`)
}

const known = (value: number | null) => value ?? Number.NaN

async function curve(): Promise<void> {
  for (const perSecond of [2, 5, 10, 20]) {
    const one = await measured({ healthy: 1000, perSecond })
    assertWhole(one)
    const offeredPerSecond = perSecond * 1000
    points.push({
      offeredPerSecond,
      deliveriesPerSecond: one.deliveriesPerSecond,
      p50: known(one.p50),
      p99: known(one.p99),
      cpuUsPerDelivery: known(one.cpuUsPerDelivery),
    })
    console.log(
      `       ${offeredPerSecond} deliveries/s offered to 1,000 streams of 2 nodes: ${one.deliveriesPerSecond.toFixed(0)} made, p50 ${known(one.p50).toFixed(1)} ms, p99 ${known(one.p99).toFixed(1)} ms, nodes ${one.nodesBusy.toFixed(2)} and subscribers ${one.subscribersBusy.toFixed(2)} of a processor`,
    )
    if (perSecond !== 20) continue
    note({ name: '20,000 deliveries/s, commit to client, p99', value: known(one.p99), bar: 50, kind: 'most', unit: 'ms' })
    note({ name: '20,000 deliveries/s, CPU of the nodes for each', value: known(one.cpuUsPerDelivery), bar: 40, kind: 'most', unit: 'us' })
  }
}

async function memory(): Promise<void> {
  const one = await measured({ nodes: 1, healthy: 5000, perSecond: 1 })
  assertWhole(one)
  note({ name: '5,000 live subscriptions at one node, RSS', value: one.rss / megabyte, bar: 400, kind: 'most', unit: 'MB' })
}

async function paused(): Promise<void> {
  const [alone, beside] = [await measured({ healthy: 1000, perSecond: 5 }), await measured({ healthy: 1000, paused: 250, perSecond: 5 })]
  assertWhole(alone)
  assertWhole(beside)
  const value = (known(beside.p99) / known(alone.p99) - 1) * 100
  console.log(
    `       1,000 streams alone: p99 ${known(alone.p99).toFixed(1)} ms; with 250 beside them that take nothing: ${known(beside.p99).toFixed(1)} ms`,
  )
  note({ name: 'p99 of 1,000 healthy streams, with 250 paused ones beside them, slower by', value, bar: 20, kind: 'most', unit: '%' })
}

async function outage(): Promise<void> {
  const one = await measured({ healthy: 200, perSecond: 50, fault: killRedis(2500) })
  assertWhole(one)
  note({
    name: 'Redis killed and away for 2.5 s under 10,000 deliveries/s, p99',
    value: known(one.p99),
    bar: 300,
    kind: 'most',
    unit: 'ms',
  })
}

async function resumed(): Promise<void> {
  const extent = { subscribers: 200, perSecond: 50, ms: ms * 2, restMs: 1500 }
  const ours = await runScenario({ name: 'Comity', redis: 'forgets', faults: kills }, extent)
  const theirs = await runPubsub({ name: 'plain Redis pub/sub', faults: kills }, extent)
  assertWhole(ours)
  note({ name: 'nodes killed under load, going on elsewhere, p99', value: known(ours.resumeP99), bar: 1000, kind: 'most', unit: 'ms' })
  for (const one of [ours, theirs]) {
    lost[one.name] = (one.lost / (one.lost + one.deliveries)) * 100
    console.log(
      `       ${one.name}, nodes and Redis killed ${one.faults} times: ${one.deliveries} delivered, ${one.lost} lost in ${one.gaps} gaps (${lost[one.name]?.toFixed(2)} %)`,
    )
  }
}

const steps = { deliveries: curve, memory, paused, outage, resumed }
for (const [name, step] of Object.entries(steps)) if (values.only === undefined || name.includes(values.only)) await step()
if (values.only === undefined) {
  const docs = join(import.meta.dirname, '..', '..', 'docs')
  const figures: AlertFigures = { processors: availableParallelism(), loadBefore, bars, points, lost }
  writeFileSync(join(docs, 'alerts.json'), `${JSON.stringify(figures, null, 2)}\n`)
  execFileSync(process.execPath, [join(import.meta.dirname, 'plot.ts')], { stdio: 'inherit' })
}
if (bars.some(({ value, bar, kind }) => !(kind === 'most' ? value <= bar : value >= bar))) process.exitCode = 1
