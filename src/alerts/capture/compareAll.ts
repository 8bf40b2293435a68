import { setImmediate as turn } from 'node:timers/promises'
import type { FeedLog } from './feedLog.ts'
import type { FeedSource, SeenRecord } from './feedSource.ts'

/** Most records told of at once. */
const atOnce = 500
/** Into how many buckets records are divided, by `FeedLog.spread`. */
const bucketCount = 1024
const bucketWidth = 65_536 / bucketCount
/** How many times 256 there are in `FeedLog.spread`, and how many of these are read at once: whole buckets. */
const stretches = 256
const stretchesAtOnce = 8

/** Who hears what a comparison finds. Nothing more is read before it resolves. */
export interface ComparisonListener {
  /** Records by key that are not as they are known. */
  different(keys: readonly string[]): Promise<void>
  /** Records in the state that is known, of which another sketch is made now. */
  redrawn(records: readonly SeenRecord[]): Promise<void>
}

/**
 * Reads everything a source has and tells which records differ from what is known: those that are new or changed as they are read, those that are gone by the buckets
 * whose counts or sums differ. It holds a few numbers for each bucket, however many records there are. The source and the log may go on moving meanwhile: what is told
 * is to be looked at again.
 */
export async function compareAll(
  { source, log }: { readonly source: Pick<FeedSource, 'pages'>; readonly log: Pick<FeedLog, 'compare' | 'spread' | 'stretch'> },
  listener: ComparisonListener,
): Promise<void> {
  const seen = new Tallies()
  for await (const page of source.pages(null, null)) {
    for (const { key, version } of page) seen.add(bucketOf(log.spread(key)), version)
    const { different, redrawn } = await log.compare(page)
    if (different.length > 0) await listener.different(different.map(({ key }) => key))
    if (redrawn.length > 0) await listener.redrawn(redrawn)
  }
  for (let from = 0; from < stretches; from += stretchesAtOnce) {
    const known = await log.stretch(from, from + stretchesAtOnce)
    const tally = new Tallies()
    for (const { spread, version } of known) tally.add(bucketOf(spread), version)
    // A bucket of which nothing is known has nothing that could be gone.
    const unequal = new Set(known.map(({ spread }) => bucketOf(spread)).filter((bucket) => !tally.equals(seen, bucket)))
    const keys = known.filter(({ spread }) => unequal.has(bucketOf(spread))).map(({ key }) => key())
    for (let start = 0; start < keys.length; start += atOnce) await listener.different(keys.slice(start, start + atOnce))
    await turn()
  }
}

function bucketOf(spread: number): number {
  return Math.floor(spread / bucketWidth)
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
