import type { Cluster } from './cluster.ts'

/** What faults come to. */
export type Struck = Pick<Cluster, 'nodes' | 'postgres' | 'redis'>

/** One thing that goes wrong in a cluster. Resolves when all is up again. */
export type Fault = (cluster: Struck) => Promise<void>

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

function nodeAt({ nodes }: Struck, at: number) {
  const node = nodes[at]
  if (node === undefined) throw new RangeError(`the cluster has no node ${at}`)
  return node.process
}

function redisOf({ redis }: Struck) {
  if (redis === null) throw new TypeError('the cluster has no Redis')
  return redis.process
}

/** `kill -9` of a node, which is started again. */
export function killNode(at: number): Fault {
  return async (cluster) => {
    await nodeAt(cluster, at).kill()
    await nodeAt(cluster, at).start()
  }
}

/** A node stands still, and then goes on as if nothing had been. */
export function freezeNode(at: number, ms: number): Fault {
  return async (cluster) => {
    nodeAt(cluster, at).freeze()
    await wait(ms)
    nodeAt(cluster, at).thaw()
  }
}

/** A node is told to end, ends in order, and is started again. */
export function restartNode(at: number): Fault {
  return async (cluster) => {
    const code = await nodeAt(cluster, at).terminate()
    if (code !== 0) throw new Error(`a node that was told to end ended with ${code}: ${nodeAt(cluster, at).output}`)
    await nodeAt(cluster, at).start()
  }
}

/** `kill -9` of Redis, which comes back after a while, with what it has written down or with nothing. */
export function killRedis(awayMs: number): Fault {
  return async (cluster) => {
    await redisOf(cluster).kill()
    await wait(awayMs)
    await redisOf(cluster).start()
  }
}

export function freezeRedis(ms: number): Fault {
  return async (cluster) => {
    redisOf(cluster).freeze()
    await wait(ms)
    redisOf(cluster).thaw()
  }
}

/** `kill -9` of Postgres and of all its sessions. */
export function killPostgres(awayMs: number): Fault {
  return async ({ postgres }) => {
    await postgres.process.kill()
    await wait(awayMs)
    await postgres.process.start()
  }
}

export function freezePostgres(ms: number): Fault {
  return async ({ postgres }) => {
    postgres.process.freeze()
    await wait(ms)
    postgres.process.thaw()
  }
}

/** Strikes a cluster with one fault after the other and a rest in between, until each has struck and so many milliseconds are over; each fault is gone through with. Gives how often. */
export async function strike(
  cluster: Struck,
  { faults, ms, restMs }: { readonly faults: readonly Fault[]; readonly ms: number; readonly restMs: number },
) {
  const started = performance.now()
  let count = 0
  await wait(restMs)
  while (count < faults.length || performance.now() - started < ms) {
    const fault = faults[count % faults.length]
    if (fault !== undefined) {
      await fault(cluster)
      count++
    }
    await wait(restMs)
  }
  return count
}
