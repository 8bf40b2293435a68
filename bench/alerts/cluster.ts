import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RecordIds } from '../../src/records/recordId.ts'
import { Cleanup } from './killable.ts'
import { type HubNode, hubNode } from './node.ts'
import { type Committed, Publisher, type PublisherParts } from './publisher.ts'
import { type FaultyServer, startPostgres, startRedis } from './servers.ts'
import type { SubscriberPlan } from './subscriber.ts'
import { Subscribers } from './subscribers.ts'
import { startIssuer } from './tokens.ts'
import type { Truth } from './verdict.ts'
import { clearances, expectedKind, owner, World } from './world.ts'

/** What a cluster is. */
export interface ClusterPlan extends Pick<PublisherParts, 'late' | 'lateMs' | 'mix'> {
  readonly nodes: number
  /** `keeps`: Redis writes down what it has; `forgets`: a Redis that was killed comes back empty; `none`: there is no Redis. */
  readonly redis: 'keeps' | 'forgets' | 'none'
  /** Records that may be read. Default: none; alerts need none to be told. */
  readonly records?: number
  /** Of each node, for Node. */
  readonly flags?: readonly string[]
}

/** The nodes of a hub with all that they need, each in a process of its own. */
export interface Cluster {
  readonly nodes: readonly HubNode[]
  readonly postgres: FaultyServer
  readonly redis: FaultyServer | null
  readonly publisher: Publisher
  readonly subscribers: Subscribers
}

/** What subscribers of a run are. */
export interface Crowd {
  readonly count: number
  readonly document: string
  readonly silenceMs: number
  /** Whether all are cleared for everything, so that they are told alike. */
  readonly alike: boolean
}

/** Subscribers of one officer: fewer than may have streams at one node, since those that have just ended may still count. */
const perOfficer = 2

/** Starts a cluster with subscribers on all its nodes, hands it to `work`, and leaves nothing behind. */
export async function withCluster<T>(plan: ClusterPlan, crowd: Crowd, work: (cluster: Cluster, truth: TruthOf) => Promise<T>): Promise<T> {
  const cleanup = new Cleanup()
  try {
    const folder = mkdtempSync(join(tmpdir(), 'comity-cluster-'))
    cleanup.folder(folder)
    const secret = randomBytes(32)
    const [world, postgres, redis] = await Promise.all([
      World.write(folder, { records: plan.records ?? 0, secret }),
      startPostgres(cleanup),
      plan.redis === 'none' ? null : startRedis(cleanup, { keeps: plan.redis === 'keeps' }),
    ])
    const issuers = join(folder, 'issuers.yaml')
    const issuer = await startIssuer(issuers)
    cleanup.add(() => issuer.close())
    const shared = {
      secret,
      bureaus: world.folder,
      issuers,
      databaseUrl: postgres.url,
      redisUrl: redis?.url ?? null,
      flags: plan.flags ?? [],
    }
    const nodes = await Promise.all(
      Array.from({ length: plan.nodes }, (_, at) => hubNode({ ...shared, dataDir: join(folder, `node${at}`) })),
    )
    for (const { process } of nodes) cleanup.add(() => process.kill())
    await Promise.all(nodes.map(({ process }) => process.start()))
    const publisher = await Publisher.open({ ...plan, world, secret, databaseUrl: postgres.url })
    cleanup.add(() => publisher.close())
    const subscribers = await Subscribers.start()
    cleanup.add(() => subscribers.stop())
    const officers = Math.ceil(crowd.count / perOfficer)
    const cleared = (officer: number) => (crowd.alike ? 3 : (clearances[officer % clearances.length] ?? 3))
    const tokens = await Promise.all(Array.from({ length: officers }, (_, i) => issuer.token(`XA-${10_000 + i}`, cleared(i))))
    const { document, silenceMs } = crowd
    const urls = nodes.map(({ url }) => url)
    const plans = Array.from({ length: crowd.count }, (_, i): SubscriberPlan => {
      const officer = Math.floor(i / perOfficer)
      return { token: tokens[officer] ?? '', clearance: cleared(officer), nodes: urls, first: i % urls.length, document, silenceMs }
    })
    const ids = new RecordIds(secret)
    return await work({ nodes, postgres, redis, publisher, subscribers }, { plans, of: (committed) => truthOf(committed, ids) })
  } finally {
    await cleanup.run()
  }
}

/** The subscribers of a run, and what they are to be told. */
export interface TruthOf {
  readonly plans: readonly SubscriberPlan[]
  of(committed: readonly Committed[]): readonly Truth[]
}

function truthOf(committed: readonly Committed[], ids: RecordIds): readonly Truth[] {
  return committed.map((one) => {
    const kinds = clearances.flatMap((clearance) => {
      const kind = expectedKind(one, clearance)
      return kind === null ? [] : [[clearance, kind] as const]
    })
    return {
      record: ids.encode({ bureau: owner, type: 'Notice', key: one.key }),
      committedAt: Math.min(one.loggedAt, one.knownAt ?? Number.POSITIVE_INFINITY),
      kinds: Object.fromEntries(kinds),
    }
  })
}
