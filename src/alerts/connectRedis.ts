import { Redis } from 'ioredis'

/** A connection to Redis. */
export type RedisConnection = Redis

/** How long a connection waits, in milliseconds. */
export interface RedisPatience {
  /** For the connection to be made. */
  readonly connectMs: number
  /** For the answer to one command; null: the caller sees to it. */
  readonly commandMs: number | null
}

/** Connects, and again whenever the connection is lost; meanwhile commands fail at once, and nothing is sent twice. */
export function connectRedis(url: string, { connectMs, commandMs }: RedisPatience): RedisConnection {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    connectTimeout: connectMs,
    retryStrategy: (times: number) => Math.min(500, 25 * times),
    ...(commandMs === null ? {} : { commandTimeout: commandMs }),
  })
  // Without a listener, the library prints; that Redis is away shows where it is used.
  redis.on('error', () => {})
  return redis
}
