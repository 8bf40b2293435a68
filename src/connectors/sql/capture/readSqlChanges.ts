import { ConnectorError } from '../../connector.ts'
import type { NativeChanges } from '../../nativeChange.ts'
import { resolveRead } from '../reading.ts'
import { readNumberedOutbox } from './numberedOutbox.ts'
import { readSlot } from './slot.ts'
import { readSnapshotOutbox } from './snapshotOutbox.ts'
import type { SqlFeed } from './sqlFeed.ts'
import { readXmin } from './xmin.ts'

/** Reads what changed, in the way that the query names. */
export async function readSqlChanges(feed: Omit<SqlFeed, 'reading'>): Promise<NativeChanges> {
  const { how, read } = feed.query
  if (!feed.dialect.captures.includes(how.mode)) throw new ConnectorError('REFUSED', `this database has no capture by ${how.mode}`)
  const whole = { ...feed, reading: await resolveRead(feed.catalogue, read, feed.call) }
  if (how.mode === 'slot') return readSlot(whole, how)
  if (how.mode === 'xmin') return readXmin(whole)
  if (how.mode !== 'outbox') throw new ConnectorError('REFUSED', `this database has no capture by ${how.mode}`)
  return feed.dialect.seesTransactions ? readSnapshotOutbox(whole, how.table) : readNumberedOutbox(whole, how)
}
