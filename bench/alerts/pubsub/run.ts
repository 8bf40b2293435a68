import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../../test/support/privateServer.ts'
import { installPeers } from '../../gateways/installPeers.ts'
import { strike } from '../faults.ts'
import { Cleanup, Killable } from '../killable.ts'
import { type Committed, type Published, Publisher } from '../publisher.ts'
import { type Extent, type Outcome, patienceMs, type Scenario, silenceMs } from '../run.ts'
import { startPostgres, startRedis } from '../servers.ts'
import type { SubscriberPlan } from '../subscriber.ts'
import { Subscribers } from '../subscribers.ts'
import type { Truth } from '../verdict.ts'
import { clearances, expectedKind, World } from '../world.ts'

const document = 'subscription { alerts { __typename ... on Alert { id kind recordId } } }'
const heartbeatMs = 1000

/** The same run over plain Redis pub/sub: the same commits, faults, clients and verdict; each change is published as soon as it is known to be committed. */
export async function runPubsub(
  { name, faults }: Pick<Scenario, 'name' | 'faults'>,
  { subscribers: count, perSecond, ms, restMs }: Extent,
): Promise<Outcome> {
  installPeers(import.meta.dirname)
  const cleanup = new Cleanup()
  try {
    const folder = mkdtempSync(join(tmpdir(), 'comity-pubsub-'))
    cleanup.folder(folder)
    const secret = new Uint8Array(32).fill(1)
    const world = await World.write(folder, { records: 0, secret })
    const [postgres, redis] = await Promise.all([startPostgres(cleanup), startRedis(cleanup, { keeps: false })])
    const nodes = await Promise.all([0, 1].map(() => pubsubNode(redis.url)))
    for (const { process } of nodes) cleanup.add(() => process.kill())
    await Promise.all(nodes.map(({ process }) => process.start()))
    const publisher = await Publisher.open({ databaseUrl: postgres.url, world, secret, late: 0.1, lateMs: 300, mix: 'mixed' })
    cleanup.add(() => publisher.close())
    const messenger = fork(join(import.meta.dirname, 'publisher.js'), [redis.url], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    cleanup.add(() => messenger.disconnect())
    await once(messenger, 'message')
    const heartbeat = setInterval(() => messenger.send({ __typename: 'Heartbeat', at: '' }), heartbeatMs)
    cleanup.add(() => clearInterval(heartbeat))
    const subscribers = await Subscribers.start()
    cleanup.add(() => subscribers.stop())
    await subscribers.begin(
      plans(
        count,
        nodes.map(({ url }) => url),
      ),
    )
    let goingOn = true
    const publishing = publisher.run({ perSecond, until: () => !goingOn, onKnown: (move) => publish(messenger, move) })
    const struck = await strike({ nodes, postgres, redis }, { faults, ms, restMs }).finally(() => {
      goingOn = false
    })
    await publishing
    const committed = await publisher.committed()
    const report = await subscribers.judge(truthOf(committed), { patienceMs })
    return { ...report, name, faults: struck, committed: committed.length }
  } finally {
    await cleanup.run()
  }
}

async function pubsubNode(redisUrl: string) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const isReady = () => fetch(new URL('/readyz', url))
  return {
    url,
    process: new Killable({ program: process.execPath, args: [join(import.meta.dirname, 'server.js'), redisUrl, String(port)], isReady }),
  }
}

function plans(count: number, nodes: readonly string[]): readonly SubscriberPlan[] {
  return Array.from({ length: count }, (_, i) => {
    const clearance = clearances[i % clearances.length] ?? 3
    return { token: String(clearance), clearance, nodes, first: Math.floor(i / clearances.length) % nodes.length, document, silenceMs }
  })
}

function publish(messenger: ChildProcess, move: Published): void {
  messenger.send({ __typename: 'Alert', id: `${move.key} ${move.knownAt}`, recordId: move.key, kinds: kindsOf(move) })
}

/** In the order in which they were known to be committed, since they are published in that. */
function truthOf(committed: readonly Committed[]): readonly Truth[] {
  const known = committed.flatMap((one) => (one.knownAt === null ? [] : [{ ...one, knownAt: one.knownAt }]))
  return known
    .sort((a, b) => a.knownAt - b.knownAt)
    .map((one) => ({ record: one.key, committedAt: Math.min(one.loggedAt, one.knownAt), kinds: kindsOf(one) }))
}

function kindsOf(move: Published): Readonly<Record<number, string>> {
  const kinds = clearances.map((clearance) => [clearance, expectedKind(move, clearance)] as const)
  return Object.fromEntries(kinds.flatMap(([clearance, kind]) => (kind === null ? [] : [[clearance, kind]])))
}
