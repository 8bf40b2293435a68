/**
 * Two nodes with Postgres and Redis, a publisher whose commits are late at times, and clients that go on elsewhere, while one after the other is killed, wiped or stopped: `npm run test:chaos`.
 * Then the same over plain Redis pub/sub. Ends with 1 when anything of ours was lost, doubled or out of order. `COMITY_SOAK`: so many times as long. Options: `--only TEXT`, `--subscribers 200`, `--per-second 50`,
 * `--evidence FOLDER`, `--without-peers`.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freezeNode, freezePostgres, freezeRedis, killNode, killPostgres, killRedis, restartNode } from './faults.ts'
import { runPubsub } from './pubsub/run.ts'
import { type Outcome, runScenario, type Scenario } from './run.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    subscribers: { type: 'string', default: '200' },
    'per-second': { type: 'string', default: '50' },
    evidence: { type: 'string' },
    'without-peers': { type: 'boolean', default: false },
  },
})
const soak = Number(process.env['COMITY_SOAK'] ?? 1)

const scenarios: readonly Scenario[] = [
  { name: 'nothing goes wrong', redis: 'forgets', faults: [] },
  { name: 'no Redis', redis: 'none', faults: [] },
  { name: 'nodes and Redis killed, Redis keeps', redis: 'keeps', faults: [killNode(0), killRedis(200), killNode(1), killRedis(200)] },
  { name: 'nodes and Redis killed, Redis wiped', redis: 'forgets', faults: [killNode(0), killRedis(200), killNode(1), killRedis(200)] },
  { name: 'Redis away 2.5 s, wiped, nodes live', redis: 'forgets', faults: [killRedis(2500)] },
  { name: 'Postgres killed', redis: 'forgets', faults: [killPostgres(300)] },
  {
    name: 'each stopped and continued',
    redis: 'forgets',
    faults: [freezeNode(0, 4000), freezeRedis(3000), freezeNode(1, 4000), freezePostgres(1500), freezePostgres(7000)],
  },
  { name: 'nodes, Redis and Postgres killed', redis: 'forgets', faults: [killNode(0), killRedis(200), killPostgres(300), killNode(1)] },
  { name: 'rolling restart', redis: 'forgets', faults: [restartNode(0), restartNode(1)] },
]

const extent = { subscribers: Number(values.subscribers), perSecond: Number(values['per-second']), ms: 20_000 * soak, restMs: 1500 }

const ms = (value: number | null) => (value === null ? '-' : value.toFixed(value < 10 ? 1 : 0))
const words = (counts: Readonly<Record<string, number>>) => Object.entries(counts).map(([name, count]) => `${name} ${count}`)

function line(one: Outcome): string {
  const cells = [
    one.name,
    one.faults,
    one.deliveries.toLocaleString('en'),
    one.lost,
    one.duplicated + one.doubled,
    one.reordered,
    one.wrong,
    [one.p50, one.p95, one.p99, one.max].map(ms).join(' / '),
    `${one.resumes}: ${[one.resumeP50, one.resumeP99, one.resumeMax].map(ms).join(' / ')}`,
    one.repeats,
    [...words(one.notices), ...words(one.errors)].join(', '),
  ]
  return `| ${cells.join(' | ')} |`
}

function isWhole({ lost, duplicated, doubled, reordered, wrong, deliveries }: Outcome): boolean {
  return deliveries > 0 && lost + duplicated + doubled + reordered + wrong === 0
}

const columns = [
  '',
  'faults',
  'deliveries',
  'lost',
  'doubled',
  'reordered',
  'wrong',
  'commit to client p50 / p95 / p99 / max ms',
  'resumed: p50 / p99 / max ms',
  'repeats that clients dropped',
  'told',
]
console.log(`| ${columns.join(' | ')} |\n|${columns.map(() => '---|').join('')}`)
let whole = true
for (const scenario of scenarios.filter(({ name }) => name.includes(values.only))) {
  const lostFile = values.evidence === undefined ? {} : { lostFile: join(values.evidence, `${scenario.name.replaceAll(/\W+/g, '-')}.json`) }
  const outcome = await runScenario(scenario, { ...extent, ...lostFile })
  console.log(line(outcome))
  whole &&= isWhole(outcome)
}
if (values['without-peers'] !== true) {
  const kills = [killNode(0), killRedis(200), killNode(1), killRedis(200)]
  for (const faults of [[], kills]) {
    const name = `plain Redis pub/sub${faults.length === 0 ? '' : ', nodes and Redis killed'}`
    if (name.includes(values.only)) console.log(line(await runPubsub({ name, faults }, extent)))
  }
}
if (!whole) process.exitCode = 1
