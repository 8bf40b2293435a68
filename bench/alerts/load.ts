import { type ClusterPlan, withCluster } from './cluster.ts'
import type { Fault } from './faults.ts'
import { usageOf } from './node.ts'
import type { SubscribersReport } from './subscribersProcess.ts'

/** A load without, or with one, fault. */
export interface Load {
  readonly nodes: number
  readonly redis: ClusterPlan['redis']
  /** Subscribers who take what they are sent, all of them told alike. */
  readonly healthy: number
  /** Subscribers who have stopped taking anything. */
  readonly paused?: number
  /** Changes a second; each is told to everybody. 0: none. */
  readonly perSecond: number
  readonly warmUpMs: number
  readonly ms: number
  /** Strikes once when what is measured begins. */
  readonly fault?: Fault
  /** Of each node, for Node. */
  readonly flags?: readonly string[]
}

/** What a load cost. Of the nodes' processes alone, the client's and the servers' are beside them. */
export interface Measured extends SubscribersReport {
  readonly deliveriesPerSecond: number
  /** User and system time of the nodes for each delivery; null when there were none. */
  readonly cpuUsPerDelivery: number | null
  /** Share of one processor that the nodes, and that the subscribers used. */
  readonly nodesBusy: number
  readonly subscribersBusy: number
  /** Of the largest node, in bytes. */
  readonly rss: number
  readonly peakRss: number
}

/** As a client of a desk asks: with the record. */
const document = `subscription($after: Cursor) { alerts(after: $after) { __typename
  ... on Alert { cursor id kind recordId publishedAt owner { code } changedFields record { ... on Notice { number kind state issuedOn } } }
  ... on Heartbeat { cursor } ... on StreamNotice { code cursor resumeAfter } } }`

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Publishes at an even pace, and measures after a while. */
export async function measureLoad(load: Load): Promise<Measured> {
  const { nodes: count, redis, healthy, paused = 0, perSecond, warmUpMs, ms, fault, flags = [] } = load
  const records = Math.ceil(((warmUpMs + ms) / 1000) * perSecond * 2) + 1000
  const crowd = { count: healthy + paused, document, silenceMs: 60_000, alike: true }
  const plan = { nodes: count, redis, late: fault === undefined ? 0 : 0.1, lateMs: 300, mix: 'open', records, flags } as const
  return withCluster(plan, crowd, async (cluster, truth) => {
    const { nodes, subscribers, publisher } = cluster
    await subscribers.begin(truth.plans, paused)
    let goingOn = perSecond > 0
    const publishing = publisher.run({ perSecond: Math.max(1, perSecond), until: () => !goingOn })
    await wait(warmUpMs)
    const usage = () => ({
      nodes: nodes.map(({ process }) => usageOf(process.pid)),
      subscribers: usageOf(subscribers.pid).cpuMs,
      at: performance.now(),
    })
    const [before, countBefore, measuredFrom] = [usage(), await subscribers.count(), performance.timeOrigin + performance.now()]
    await Promise.all([wait(ms), fault?.(cluster)])
    const [after, delivered] = [usage(), (await subscribers.count()) - countBefore]
    goingOn = false
    await publishing
    const elapsed = after.at - before.at
    const cpu = (one: typeof before) => one.nodes.reduce((sum, { cpuMs }) => sum + cpuMs, 0)
    const cpuMs = cpu(after) - cpu(before)
    const report = await subscribers.judge(truth.of(await publisher.committed()), { patienceMs: 15_000, measuredFrom })
    for (const { process } of nodes) await process.terminate()
    return {
      ...report,
      deliveriesPerSecond: (delivered / elapsed) * 1000,
      cpuUsPerDelivery: delivered === 0 ? null : (cpuMs * 1000) / delivered,
      nodesBusy: cpuMs / elapsed,
      subscribersBusy: (after.subscribers - before.subscribers) / elapsed,
      rss: Math.max(...after.nodes.map(({ rss }) => rss)),
      peakRss: Math.max(...after.nodes.map(({ peakRss }) => peakRss)),
    }
  })
}
