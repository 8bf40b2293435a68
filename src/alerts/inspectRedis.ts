import { connectRedis } from './connectRedis.ts'

/** What a Redis says of itself. */
export interface RedisFacts {
  /** For instance `7.0.15`. */
  readonly version: string
  /** `master`, or `slave` for a replica, which takes no writes. */
  readonly role: string
}

/** Asks Redis about itself; changes nothing. Rejects, with the failure of the first attempt, when it does not answer within `patienceMs`. */
export async function inspectRedis(url: string, patienceMs = 3000): Promise<RedisFacts> {
  const redis = connectRedis(url, { connectMs: patienceMs, commandMs: patienceMs })
  try {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    redis.once('ready', resolve).once('error', reject)
    await promise
    const said = new Map((await redis.info('server')).split(/\r?\n/).map((line) => line.split(':', 2) as [string, string]))
    const [role] = (await redis.role()) as [string]
    return { version: said.get('redis_version') ?? '', role }
  } finally {
    redis.disconnect()
  }
}
