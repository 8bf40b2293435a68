import type { FeedId } from '../../model/capture.ts'
import { type CaptureQueries, type CaptureQuery, parts } from './captureQueries.ts'
import type { FeedWrite, KnownRecord, PresentRecord } from './captureRecords.ts'

/** What a write does once the state has been written, in order. */
export function* feedStatements(queries: CaptureQueries, feed: FeedId, write: FeedWrite): Generator<CaptureQuery> {
  const { known = [], done = [], waiting } = write
  // Of two states of one record in a batch the last one counts.
  const last = [...new Map(known.map((one) => [Buffer.from(one.key).toString('hex'), one])).values()]
  for (const [some] of parts(last.filter(isPresent))) yield queries.setKnown(feed, some)
  for (const [some] of parts(last.filter((one) => !isPresent(one)))) {
    const gone = some.map(({ key }) => key)
    yield queries.forget(feed, gone)
  }
  for (const [some] of parts(done)) yield queries.removeEntries(some)
  if (waiting === undefined) return
  yield queries.clearWaiting(feed)
  for (const [some, start] of parts(waiting)) yield queries.addWaiting(feed, start, some)
}

function isPresent(known: KnownRecord): known is PresentRecord {
  return known.version !== null
}
