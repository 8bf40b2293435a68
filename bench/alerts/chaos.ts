/**
 * Two nodes with Postgres and Redis, a publisher whose commits are late at times, and clients that go on elsewhere, while one after the other is killed, wiped or stopped: `npm run test:chaos`.
 * Ends with 1 when anything was lost, doubled or out of order. `COMITY_SOAK`: so many times as long. Options: `--only TEXT`, `--evidence FOLDER`.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freezeNode, freezePostgres, freezeRedis, killNode, killPostgres, killRedis, restartNode } from './faults.ts'
import { type Outcome, runScenario, type Scenario } from './run.ts'

const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, evidence: { type: 'string' } } })
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

const extent = { subscribers: 200, perSecond: 50, ms: 20_000 * soak, restMs: 1500 }

function print(outcomes: readonly Outcome[]): void {
  const ms = (value: number | null) => (value === null ? '-' : value.toFixed(value < 10 ? 1 : 0))
  const words = (counts: Readonly<Record<string, number>>) => Object.entries(counts).map(([name, count]) => `${name} ${count}`)
  console.log(
    '\n| | faults | deliveries | lost | doubled | reordered | wrong | commit to client p50 / p95 / p99 / max ms | resumes p50 / p99 / max ms | repeats dropped | notices, errors |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|---|---|')
  for (const one of outcomes) {
    const latency = [one.p50, one.p95, one.p99, one.max].map(ms).join(' / ')
    const resumes = `${one.resumes}: ${[one.resumeP50, one.resumeP99, one.resumeMax].map(ms).join(' / ')}`
    console.log(
      `| ${one.name} | ${one.faults} | ${one.deliveries.toLocaleString('en')} | ${one.lost} | ${one.duplicated + one.doubled} | ${one.reordered} | ${one.wrong} | ${latency} | ${resumes} | ${one.repeats} | ${[...words(one.notices), ...words(one.errors)].join(', ')} |`,
    )
  }
}

const outcomes: Outcome[] = []
for (const scenario of scenarios.filter(({ name }) => name.includes(values.only))) {
  process.stderr.write(`${scenario.name}\n`)
  const lostFile = values.evidence === undefined ? {} : { lostFile: join(values.evidence, `${scenario.name.replaceAll(/\W+/g, '-')}.json`) }
  outcomes.push(await runScenario(scenario, { ...extent, ...lostFile }))
}
print(outcomes)
const bad = outcomes.filter(({ lost, duplicated, doubled, reordered, wrong }) => lost + duplicated + doubled + reordered + wrong > 0)
if (bad.length > 0 || outcomes.length === 0) process.exitCode = 1
