import { connectRedis, type RedisConnection } from './connectRedis.ts'
import type { Fanout, FanoutListener, Listening } from './fanout.ts'
import type { Relayed, RelayedRow } from './mark.ts'

/** How long a node waits in Redis for something new, in milliseconds. */
const blockMs = 1000
/** Beyond that, an answer that does not come is taken for a Redis that does not answer. */
const graceMs = 500
/** Entries that a stream keeps, about: as many as a node keeps. */
const streamEntries = 20_000
/** A stream to which nobody adds is forgotten, in milliseconds: the log has it all. */
const streamMs = 3_600_000
/** Rows under way to Redis; beyond that, nothing is sent. */
const mostUnderWay = 5000
const rowsAtOnce = 500

/**
 * Between the nodes of a cluster: one Redis stream for each history of the log, whose entries have the log's own sequences as ids. Passing a row on twice does
 * nothing the second time; a hole among the ids is seen by who reads. Redis may be emptied, stopped or restarted at any moment.
 */
export class RedisFanout implements Fanout {
  readonly #url: string
  readonly #prefix: string
  readonly #publisher: RedisConnection
  readonly #listenings = new Set<RedisListening>()
  #underWay = 0

  /** `prefix` keeps hubs apart that share a Redis. */
  constructor(url: string, prefix = 'comity') {
    this.#url = url
    this.#prefix = prefix
    this.#publisher = connectRedis(url, { connectMs: blockMs, commandMs: blockMs })
  }

  publish({ epoch, rows }: Relayed): void {
    if (this.#publisher.status !== 'ready' || rows.length === 0 || this.#underWay + rows.length > mostUnderWay) return
    const key = streamOf(this.#prefix, epoch)
    const pipeline = this.#publisher.pipeline()
    for (const { sequence, loggedAt, previous, sealed } of rows) {
      pipeline.xadd(
        key,
        'MAXLEN',
        '~',
        streamEntries,
        `${sequence}-0`,
        't',
        loggedAt,
        'p',
        previous,
        's',
        Buffer.from(sealed).toString('base64url'),
      )
    }
    pipeline.pexpire(key, streamMs)
    this.#underWay += rows.length
    // Redis answers for each row; that it has a row already, or does not answer, is nothing to anybody here.
    pipeline
      .exec()
      .catch(() => {})
      .finally(() => {
        this.#underWay -= rows.length
      })
      .catch(() => {})
  }

  listen(listener: FanoutListener): Listening {
    const redis = connectRedis(this.#url, { connectMs: blockMs, commandMs: null })
    const listening = new RedisListening(redis, this.#prefix, listener, () => this.#listenings.delete(listening))
    this.#listenings.add(listening)
    return listening
  }

  async close(): Promise<void> {
    for (const listening of this.#listenings) listening.stop()
    this.#publisher.disconnect()
  }
}

/** One node's own connection, which waits in Redis all the time. */
class RedisListening implements Listening {
  readonly #redis: RedisConnection
  readonly #prefix: string
  readonly #listener: FanoutListener
  readonly #stopped: () => void
  #answeredAt = Number.NEGATIVE_INFINITY
  #stopping = false
  #reading = false

  constructor(redis: RedisConnection, prefix: string, listener: FanoutListener, stopped: () => void) {
    this.#redis = redis
    this.#prefix = prefix
    this.#listener = listener
    this.#stopped = stopped
    redis.on('ready', () => void this.#read())
    redis.on('close', () => {
      this.#answeredAt = Number.NEGATIVE_INFINITY
    })
  }

  get healthy(): boolean {
    return this.#redis.status === 'ready' && performance.now() - this.#answeredAt < blockMs + graceMs
  }

  stop(): void {
    this.#stopping = true
    this.#redis.disconnect()
    this.#stopped()
  }

  async #read(): Promise<void> {
    if (this.#reading) return
    this.#reading = true
    try {
      // The first answer, to a question that does not wait, tells that Redis is there.
      await this.#redis.ping()
      this.#answeredAt = performance.now()
      while (!this.#stopping) await this.#readOnce()
    } catch {
      // The library connects anew, or is made to: a connection on which an answer is missing is of no more use.
      if (!this.#stopping && this.#redis.status === 'ready') this.#redis.disconnect(true)
    } finally {
      this.#reading = false
    }
  }

  async #readOnce(): Promise<void> {
    const { epoch, sequence } = this.#listener.position()
    const key = streamOf(this.#prefix, epoch)
    const answer = await inTime(this.#redis.xread('COUNT', rowsAtOnce, 'BLOCK', blockMs, 'STREAMS', key, `${sequence}-0`))
    this.#answeredAt = performance.now()
    const rows = (answer?.[0]?.[1] ?? []).flatMap(([id, fields]) => rowOf(id, fields) ?? [])
    if (rows.length === 0 || this.#stopping) return
    this.#listener.heard({ epoch, rows })
    // Rows that did not fit wait in the log: it must not be asked for them over and over.
    if (this.#listener.position().sequence === sequence)
      await this.#redis.ping().then(() => new Promise((resolve) => setTimeout(resolve, 10)))
  }
}

function streamOf(prefix: string, epoch: string): string {
  return `${prefix}:changes:${epoch}`
}

function rowOf(id: string, fields: readonly string[]): RelayedRow | null {
  const match = /^(\d{1,15})-0$/.exec(id)
  const [, loggedAt, , previous, , sealed] = fields
  if (match === null || sealed === undefined || ![loggedAt, previous].every((one) => one !== undefined && /^\d{1,15}$/.test(one)))
    return null
  return { sequence: Number(match[1]), loggedAt: Number(loggedAt), previous: Number(previous), sealed: Buffer.from(sealed, 'base64url') }
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Redis does not answer')), blockMs + graceMs)
  })
  // Whichever comes second has nobody to hear it.
  answer.catch(() => {})
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
