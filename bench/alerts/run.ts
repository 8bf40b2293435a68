import { type ClusterPlan, type Crowd, withCluster } from './cluster.ts'
import { type Fault, strike } from './faults.ts'
import type { SubscribersReport } from './subscribersProcess.ts'

/** A run under faults. */
export interface Scenario {
  readonly name: string
  readonly redis: ClusterPlan['redis']
  /** One after the other, over and over for as long as it lasts. Empty: nothing goes wrong. */
  readonly faults: readonly Fault[]
}

/** How much of a run. */
export interface Extent {
  readonly subscribers: number
  readonly perSecond: number
  /** How long at least, in milliseconds: each fault strikes once in any case. */
  readonly ms: number
  /** Between two faults, in milliseconds. */
  readonly restMs: number
  /** Where everything is written down when something was lost, doubled or out of order. */
  readonly lostFile?: string
}

/** What a run came to. */
export interface Outcome extends SubscribersReport {
  readonly name: string
  readonly faults: number
  /** Changes in the log. */
  readonly committed: number
}

/** What clients of these runs ask: nothing of the record, so that what is told does not depend on when it is read. */
export const document = `subscription($after: Cursor) { alerts(after: $after, heartbeatSeconds: 1) { __typename
  ... on Alert { cursor id kind recordId } ... on Heartbeat { cursor } ... on StreamNotice { code cursor resumeAfter } } }`

/** Everybody is given up for dead by a client after so many milliseconds; heartbeats come each second. */
export const silenceMs = 2500
/** Judged when nothing has arrived for so many milliseconds. */
export const patienceMs = 15_000

/** Publishes to subscribers of two nodes while things go wrong, and judges what arrived. */
export async function runScenario(
  { name, redis, faults }: Scenario,
  { subscribers, perSecond, ms, restMs, lostFile }: Extent,
): Promise<Outcome> {
  const crowd: Crowd = { count: subscribers, document, silenceMs, alike: false }
  return withCluster({ nodes: 2, redis, late: 0.1, lateMs: 300, mix: 'mixed' }, crowd, async (cluster, truth) => {
    await cluster.subscribers.begin(truth.plans)
    let goingOn = true
    const publishing = cluster.publisher.run({ perSecond, until: () => !goingOn })
    const count = await strike(cluster, { faults, ms, restMs }).finally(() => {
      goingOn = false
    })
    await publishing
    const committed = await cluster.publisher.committed()
    const report = await cluster.subscribers.judge(truth.of(committed), { patienceMs, ...(lostFile === undefined ? {} : { lostFile }) })
    return { ...report, name, faults: count, committed: committed.length }
  })
}
