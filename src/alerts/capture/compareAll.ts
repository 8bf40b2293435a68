import { setImmediate as turn } from 'node:timers/promises'
import type { FeedLog } from './feedLog.ts'
import type { FeedSource } from './feedSource.ts'
import { bucketCount } from './recordVersions.ts'

/** Most records told of at once. */
const atOnce = 500

/**
 * Reads everything a source has and tells which records differ from what was logged: those that are new or changed as they are read, those that are gone by the buckets
 * whose counts or sums differ. It holds a few numbers for each bucket, however many records there are. The source and the log may go on moving meanwhile: what is told
 * is to be looked at again.
 */
export async function compareAll(
  { source, log }: { readonly source: Pick<FeedSource, 'pages'>; readonly log: Pick<FeedLog, 'bucket' | 'version' | 'inBucket'> },
  onDifferent: (keys: readonly string[]) => Promise<void>,
): Promise<void> {
  const seen = new Tallies()
  for await (const page of source.pages(null, null)) {
    for (const { key, version } of page) seen.add(log.bucket(key), version)
    const different = page.filter(({ key, version }) => log.version(key) !== version)
    if (different.length > 0) await onDifferent(different.map(({ key }) => key))
  }
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    const logged = log.inBucket(bucket)
    const tally = new Tallies()
    for (const { version } of logged) tally.add(bucket, version)
    if (!tally.equals(seen, bucket))
      for (let start = 0; start < logged.length; start += atOnce)
        await onDifferent(logged.slice(start, start + atOnce).map(({ key }) => key))
    if (bucket % 32 === 0) await turn()
  }
}

/** For each bucket how many records it has and the sum, without carry, of their versions. */
class Tallies {
  readonly #counts = new Uint32Array(bucketCount)
  readonly #low = new Int32Array(bucketCount)
  readonly #high = new Int32Array(bucketCount)

  add(bucket: number, version: string): void {
    const bytes = Buffer.from(version, 'base64url')
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1
    this.#low[bucket] = (this.#low[bucket] ?? 0) ^ bytes.readInt32LE(0)
    this.#high[bucket] = (this.#high[bucket] ?? 0) ^ bytes.readInt32LE(4)
  }

  equals(other: Tallies, bucket: number): boolean {
    return (
      this.#counts[bucket] === other.#counts[bucket] &&
      this.#low[bucket] === other.#low[bucket] &&
      this.#high[bucket] === other.#high[bucket]
    )
  }
}
