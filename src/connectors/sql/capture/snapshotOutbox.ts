import { sql } from 'kysely'
import type { NativeChanges } from '../../nativeChange.ts'
import { from } from '../reading.ts'
import { lostChanges, outboxChange, plainChanges, readCheckpoint, type SqlFeed } from './sqlFeed.ts'

/** All that was committed at `from` has been told; of what `to` shows besides, the numbers up to `after`. */
interface Place {
  readonly from: string
  readonly to: string | null
  readonly after: string
}

/**
 * Reads an outbox whose rows hold the transaction that wrote them. Numbers are drawn before commits, so a number says nothing of what is still to come: what is told
 * is exactly what the snapshot of before did not show and the one of now does, however late it was committed.
 */
export async function readSnapshotOutbox(feed: SqlFeed, name: string): Promise<NativeChanges> {
  const { query, run } = feed
  const known = readCheckpoint(query.since, isPlace)
  const table = await feed.catalogue.table(name, feed.call)
  const to = known?.to ?? (await snapshot(feed))
  if (known === null) return plainChanges([], { from: to, to: null, after: '0' }, false)
  if (await isOfAnotherServer(feed, known.from)) return lostChanges({ from: to, to: null, after: '0' })
  const [before, now] = [asSnapshot(known.from), asSnapshot(to)]
  const found = await run(sql`
    select cast(o.seq as text) as "seq", o.record_key as "record_key", o.kind as "kind",
      to_char(o.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "at"
    from ${from({ table, alias: 'o' })}
    where o.source = cast(${query.read.source} as text) and o.seq > cast(cast(${known.after} as text) as bigint)
      and o.xid >= pg_snapshot_xmin(${before}) and not pg_visible_in_snapshot(o.xid, ${before}) and pg_visible_in_snapshot(o.xid, ${now})
    order by o.seq limit ${sql.lit(query.limit + 1)}`)
  const rows = found.slice(0, query.limit)
  const changes = rows.map(outboxChange)
  const more = found.length > query.limit
  const checkpoint = more ? { from: known.from, to, after: String(rows.at(-1)?.['seq']) } : { from: to, to: null, after: '0' }
  return {
    ...plainChanges(
      changes.filter((change) => change !== 'everything'),
      checkpoint,
      more,
    ),
    compare: changes.includes('everything'),
  }
}

/** Taken before the rows are read: they are read with a later one, which shows all that this one does. */
async function snapshot({ run }: SqlFeed): Promise<string> {
  const [row] = await run(sql`select cast(pg_current_snapshot() as text) as "snapshot"`)
  return String(row?.['snapshot'])
}

/** A server that counts fewer transactions than it had: restored, or another one. */
async function isOfAnotherServer({ run }: SqlFeed, known: string): Promise<boolean> {
  const [row] = await run(
    sql`select cast(pg_snapshot_xmax(${asSnapshot(known)}) > pg_snapshot_xmax(pg_current_snapshot()) as text) as "beyond"`,
  )
  return row?.['beyond'] === 'true'
}

const asSnapshot = (text: string) => sql`cast(cast(${text} as text) as pg_snapshot)`

function isPlace(value: object): value is Place {
  return 'from' in value && typeof value.from === 'string' && 'to' in value && 'after' in value && typeof value.after === 'string'
}
